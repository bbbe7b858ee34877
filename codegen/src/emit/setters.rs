//! Documentation of setters and getters, for builders and fluent builders.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{bare, doc, docs, prefixed};
use crate::ir::{Member, Type};

/// Returns the documentation of a member's setter.
pub(super) fn setter_docs(member: &Member) -> TokenStream {
    let set = prefixed("set_", &member.name.rust);
    let note = match &member.ty {
        Type::List { .. } => Some(format!(
            "Each call appends an element; `{set}` replaces the list."
        )),
        Type::Map { .. } => Some(format!(
            "Each call inserts an entry; `{set}` replaces the map."
        )),
        _ => None,
    };
    let note = note.map(|note| docs(&[String::new(), note]));
    let docs = docs(&member.docs);
    quote!(#docs #note)
}

/// Returns the documentation of a member's methods `set_…` and `get_…`.
pub(super) fn set_and_get_docs(member: &Member) -> (TokenStream, TokenStream) {
    let name = bare(&member.name.rust);
    (
        doc(&format!("Sets or unsets `{name}`.")),
        doc(&format!("Returns the current value of `{name}`.")),
    )
}
