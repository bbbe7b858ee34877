//! Round trips through JSON.

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use serde_json::Value;

fn parse(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

/// Asserts that `value` is serialized as `json`.
///
/// # Panics
/// Panics if it is not.
pub fn assert_json(value: impl Serialize, json: &str) {
    let actual = serde_json::to_string(&value).expect("a value that can be serialized");
    assert_eq!(parse(&actual), parse(json));
}

/// Asserts that `value`, from which sensitive members are hidden, is serialized as `json` only if
/// it is not sensitive.
///
/// # Panics
/// Panics if it is not.
pub fn assert_hidden(value: &impl Serialize, json: &str, is_sensitive: bool) {
    match (serde_json::to_string(value), is_sensitive) {
        (Ok(actual), false) => assert_eq!(parse(&actual), parse(json)),
        (Ok(actual), true) => assert_ne!(parse(&actual), parse(json)),
        (Err(error), true) => assert!(error.to_string().contains("is sensitive"), "{error}"),
        (Err(error), false) => panic!("{error}"),
    }
}

/// Reads a value of the type of `value` from `json`.
///
/// # Panics
/// Panics if it cannot be read.
pub fn read_as<T: DeserializeOwned>(_: &T, json: &str) -> T {
    serde_json::from_str(json).expect("a value that can be read")
}
