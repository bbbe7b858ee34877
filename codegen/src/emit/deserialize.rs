//! Implementations that read values from JSON and from responses.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::local;
use super::tokens::ident;
use super::ty;
use crate::ir::{
    Absent, Literal, Location, Member, PayloadKind, Role, Structure, TimestampFormat, Type,
};

/// Returns the implementations that read a structure.
pub(super) fn structure(structure: &Structure) -> TokenStream {
    let name = local(&structure.name.rust);
    let members = members(structure);
    let empty = (structure.empty_function != "empty").then(|| {
        let empty = ident(&structure.empty_function);
        quote!(, empty: #empty)
    });
    quote! {
        restjson1_runtime::readable_structure! { name: #name #empty }

        #members
    }
}

/// Returns the initializer of a field whose member has not been read.
pub(super) fn absent_field(member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    let value = match &member.absent {
        Absent::None => quote!(None),
        Absent::SomePlaceholder => quote!(Some(json::Read::absent())),
        Absent::Default(literal) => ty::literal(&member.ty, literal),
        Absent::Placeholder => match &member.ty {
            Type::String | Type::Scalar(_) | Type::List { .. } | Type::Map { .. } => {
                ty::literal(&member.ty, &crate::ir::Literal::Zero)
            }
            _ => quote!(json::Read::absent()),
        },
    };
    quote!(#field: #value,)
}

/// Returns the look-up of members by wire name.
///
/// It is `None` if the structure is not nested and has no members in the body.
pub(super) fn members(structure: &Structure) -> Option<TokenStream> {
    let name = local(&structure.name.rust);
    let in_body = |member: &&Member| member.location == Location::Body;
    let mut arms = structure.members.iter().filter(in_body).map(arm).peekable();
    let is_empty = arms.peek().is_none();
    if is_empty && structure.role != Role::Type {
        return None;
    }
    let (parameter, body) = if is_empty {
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
            fn member(&mut self, #parameter: &str) -> Option<json::Slot<'_>> {
                #body
            }
        }
    })
}

fn arm(member: &Member) -> TokenStream {
    let wire = &member.name.wire;
    let field = ident(&member.name.rust);
    let format = timestamps(&member.ty);
    match &member.absent {
        // A required structure stays `Some` even if the service sends null.
        Absent::SomePlaceholder => quote! {
            #wire => Some(self.#field.insert(json::Read::absent()).slot() #format),
        },
        // Null sets the default, not zero; a second occurrence replaces the first.
        Absent::Default(literal) if *literal != Literal::Zero => {
            let value = ty::literal(&member.ty, literal);
            quote! {
                #wire => {
                    self.#field = #value;
                    Some(self.#field.slot() #format .keep_on_null())
                }
            }
        }
        _ => quote!(#wire => Some(self.#field.slot() #format),),
    }
}

/// Returns the call that sets a slot's timestamp format, if it is not the default one.
pub(super) fn timestamps(ty: &Type) -> Option<TokenStream> {
    let format = ty.timestamp_format()?;
    (format != TimestampFormat::EpochSeconds).then(|| {
        let format = ty::format(format);
        quote!(.timestamps(#format))
    })
}

/// Returns the statements that read headers and the status into `target`.
pub(super) fn headers<'a>(
    structure: &'a Structure,
    target: &'a TokenStream,
) -> impl Iterator<Item = TokenStream> + 'a {
    let members = structure.headers.iter();
    members.filter_map(move |index| {
        let member = &structure.members[*index];
        let field = ident(&member.name.rust);
        let value = match header(member, &response(structure))? {
            HeaderValue::Always(value) if member.optional => quote!(Some(#value)),
            HeaderValue::Always(value) => return Some(quote!(#target.#field = #value;)),
            HeaderValue::IfSent(value) => value,
        };
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

/// Returns the expression for the HTTP response; for an error, the variable `response` wraps it.
fn response(structure: &Structure) -> TokenStream {
    match structure.role {
        Role::Error => quote!(response.response()),
        _ => quote!(response),
    }
}

/// An expression that reads a header or the status; the variant determines its type.
enum HeaderValue {
    /// The value.
    Always(TokenStream),
    /// An `Option` of the value.
    IfSent(TokenStream),
}

fn header(member: &Member, response: &TokenStream) -> Option<HeaderValue> {
    let model = &member.model;
    let format = member.ty.timestamp_format().map(ty::format);
    Some(HeaderValue::IfSent(
        match (&member.location, &member.ty, format) {
            (Location::Header(name), Type::List { .. }, Some(format)) => {
                quote!(#response.timestamps_header(#name, #model, #format)?)
            }
            (Location::Header(name), Type::List { .. }, None) => {
                quote!(#response.list_header(#name, #model)?)
            }
            (Location::Header(name), _, Some(format)) => {
                quote!(#response.timestamp_header(#name, #model, #format)?)
            }
            (Location::Header(name), Type::String, None) => quote!(response.header(#name, #model)?),
            (Location::Header(name), _, None) => quote!(#response.parsed_header(#name, #model)?),
            (Location::EncodedHeader(name), Type::Enum(reference), _) => {
                let path = ty::path(reference);
                quote!(#response.encoded_header(#name, #model)?.map(|string| #path::from(&*string)))
            }
            (Location::EncodedHeader(name), _, _) => {
                quote!(#response.encoded_header(#name, #model)?)
            }
            (Location::PrefixHeaders(prefix), _, _) => {
                quote!(#response.prefix_headers(#prefix, #model)?)
            }
            (Location::ResponseCode, _, _) => {
                return Some(HeaderValue::Always(quote!(i32::from(#response.status()))));
            }
            _ => return None,
        },
    ))
}

/// Returns the statement that reads the body into the payload member.
pub(super) fn payload(structure: &Structure, target: &TokenStream) -> Option<TokenStream> {
    let payload = structure.payload.as_ref()?;
    let member = &structure.members[payload.member];
    let field = ident(&member.name.rust);
    let response = response(structure);
    let value = match (payload.kind, &member.ty) {
        (PayloadKind::Object | PayloadKind::Json, ty) => {
            let format = timestamps(ty);
            return Some(quote! {
                #response.json_payload(json::Read::slot(&mut #target.#field) #format)?;
            });
        }
        (PayloadKind::Stream, _) => {
            return Some(quote!(#target.#field = #response.stream_payload();));
        }
        (PayloadKind::String, Type::Enum(reference)) => {
            let path = ty::path(reference);
            quote!(#response.string_payload()?.map(#path::from))
        }
        (PayloadKind::String, _) => quote!(#response.string_payload()?.map(str::to_owned)),
        (PayloadKind::Bytes, _) => quote!(#response.blob_payload()),
    };
    Some(if member.optional {
        quote!(#target.#field = #value;)
    } else {
        quote! {
            if let Some(value) = #value {
                #target.#field = value;
            }
        }
    })
}
