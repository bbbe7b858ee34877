//! How values are read from JSON.

use proc_macro2::TokenStream;
use quote::quote;

use super::own::own;
use super::tokens::ident;
use super::ty;
use crate::ir::{Absent, Location, Member, Role, Structure, TimestampFormat, Type};

/// The implementations that read a structure.
pub(super) fn structure(structure: &Structure) -> TokenStream {
    let name = own(&structure.name.rust);
    let members = members(structure);
    let empty = (structure.empty != "empty").then(|| {
        let empty = ident(&structure.empty);
        quote!(, #empty)
    });
    quote! {
        restjson1_runtime::readable!(#name #empty);

        #members
    }
}

/// A field's initialiser, before anything is read.
pub(super) fn absent_field(member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    let value = match &member.absent {
        Absent::None => quote!(None),
        Absent::SomeStand => quote!(Some(json::Read::absent())),
        Absent::Default(literal) => ty::literal(&member.ty, literal),
        Absent::Stand => match &member.ty {
            Type::String | Type::Scalar(_) | Type::List { .. } | Type::Map { .. } => {
                ty::literal(&member.ty, &crate::ir::Literal::Zero)
            }
            _ => quote!(json::Read::absent()),
        },
    };
    quote!(#field: #value,)
}

/// The look-up of a structure's members by wire name; none where no member is in the body.
pub(super) fn members(structure: &Structure) -> Option<TokenStream> {
    let name = own(&structure.name.rust);
    let in_body = |member: &&Member| member.location == Location::Body;
    let mut arms = structure.members.iter().filter(in_body).map(arm).peekable();
    let is_empty = arms.peek().is_none();
    if is_empty && structure.role != Role::Type {
        return None;
    }
    let (wire, body) = if is_empty {
        (quote!(_), quote!(None))
    } else {
        let body = quote! {
            use json::Read as _;
            match name {
                #(#arms)*
                _ => None,
            }
        };
        (quote!(name), body)
    };
    Some(quote! {
        #[doc(hidden)]
        impl json::Members for #name {
            #[inline]
            fn member(&mut self, #wire: &str) -> Option<json::Slot<'_>> {
                #body
            }
        }
    })
}

fn arm(member: &Member) -> TokenStream {
    let wire = &member.name.wire;
    let field = ident(&member.name.rust);
    let slot = match &member.absent {
        // It is there even if the service says null.
        Absent::SomeStand => quote! {
            self.#field.insert(json::Read::absent()).slot()
        },
        _ => quote!(self.#field.slot()),
    };
    let format = timestamps(&member.ty);
    quote!(#wire => Some(#slot #format),)
}

/// The call that sets a slot's timestamp format, where it is not the usual one.
pub(super) fn timestamps(ty: &Type) -> Option<TokenStream> {
    let format = ty.timestamp_format()?;
    (format != TimestampFormat::EpochSeconds).then(|| {
        let format = ty::format(format);
        quote!(.timestamps(#format))
    })
}

/// The statements that read bound headers into `target`.
pub(super) fn headers<'a>(
    structure: &'a Structure,
    target: &'a TokenStream,
) -> impl Iterator<Item = TokenStream> + 'a {
    structure.members.iter().filter_map(move |member| {
        let Location::Header(header) = &member.location else {
            return None;
        };
        let field = ident(&member.name.rust);
        let model = &member.model;
        let method = match &member.ty {
            Type::String => quote!(header),
            _ => quote!(parsed_header),
        };
        // An error's response is one in which the error was looked for already.
        let response = match (structure.role, &member.ty) {
            (Role::Error, ty) if *ty != Type::String => quote!(response.response()),
            _ => quote!(response),
        };
        let value = quote!(#response.#method(#header, #model)?);
        Some(if member.optional {
            quote!(#target.#field = #value;)
        } else {
            quote! {
                if let Some(value) = #value {
                    #target.#field = value;
                }
            }
        })
    })
}
