//! Builders for structures.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::setters::setters;
use super::structure::{link, redacted};
use super::tokens::{deprecated, doc, docs, ident};
use super::ty;
use crate::identifier::bare;
use crate::ir::{Absent, BuilderForm, Document, Literal, Member, Role, Structure, Type};

/// Returns the builder of a structure; `target` is the path of the structure.
pub(super) fn builder(structure: &Structure, target: &TokenStream) -> TokenStream {
    let name = ident(&structure.builder_name);
    let docs = doc(&format!("Builder for {}.", link(structure)));
    let deprecated = deprecated(&structure.deprecated);
    let definition = if structure.builder == BuilderForm::Value {
        wrapper(structure, &name, target)
    } else {
        fields(structure, &name)
    };
    // The setters of an input that the builder holds are those of its fluent builder.
    let is_shared = structure.role == Role::Input && structure.builder == BuilderForm::Value;
    let members = structure.members.iter().filter(|_| !is_shared);
    let setters = members.map(|member| setters(member, &place(structure, member)));
    let is_error = structure.role == Role::Error;
    let meta_setters = is_error.then(meta_setters);
    let build = build(structure, target);
    let methods = match is_error && structure.builder == BuilderForm::Value {
        // The macro has them.
        true => None,
        false => Some(quote!(#meta_setters #build)),
    };
    quote! {
        #docs
        #deprecated
        #definition

        impl #name {
            #(#setters)*
            #methods
        }
    }
}

/// Returns a builder that holds the structure.
fn wrapper(structure: &Structure, name: &Ident, target: &TokenStream) -> TokenStream {
    let members = structure.members.iter();
    let field = |member: &Member| ident(&member.name.rust);
    let value = if structure.usage.in_responses {
        // The empty value has placeholders for required structures; in a builder they are unset.
        let required = members.filter(|member| member.absent == Absent::SomePlaceholder);
        let required: Vec<_> = required.map(field).collect();
        let empty = ident(&structure.empty_function);
        match &*required {
            [] => quote!(value: #target::#empty()),
            required => quote!(value: #target { #(#required: None,)* ..#target::#empty() }),
        }
    } else {
        let fields = members.map(field);
        quote!(unset: #target { #(#fields),* })
    };
    // The metadata of an error is optional in its builder only.
    let is_error = structure.role == Role::Error;
    let meta = is_error.then(|| quote!(meta: Option<error::ErrorMetadata>,));
    let implement = match is_error {
        true => quote!(error_builder! { builder: #name, error: #target, #value }),
        false => quote!(value_builder! { builder: #name, #value }),
    };
    quote! {
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            pub(crate) value: #target,
            #meta
        }

        restjson1_runtime::#implement
    }
}

/// Returns a builder with a field for each member.
fn fields(structure: &Structure, name: &Ident) -> TokenStream {
    // Fluent builders, also those of waiters, set the fields of an input.
    let visibility = (structure.role == Role::Input).then(|| quote!(pub(crate)));
    let fields = structure.members.iter().map(|member| {
        let field = ident(&member.name.rust);
        let ty = ty::owned(&member.ty);
        quote!(#visibility #field: Option<#ty>,)
    });
    let request_id = (structure.role == Role::Output).then(|| quote!(_request_id: Option<String>,));
    let meta = (structure.role == Role::Error).then(|| quote!(meta: Option<error::ErrorMetadata>,));
    let debug = redacted(structure, &structure.builder_name);
    let mut derive = Vec::new();
    if !structure.streams() {
        derive.push(quote!(Clone));
    }
    if debug.is_none() {
        derive.push(quote!(Debug));
    }
    derive.push(quote!(Default));
    if !structure.streams() {
        derive.push(quote!(PartialEq));
    }
    quote! {
        #[derive(#(#derive),*)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
            #request_id
            #meta
        }

        #debug
    }
}

/// Returns the field in which the builder of a structure holds a member.
fn place(structure: &Structure, member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    match structure.builder {
        BuilderForm::Value => quote!(self.value.#field),
        BuilderForm::Members => quote!(self.#field),
    }
}

fn meta_setters() -> TokenStream {
    quote! {
        /// Sets the error's metadata.
        #[inline]
        pub fn meta(mut self, meta: error::ErrorMetadata) -> Self {
            self.meta = Some(meta);
            self
        }

        /// Sets or unsets the error's metadata.
        #[inline]
        pub fn set_meta(&mut self, meta: Option<error::ErrorMetadata>) -> &mut Self {
            self.meta = meta;
            self
        }
    }
}

fn build(structure: &Structure, target: &TokenStream) -> TokenStream {
    let type_name = &structure.name.rust;
    let value = if structure.builder == BuilderForm::Value {
        quote!(self.value)
    } else {
        let fields = structure
            .members
            .iter()
            .map(|member| initializer(type_name, member));
        let request_id =
            (structure.role == Role::Output).then(|| quote!(_request_id: self._request_id,));
        let meta =
            (structure.role == Role::Error).then(|| quote!(meta: self.meta.unwrap_or_default(),));
        quote!(#target { #(#fields)* #request_id #meta })
    };
    if structure.fallible || structure.role == Role::Input {
        let lines = [
            format!("Builds the `{type_name}`."),
            String::new(),
            "# Errors".to_owned(),
            if structure.fallible {
                "Returns an error if a required member is unset.".to_owned()
            } else {
                "Returns no error at present; a later version may check required members."
                    .to_owned()
            },
        ];
        let docs = docs(&lines);
        quote! {
            #docs
            #[inline]
            pub fn build(self) -> Result<#target, error::BuildError> {
                Ok(#value)
            }
        }
    } else {
        let docs = doc(&format!("Builds the `{type_name}`."));
        quote! {
            #docs
            #[inline]
            pub fn build(self) -> #target {
                #value
            }
        }
    }
}

/// Returns the initializer of a structure's field, from the value in the builder.
fn initializer(type_name: &str, member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    if member.optional {
        return quote!(#field: self.#field,);
    }
    match &member.default {
        Some(Literal::Zero) if !matches!(member.ty, Type::Timestamp(_)) => {
            quote!(#field: self.#field.unwrap_or_default(),)
        }
        Some(literal) => {
            let value = ty::literal(&member.ty, literal);
            match literal {
                Literal::String(_) | Literal::Bytes(_) | Literal::Document(Document::String(_)) => {
                    quote!(#field: self.#field.unwrap_or_else(|| #value),)
                }
                _ => quote!(#field: self.#field.unwrap_or(#value),),
            }
        }
        None => {
            let name = bare(&member.name.rust);
            let details =
                format!("{name} was not specified but it is required when building {type_name}");
            quote! {
                #field: self
                    .#field
                    .ok_or_else(|| error::BuildError::missing_field(#name, #details))?,
            }
        }
    }
}
