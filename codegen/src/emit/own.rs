//! Names that a file defines and that Rust's prelude or an import has as well.
//!
//! A model may have a shape called `Option`. In the file that defines it, Rust's own one is said with
//! its path. So that the two can be told apart, emitters mark the file's own: see [`own`].

use std::collections::BTreeMap;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use super::imports::{IMPORTS, is_part, name};
use super::tokens::ident;

/// What needs no import, by name.
const PRELUDE: [&str; 15] = [
    "std::boxed::Box",
    "std::convert::AsRef",
    "std::convert::From",
    "std::convert::Into",
    "std::default::Default",
    "std::marker::Send",
    "std::marker::Sync",
    "std::option::Option",
    "std::option::Option::None",
    "std::option::Option::Some",
    "std::result::Result",
    "std::result::Result::Err",
    "std::result::Result::Ok",
    "std::string::String",
    "std::vec::Vec",
];

const MARK: &str = "__own_";

/// The name of a type or variant where it is defined, and wherever the file that defines it says it
/// without a path.
pub(super) fn own(rust: &str) -> Ident {
    if path(rust).is_some() {
        Ident::new(&format!("{MARK}{rust}"), Span::call_site())
    } else {
        ident(rust)
    }
}

/// The names that a file defines and that may be any.
#[derive(Default)]
pub(super) struct ShadowedNames<'a> {
    /// Types: within the file they hide what else is called like them.
    pub(super) types: Vec<&'a str>,
    /// Variants: they hide nothing, but must not be taken for something else.
    pub(super) variants: Vec<&'a str>,
}

impl<'a> ShadowedNames<'a> {
    /// Those of a file that defines the structure `rust`.
    pub(super) fn of(rust: &'a str) -> Self {
        Self {
            types: vec![rust],
            variants: Vec::new(),
        }
    }
}

/// What generated files mean by `name` when they say it without a path.
fn path(rust: &str) -> Option<&'static str> {
    let mut paths = PRELUDE.iter().chain(&IMPORTS);
    paths.find(|path| name(path) == rust).copied()
}

/// `items` with paths for what the file has types of its own for.
pub(super) fn with_paths(own: &ShadowedNames<'_>, items: TokenStream) -> TokenStream {
    let names = own
        .types
        .iter()
        .filter_map(|name| Some((*name, path(name)?)));
    let names: BTreeMap<_, _> = names.collect();
    if names.is_empty() {
        return items;
    }
    replaced(items, &|ident, before| {
        let path = names.get(&*ident.to_string())?;
        // `type Err = …` says what an associated type is.
        let is_definition = matches!(before, [.., TokenTree::Ident(keyword)] if keyword == "type");
        if is_part(before) || is_definition {
            return None;
        }
        let parts = path.split("::").map(self::ident);
        Some(quote!(#(#parts)::*))
    })
}

/// `items` without the marks.
pub(super) fn unmarked(own: &ShadowedNames<'_>, items: TokenStream) -> TokenStream {
    let mut names = own.types.iter().chain(&own.variants);
    if names.all(|name| path(name).is_none()) {
        return items;
    }
    replaced(items, &|ident, _| {
        let text = ident.to_string();
        let name = self::ident(text.strip_prefix(MARK)?);
        Some(quote!(#name))
    })
}

/// `tokens` with what `f` puts in the place of identifiers, of which it also sees what is before.
fn replaced(
    tokens: TokenStream,
    f: &dyn Fn(&Ident, &[TokenTree]) -> Option<TokenStream>,
) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let one = |(index, token): (usize, &TokenTree)| match token {
        TokenTree::Group(group) => {
            let group = Group::new(group.delimiter(), replaced(group.stream(), f));
            TokenTree::Group(group).into()
        }
        TokenTree::Ident(ident) => {
            f(ident, &tokens[..index]).unwrap_or_else(|| token.clone().into())
        }
        other => other.clone().into(),
    };
    tokens.iter().enumerate().map(one).collect()
}
