//! The facts about errors: the enum of their kinds, and the trait that explains them.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::ident;
use crate::ir::Client;

/// Returns the items for `error.rs`.
pub(super) fn error_ext(client: &Client, lib_name: &str) -> TokenStream {
    let facts = &client.error_facts;
    let kinds = facts.kinds.iter().map(|kind| {
        let (docs, name) = (kind.docs.join("\n"), ident(&kind.name));
        quote!(#name(#docs))
    });
    let codes = facts.codes.iter().map(|(code, kind)| {
        let kind = ident(kind);
        quote!((#code, #kind))
    });
    let hints = facts.hints.iter().map(|hint| {
        let operation = hint.operation.as_deref().unwrap_or_default();
        let (error, text) = (&hint.error, &hint.text);
        quote!((#operation, #error, #text))
    });
    let example = client.example.as_ref();
    let example = example.map(|method| quote!(example: #method,));
    quote! {
        restjson1_runtime::error_ext! {
            crate_name: #lib_name,
            #example
            kinds: [#(#kinds),*],
            codes: [#(#codes),*],
            hints: [#(#hints),*],
        }
    }
}
