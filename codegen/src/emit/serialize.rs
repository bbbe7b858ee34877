//! How values are written.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::own::own;
use super::tokens::ident;
use super::ty;
use crate::ir::{
    Location, Member, Operation, PathPart, Presence, Structure, TimestampFormat, Type,
};

/// The implementation that writes a structure.
pub(super) fn structure(structure: &Structure) -> TokenStream {
    let name = own(&structure.name.rust);
    let members = structure
        .body
        .iter()
        .map(|index| &structure.members[*index]);
    let calls = members.map(|member| write(member, &quote!(object), &quote!(self)));
    let mutable = (!structure.body.is_empty()).then(|| quote!(mut));
    implementation(
        &name,
        &quote! {
            let #mutable object = out.object();
            #(#calls)*
            object.finish();
            Ok(())
        },
    )
}

/// An implementation that writes `self` to `out`.
pub(super) fn implementation(name: &Ident, body: &TokenStream) -> TokenStream {
    quote! {
        #[doc(hidden)]
        impl json::Write for #name {
            #[inline]
            fn write(&self, out: json::ValueWriter<'_>) -> json::Written {
                #body
            }
        }
    }
}

/// The statement that writes a member into an object.
fn write(member: &Member, object: &TokenStream, holder: &TokenStream) -> TokenStream {
    let wire = &member.name.wire;
    let field = ident(&member.name.rust);
    let call = match member.ty.timestamp_format() {
        Some(format) if format != TimestampFormat::EpochSeconds => {
            let format = ty::format(format);
            quote!(#object.timestamps(#wire, &#holder.#field, #format)?;)
        }
        _ => quote!(#object.member(#wire, &#holder.#field)?;),
    };
    match &member.presence {
        Presence::WhenSet | Presence::Always => call,
        Presence::UnlessDefault(literal) => {
            let condition = match (&member.ty, literal) {
                (Type::Scalar(crate::ir::Scalar::Bool), crate::ir::Literal::Zero) => {
                    quote!(#holder.#field)
                }
                (Type::Scalar(crate::ir::Scalar::Bool), _) => quote!(!#holder.#field),
                (Type::String | Type::List { .. } | Type::Map { .. }, crate::ir::Literal::Zero) => {
                    quote!(!#holder.#field.is_empty())
                }
                (Type::String, crate::ir::Literal::Text(text)) => quote!(#holder.#field != #text),
                (ty, literal) => {
                    let literal = ty::literal(ty, literal);
                    quote!(#holder.#field != #literal)
                }
            };
            quote!(if #condition { #call })
        }
    }
}

/// The statements that write an operation's request.
pub(super) fn request(operation: &Operation) -> TokenStream {
    let input = &operation.input;
    let path = operation.path.iter().map(|part| match part {
        PathPart::Literal(text) => quote!(request.path(#text);),
        PathPart::Label { member, greedy } => {
            let member = &input.members[*member];
            let (name, value) = (bare(member), bound(member));
            let method = if *greedy {
                quote!(greedy_label)
            } else {
                quote!(label)
            };
            quote!(request.#method(#name, #value)?;)
        }
    });
    let literals = operation.query_literals.iter();
    let literals = literals.map(|literal| quote!(request.query_literal(#literal);));
    let bindings = operation.bindings.iter();
    let bindings = bindings.filter_map(|index| binding(&input.members[*index]));
    let body = body(input);
    quote! {
        #(#path)*
        #(#literals)*
        #(#bindings)*
        #body
        Ok(())
    }
}

fn binding(member: &Member) -> Option<TokenStream> {
    let name = bare(member);
    let field = ident(&member.name.rust);
    Some(match (&member.location, &member.ty) {
        (Location::Query(query), Type::List { .. }) if member.required => {
            quote!(request.required_query_list(#query, #name, &input.#field)?;)
        }
        (Location::Query(query), Type::List { .. }) => {
            quote!(request.query_list(#query, &input.#field);)
        }
        (Location::Query(query), _) => {
            let value = bound(member);
            if member.required {
                quote!(request.required_query(#query, #name, #value)?;)
            } else {
                quote!(request.query(#query, #value)?;)
            }
        }
        (Location::Header(header), _) => {
            let value = bound(member);
            quote!(request.header(#header, #name, #value)?;)
        }
        (Location::Body | Location::Label, _) => return None,
    })
}

/// A member as bindings take it.
fn bound(member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    match member.ty.timestamp_format() {
        Some(format) => {
            let format = ty::format(format);
            quote!(&http::Formatted(&input.#field, #format))
        }
        None => quote!(&input.#field),
    }
}

fn body(input: &Structure) -> Option<TokenStream> {
    // An input without members in the body has no body.
    if input.body.is_empty() {
        return None;
    }
    let members = input.body.iter().map(|index| &input.members[*index]);
    let calls = members.map(|member| write(member, &quote!(body), &quote!(input)));
    Some(quote! {
        let mut body = request.json();
        #(#calls)*
        body.finish();
    })
}

fn bare(member: &Member) -> &str {
    let rust = &*member.name.rust;
    rust.strip_prefix("r#").unwrap_or(rust)
}
