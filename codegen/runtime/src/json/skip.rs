//! Values that no member takes.

use serde::Deserialize as _;
use serde::de::{DeserializeSeed, Deserializer, Error};
use serde_json::value::RawValue;

/// How many lists and objects may stand inside each other.
const DEPTH: usize = 512;

/// Passes over a value, which must be JSON all the same, and must not nest without end.
pub(super) struct Skip;

impl<'de> DeserializeSeed<'de> for Skip {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        passed_over(deserializer)?;
        Ok(())
    }
}

/// The text of a value that is passed over.
pub(super) fn passed_over<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<&'de str, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?.get();
    if depth(raw) > DEPTH {
        return Err(D::Error::custom("the value nests too deeply"));
    }
    Ok(raw)
}

/// How many lists and objects stand inside each other in `text`, which is JSON.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::depth;

    #[test]
    fn brackets_in_strings_do_not_count() {
        assert_eq!(depth("1"), 0);
        assert_eq!(depth(r#"[{"[[": [1, [2]]}, []]"#), 4);
        assert_eq!(depth(r#"["\"[[[", "\\", []]"#), 2);
    }
}
