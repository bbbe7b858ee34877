//! The error enum of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::local;
use super::tokens::{UNHANDLED_NOTE, deprecated, docs, ident, prefixed};
use crate::identifier::bare;
use crate::ir::{Operation, Retryable};

/// Returns the enum, its methods and its trait implementations.
pub(super) fn errors(operation: &Operation) -> TokenStream {
    let name = local(&operation.error);
    let variants = operation.errors.iter().map(|variant| {
        let docs = docs(&variant.docs);
        let deprecated = deprecated(&variant.deprecated);
        let (name, ty) = (local(&variant.name.rust), ident(&variant.name.rust));
        quote!(#docs #deprecated #name(types::error::#ty),)
    });
    let codes = operation.errors.iter().map(|variant| {
        let (name, code) = (local(&variant.name.rust), &variant.name.wire);
        quote!(#name(#code))
    });
    let checks = operation.errors.iter().map(|variant| {
        let docs = docs(&[format!(
            "Returns `true` if the error is [`{0}`](Self::{0}).",
            variant.name.rust
        )]);
        let deprecated = deprecated(&variant.deprecated);
        let method = prefixed("is_", &variant.method);
        let name = ident(&variant.name.rust);
        quote! {
            #docs
            #deprecated
            #[inline]
            pub fn #method(&self) -> bool {
                matches!(self, Self::#name(_))
            }
        }
    });
    let checks = (!operation.errors.is_empty()).then(|| quote!(impl #name { #(#checks)* }));
    let docs = docs(&[format!(
        "Error of [`{}`](crate::client::Client::{}).",
        operation.name.wire,
        bare(&operation.method_name)
    )]);
    let retryable = retryable(operation);
    let operation_name = &operation.name.wire;
    let unhandled = local("Unhandled");
    quote! {
        #docs
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// An error that the operation does not declare, or a response that cannot be parsed.
            #[deprecated(note = #UNHANDLED_NOTE)]
            #unhandled(Unhandled),
        }

        #checks

        restjson1_runtime::error_enum! {
            error: #name, operation: #operation_name, variants: [#(#codes),*] #retryable
        }
    }
}

/// Returns the retryable errors, as an argument of `error_enum!`.
fn retryable(operation: &Operation) -> Option<TokenStream> {
    let variants = operation.errors.iter().filter_map(|variant| {
        let name = local(&variant.name.rust);
        let kind = ident(match variant.retryable? {
            Retryable::Throttling => "ThrottlingError",
            Retryable::Server => "ServerError",
            Retryable::Client => "ClientError",
        });
        Some(quote!(#name(#kind)))
    });
    let variants: Vec<_> = variants.collect();
    (!variants.is_empty()).then(|| quote!(, retryable: [#(#variants),*]))
}
