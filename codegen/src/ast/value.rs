//! JSON files and values.

mod duplicates;

use serde_json::{Map, Value};

use crate::diagnostics::{Code, Diagnostics, Severity, Span};
use crate::report::byte_at;
use crate::source::Source;

/// Parses `text` as one JSON value. The last value of a repeated key wins.
///
/// # Errors
/// If `text` is not valid JSON.
pub(crate) fn parse_json(text: &str) -> serde_json::Result<Value> {
    duplicates::parse(text, &mut Vec::new())
}

/// Parses a JSON file that holds an object; `help` describes the file that the user should give.
pub(crate) fn json(source: Source<'_>, help: &str, diagnostics: &mut Diagnostics) -> Option<Value> {
    let source = source.without_mark();
    let mut duplicates = Vec::new();
    match duplicates::parse(source.text, &mut duplicates) {
        Ok(value) if value.is_object() => {
            for (key, place) in duplicates {
                let reason = format!("the object has the key `{key}` more than once");
                let help = "the last value counts; remove the other ones";
                let diagnostic = diagnostics.file(Code::DuplicateKey, reason, help);
                diagnostic.severity = Severity::Warning;
                diagnostic.below(place).key();
            }
            Some(value)
        }
        Ok(_) => {
            diagnostics.file(Code::NotObject, "the file is not a JSON object", help);
            None
        }
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            let message = error.to_string();
            let place = format!(" at line {line} column {column}");
            let message = message.strip_suffix(&place).unwrap_or(&message);
            let (reason, help) = match message {
                "recursion limit exceeded" => (
                    "values in the file are nested more than 127 levels deep".to_owned(),
                    "flatten the value here, for example a tree of endpoint rules",
                ),
                _ => (format!("the file is not JSON: {message}"), help),
            };
            let diagnostic = diagnostics.file(Code::Syntax, reason, help);
            let start = byte_at(source.text, line, column);
            let next = source.text[start..].chars().next();
            diagnostic.span = Some(Span {
                start,
                end: start + next.map_or(0, char::len_utf8),
                line,
                column,
                label: "here",
            });
            None
        }
    }
}

/// Iterates over the entries of `value`; none unless it is an object.
pub(crate) fn object(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    let object: Option<&Map<String, Value>> = value.and_then(Value::as_object);
    object.into_iter().flatten()
}

/// Formats a value for a message; long values are shortened.
pub(crate) fn brief(value: &Value) -> String {
    let json = value.to_string();
    match (json.char_indices().nth(60), value) {
        (None, _) => format!("`{json}`"),
        (Some(_), Value::Object(_)) => "an object".to_owned(),
        (Some(_), Value::Array(_)) => "a list".to_owned(),
        (Some((end, _)), _) => format!("`{}…`", &json[..end]),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::brief;

    #[test]
    fn long_values_are_shortened() {
        assert_eq!(brief(&json!(null)), "`null`");
        assert_eq!(brief(&json!({})), "`{}`");
        assert_eq!(brief(&json!([1])), "`[1]`");
        assert_eq!(brief(&json!(["a".repeat(60)])), "a list");
        assert_eq!(brief(&json!({"a": "a".repeat(60)})), "an object");
        let long = brief(&json!("ä".repeat(100)));
        assert_eq!(long, format!("`\"{}…`", "ä".repeat(59)));
    }
}
