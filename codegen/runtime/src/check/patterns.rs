//! Patterns, compiled once per process.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use regex::Regex;

static COMPILED: LazyLock<Mutex<HashMap<&'static str, Option<Regex>>>> =
    LazyLock::new(Default::default);

/// Returns `true` if a part of `string` matches `pattern`.
///
/// The generator only emits patterns that compile; any other would match everything.
pub(super) fn matches(pattern: &'static str, string: &str) -> bool {
    let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    let regex = compiled.entry(pattern);
    let regex = regex.or_insert_with(|| Regex::new(pattern).ok()).clone();
    drop(compiled);
    regex.is_none_or(|regex| regex.is_match(string))
}
