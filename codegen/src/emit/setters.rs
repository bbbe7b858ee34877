//! Setters and getters of builders and fluent builders.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{deprecated, docs, ident, prefixed};
use super::ty::{self, element_setter, inline};
use crate::ir::{Member, Type};

/// Returns the setters and the getter of a member that the builder holds in `place`.
pub(super) fn setters(member: &Member, place: &TokenStream) -> TokenStream {
    let (set, get) = (
        prefixed("set_", &member.name.rust),
        prefixed("get_", &member.name.rust),
    );
    let ty = ty::owned(&member.ty);
    let plain = plain_setter(member, place);
    let deprecated = deprecated(&member.deprecated);
    let (set_docs, get_docs) = set_and_get_docs(member);
    quote! {
        #plain

        #set_docs
        #deprecated
        #[inline]
        pub fn #set(mut self, input: Option<#ty>) -> Self {
            #place = input;
            self
        }

        #get_docs
        #deprecated
        #[inline]
        pub fn #get(&self) -> &Option<#ty> {
            &#place
        }
    }
}

fn plain_setter(member: &Member, place: &TokenStream) -> TokenStream {
    let field = ident(&member.name.rust);
    let inline = inline(&member.ty);
    let (parameters, statement) = match &member.ty {
        Type::List { element, sparse } => {
            let (parameter, value) = element_setter(element, *sparse, "input");
            (
                quote!(input: #parameter),
                quote!(#place.get_or_insert_default().push(#value);),
            )
        }
        Type::Map { key, value, sparse } => {
            let (key, key_value) = ty::setter(key, "k");
            let (parameter, value) = element_setter(value, *sparse, "v");
            let statement = match ty::is_string_map(&member.ty) {
                true => quote!(string_map::insert(&mut #place, #key_value, #value);),
                false => quote!(#place.get_or_insert_default().insert(#key_value, #value);),
            };
            (quote!(k: #key, v: #parameter), statement)
        }
        Type::String => (
            quote!(input: impl Into<String>),
            quote!(held::set_string(&mut #place, input);),
        ),
        ty => {
            let (parameter, value) = ty::setter(ty, "input");
            (quote!(input: #parameter), quote!(#place = Some(#value);))
        }
    };
    let docs = setter_docs(member);
    let deprecated = deprecated(&member.deprecated);
    quote! {
        #docs
        #deprecated
        #inline
        pub fn #field(mut self, #parameters) -> Self {
            #statement
            self
        }
    }
}

/// Returns the documentation of a member's setter.
fn setter_docs(member: &Member) -> TokenStream {
    docs(&member.docs.setter)
}

/// Returns the documentation of a member's methods `set_…` and `get_…`.
fn set_and_get_docs(member: &Member) -> (TokenStream, TokenStream) {
    (docs(&member.docs.option_setter), docs(&member.docs.getter))
}
