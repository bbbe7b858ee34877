//! The imports of a file: found in what it names, so that none is missing and none is left over.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

/// The names that can be imported.
const CANDIDATES: [&str; 20] = [
    "Cow",
    "HashMap",
    "fmt",
    "Future",
    "Arc",
    "OnceLock",
    "customize",
    "internal",
    "config",
    "UnknownVariantError",
    "Unhandled",
    "UnknownVariantValue",
    "types",
    "client",
    "error",
    "http",
    "json",
    "operation",
    "paginate",
    "plugin",
];

/// `items` with the imports that they need before them.
pub(super) fn with_imports(inner_docs: &TokenStream, items: &TokenStream) -> TokenStream {
    let mut named = BTreeSet::new();
    collect(items.clone(), &mut named);
    let named = |name: &&str| named.contains(*name);

    let std = [
        (
            "Cow",
            quote!(
                use std::borrow::Cow;
            ),
        ),
        (
            "HashMap",
            quote!(
                use std::collections::HashMap;
            ),
        ),
        (
            "fmt",
            quote!(
                use std::fmt;
            ),
        ),
        (
            "Future",
            quote!(
                use std::future::Future;
            ),
        ),
        (
            "Arc",
            quote!(
                use std::sync::Arc;
            ),
        ),
        (
            "OnceLock",
            quote!(
                use std::sync::OnceLock;
            ),
        ),
    ];
    let std = std
        .into_iter()
        .filter(|(name, _)| named(name))
        .map(|(_, tokens)| tokens);

    let runtime = [
        "client",
        "error",
        "http",
        "json",
        "operation",
        "paginate",
        "plugin",
    ];
    let runtime: Vec<_> = runtime
        .into_iter()
        .filter(named)
        .map(super::tokens::ident)
        .collect();
    let runtime = match &*runtime {
        [] => None,
        [one] => Some(quote!(use restjson1_runtime::#one;)),
        several => Some(quote!(use restjson1_runtime::{#(#several),*};)),
    };

    let own = [
        (
            "customize",
            quote!(
                use crate::client::customize;
            ),
        ),
        (
            "internal",
            quote!(
                use crate::client::customize::internal;
            ),
        ),
        (
            "config",
            quote!(
                use crate::config;
            ),
        ),
        (
            "UnknownVariantError",
            quote!(
                use crate::error::UnknownVariantError;
            ),
        ),
        (
            "Unhandled",
            quote!(
                use crate::error::sealed_unhandled::Unhandled;
            ),
        ),
        (
            "UnknownVariantValue",
            quote!(
                use crate::primitives::sealed_enum_unknown::UnknownVariantValue;
            ),
        ),
        (
            "types",
            quote!(
                use crate::types;
            ),
        ),
    ];
    let own = own
        .into_iter()
        .filter(|(name, _)| named(name))
        .map(|(_, tokens)| tokens);

    quote! {
        #inner_docs
        #(#std)*
        #runtime
        #(#own)*
        #items
    }
}

/// Those of `CANDIDATES` that stand at the start of a path: modules in front of `::`, types anywhere.
fn collect(tokens: TokenStream, named: &mut BTreeSet<&'static str>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => collect(group.stream(), named),
            TokenTree::Ident(ident) => {
                let Some(name) = CANDIDATES.iter().find(|name| ident == *name) else {
                    continue;
                };
                let before = &tokens[..index];
                let is_part =
                    is_separator(before) || matches!(before, [.., token] if is(token, '.'));
                let is_type = name.starts_with(|first: char| first.is_ascii_uppercase());
                let leads = is_separator(tokens.get(index + 1..index + 3).unwrap_or_default());
                if !is_part && (is_type || leads) {
                    named.insert(name);
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Whether `tokens` end with `::`.
fn is_separator(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [.., first, second] if is(first, ':') && is(second, ':'))
}

fn is(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}
