//! Fluent builders: an input's setters, and the call.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{bare, deprecated, doc, docs, ident, prefixed};
use super::ty::{self, element_setter, inline};
use crate::ir::{Member, Operation, Type};

/// The fluent builder of an operation, and the way from a plain builder to a call.
pub(super) fn builder(operation: &Operation) -> TokenStream {
    let method = ident(&operation.method_name);
    let name = prefixed(&operation.name.rust, "FluentBuilder");
    let input = prefixed(&operation.input.name.rust, "Builder");
    let operation_type = ident(&operation.name.rust);
    let operation_path = quote!(super::#operation_type);
    let output = ident(&operation.output.name.rust);
    let output = quote!(super::#output);
    let error = ident(&operation.error);
    let error = quote!(super::#error);
    let docs = docs(&[
        format!(
            "A call of [`{0}`](crate::client::Client::{1}) that is being put together.",
            operation.name.wire,
            bare(&operation.method_name)
        ),
        String::new(),
        "Set the members, then [`send`](Self::send).".to_owned(),
    ]);
    let deprecated = deprecated(&operation.deprecated);
    let paginator = operation.pagination.as_ref().map(|_| {
        let paginator = prefixed(&operation.name.rust, "Paginator");
        let paginator = quote!(super::paginator::#paginator);
        quote! {
            /// The walk over all pages of the answer.
            #[inline]
            pub fn into_paginator(self) -> #paginator {
                #paginator::new(self.handle, self.inner)
            }
        }
    });
    let setters = operation.input.members.iter().map(setters);
    let derive = match operation.input.streams() {
        true => quote!(Debug),
        false => quote!(Clone, Debug),
    };
    quote! {
        #docs
        #deprecated
        #[derive(#derive)]
        #[must_use = "nothing is called before `send`"]
        pub struct #name {
            handle: Arc<client::Handle>,
            inner: #input,
            config_override: Option<config::Builder>,
        }

        impl #name {
            #paginator

            #(#setters)*
        }

        restjson1_runtime::fluent_builder! {
            fluent: #name,
            builder: #input,
            method: #method,
            operation: #operation_path,
            output: #output,
            error: #error,
        }
    }
}

/// The setters and the getter of a member, of a builder that holds the input's.
pub(super) fn setters(member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    let (set, get) = (
        prefixed("set_", &member.name.rust),
        prefixed("get_", &member.name.rust),
    );
    let ty = ty::owned(&member.ty);
    let set_docs = doc(&format!("Sets or unsets `{field}`."));
    let get_docs = doc(&format!("Returns the current value of `{field}`."));
    let (parameters, arguments) = match &member.ty {
        Type::List { element, sparse } => {
            let (parameter, _) = element_setter(element, *sparse, "input");
            (quote!(input: #parameter), quote!(input))
        }
        Type::Map { key, value, sparse } => {
            let (key, _) = ty::setter(key, "k");
            let (value, _) = element_setter(value, *sparse, "v");
            (quote!(k: #key, v: #value), quote!(k, v))
        }
        ty => {
            let (parameter, _) = ty::setter(ty, "input");
            (quote!(input: #parameter), quote!(input))
        }
    };
    let note = match &member.ty {
        Type::List { .. } => Some("Each call adds an element."),
        Type::Map { .. } => Some("Each call adds an entry."),
        _ => None,
    };
    let note = note.map(|note| docs(&[String::new(), note.to_owned()]));
    let docs = docs(&member.docs);
    let deprecated = deprecated(&member.deprecated);
    let inline = inline(&member.ty);
    quote! {
        #docs
        #note
        #deprecated
        #inline
        pub fn #field(mut self, #parameters) -> Self {
            self.inner = self.inner.#field(#arguments);
            self
        }

        #set_docs
        #deprecated
        #[inline]
        pub fn #set(mut self, input: Option<#ty>) -> Self {
            self.inner = self.inner.#set(input);
            self
        }

        #get_docs
        #deprecated
        #[inline]
        pub fn #get(&self) -> &Option<#ty> {
            self.inner.#get()
        }
    }
}
