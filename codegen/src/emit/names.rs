//! The names that a file uses: its imports, and the paths of names that its types shadow.
//!
//! Emitters write `Option`, `Arc` or `json::Read` without a full path. A model may have a shape
//! called `Option`; in the file that defines it, the standard library's type needs its path.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};
use quote::quote;

use super::tokens::ident;

/// The names that can be imported, in the order of their `use` lines.
///
/// Names of the runtime share one line.
const IMPORTS: [&str; 23] = [
    "std::borrow::Cow",
    "std::collections::HashMap",
    "std::fmt",
    "std::future::Future",
    "std::sync::Arc",
    "std::sync::OnceLock",
    "restjson1_runtime::client",
    "restjson1_runtime::error",
    "restjson1_runtime::held",
    "restjson1_runtime::http",
    "restjson1_runtime::json",
    "restjson1_runtime::operation",
    "restjson1_runtime::paginate",
    "restjson1_runtime::plugin",
    "restjson1_runtime::string_map",
    "restjson1_runtime::waiters",
    "crate::client::customize",
    "crate::client::customize::internal",
    "crate::config",
    "crate::error::UnknownVariantError",
    "crate::error::sealed_unhandled::Unhandled",
    "crate::primitives::sealed_enum_unknown::UnknownVariantValue",
    "crate::types",
];

/// The imports by their last segments.
static IMPORT_BY_NAME: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let imports = IMPORTS.iter();
    imports.map(|path| (last_segment(path), *path)).collect()
});

/// The names of the prelude, which need no import.
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

const RUNTIME: &str = "restjson1_runtime::";

/// Returns the name of a type or variant, for the file that defines it.
///
/// The name is in an invisible group, so that [`with_imports`] does not take it for an import or a
/// name of the prelude. Names after `Self::` or another path need no group.
pub(super) fn local(rust: &str) -> TokenStream {
    let name = ident(rust);
    let group = Group::new(Delimiter::None, quote!(#name));
    TokenTree::Group(group).into()
}

/// Returns `items` after the imports that they need.
///
/// `types` are the types that the file defines. Names that they shadow, imported or of the prelude,
/// are written with their full paths.
pub(super) fn with_imports(
    inner_docs: &TokenStream,
    types: &[&str],
    items: TokenStream,
) -> TokenStream {
    let mut resolver = Resolver {
        types,
        needed: BTreeSet::new(),
    };
    let items = resolver.resolve(items);
    let imports = resolver.imports();
    quote!(#inner_docs #imports #items)
}

/// Resolver of the names in a file.
struct Resolver<'a> {
    /// The types that the file defines.
    types: &'a [&'a str],
    /// The entries of `IMPORTS` found so far.
    needed: BTreeSet<&'static str>,
}

impl Resolver<'_> {
    /// Returns `tokens` with paths for shadowed names, and without the groups around local names.
    fn resolve(&mut self, tokens: TokenStream) -> TokenStream {
        let mut tokens = tokens.into_iter().peekable();
        let mut resolved = Vec::with_capacity(tokens.size_hint().0);
        let mut next = Before::Other;
        while let Some(token) = tokens.next() {
            let before = next;
            next = before.and(&token);
            match token {
                TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                    resolved.extend(group.stream());
                }
                TokenTree::Group(group) => {
                    let (delimiter, stream) = (group.delimiter(), group.stream());
                    // The tokens of a stream without another owner are moved instead of cloned.
                    drop(group);
                    resolved.push(Group::new(delimiter, self.resolve(stream)).into());
                }
                TokenTree::Ident(name) => {
                    let is_module = tokens.peek().is_some_and(starts_separator);
                    match self.resolve_name(&name, before, is_module) {
                        Some(path) => resolved.extend(path),
                        None => resolved.push(name.into()),
                    }
                }
                token => resolved.push(token),
            }
        }
        resolved.into_iter().collect()
    }

    /// Returns the path of a shadowed name; adds other names to the imports.
    fn resolve_name(
        &mut self,
        name: &Ident,
        before: Before,
        is_module: bool,
    ) -> Option<TokenStream> {
        // `type Err = …` defines an associated type. Fields, methods and later segments of a path
        // are no names of this file.
        if matches!(before, Before::Separator | Before::Dot | Before::Type) {
            return None;
        }
        let name = name.to_string();
        if self.types.contains(&&*name) {
            let mut paths = PRELUDE.iter().chain(&IMPORTS);
            return Some(path(paths.find(|path| last_segment(path) == name)?));
        }
        // A lower-case name is a module only in front of `::`; elsewhere it is a variable.
        let is_type = name.starts_with(|first: char| first.is_ascii_uppercase());
        if is_type || is_module {
            self.needed.extend(IMPORT_BY_NAME.get(&*name));
        }
        None
    }

    /// Returns the `use` items.
    fn imports(&self) -> TokenStream {
        let imports = IMPORTS
            .iter()
            .filter(|import| self.needed.contains(**import));
        let (runtime, others): (Vec<&str>, Vec<&str>) =
            imports.partition(|import| import.starts_with(RUNTIME));
        let runtime_names: Vec<_> = runtime
            .iter()
            .map(|path| ident(last_segment(path)))
            .collect();
        let from_runtime = match &*runtime_names {
            [] => None,
            [name] => Some(quote!(use restjson1_runtime::#name;)),
            names => Some(quote!(use restjson1_runtime::{#(#names),*};)),
        };
        let (from_std, from_crate): (Vec<&str>, Vec<&str>) = others
            .iter()
            .partition(|import| import.starts_with("std::"));
        let from_std = from_std.iter().map(|import| path(import));
        let from_crate = from_crate.iter().map(|import| path(import));
        quote! {
            #(use #from_std;)*
            #from_runtime
            #(use #from_crate;)*
        }
    }
}

fn path(path: &str) -> TokenStream {
    let segments = path.split("::").map(ident);
    quote!(#(#segments)::*)
}

fn last_segment(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// The tokens in front of a name, as far as they determine its meaning.
#[derive(Clone, Copy)]
enum Before {
    Colon,
    /// `::`
    Separator,
    Dot,
    /// The keyword `type`.
    Type,
    Other,
}

impl Before {
    /// Returns the same for the name after `token`.
    fn and(self, token: &TokenTree) -> Self {
        match token {
            TokenTree::Punct(punct) => match (punct.as_char(), self) {
                (':', Self::Colon | Self::Separator) => Self::Separator,
                (':', _) => Self::Colon,
                ('.', _) => Self::Dot,
                _ => Self::Other,
            },
            TokenTree::Ident(name) if name == "type" => Self::Type,
            _ => Self::Other,
        }
    }
}

/// Returns `true` if `token` is the first half of `::`.
fn starts_separator(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct)
        if punct.as_char() == ':' && punct.spacing() == Spacing::Joint)
}
