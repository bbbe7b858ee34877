//! Small pieces that all emitters print.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

/// An identifier of the IR, raw ones included.
pub(crate) fn ident(text: &str) -> Ident {
    match text.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(text, Span::call_site()),
    }
}

/// An identifier made of a prefix and an identifier of the IR: `set_` and `r#type` make `set_type`,
/// `set_` and `_1` make `set_1`.
pub(crate) fn prefixed(prefix: &str, text: &str) -> Ident {
    let mut bare = bare(text);
    if prefix.ends_with('_') {
        bare = bare.trim_start_matches('_');
    }
    Ident::new(&format!("{prefix}{bare}"), Span::call_site())
}

/// Outer documentation.
pub(crate) fn docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| spaced(line));
    quote!(#(#[doc = #lines])*)
}

/// Outer documentation of one line.
pub(crate) fn doc(line: &str) -> TokenStream {
    let line = spaced(line);
    quote!(#[doc = #line])
}

/// The attribute of what is deprecated, which comes after the documentation.
pub(crate) fn deprecated(note: &Option<String>) -> Option<TokenStream> {
    let note = note.as_ref()?;
    Some(quote!(#[deprecated(note = #note)]))
}

/// Inner documentation.
pub(crate) fn inner_docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| spaced(line));
    quote!(#(#![doc = #lines])*)
}

fn spaced(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    }
}

/// An identifier without `r#`.
pub(crate) fn bare(rust: &str) -> &str {
    rust.strip_prefix("r#").unwrap_or(rust)
}

/// Whether `name` stands anywhere in `tokens`.
pub(crate) fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => mentions(&group.stream(), name),
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
