//! Maps from strings to strings, such as tags.
//!
//! These are most of the maps in models. Generic code for maps would be compiled in each application,
//! and so would functions that are inlined.

use std::collections::HashMap;

use crate::json::{Read as _, Slot, Write};

type StringMap = HashMap<String, String>;

/// Inserts an entry, into a new map if there is none.
#[inline(never)]
pub fn insert(map: &mut Option<StringMap>, key: String, value: String) {
    map.get_or_insert_default().insert(key, value);
}

/// Returns the slot of a map.
#[inline(never)]
pub fn slot(map: &mut StringMap) -> Slot<'_> {
    map.slot()
}

/// Returns the slot of a map that may be unset.
#[inline(never)]
pub fn optional_slot(map: &mut Option<StringMap>) -> Slot<'_> {
    map.slot()
}

/// Returns a map that may be unset as a value to write.
#[inline(never)]
pub fn value(map: &Option<StringMap>) -> &dyn Write {
    map
}
