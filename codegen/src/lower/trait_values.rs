//! The values of traits. The getters pass over what they cannot read, so what is wrong is said here.

use serde_json::Value;

use crate::ast::ShapeKind;

/// As [`expected`], where the trait stands at a shape of this kind or at its member.
pub(super) fn expected_in(kind: &ShapeKind, trait_id: &str, value: &Value) -> Option<&'static str> {
    match (kind, trait_id) {
        (ShapeKind::IntEnum(_), "smithy.api#enumValue") => {
            let number = value.as_i64().map(i32::try_from);
            (!matches!(number, Some(Ok(_)))).then_some("an integer of 32 bits")
        }
        _ => expected(trait_id, value),
    }
}

/// What the trait's value should be, where it is something else. Traits that are but there or not,
/// and those that a pass of their own looks into, may have any.
pub(super) fn expected(trait_id: &str, value: &Value) -> Option<&'static str> {
    let (fits, expected) = match trait_id {
        "smithy.api#documentation"
        | "smithy.api#enumValue"
        | "smithy.api#httpHeader"
        | "smithy.api#httpPrefixHeaders"
        | "smithy.api#httpQuery"
        | "smithy.api#jsonName"
        | "smithy.api#mediaType"
        | "smithy.api#pattern"
        | "smithy.api#title" => (value.is_string(), "a text"),
        "smithy.api#error" => (
            is_one_of(value, &["client", "server"]),
            "`client` or `server`",
        ),
        "smithy.api#timestampFormat" => (
            is_one_of(value, &["date-time", "epoch-seconds", "http-date"]),
            "`date-time`, `epoch-seconds` or `http-date`",
        ),
        "smithy.api#deprecated" => (
            are_texts(value),
            "an object with texts only: message, since",
        ),
        "smithy.api#enum" => (are_definitions(value), "a list of objects with a `value`"),
        "smithy.api#paginated" => (
            are_texts(value),
            "an object with texts only: inputToken, outputToken, pageSize, items",
        ),
        "smithy.api#auth" => (is_list_of_texts(value), "a list of ids"),
        "smithy.api#endpoint" => (
            value.get("hostPrefix").is_some_and(Value::is_string),
            "an object with the text `hostPrefix`",
        ),
        "smithy.api#requestCompression" => (
            value.get("encodings").is_some_and(is_list_of_texts),
            "an object with the list `encodings`",
        ),
        "smithy.api#length" | "smithy.api#range" | "smithy.api#retryable" => {
            (value.is_object(), "an object")
        }
        "smithy.rules#clientContextParams"
        | "smithy.rules#operationContextParams"
        | "smithy.rules#staticContextParams" => {
            let objects = |all: &serde_json::Map<_, Value>| all.values().all(Value::is_object);
            let fits = value.as_object().is_some_and(objects);
            (fits, "an object of objects, by parameter")
        }
        "smithy.rules#contextParam" => (
            value.get("name").is_some_and(Value::is_string),
            "an object with a `name`, a text",
        ),
        _ => return None,
    };
    (!fits).then_some(expected)
}

fn is_one_of(value: &Value, texts: &[&str]) -> bool {
    value.as_str().is_some_and(|text| texts.contains(&text))
}

fn are_definitions(value: &Value) -> bool {
    let definitions = value.as_array().map_or(&[][..], Vec::as_slice);
    let is_string = |definition: &Value| definition.get("value").is_some_and(Value::is_string);
    !definitions.is_empty() && definitions.iter().all(is_string)
}

fn is_list_of_texts(value: &Value) -> bool {
    let values = value.as_array();
    values.is_some_and(|values| values.iter().all(Value::is_string))
}

fn are_texts(value: &Value) -> bool {
    let object = value.as_object();
    object.is_some_and(|object| object.values().all(Value::is_string))
}

#[cfg(test)]
mod tests {
    use super::expected;
    use serde_json::json;

    #[test]
    fn values_are_told_from_what_they_are_not() {
        for (name, right, wrong) in [
            ("title", json!("a"), json!(null)),
            ("error", json!("server"), json!("other")),
            ("timestampFormat", json!("http-date"), json!("iso")),
            ("deprecated", json!({}), json!({"since": 2})),
            (
                "deprecated",
                json!({"message": "a", "since": "b"}),
                json!("a"),
            ),
            ("enum", json!([{"value": "a"}]), json!([{"name": "a"}])),
            ("enum", json!([{"value": "a", "name": "A"}]), json!([])),
            ("paginated", json!({}), json!({"items": 1})),
            ("retryable", json!({"throttling": true}), json!(-1)),
            ("httpPrefixHeaders", json!(""), json!({})),
            ("mediaType", json!("text/csv"), json!(1)),
            ("auth", json!([]), json!([1])),
            ("endpoint", json!({"hostPrefix": "a."}), json!({})),
            (
                "requestCompression",
                json!({"encodings": ["gzip"]}),
                json!({}),
            ),
        ] {
            let id = format!("smithy.api#{name}");
            assert_eq!(expected(&id, &right), None, "{name}: {right}");
            assert!(expected(&id, &wrong).is_some(), "{name}: {wrong}");
        }
        assert_eq!(expected("smithy.api#required", &json!(null)), None);
    }
}
