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
    let members: Vec<_> = structure.members.iter().filter(in_body).collect();
    if !members.is_empty() && members.iter().all(|member| is_plain(member)) {
        return Some(plain_members(&name, &members));
    }
    let arms = members.iter().map(|member| arm(member));
    let is_empty = members.is_empty();
    let reads = members.iter().any(|member| !ty::is_string_map(&member.ty));
    let import = reads.then(|| {
        quote!(
            use json::Read as _;
        )
    });
    if is_empty && structure.role != Role::Type {
        return None;
    }
    let (parameter, body) = if is_empty {
        (quote!(_), quote!(None))
    } else {
        let body = quote! {
            #import
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

/// Returns `true` for a member whose slot is that of its field.
fn is_plain(member: &Member) -> bool {
    let is_set_first = match &member.absent {
        Absent::SomePlaceholder => true,
        Absent::Default(literal) => *literal != Literal::Zero,
        Absent::None | Absent::Placeholder => false,
    };
    let is_required_map = ty::is_string_map(&member.ty) && !member.optional;
    !is_set_first && !is_required_map && timestamps(&member.ty).is_none()
}

/// Returns the look-up of plain members; maps of strings come last.
fn plain_members(name: &TokenStream, members: &[&Member]) -> TokenStream {
    let is_map = |member: &&&Member| ty::is_string_map(&member.ty);
    let fields = members.iter().filter(|member| !is_map(member));
    let fields = fields.map(|member| {
        let (field, wire) = (ident(&member.name.rust), &member.name.wire);
        quote!(#field: #wire,)
    });
    let maps = members.iter().filter(is_map).map(|member| {
        let (field, wire) = (ident(&member.name.rust), &member.name.wire);
        quote!(#field = #wire)
    });
    let maps: Vec<_> = maps.collect();
    let maps = (!maps.is_empty()).then(|| quote!(..[#(#maps),*]));
    quote! {
        restjson1_runtime::readable_members! { members: #name { #(#fields)* #maps } }
    }
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
        _ => {
            let slot = match (ty::is_string_map(&member.ty), member.optional) {
                (true, true) => quote!(string_map::optional_slot(&mut self.#field)),
                (true, false) => quote!(string_map::slot(&mut self.#field)),
                (false, _) => quote!(self.#field.slot() #format),
            };
            quote!(#wire => Some(#slot),)
        }
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
        // Many errors have these, so the error response has a shorter method.
        if let Location::Header(name) = &member.location
            && structure.role == Role::Error
            && member.ty == Type::String
            && member.optional
        {
            let model = &member.model;
            return Some(quote!(response.header(&mut #target.#field, #name, #model);));
        }
        let value = match header(structure, member)? {
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

fn header(structure: &Structure, member: &Member) -> Option<HeaderValue> {
    let model = &member.model;
    let format = member.ty.timestamp_format().map(ty::format);
    let call = match (&member.location, &member.ty, format) {
        (Location::Header(name), Type::List { .. }, Some(format)) => {
            quote!(timestamps_header(#name, #model, #format))
        }
        (Location::Header(name), Type::List { .. }, None) => quote!(list_header(#name, #model)),
        (Location::Header(name), _, Some(format)) => {
            quote!(timestamp_header(#name, #model, #format))
        }
        (Location::Header(name), Type::String, None) => quote!(header(#name, #model)),
        (Location::Header(name), _, None) => quote!(parsed_header(#name, #model)),
        (Location::EncodedHeader(name), _, _) => quote!(encoded_header(#name, #model)),
        (Location::PrefixHeaders(prefix), _, _) => quote!(prefix_headers(#prefix, #model)),
        (Location::ResponseCode, _, _) => {
            let response = response(structure);
            return Some(HeaderValue::Always(quote!(i32::from(#response.status()))));
        }
        _ => return None,
    };
    let value = read(structure, &call);
    Some(HeaderValue::IfSent(match (&member.location, &member.ty) {
        (Location::EncodedHeader(_), Type::Enum(reference)) => {
            let path = ty::path(reference);
            quote!(#value.map(|string| #path::from(&*string)))
        }
        _ => value,
    }))
}

/// Returns the expression for the value that `call`, a method of the response, reads.
///
/// The reader of an error notes failures; others return them.
fn read(structure: &Structure, call: &TokenStream) -> TokenStream {
    let response = response(structure);
    match structure.role {
        Role::Error => quote!(response.note(#response.#call)),
        _ => quote!(#response.#call?),
    }
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
            let call = quote!(json_payload(json::Read::slot(&mut #target.#field) #format));
            return Some(match structure.role {
                Role::Error => quote!(response.note(#response.#call.map(Some));),
                _ => quote!(#response.#call?;),
            });
        }
        (PayloadKind::Stream, _) => {
            return Some(quote!(#target.#field = #response.stream_payload();));
        }
        (PayloadKind::String, Type::Enum(reference)) => {
            let path = ty::path(reference);
            let string = read(structure, &quote!(string_payload()));
            quote!(#string.map(#path::from))
        }
        (PayloadKind::String, _) => {
            let string = read(structure, &quote!(string_payload()));
            quote!(#string.map(str::to_owned))
        }
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
