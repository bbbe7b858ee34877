//! Identifiers, documentation and attributes, which all emitters print.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;

use crate::{identifier, printable};

/// The deprecation note of the `Unhandled` variants and of their content.
pub(crate) const UNHANDLED_NOTE: &str =
    "match it with a wildcard arm and use `code()`; later versions may add variants";

/// Returns an identifier of the IR, which may be raw.
pub(crate) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// Returns a prefix and an identifier of the IR as one identifier.
pub(crate) fn prefixed(prefix: &str, name: &str) -> Ident {
    ident(&identifier::prefixed(prefix, name))
}

/// Returns outer documentation.
pub(crate) fn docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| spaced(line));
    quote!(#(#[doc = #lines])*)
}

/// Returns outer documentation of one line.
pub(crate) fn doc(line: &str) -> TokenStream {
    let line = spaced(line);
    quote!(#[doc = #line])
}

/// Returns the attribute of a deprecated item, which comes after the documentation.
pub(crate) fn deprecated(note: &Option<String>) -> Option<TokenStream> {
    let note = printable::line(note.as_ref()?);
    Some(quote!(#[deprecated(note = #note)]))
}

/// Returns inner documentation.
pub(crate) fn inner_docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| spaced(line));
    quote!(#(#![doc = #lines])*)
}

/// Returns a line of a doc comment: a line break in it would begin another line, perhaps of code.
///
/// It is a raw string, because those are read without a look at each character, and documentation is
/// most of the generated text.
fn spaced(line: &str) -> Literal {
    let mut line = printable::prose(line);
    if line.is_empty() {
        return Literal::string("");
    }
    if line.contains('\n') || line.contains('\t') {
        line = line.replace(['\n', '\t'], " ").into();
    }
    let raw = match line.contains("\"#") {
        true => None,
        false => format!("r#\" {line}\"#").parse().ok(),
    };
    raw.unwrap_or_else(|| Literal::string(&format!(" {line}")))
}

/// Returns `true` if `name` is an identifier in `tokens`.
pub(crate) fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => mentions(&group.stream(), name),
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
