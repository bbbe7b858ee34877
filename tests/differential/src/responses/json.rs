//! JSON documents that may be invalid.

use std::fmt;

/// A JSON value whose scalars, strings and names may be invalid.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    /// A number or any other source text.
    Raw(String),
    /// The content of a string, already escaped.
    String(String),
    Array(Vec<Json>),
    /// Escaped names with values; names may repeat.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Returns a string with the necessary escapes.
    pub fn string(string: &str) -> Self {
        Json::String(escape(string))
    }

    /// Returns the number of values in the tree, including the root.
    pub fn count(&self) -> usize {
        1 + match self {
            Json::Array(values) => values.iter().map(Json::count).sum(),
            Json::Object(members) => members.iter().map(|(_, value)| value.count()).sum(),
            _ => 0,
        }
    }

    /// Returns the value at `index`, in document order.
    pub fn nth(&mut self, index: usize) -> Option<&mut Json> {
        if index == 0 {
            return Some(self);
        }
        let mut remaining = index - 1;
        let children: Vec<&mut Json> = match self {
            Json::Array(values) => values.iter_mut().collect(),
            Json::Object(members) => members.iter_mut().map(|(_, value)| value).collect(),
            _ => Vec::new(),
        };
        for child in children {
            let count = child.count();
            if remaining < count {
                return child.nth(remaining);
            }
            remaining -= count;
        }
        None
    }
}

/// Escapes the characters that JSON requires to be escaped.
pub fn escape(string: &str) -> String {
    let quoted = serde_json::to_string(string).expect("strings serialize");
    quoted[1..quoted.len() - 1].to_owned()
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null => f.write_str("null"),
            Json::Bool(value) => write!(f, "{value}"),
            Json::Raw(source) => f.write_str(source),
            Json::String(content) => write!(f, "\"{content}\""),
            Json::Array(values) => {
                f.write_str("[")?;
                for (index, value) in values.iter().enumerate() {
                    let comma = if index > 0 { "," } else { "" };
                    write!(f, "{comma}{value}")?;
                }
                f.write_str("]")
            }
            Json::Object(members) => {
                f.write_str("{")?;
                for (index, (name, value)) in members.iter().enumerate() {
                    let comma = if index > 0 { "," } else { "" };
                    write!(f, "{comma}\"{name}\":{value}")?;
                }
                f.write_str("}")
            }
        }
    }
}
