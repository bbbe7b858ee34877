//! Fluent builders: the setters of an input, and `send`.

use proc_macro2::TokenStream;
use quote::quote;

use super::setters::{set_and_get_docs, setter_docs};
use super::tokens::{bare, deprecated, docs, ident, prefixed};
use super::ty::{self, element_setter, inline};
use crate::ir::{Member, Operation, Type};

/// Returns the fluent builder of an operation.
pub(super) fn builder(operation: &Operation) -> TokenStream {
    let method = ident(&operation.method_name);
    let name = ident(&operation.fluent_builder);
    let input = ident(&operation.input.builder_name);
    let operation_type = ident(&operation.name.rust);
    let operation_path = quote!(super::#operation_type);
    let output = ident(&operation.output.name.rust);
    let output = quote!(super::#output);
    let error = ident(&operation.error);
    let error = quote!(super::#error);
    let docs = docs(&[
        format!(
            "Fluent builder for [`{0}`](crate::client::Client::{1}):",
            operation.name.wire,
            bare(&operation.method_name)
        ),
        "set the members, then call [`send`](Self::send).".to_owned(),
    ]);
    let deprecated = deprecated(&operation.deprecated);
    let paginator = operation.pagination.as_ref().map(|pagination| {
        let paginator = ident(&pagination.paginator);
        let paginator = quote!(super::paginator::#paginator);
        quote! {
            /// Creates a paginator, which fetches all pages of the output.
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
        #[must_use = "no request is sent before `send` is awaited"]
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

/// Returns the setters and the getter of a member.
///
/// The builder delegates to the builder of the input in its field `inner`.
pub(super) fn setters(member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    let (set, get) = (
        prefixed("set_", &member.name.rust),
        prefixed("get_", &member.name.rust),
    );
    let ty = ty::owned(&member.ty);
    let (set_docs, get_docs) = set_and_get_docs(member);
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
    let docs = setter_docs(member);
    let deprecated = deprecated(&member.deprecated);
    let inline = inline(&member.ty);
    quote! {
        #docs
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
