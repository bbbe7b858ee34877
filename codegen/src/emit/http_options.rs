//! HTTP options of operations, which the runtime applies.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::ident;
use crate::ir::{Operation, Type};

/// Returns the constant with the options that are on, if there are any.
pub(super) fn constant(operation: &Operation) -> Option<TokenStream> {
    let http = operation.http_options;
    let options = [
        ("checksum", http.checksum),
        ("compression", http.compression),
        ("idempotency_token", operation.idempotency_token.is_some()),
        ("requires_length", http.requires_length),
        ("streams_input", operation.input.streams()),
        ("streams_output", operation.output.streams()),
        ("unsigned_payload", http.unsigned_payload),
    ];
    let enabled = options.into_iter().filter(|(_, is_on)| *is_on);
    let fields: Vec<_> = enabled.map(|(name, _)| ident(name)).collect();
    (!fields.is_empty()).then(|| {
        quote! {
            const HTTP_OPTIONS: operation::HttpOptions = operation::HttpOptions {
                #(#fields: true,)*
                ..operation::HttpOptions::NONE
            };
        }
    })
}

/// Returns the functions that give the runtime the idempotency token and the stream.
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
