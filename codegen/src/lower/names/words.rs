//! Identifiers and keywords of Rust.

use crate::identifier::bare;

/// Returns `true` if `rust` is an identifier, provided that keywords are escaped.
pub(in crate::lower) fn is_identifier(rust: &str) -> bool {
    let unescaped = bare(rust);
    let is_allowed = |character: char| character.is_ascii_alphanumeric() || character == '_';
    unescaped.chars().all(is_allowed)
        && !unescaped.starts_with(|first: char| first.is_ascii_digit())
        && unescaped.contains(|character: char| character.is_ascii_alphanumeric())
}

/// Adds a `_` before a name that begins with a digit.
pub(super) fn escape_digit(name: String) -> String {
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("_{name}")
    } else {
        name
    }
}

/// Escapes keywords, so that the name can be used for a function or field.
pub(super) fn escape_keyword(name: String) -> String {
    if is_keyword(&name) {
        format!("r#{name}")
    } else if cannot_be_raw(&name) {
        format!("{name}_")
    } else {
        name
    }
}

pub(super) fn cannot_be_raw(name: &str) -> bool {
    matches!(name, "crate" | "super" | "self")
}

pub(super) fn is_keyword(name: &str) -> bool {
    matches!(
        name,
        "as" | "async"
            | "await"
            | "break"
            | "const"
            | "continue"
            | "dyn"
            | "else"
            | "enum"
            | "extern"
            | "false"
            | "fn"
            | "for"
            | "gen"
            | "if"
            | "impl"
            | "in"
            | "let"
            | "loop"
            | "match"
            | "mod"
            | "move"
            | "mut"
            | "pub"
            | "ref"
            | "return"
            | "static"
            | "struct"
            | "trait"
            | "true"
            | "type"
            | "unsafe"
            | "use"
            | "where"
            | "while"
            | "abstract"
            | "become"
            | "box"
            | "do"
            | "final"
            | "macro"
            | "override"
            | "priv"
            | "typeof"
            | "unsized"
            | "virtual"
            | "yield"
            | "try"
    )
}
