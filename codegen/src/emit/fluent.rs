//! Fluent builders: the setters of an input, and `send`.

use proc_macro2::TokenStream;
use quote::quote;

use super::setters;
use super::tokens::{deprecated, docs, ident};
use crate::identifier::bare;
use crate::ir::{BuilderForm, Operation};

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
    let mut lines = vec![
        format!(
            "Fluent builder for [`{0}`](crate::client::Client::{1}):",
            operation.name.wire,
            bare(&operation.method_name)
        ),
        "set the members, then call [`send`](Self::send).".to_owned(),
    ];
    if !operation.examples.is_empty() {
        lines.extend(["", "See the [examples](super#examples)."].map(str::to_owned));
    }
    let docs = docs(&lines);
    let deprecated = deprecated(&operation.deprecated);
    let paginator = operation.pagination.as_ref().map(|pagination| {
        let paginator = ident(&pagination.paginator);
        let paginator = quote!(super::paginator::#paginator);
        quote! {
            /// Creates a paginator, which fetches all pages of the output.
            #[inline]
            pub fn into_paginator(self) -> #paginator {
                #paginator::new(self.sender.handle, self.value.0)
            }
        }
    });
    let setters = setters(operation);
    let methods = paginator.map(|paginator| quote!(impl #name { #paginator }));
    let form = match operation.input.builder {
        BuilderForm::Value => quote!(value),
        BuilderForm::Members => quote!(build),
    };
    let derive = match operation.input.streams() {
        true => None,
        false => Some(quote!(#[derive(Clone)])),
    };
    // rustdoc shows methods in the order of the source: `send` first.
    quote! {
        #docs
        #deprecated
        #derive
        #[must_use = "no request is sent before `send` is awaited"]
        pub struct #name {
            sender: client::Sender,
            value: held::Held<#input>,
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

        #methods

        #setters
    }
}

/// Returns the setters and getters of the input: for its builder, and for those that hold it.
fn setters(operation: &Operation) -> Option<TokenStream> {
    let (input, fluent) = (&operation.input, ident(&operation.fluent_builder));
    let builder = ident(&input.builder_name);
    let waiters = operation.waiters.iter().map(|waiter| {
        let (module, waiter) = (ident(&waiter.module), ident(&waiter.fluent_builder));
        quote!(crate::waiters::#module::#waiter)
    });
    // The setters of the builder itself are with it if it does not hold the input.
    let builder = (input.builder == BuilderForm::Value).then(|| quote!(#builder,));
    let setters = input.members.iter().map(|member| {
        let field = ident(&member.name.rust);
        setters::setters(member, &quote!(self.value.#field))
    });
    (!input.members.is_empty()).then(|| {
        quote! {
            restjson1_runtime::setters! {
                impl (#builder #fluent, #(#waiters),*) {
                    #(#setters)*
                }
            }
        }
    })
}
