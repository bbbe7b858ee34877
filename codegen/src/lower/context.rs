//! The context of the passes that write types and documentation.

use super::closure::Closure;
use super::docs::Links;
use super::names::Names;
use super::recursion::Recursion;
use super::types::Types;

/// The types of members and the link targets of documentation.
pub(super) struct Context<'a> {
    pub(super) types: Types<'a>,
    pub(super) links: Links,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        closure: &'a Closure<'a>,
        names: &'a Names,
        recursion: &'a Recursion,
    ) -> Self {
        Self {
            types: Types::new(closure, names, recursion),
            links: Links::new(closure, names),
        }
    }
}
