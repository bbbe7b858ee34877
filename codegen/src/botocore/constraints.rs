//! Constraints and other values that botocore writes differently.

use std::borrow::Cow;

use serde_json::Value;

use crate::ast::ids;

/// Returns the Smithy pattern of a botocore pattern, which must match a string completely.
pub(super) fn anchored(pattern: &str) -> String {
    let (start, rest) = match pattern.strip_prefix(".*") {
        Some(rest) => ("", rest),
        None => ("^", pattern),
    };
    let (rest, end) = match rest.strip_suffix(".*").filter(|rest| !rest.ends_with('\\')) {
        Some(rest) => (rest, ""),
        None => (rest, "$"),
    };
    format!("{start}{rest}{end}")
}

/// Returns the botocore pattern of a Smithy pattern, which may match a part of a string.
fn unanchored(pattern: &str) -> String {
    let (start, rest) = match pattern.strip_prefix('^') {
        Some(rest) => ("", rest),
        None => (".*", pattern),
    };
    let (rest, end) = match rest.strip_suffix('$').filter(|rest| !rest.ends_with('\\')) {
        Some(rest) => (rest, ""),
        None => (rest, ".*"),
    };
    format!("{start}{rest}{end}")
}

/// Returns the bounds of a length or range; botocore writes the minimum 0 of lengths.
pub(super) fn bounds<'a>(id: &str, bounds: &'a Value) -> Cow<'a, Value> {
    let mut bounds = Cow::Borrowed(bounds);
    if id == ids::LENGTH
        && bounds["min"] == 0
        && let Some(keys) = bounds.to_mut().as_object_mut()
    {
        keys.shift_remove("min");
    }
    bounds
}

/// Returns `true` if both values of a trait state the same.
pub(super) fn is_same_trait(id: &str, converted: &Value, present: &Value) -> bool {
    match (id, converted, present) {
        (ids::PATTERN, Value::String(converted), Value::String(present)) => {
            let known = unanchored(present);
            converted == present || [anchored(&known), anchored(present)].contains(converted)
        }
        (ids::LENGTH, ..) => is_same(&bounds(id, converted), &bounds(id, present)),
        _ => is_same(converted, present),
    }
}

/// Compares values; the spelling of numbers and the order of keys do not matter.
pub(super) fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let is_in_b = |(key, a): (&String, &Value)| b.get(key).is_some_and(|b| is_same(a, b));
            a.len() == b.len() && a.iter().all(is_in_b)
        }
        _ => a == b,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn patterns_are_compared_without_their_anchors() {
        for (present, botocore, is_equal) in [
            ("^[a-z]+$", "[a-z]+", true),
            ("[a-z]+", "[a-z]+", true),
            ("[a-z]+", ".*[a-z]+.*", true),
            ("^^$|^arn:x$$", "^$|^arn:x$", true),
            ("^$|^arn:.+", "$|^arn:.+.*", true),
            ("^[a-z]+$", "[a-z]*", false),
            (r"^a\$", r"a\$.*", true),
        ] {
            let (converted, present) = (anchored(botocore).into(), present.into());
            let actual = is_same_trait(ids::PATTERN, &converted, &present);
            assert_eq!(actual, is_equal, "{present} {botocore}");
        }
        assert_eq!(anchored("[a-z]+"), "^[a-z]+$");
        assert_eq!(anchored(".*a.*"), "a");
        assert_eq!(anchored(r"a\.*"), r"^a\.*$");
    }

    #[test]
    fn only_lengths_ignore_the_minimum_zero() {
        let (with, without) = (json!({"min": 0, "max": 5}), json!({"max": 5.0}));
        assert!(is_same_trait(ids::LENGTH, &with, &without));
        assert!(!is_same_trait(ids::RANGE, &with, &without));
        assert!(!is_same_trait(
            ids::LENGTH,
            &with,
            &json!({"min": 1, "max": 5})
        ));
    }
}
