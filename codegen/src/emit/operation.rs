//! Operations: the type, its input, output and errors, and how they travel.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder::builder;
use super::imports::with_imports;
use super::own::{ShadowedNames, own};
use super::structure::definition;
use super::tokens::{docs, ident, inner_docs};
use super::{Files, deserialize, endpoint, extras, fluent, operation_error, paginator, serialize};
use crate::ir::{Client, Operation, Structure, Type};

/// The files of one operation.
pub(super) fn emit(client: &Client, operation: &Operation, files: &mut Files) {
    let module = &operation.module;
    let variants = operation.errors.iter().map(|variant| &*variant.name.rust);
    let own = ShadowedNames {
        types: vec![&operation.name.rust, &operation.error],
        variants: variants.collect(),
    };
    files.rust(
        format!("src/operation/{module}.rs"),
        with_imports(
            &inner_docs(&[format!("`{}`.", operation.name.wire)]),
            &own,
            &whole(operation, &client.service.id),
        ),
    );
    let local = |structure: &Structure| {
        let name = ident(&structure.name.rust);
        builder(structure, &quote!(super::#name))
    };
    let (input, output) = (local(&operation.input), local(&operation.output));
    let fluent = fluent::builder(operation);
    let inner = inner_docs(&[format!("The builders of `{}`.", operation.name.wire)]);
    files.rust(
        format!("src/operation/{module}/builders.rs"),
        with_imports(
            &inner,
            &ShadowedNames::default(),
            &quote!(#input #output #fluent),
        ),
    );
    if operation.pagination.is_some() {
        files.rust(
            format!("src/operation/{module}/paginator.rs"),
            paginator::paginator(operation),
        );
    }
}

/// `operation.rs`.
pub(super) fn emit_module(client: &Client, files: &mut Files) {
    let modules = client.operations.iter().map(|operation| {
        let docs = docs(&[format!("`{}`.", operation.name.wire)]);
        let module = ident(&operation.module);
        quote!(#docs pub mod #module;)
    });
    files.rust(
        "src/operation.rs",
        quote! {
            //! The operations, each with its input, output and errors.

            pub use ::aws_types::request_id::RequestId;

            #(#modules)*
        },
    );
}

fn whole(operation: &Operation, service: &str) -> TokenStream {
    let name = own(&operation.name.rust);
    let docs = docs(&[format!(
        "The operation `{}`, for the runtime.",
        operation.name.wire
    )]);
    let paginator = operation.pagination.is_some().then(|| {
        quote! {
            /// The walk over the answer's pages.
            pub mod paginator;
        }
    });
    let travel = travel(operation, service);
    let input = definition(&operation.input);
    let output = definition(&operation.output);
    let members = deserialize::members(&operation.output);
    let errors = operation_error::errors(operation);
    quote! {
        /// The builders.
        pub mod builders;
        #paginator

        #docs
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct #name;

        restjson1_runtime::operation_type! { operation: #name }

        #travel
        #input
        #output
        #members
        #errors
    }
}

fn travel(operation: &Operation, service: &str) -> TokenStream {
    let name = own(&operation.name.rust);
    let wire = &operation.name.wire;
    let method = &operation.method;
    let (input, output, error) = (
        ident(&operation.input.name.rust),
        ident(&operation.output.name.rust),
        own(&operation.error),
    );
    let write = serialize::request(operation);
    // A stream is not written, but taken.
    let mut written = operation.input.members.iter();
    let written = match written.any(|member| member.ty != Type::Stream) {
        true => quote!(input),
        false => quote!(_),
    };
    let extras = extras::extras(operation);
    let functions = extras::functions(operation);
    let read = read(operation);
    let errors = operation.errors.iter().map(|variant| {
        let (name, read) = (ident(&variant.name.rust), ident(&variant.read_function));
        let code = &variant.name.wire;
        quote!(#code => #error::#name(types::error::#name::#read(response)?),)
    });
    let (code, response, read_error) = if operation.errors.is_empty() {
        (quote!(_), quote!(_), quote!(Ok(None)))
    } else {
        let read_error = quote! {
            let error = match code {
                #(#errors)*
                _ => return Ok(None),
            };
            Ok(Some(error))
        };
        (quote!(code), quote!(response), read_error)
    };
    let attributes = operation.telemetry.iter().map(|index| {
        let member = &operation.input.members[*index];
        let (wire, field) = (&member.model, ident(&member.name.rust));
        quote!(attributes.string(#wire, input.#field.as_deref());)
    });
    let attributes: Vec<_> = attributes.collect();
    let endpoint = endpoint::of_operation(operation);
    let sensitive_output = operation.sensitive_output.then(|| {
        quote!(
            const SENSITIVE_OUTPUT: bool = true;
        )
    });
    let captures = (!attributes.is_empty()).then(|| {
        quote!(
            const CAPTURES: bool = true;
        )
    });
    let capture = (!attributes.is_empty()).then(|| {
        quote! {
            #[inline]
            fn capture(input: &Self::Input, attributes: &mut operation::Attributes<'_>) {
                #(#attributes)*
            }
        }
    });
    quote! {
        #[doc(hidden)]
        impl operation::Operation for #name {
            type Input = #input;
            type Output = #output;
            type Error = #error;

            const NAMES: operation::Names = restjson1_runtime::operation_names! {
                service: config::SERVICE,
                id: #service,
                operation: #wire,
                method: #method,
            };
            #sensitive_output
            #captures
            #extras

            #[inline]
            fn write_request(
                #written: &Self::Input,
                request: &mut http::RequestWriter,
            ) -> Result<(), error::BoxError> {
                #write
            }

            #[inline]
            fn read_output(
                response: &http::Response<'_>,
            ) -> Result<Self::Output, error::BoxError> {
                #read
            }

            #[inline]
            fn read_error(
                #code: &str,
                #response: &http::ErrorResponse<'_>,
            ) -> Result<Option<Self::Error>, error::BoxError> {
                #read_error
            }

            #capture
            #endpoint
            #functions
        }
    }
}

fn read(operation: &Operation) -> TokenStream {
    let output = &operation.output;
    let (name, empty) = (ident(&output.name.rust), ident(&output.empty_function));
    let json = (!output.body.is_empty()).then(|| quote!(response.json(&mut output)?;));
    let target = quote!(output);
    let payload = deserialize::payload(output, &target);
    let headers = deserialize::headers(output, &target);
    quote! {
        let mut output = #name::#empty();
        output._request_id = response.request_id();
        #json
        #payload
        #(#headers)*
        Ok(output)
    }
}
