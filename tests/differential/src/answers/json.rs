//! JSON as services may send it, and as they should not.

use std::fmt;

/// A text in the shape of JSON: what is inside of it need not be.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    /// A number, or whatever stands in its place.
    Raw(String),
    /// What is between the quotes, with its escapes.
    Text(String),
    Array(Vec<Json>),
    /// Names with their escapes; one may be there twice.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A text whose characters are escaped where they must be.
    pub fn text(text: &str) -> Self {
        Json::Text(escaped(text))
    }

    /// How many values it is made of, itself included.
    pub fn count(&self) -> usize {
        1 + match self {
            Json::Array(values) => values.iter().map(Json::count).sum(),
            Json::Object(members) => members.iter().map(|(_, value)| value.count()).sum(),
            _ => 0,
        }
    }

    /// The value with the number `index`, in the order of the text.
    pub fn nth(&mut self, index: usize) -> Option<&mut Json> {
        if index == 0 {
            return Some(self);
        }
        let mut left = index - 1;
        let children: Vec<&mut Json> = match self {
            Json::Array(values) => values.iter_mut().collect(),
            Json::Object(members) => members.iter_mut().map(|(_, value)| value).collect(),
            _ => Vec::new(),
        };
        for child in children {
            let count = child.count();
            if left < count {
                return child.nth(left);
            }
            left -= count;
        }
        None
    }
}

/// The escapes that JSON demands.
pub fn escaped(text: &str) -> String {
    let quoted = serde_json::to_string(text).expect("a text is JSON");
    quoted[1..quoted.len() - 1].to_owned()
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null => f.write_str("null"),
            Json::Bool(value) => write!(f, "{value}"),
            Json::Raw(text) => f.write_str(text),
            Json::Text(text) => write!(f, "\"{text}\""),
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
