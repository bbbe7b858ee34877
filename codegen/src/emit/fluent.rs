//! Fluent builders: the setters of an input, and `send`.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder::place;
use super::setters;
use super::tokens::{bare, deprecated, docs, ident};
use crate::ir::{BuilderForm, Operation, Structure};

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
    let setters = setters(&operation.input);
    let form = match operation.input.builder {
        BuilderForm::Value => quote!(value),
        BuilderForm::Members => quote!(build),
    };
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
            input: #form,
            method: #method,
            operation: #operation_path,
            output: #output,
            error: #error,
        }
    }
}

/// Returns the setters and getters of the input, whose builder is in the field `inner`.
pub(super) fn setters(input: &Structure) -> impl Iterator<Item = TokenStream> + '_ {
    let members = input.members.iter();
    members.map(|member| setters::setters(member, &place(input, member, &quote!(self.inner))))
}
