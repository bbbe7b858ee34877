//! The imports of a file: found in what it names, so that none is missing and none is left over.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::own::{ShadowedNames, unmarked, with_paths};
use super::tokens::ident;

/// What can be imported: in the order of the lines, those of the runtime crate in one.
pub(super) const IMPORTS: [&str; 21] = [
    "std::borrow::Cow",
    "std::collections::HashMap",
    "std::fmt",
    "std::future::Future",
    "std::sync::Arc",
    "std::sync::OnceLock",
    "restjson1_runtime::client",
    "restjson1_runtime::error",
    "restjson1_runtime::http",
    "restjson1_runtime::json",
    "restjson1_runtime::operation",
    "restjson1_runtime::paginate",
    "restjson1_runtime::plugin",
    "restjson1_runtime::waiters",
    "crate::client::customize",
    "crate::client::customize::internal",
    "crate::config",
    "crate::error::UnknownVariantError",
    "crate::error::sealed_unhandled::Unhandled",
    "crate::primitives::sealed_enum_unknown::UnknownVariantValue",
    "crate::types",
];

const RUNTIME: &str = "restjson1_runtime::";

/// The name that an import brings.
pub(super) fn name(import: &str) -> &str {
    import.rsplit("::").next().unwrap_or(import)
}

/// `items` with the imports that they need before them. What the file's own names
/// hide is said with its path.
pub(super) fn with_imports(
    inner_docs: &TokenStream,
    own: &ShadowedNames<'_>,
    items: &TokenStream,
) -> TokenStream {
    let items = with_paths(own, items.clone());
    let mut needed = BTreeSet::new();
    collect(items.clone(), &IMPORTS.map(name), &mut needed);
    let items = unmarked(own, items);
    let of = |origin: fn(&str) -> bool| {
        let imports = IMPORTS.iter().filter(|import| needed.contains(**import));
        imports.filter(move |import| origin(import))
    };
    let path = |import: &&str| {
        let parts = import.split("::").map(ident);
        quote!(use #(#parts)::*;)
    };
    let std = of(|import| import.starts_with("std::")).map(path);
    let own = of(|import| import.starts_with("crate::")).map(path);
    let runtime = of(|import| import.starts_with(RUNTIME));
    let runtime: Vec<_> = runtime.map(|import| ident(name(import))).collect();
    let runtime = match &*runtime {
        [] => None,
        [one] => Some(quote!(use restjson1_runtime::#one;)),
        several => Some(quote!(use restjson1_runtime::{#(#several),*};)),
    };
    quote! {
        #inner_docs
        #(#std)*
        #runtime
        #(#own)*
        #items
    }
}

/// Those of `IMPORTS` whose names stand at the start of a path: modules in front of `::`, types
/// anywhere.
fn collect(tokens: TokenStream, names: &[&str], needed: &mut BTreeSet<&'static str>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => collect(group.stream(), names, needed),
            TokenTree::Ident(found) => {
                let Some(place) = names.iter().position(|name| found == name) else {
                    continue;
                };
                let is_part = is_part(&tokens[..index]);
                let is_type = names[place].starts_with(|first: char| first.is_ascii_uppercase());
                let leads = is_separator(tokens.get(index + 1..index + 3).unwrap_or_default());
                if !is_part && (is_type || leads) {
                    needed.insert(IMPORTS[place]);
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Whether what follows `before` is not the start of a path.
pub(super) fn is_part(before: &[TokenTree]) -> bool {
    is_separator(before) || matches!(before, [.., token] if is(token, '.'))
}

/// Whether `tokens` end with `::`.
fn is_separator(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [.., first, second] if is(first, ':') && is(second, ':'))
}

fn is(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}
