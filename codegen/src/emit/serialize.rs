//! Implementations that write values to JSON, and requests.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::local;
use super::tokens::ident;
use super::ty;
use crate::identifier::bare;
use crate::ir::{
    Location, Member, Operation, PathPart, Payload, PayloadKind, Presence, Structure,
    TimestampFormat, Type,
};

/// Returns the implementation that writes a structure.
pub(super) fn structure(structure: &Structure) -> TokenStream {
    let name = local(&structure.name.rust);
    let table = members(structure, &quote!(self));
    implementation(&name, &quote!(#table out.members(&members)))
}

/// Returns an implementation of `json::Write`, whose `body` writes `self` to `out`.
pub(super) fn implementation(name: &TokenStream, body: &TokenStream) -> TokenStream {
    quote! {
        #[doc(hidden)]
        impl json::Write for #name {
            #[inline]
            fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
                #body
            }
        }
    }
}

/// Returns the statement that declares `members`, the table of the members in the body of a
/// structure, which is in the variable `holder`.
fn members(structure: &Structure, holder: &TokenStream) -> TokenStream {
    let members = structure.body.iter().map(|index| {
        let member = &structure.members[*index];
        let wire = &member.name.wire;
        let field = ident(&member.name.rust);
        let value = match &member.presence {
            Presence::WhenSet if member.optional && ty::is_string_map(&member.ty) => {
                quote!(string_map::value(&#holder.#field))
            }
            Presence::WhenSet => in_format(&member.ty, quote!(&#holder.#field)),
            // Only numbers and booleans are omitted.
            Presence::UnlessDefault(literal) => {
                let default = ty::literal(&member.ty, literal);
                quote!(&json::UnlessDefault(#holder.#field, #default))
            }
        };
        quote!((#wire, #value),)
    });
    let length = proc_macro2::Literal::usize_unsuffixed(structure.body.len());
    quote!(let members: [json::Member<'_>; #length] = [#(#members)*];)
}

/// Wraps the reference `value`, if its timestamps do not have the default format.
pub(super) fn in_format(ty: &Type, value: TokenStream) -> TokenStream {
    match ty.timestamp_format() {
        Some(format) if format != TimestampFormat::EpochSeconds => {
            let format = ty::format(format);
            quote!(&json::InFormat(#value, #format))
        }
        _ => value,
    }
}

/// Returns the statements that write an operation's request.
pub(super) fn request(operation: &Operation) -> TokenStream {
    let input = &operation.input;
    let path = operation.path.iter().map(|part| match part {
        PathPart::Literal(literal) => quote!(request.path(#literal);),
        PathPart::Label { member, greedy } => {
            let member = &input.members[*member];
            let (name, value) = (bare(&member.name.rust), binding_value(member));
            let method = if *greedy {
                quote!(greedy_label)
            } else {
                quote!(label)
            };
            quote!(request.#method(#name, #value)?;)
        }
    });
    let host = operation.host_prefix.iter().map(|part| match part {
        PathPart::Literal(literal) => quote!(request.host(#literal);),
        PathPart::Label { member, .. } => {
            let member = &input.members[*member];
            let (name, string) = (bare(&member.name.rust), string(member));
            quote!(request.host_label(#name, #string)?;)
        }
    });
    let literals = operation.query_literals.iter();
    let literals = literals.map(|literal| quote!(request.query_literal(#literal);));
    let bindings = operation.bindings.iter();
    let bindings = bindings.filter_map(|index| binding(operation, &input.members[*index]));
    let body = match &input.payload {
        Some(payload) => {
            let payload = self::payload(input, payload);
            quote!(#payload Ok(()))
        }
        None => body(input),
    };
    quote! {
        #(#path)*
        #(#host)*
        #(#literals)*
        #(#bindings)*
        #body
    }
}

fn binding(operation: &Operation, member: &Member) -> Option<TokenStream> {
    let name = bare(&member.name.rust);
    let field = ident(&member.name.rust);
    let value = binding_value(member);
    let format = member.ty.timestamp_format().map(ty::format);
    Some(match (&member.location, &member.ty, format) {
        (Location::Query(query), Type::List { .. }, Some(format)) if member.required => {
            quote!(request.required_query_timestamps(#query, #name, &input.#field, #format)?;)
        }
        (Location::Query(query), Type::List { .. }, Some(format)) => {
            quote!(request.query_timestamps(#query, &input.#field, #format)?;)
        }
        (Location::Query(query), Type::List { .. }, None) if member.required => {
            quote!(request.required_query_list(#query, #name, &input.#field)?;)
        }
        (Location::Query(query), Type::List { .. }, None) => {
            quote!(request.query_list(#query, &input.#field);)
        }
        (Location::Query(query), _, _) if member.required => {
            quote!(request.required_query(#query, #name, #value)?;)
        }
        (Location::Query(query), _, _) => quote!(request.query(#query, #value)?;),
        (Location::QueryParams, _, _) => {
            let fixed = operation.fixed_query_names();
            quote!(request.query_params(&input.#field, &[#(#fixed),*]);)
        }
        (Location::Header(header), Type::List { .. }, Some(format)) => {
            quote!(request.header_timestamps(#header, #name, &input.#field, #format)?;)
        }
        (Location::Header(header), Type::List { .. }, None) => {
            quote!(request.header_list(#header, #name, &input.#field)?;)
        }
        (Location::Header(header), _, _) => quote!(request.header(#header, #name, #value)?;),
        (Location::EncodedHeader(header), _, _) => {
            let string = string(member);
            quote!(request.encoded_header(#header, #name, #string)?;)
        }
        (Location::PrefixHeaders(prefix), _, _) => {
            quote!(request.prefix_headers(#prefix, #name, &input.#field)?;)
        }
        (Location::Body | Location::Label | Location::Payload | Location::ResponseCode, _, _) => {
            return None;
        }
    })
}

/// Returns the expression for an input's string or enum, an `Option<&str>`.
fn string(member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    match member.ty {
        Type::Enum(_) => quote!(input.#field.as_ref().map(|value| value.as_str())),
        _ => quote!(input.#field.as_deref()),
    }
}

/// Returns the expression for a bound member's value.
fn binding_value(member: &Member) -> TokenStream {
    let field = ident(&member.name.rust);
    match member.ty.timestamp_format() {
        Some(format) => {
            let format = ty::format(format);
            quote!(&http::Formatted(&input.#field, #format))
        }
        None => quote!(&input.#field),
    }
}

fn body(input: &Structure) -> TokenStream {
    // An input without members in the body has no body.
    if input.body.is_empty() {
        return quote!(Ok(()));
    }
    let table = members(input, &quote!(input));
    quote!(#table request.members(&members))
}

/// Returns the statement that writes the payload member as the body.
fn payload(input: &Structure, payload: &Payload) -> TokenStream {
    let member = &input.members[payload.member];
    let field = ident(&member.name.rust);
    let content_type = &payload.content_type;
    let format = member.ty.timestamp_format();
    let format = ty::format(format.unwrap_or(TimestampFormat::EpochSeconds));
    match payload.kind {
        PayloadKind::Object => quote!(request.object_payload(&input.#field)?;),
        PayloadKind::Json => quote!(request.json_payload(&input.#field, #format)?;),
        PayloadKind::String => {
            let string = string(member);
            quote!(request.string_payload(#string, #content_type);)
        }
        PayloadKind::Bytes => {
            quote!(request.blob_payload(input.#field.as_ref(), #content_type);)
        }
        PayloadKind::Stream => quote!(request.stream_payload(#content_type);),
    }
}
