//! Names of the API in the Markdown of overlays.
//!
//! Overlays write names of the API in backticks: `GetChannel`, `Channel.name`. The name of an
//! operation, shape or member becomes a link, and the name of a member of the documented structure
//! becomes that of its field.

use super::commonmark::code_spans;
use super::scope::Scope;

/// The meaning of a name in backticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reference<'a> {
    /// A generated item: the label of a link, and its path.
    Item(String, &'a str),
    /// A name to show without a link.
    Name(String),
    /// A shape, and the name of a member that it does not have.
    UnknownMember {
        /// The shape's name.
        shape: &'a str,
        /// The name of the missing member.
        member: &'a str,
    },
    /// Any other text.
    None,
}

/// Resolves the names in a text.
pub(super) fn resolve(text: &str, scope: &Scope<'_>) -> String {
    let mut resolved = String::with_capacity(text.len() * 2);
    let mut end = 0;
    for (range, name) in code_spans(text) {
        let replacement = match scope.reference(&name) {
            Reference::Item(label, path) => format!("[`{label}`]({path})"),
            Reference::Name(name) => format!("`{name}`"),
            Reference::UnknownMember { .. } | Reference::None => continue,
        };
        resolved.push_str(&text[end..range.start]);
        resolved.push_str(&replacement);
        end = range.end;
    }
    resolved.push_str(&text[end..]);
    resolved
}
