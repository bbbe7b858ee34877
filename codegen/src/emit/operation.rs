//! Operations: the type, its input, output and errors, and the mapping to HTTP.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::{local, with_imports};
use super::structure::definition;
use super::tokens::{doc, ident, inner_docs};
use super::{
    Files, builder, deserialize, endpoint, examples, fluent, http_options, modules,
    operation_error, paginator, resources, serialize,
};
use crate::identifier::bare;
use crate::ir::{Client, Operation, Structure, Type};
use crate::options::Options;

/// Emits the files of an operation.
pub(super) fn emit(client: &Client, operation: &Operation, options: &Options, files: &mut Files) {
    let mut lines = summary(operation);
    lines.extend(examples::lines(operation, &options.lib_name()));
    let file = &operation.module_file;
    files.rust(
        format!("src/operation/{file}.rs"),
        with_imports(
            &inner_docs(&lines),
            &[&operation.name.rust, &operation.error],
            items(operation, &client.service.id),
        ),
    );
    let builder = |structure: &Structure| {
        let name = ident(&structure.name.rust);
        builder::builder(structure, &quote!(super::#name))
    };
    let (input, output) = (builder(&operation.input), builder(&operation.output));
    let fluent = fluent::builder(operation);
    let inner = inner_docs(&[format!("Builders for `{}`.", operation.name.wire)]);
    files.rust(
        format!("src/operation/{file}/builders.rs"),
        with_imports(&inner, &[], quote!(#input #output #fluent)),
    );
    if operation.pagination.is_some() {
        files.rust(
            format!("src/operation/{file}/paginator.rs"),
            paginator::paginator(operation, options),
        );
    }
}

/// Emits `operation.rs`.
pub(super) fn emit_module(client: &Client, files: &mut Files) {
    let modules = client.operations.iter().map(|operation| {
        let (module, file) = (&operation.module, &operation.module_file);
        modules::declaration(&quote!(pub), module, "operation", file)
    });
    let list = resources::list(client, |operation| format!("[`{}`]", operation.module));
    let list = (!list.is_empty()).then(|| inner_docs(&[vec![String::new()], list].concat()));
    files.rust(
        "src/operation.rs",
        quote! {
            //! Operations, each with its input, output, errors and builders.
            //!
            //! The module of an operation has its input, output and error. Its module `builders` has
            //! the fluent builder that the method of [`Client`](crate::Client) returns; if the output
            //! has pages, the module `paginator` has a stream of them.
            #list

            pub use ::aws_types::request_id::RequestId;

            #(#modules)*
        },
    );
}

/// Returns the first lines of the module's documentation.
fn summary(operation: &Operation) -> Vec<String> {
    let mut lines = operation.summary.clone();
    if lines.is_empty() {
        lines.push(format!("Types of the operation `{}`.", operation.name.wire));
    }
    let method = bare(&operation.method_name);
    lines.extend([
        String::new(),
        format!("The method [`Client::{method}`](crate::client::Client::{method})"),
        "describes the call in full.".to_owned(),
    ]);
    lines
}

fn items(operation: &Operation, service: &str) -> TokenStream {
    let name = local(&operation.name.rust);
    let docs = doc(&format!("The operation `{}`.", operation.name.wire));
    let submodule = |name| modules::submodule(&operation.module, &operation.module_file, name);
    let builders = submodule("builders");
    let paginator = operation
        .pagination
        .is_some()
        .then(|| submodule("paginator"));
    let request_and_response = request_and_response(operation, service);
    let input = definition(&operation.input);
    let output = definition(&operation.output);
    let members = deserialize::members(&operation.output);
    let errors = operation_error::errors(operation);
    quote! {
        #builders
        #paginator

        #docs
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct #name;

        restjson1_runtime::operation_type! { operation: #name }

        #request_and_response
        #input
        #output
        #members
        #errors
    }
}

/// Returns the implementation that writes requests and reads responses.
fn request_and_response(operation: &Operation, service: &str) -> TokenStream {
    let name = local(&operation.name.rust);
    let wire = &operation.name.wire;
    let method = &operation.method;
    let (input, output, error) = (
        ident(&operation.input.name.rust),
        ident(&operation.output.name.rust),
        local(&operation.error),
    );
    let write = serialize::request(operation);
    // `write_request` ignores a stream; `stream` moves it out of the input.
    let mut members = operation.input.members.iter();
    let input_pattern = match members.any(|member| member.ty != Type::Stream) {
        true => quote!(input),
        false => quote!(_),
    };
    let http_options = http_options::constant(operation);
    let functions = http_options::functions(operation);
    let read = read(operation);
    let attributes = operation.telemetry.iter().map(|index| {
        let member = &operation.input.members[*index];
        let (wire, field) = (&member.model, ident(&member.name.rust));
        quote!(attributes.string(#wire, input.#field.as_deref());)
    });
    let attributes: Vec<_> = attributes.collect();
    let endpoint = endpoint::operation_params(operation);
    let sensitive_output = operation.sensitive_output.then(|| {
        quote!(
            const SENSITIVE_OUTPUT: bool = true;
        )
    });
    let repeatable = (!operation.repeatable).then(|| {
        quote!(
            const REPEATABLE: bool = false;
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
            #repeatable
            #captures
            #http_options

            #[inline]
            fn write_request(
                #input_pattern: &Self::Input,
                request: &mut http::RequestWriter,
            ) -> Result<(), error::BoxError> {
                #write
            }

            #[inline]
            fn read_output(
                response: &http::Response<'_>,
                output: &mut Self::Output,
            ) -> Result<(), error::BoxError> {
                #read
            }

            #capture
            #endpoint
            #functions
        }
    }
}

fn read(operation: &Operation) -> TokenStream {
    let output = &operation.output;
    let target = quote!(output);
    let payload = deserialize::payload(output, &target);
    let headers = deserialize::headers(output, &target);
    let others = quote!(#payload #(#headers)*);
    let rest = match (output.body.is_empty(), others.is_empty()) {
        (true, _) => quote!(#others Ok(())),
        (false, true) => quote!(response.json(output)),
        (false, false) => quote!(response.json(output)?; #others Ok(())),
    };
    quote! {
        output._request_id = response.request_id();
        #rest
    }
}
