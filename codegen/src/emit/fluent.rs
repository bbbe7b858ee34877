//! Fluent builders: an input's setters, and the call.

use proc_macro2::TokenStream;
use quote::quote;

use super::structure::{element_setter, inline};
use super::tokens::{doc, docs, ident, prefixed};
use super::ty;
use crate::ir::{Member, Operation, Type};

/// The fluent builder of an operation, and the way from a plain builder to a call.
pub(super) fn builder(operation: &Operation) -> TokenStream {
    let module = ident(&operation.module);
    let name = prefixed(&operation.name.rust, "FluentBuilder");
    let input = prefixed(&operation.input.name.rust, "Builder");
    let operation_type = ident(&operation.name.rust);
    let operation_path = quote!(super::#operation_type);
    let output = ident(&operation.output.name.rust);
    let output = quote!(super::#output);
    let error = prefixed(&operation.name.rust, "Error");
    let error = quote!(super::#error);
    let result = quote!(internal::SendResult<#output, #error>);
    let docs = docs(&[
        format!(
            "A call of [`{0}`](crate::client::Client::{1}) that is being put together.",
            operation.name.wire, operation.module
        ),
        String::new(),
        "Set the members, then [`send`](Self::send).".to_owned(),
    ]);
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
    quote! {
        impl #input {
            /// Makes the call with what is set, through `client`.
            ///
            /// # Errors
            /// As the operation; when a member that the URI needs is unset, as a construction
            /// failure.
            #[inline]
            pub fn send_with(
                self,
                client: &crate::client::Client,
            ) -> impl Future<Output = #result> + Send {
                let mut fluent_builder = client.#module();
                fluent_builder.inner = self;
                fluent_builder.send()
            }
        }

        #docs
        #[derive(Clone, Debug)]
        pub struct #name {
            handle: Arc<client::Handle>,
            inner: #input,
            config_override: Option<config::Builder>,
        }

        impl #name {
            #[inline]
            pub(crate) fn new(handle: Arc<client::Handle>) -> Self {
                Self {
                    handle,
                    inner: Default::default(),
                    config_override: None,
                }
            }

            /// The input, as far as it is set.
            #[inline]
            pub fn as_input(&self) -> &#input {
                &self.inner
            }

            /// Makes the call.
            ///
            /// # Errors
            /// As the operation; when a member that the URI needs is unset, as a construction
            /// failure.
            #[inline]
            pub fn send(self) -> impl Future<Output = #result> + Send {
                client::Call::new(
                    &self.handle,
                    #operation_path::plugin(),
                    self.inner.build(),
                    self.config_override.map(config::Builder::into_inner),
                )
            }

            /// The call with interceptors or settings of its own.
            #[inline]
            pub fn customize(
                self,
            ) -> customize::CustomizableOperation<#output, #error, Self> {
                customize::CustomizableOperation::new(self)
            }

            #paginator

            #(#setters)*
        }

        impl internal::CustomizableSend<#output, #error> for #name {
            #[inline]
            fn send(
                mut self,
                config_override: config::Builder,
            ) -> internal::BoxFuture<
                internal::SendResult<#output, #error>,
            > {
                self.config_override = Some(config_override);
                Box::pin(Self::send(self))
            }
        }
    }
}

fn setters(member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    let (set, get) = (
        prefixed("set_", &member.name.rust),
        prefixed("get_", &member.name.rust),
    );
    let ty = ty::owned(&member.ty);
    let set_docs = doc(&format!("Sets or unsets `{field}`."));
    let get_docs = doc(&format!("What `{field}` is set to."));
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
    let inline = inline(&member.ty);
    quote! {
        #docs
        #note
        #inline
        pub fn #field(mut self, #parameters) -> Self {
            self.inner = self.inner.#field(#arguments);
            self
        }

        #set_docs
        #[inline]
        pub fn #set(mut self, input: Option<#ty>) -> Self {
            self.inner.#field = input;
            self
        }

        #get_docs
        #[inline]
        pub fn #get(&self) -> &Option<#ty> {
            &self.inner.#field
        }
    }
}
