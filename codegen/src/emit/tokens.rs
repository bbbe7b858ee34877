//! Small pieces that all emitters print.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

/// An identifier of the IR, raw ones included.
pub(super) fn ident(text: &str) -> Ident {
    match text.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(text, Span::call_site()),
    }
}

/// An identifier made of a prefix and an identifier of the IR: `set_` and `r#type` make `set_type`,
/// `set_` and `_1` make `set_1`.
pub(super) fn prefixed(prefix: &str, text: &str) -> Ident {
    let mut bare = bare(text);
    if prefix.ends_with('_') {
        bare = bare.trim_start_matches('_');
    }
    Ident::new(&format!("{prefix}{bare}"), Span::call_site())
}

/// Outer documentation.
pub(super) fn docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| spaced(line));
    quote!(#(#[doc = #lines])*)
}

/// Outer documentation of one line.
pub(super) fn doc(line: &str) -> TokenStream {
    let line = spaced(line);
    quote!(#[doc = #line])
}

/// The attribute of what is deprecated, which comes after the documentation.
pub(super) fn deprecated(note: &Option<String>) -> Option<TokenStream> {
    let note = note.as_ref()?;
    Some(quote!(#[deprecated(note = #note)]))
}

/// Inner documentation.
pub(super) fn inner_docs(lines: &[String]) -> TokenStream {
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
pub(super) fn bare(rust: &str) -> &str {
    rust.strip_prefix("r#").unwrap_or(rust)
}

/// Whether `name` stands anywhere in `tokens`.
pub(super) fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => mentions(&group.stream(), name),
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
