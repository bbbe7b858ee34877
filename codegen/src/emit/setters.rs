//! Documentation of setters and getters, for builders and fluent builders.

use proc_macro2::TokenStream;

use super::tokens::docs;
use crate::ir::Member;

/// Returns the documentation of a member's setter.
pub(super) fn setter_docs(member: &Member) -> TokenStream {
    docs(&member.docs.setter)
}

/// Returns the documentation of a member's methods `set_…` and `get_…`.
pub(super) fn set_and_get_docs(member: &Member) -> (TokenStream, TokenStream) {
    (docs(&member.docs.option_setter), docs(&member.docs.getter))
}
