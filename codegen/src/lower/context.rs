//! The context of the passes that write types and documentation.

use super::Choices;
use super::closure::Closure;
use super::docs::Links;
use super::names::Names;
use super::recursion::Recursion;
use super::regex::Patterns;
use super::types::Types;

/// The types of members, the link targets of documentation, the compiled patterns, and the caller's
/// choices.
pub(super) struct Context<'a> {
    pub(super) types: Types<'a>,
    pub(super) links: Links,
    pub(super) patterns: Patterns,
    pub(super) choices: Choices<'a>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        closure: &'a Closure<'a>,
        names: &'a Names,
        recursion: &'a Recursion,
        choices: Choices<'a>,
    ) -> Self {
        Self {
            types: Types::new(closure, names, recursion),
            links: Links::new(closure, names),
            patterns: Patterns::default(),
            choices,
        }
    }
}
