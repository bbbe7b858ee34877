//! What some operations ask of the runtime beside the usual.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::ident;
use crate::ir::{Operation, Type};

/// The constant that tells of it, where there is anything to tell.
pub(super) fn extras(operation: &Operation) -> Option<TokenStream> {
    let asked = operation.http_options;
    let fields = [
        ("checksum", asked.checksum),
        ("compression", asked.compression),
        ("idempotency_token", operation.idempotency_token.is_some()),
        ("requires_length", asked.requires_length),
        ("streams_input", operation.input.streams()),
        ("streams_output", operation.output.streams()),
        ("unsigned_payload", asked.unsigned_payload),
    ];
    let fields = fields.into_iter().filter(|(_, is_asked)| *is_asked);
    let fields: Vec<_> = fields.map(|(name, _)| ident(name)).collect();
    (!fields.is_empty()).then(|| {
        quote! {
            const HTTP_OPTIONS: operation::HttpOptions = operation::HttpOptions {
                #(#fields: true,)*
                ..operation::HttpOptions::NONE
            };
        }
    })
}

/// The functions that hand over single members.
pub(super) fn functions(operation: &Operation) -> TokenStream {
    let members = &operation.input.members;
    let token = operation.idempotency_token.map(|index| {
        let field = ident(&members[index].name.rust);
        quote! {
            #[inline]
            fn idempotency_token(input: &mut Self::Input) -> Option<&mut Option<String>> {
                Some(&mut input.#field)
            }
        }
    });
    let stream = members.iter().find(|member| member.ty == Type::Stream);
    let stream = stream.map(|member| {
        let field = ident(&member.name.rust);
        quote! {
            #[inline]
            fn stream(input: Self::Input) -> aws_smithy_types::byte_stream::ByteStream {
                input.#field
            }
        }
    });
    quote!(#token #stream)
}
