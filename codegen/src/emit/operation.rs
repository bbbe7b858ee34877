//! Operations: the type, its input, output and errors, and how they travel.

use proc_macro2::TokenStream;
use quote::quote;

use super::structure::{builder, definition, type_path};
use super::tokens::{docs, ident, inner_docs, prefixed};
use super::imports::with_imports;
use super::{Files, deserialize, fluent, paginator, serialize};
use crate::ir::{Client, Operation, Retryable};

/// `operation.rs` and what is below.
pub(super) fn emit(client: &Client, files: &mut Files) {
    let service = &client.service.id;
    for operation in &client.operations {
        let module = &operation.module;
        files.rust(
            format!("src/operation/{module}.rs"),
            with_imports(&inner_docs(&[format!("`{}`.", operation.name.wire)]), &whole(operation, service)),
        );
        let input = builder(&operation.input, &type_path(&operation.input, ""));
        let output = builder(&operation.output, &type_path(&operation.output, ""));
        let fluent = fluent::builder(operation);
        let inner = inner_docs(&[format!("The builders of `{}`.", operation.name.wire)]);
        files.rust(
            format!("src/operation/{module}/builders.rs"),
            with_imports(&inner, &quote!(#input #output #fluent)),
        );
        if operation.pagination.is_some() {
            files.rust(
                format!("src/operation/{module}/paginator.rs"),
                paginator::paginator(operation),
            );
        }
    }
    let modules = client.operations.iter().map(|operation| {
        let docs = docs(&[format!("`{}`.", operation.name.wire)]);
        let module = ident(&operation.module);
        quote!(#docs pub mod #module;)
    });
    files.rust(
        "src/operation.rs",
        quote! {
            //! The operations, each with its input, output and errors.

            pub use aws_types::request_id::RequestId;

            #(#modules)*
        },
    );
}

fn whole(operation: &Operation, service: &str) -> TokenStream {
    let name = ident(&operation.name.rust);
    let docs = docs(&[format!("The operation `{}`, for the runtime.", operation.name.wire)]);
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
    let errors = errors(operation);
    quote! {
        /// The builders.
        pub mod builders;
        #paginator

        #docs
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct #name;

        impl #name {
            /// The operation.
            #[inline]
            pub fn new() -> Self {
                Self
            }

            #[inline]
            pub(crate) fn plugin() -> &'static plugin::OperationPlugin {
                static PLUGIN: OnceLock<plugin::OperationPlugin> = OnceLock::new();
                PLUGIN.get_or_init(plugin::OperationPlugin::of::<Self>)
            }
        }

        impl plugin::RuntimePlugin for #name {
            #[inline]
            fn config(&self) -> Option<plugin::FrozenLayer> {
                Self::plugin().config()
            }

            #[inline]
            fn runtime_components(
                &self,
                current: &plugin::RuntimeComponentsBuilder,
            ) -> Cow<
                '_,
                plugin::RuntimeComponentsBuilder,
            > {
                Self::plugin().runtime_components(current)
            }
        }

        #travel
        #input
        #output
        #members
        #errors
    }
}

fn travel(operation: &Operation, service: &str) -> TokenStream {
    let name = ident(&operation.name.rust);
    let wire = &operation.name.wire;
    let method = &operation.method;
    let (input, output, error) = (
        ident(&operation.input.name.rust),
        ident(&operation.output.name.rust),
        prefixed(&operation.name.rust, "Error"),
    );
    let span = format!("{service}.{wire}");
    let endpoint_interceptor = format!("{}EndpointParamsInterceptor", operation.name.rust);
    let telemetry_interceptor = format!("{}TelemetryInputCaptureInterceptor", operation.name.rust);
    let write = serialize::request(operation);
    let read = read(operation);
    let errors = operation.errors.iter().map(|variant| {
        let name = ident(&variant.name.rust);
        let code = &variant.name.wire;
        quote!(#code => #error::#name(types::error::#name::read(response)?),)
    });
    let read_error = if operation.errors.is_empty() {
        quote!(Ok(None))
    } else {
        quote! {
            let error = match code {
                #(#errors)*
                _ => return Ok(None),
            };
            Ok(Some(error))
        }
    };
    let attributes = operation.telemetry.iter().map(|index| {
        let member = &operation.input.members[*index];
        let (wire, field) = (&member.model, ident(&member.name.rust));
        quote!(attributes.text(#wire, input.#field.as_deref());)
    });
    let attributes: Vec<_> = attributes.collect();
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

            const NAMES: operation::Names =
                operation::Names {
                    service: crate::config::SERVICE,
                    operation: #wire,
                    method: #method,
                    endpoint_interceptor: #endpoint_interceptor,
                    telemetry_interceptor: #telemetry_interceptor,
                };

            #[inline]
            fn span(id: u32) -> tracing::Span {
                tracing::debug_span!(
                    #span,
                    "rpc.service" = #service,
                    "rpc.method" = #wire,
                    "sdk_invocation_id" = id,
                    "rpc.system" = "aws-api"
                )
            }

            #[inline]
            fn write_request(
                input: &Self::Input,
                request: &mut http::RequestWriter,
            ) -> Result<(), error::BuildError> {
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
                code: &str,
                response: &http::ErrorResponse<'_>,
            ) -> Result<Option<Self::Error>, error::BoxError> {
                #read_error
            }

            #capture
        }
    }
}

fn read(operation: &Operation) -> TokenStream {
    let output = &operation.output;
    let name = ident(&output.name.rust);
    let fields = output.members.iter().map(deserialize::absent_field);
    let value = quote! {
        #name {
            #(#fields)*
            _request_id: response.request_id(),
        }
    };
    if output.members.is_empty() {
        return quote!(Ok(#value));
    }
    let json = (!output.body.is_empty()).then(|| quote!(response.json(&mut output)?;));
    let target = quote!(output);
    let headers = deserialize::headers(output, &target);
    quote! {
        let mut output = #value;
        #json
        #(#headers)*
        Ok(output)
    }
}

fn errors(operation: &Operation) -> TokenStream {
    let name = prefixed(&operation.name.rust, "Error");
    let variants = operation.errors.iter().map(|variant| {
        let docs = docs(&variant.docs);
        let name = ident(&variant.name.rust);
        quote!(#docs #name(types::error::#name),)
    });
    let names: Vec<_> = operation.errors.iter().map(|variant| ident(&variant.name.rust)).collect();
    let checks = operation.errors.iter().map(|variant| {
        let docs = docs(&[format!("Whether it is [`{0}`](Self::{0}).", variant.name.rust)]);
        let method = prefixed("is_", &variant.method);
        let name = ident(&variant.name.rust);
        quote! {
            #docs
            #[inline]
            pub fn #method(&self) -> bool {
                matches!(self, Self::#name(_))
            }
        }
    });
    let docs = docs(&[format!("How `{}` fails.", operation.name.wire)]);
    let retryable = retryable(operation);
    quote! {
        #docs
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// An error that the operation does not declare, or an answer that cannot be read.
            #[deprecated(
                note = "match it with a wildcard arm and tell errors apart by `code()`: in a later \
                        version the error may have a variant of its own"
            )]
            Unhandled(Unhandled),
        }

        impl #name {
            /// An [`Unhandled`](Self::Unhandled) error made of any other.
            pub fn unhandled(
                source: impl Into<Box<dyn std::error::Error + Send + Sync + 'static>>,
            ) -> Self {
                Self::Unhandled(Unhandled {
                    source: source.into(),
                    meta: Default::default(),
                })
            }

            /// An [`Unhandled`](Self::Unhandled) error with metadata.
            #[inline]
            pub fn generic(meta: error::ErrorMetadata) -> Self {
                Self::Unhandled(Unhandled {
                    source: meta.clone().into(),
                    meta,
                })
            }

            /// Code, message, request id and more, as far as the service gave them.
            #[inline]
            pub fn meta(&self) -> &error::ErrorMetadata {
                self.inner().meta()
            }

            #[inline]
            fn inner(&self) -> error::Inner<'_> {
                match self {
                    #(Self::#names(inner) => error::Inner::Modeled(inner),)*
                    Self::Unhandled(inner) => inner.inner(),
                }
            }

            #(#checks)*
        }

        impl fmt::Display for #name {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.inner().fmt(f)
            }
        }

        impl std::error::Error for #name {
            #[inline]
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                Some(self.inner().source())
            }
        }

        impl error::ProvideErrorMetadata for #name {
            #[inline]
            fn meta(&self) -> &error::ErrorMetadata {
                self.meta()
            }
        }

        impl error::ProvideErrorKind for #name {
            #[inline]
            fn code(&self) -> Option<&str> {
                self.meta().code()
            }

            #[inline]
            fn retryable_error_kind(&self) -> Option<error::ErrorKind> {
                #retryable
            }
        }

        impl error::CreateUnhandledError for #name {
            #[inline]
            fn create_unhandled_error(
                source: Box<dyn std::error::Error + Send + Sync + 'static>,
                meta: Option<error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled(Unhandled {
                    source,
                    meta: meta.unwrap_or_default(),
                })
            }
        }

        impl error::RequestId for #name {
            #[inline]
            fn request_id(&self) -> Option<&str> {
                self.meta().request_id()
            }
        }
    }
}

fn retryable(operation: &Operation) -> TokenStream {
    let arms = operation.errors.iter().filter_map(|variant| {
        let name = ident(&variant.name.rust);
        let kind = match variant.retryable? {
            Retryable::Throttling => quote!(ThrottlingError),
            Retryable::Server => quote!(ServerError),
            Retryable::Client => quote!(ClientError),
        };
        Some(quote! {
            Self::#name(_) => Some(error::ErrorKind::#kind),
        })
    });
    let arms: Vec<_> = arms.collect();
    if arms.is_empty() {
        return quote!(None);
    }
    quote! {
        match self {
            #(#arms)*
            _ => None,
        }
    }
}
