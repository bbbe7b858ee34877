//! A JSON text that is one value, of any kind.

use serde::de::DeserializeSeed as _;

use super::JsonError;
use super::de::Member;
use super::read::Slot;

/// Reads one JSON value and nothing after it into `slot`; null counts as absent.
///
/// # Errors
/// When the text is not valid JSON, or does not fit.
pub(crate) fn read_value(text: &[u8], slot: Slot<'_>) -> Result<(), JsonError> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    Member(slot).deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(())
}
