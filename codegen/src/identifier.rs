//! Rust identifiers as strings, which are raw (`r#type`) if they are keywords.

/// Returns an identifier without `r#`, as documentation shows it.
pub(crate) fn bare(rust: &str) -> &str {
    rust.strip_prefix("r#").unwrap_or(rust)
}

/// Returns the part of an identifier that follows `set_` or `get_`, which is never a keyword.
pub(crate) fn suffix(rust: &str) -> &str {
    bare(rust).trim_start_matches('_')
}

/// Returns a prefix that ends with `_` and an identifier as one identifier.
///
/// `set_` and `r#type` give `set_type`; `set_` and `_1` give `set_1`.
pub(crate) fn prefixed(prefix: &str, rust: &str) -> String {
    format!("{prefix}{}", suffix(rust))
}
