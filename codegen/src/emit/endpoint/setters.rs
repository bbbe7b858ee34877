//! The getter and the setters of a parameter.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::tokens::{deprecated, doc, docs, ident, prefixed};
use crate::identifier::bare;
use crate::ir::{Parameter, ParameterKind};

/// Returns the type of a parameter's value.
pub(super) fn owned(parameter: &Parameter) -> TokenStream {
    match parameter.kind {
        ParameterKind::String => quote!(String),
        ParameterKind::Boolean => quote!(bool),
        ParameterKind::StringArray => quote!(Vec<String>),
    }
}

/// Returns the documentation: `line`, then the model's text.
fn described(parameter: &Parameter, line: &str) -> TokenStream {
    let line = doc(line);
    let more = (!parameter.docs.is_empty()).then(|| {
        let lines = docs(&parameter.docs);
        quote!(#[doc = ""] #lines)
    });
    quote!(#line #more)
}

pub(super) fn getter(parameter: &Parameter) -> TokenStream {
    let field = ident(&parameter.name.rust);
    let docs = described(parameter, &parameter.getter_docs);
    let deprecated = deprecated(&parameter.deprecated);
    let (ty, value) = match (parameter.kind, parameter.required) {
        (ParameterKind::String, false) => (quote!(&str), quote!(self.#field.as_deref())),
        (ParameterKind::String, true) => (quote!(&str), quote!(Some(&self.#field))),
        (ParameterKind::Boolean, true) => (quote!(bool), quote!(Some(self.#field))),
        (ParameterKind::Boolean, false) => (quote!(bool), quote!(self.#field)),
        (ParameterKind::StringArray, false) => (quote!(&[String]), quote!(self.#field.as_deref())),
        (ParameterKind::StringArray, true) => (quote!(&[String]), quote!(Some(&self.#field))),
    };
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #field(&self) -> Option<#ty> {
            #value
        }
    }
}

pub(super) fn setters(parameter: &Parameter) -> TokenStream {
    let field = ident(&parameter.name.rust);
    let set = prefixed("set_", &parameter.name.rust);
    let docs = described(parameter, &parameter.setter_docs);
    let name = bare(&parameter.name.rust);
    let set_docs = doc(&format!(
        "Like [`{name}`](Self::{name}); `None` unsets the value."
    ));
    let deprecated = deprecated(&parameter.deprecated);
    let ty = owned(parameter);
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #field(mut self, value: impl Into<#ty>) -> Self {
            self.#field = Some(value.into());
            self
        }

        #set_docs
        #deprecated
        #[inline]
        pub fn #set(mut self, param: Option<#ty>) -> Self {
            self.#field = param;
            self
        }
    }
}
