//! Errors: the structures, and the crate-wide enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder::builder;
use super::fixed::UNHANDLED_NOTE;
use super::imports::with_imports;
use super::own::{ShadowedNames, own};
use super::structure::{definition, hides};
use super::tokens::{deprecated, docs, ident, inner_docs, prefixed};
use super::{Files, deserialize};
use crate::ir::{Client, Structure};

/// The file of one error.
pub(super) fn emit(error: &Structure, files: &mut Files) {
    let inner = inner_docs(&[format!("`{}`.", error.name.wire)]);
    let definition = definition(error);
    let name = own(&error.name.rust);
    let builder = builder(error, &quote!(#name));
    let behaviour = behaviour(error);
    let read = read(error);
    let path = format!("src/types/error/{}.rs", error.module);
    let items = quote! {
        #definition #behaviour #builder #read
    };
    files.rust(
        path,
        with_imports(&inner, &ShadowedNames::of(&error.name.rust), &items),
    );
}

/// `types/error.rs`, `types/error/builders.rs` and `error_meta.rs`.
pub(super) fn emit_modules(client: &Client, files: &mut Files) {
    let modules: Vec<_> = client
        .errors
        .iter()
        .map(|error| ident(&error.module))
        .collect();
    let names: Vec<_> = client
        .errors
        .iter()
        .map(|error| ident(&error.name.rust))
        .collect();
    let builders = client
        .errors
        .iter()
        .map(|error| prefixed(&error.name.rust, "Builder"));
    files.rust(
        "src/types/error.rs",
        quote! {
            //! The errors that operations declare.

            /// The builders of the errors.
            pub mod builders;
            #(mod #modules;)*
            #(pub use self::#modules::#names;)*
        },
    );
    files.rust(
        "src/types/error/builders.rs",
        quote! {
            //! The builders of the errors.
            #(pub use super::#modules::#builders;)*
        },
    );
    files.rust("src/error_meta.rs", crate_error(client));
}

/// Whether the field `message`, which every error has, is an `Option`.
fn has_optional_message(error: &Structure) -> bool {
    let mut members = error.members.iter();
    members.any(|member| member.name.rust == "message" && member.optional)
}

fn behaviour(error: &Structure) -> TokenStream {
    let name = own(&error.name.rust);
    let text = &error.name.rust;
    let mut members = error.members.iter();
    let form = match members.find(|member| member.name.rust == "message") {
        Some(member) if hides(error, member) => quote!(sensitive),
        Some(member) if member.optional => quote!(optional),
        _ => quote!(required),
    };
    quote! {
        restjson1_runtime::error_structure! { error: #name, name: #text, message: #form }
    }
}

fn read(error: &Structure) -> TokenStream {
    let name = own(&error.name.rust);
    let (read, empty) = (ident(&error.read_function), ident(&error.empty_function));
    let members = deserialize::members(error);
    let json = members
        .as_ref()
        .map(|_| quote!(response.json(&mut error)?;));
    let target = quote!(error);
    let payload = deserialize::payload(error, &target);
    let headers = deserialize::headers(error, &target);
    let message = if has_optional_message(error) {
        quote! {
            if error.message.is_none() {
                error.message = response.message();
            }
        }
    } else {
        quote! {
            if error.message.is_empty() {
                error.message = response.message().unwrap_or_default();
            }
        }
    };
    quote! {
        impl #name {
            pub(crate) fn #read(
                response: &http::ErrorResponse<'_>,
            ) -> Result<Self, error::BoxError> {
                let mut error = Self::#empty();
                #json
                #payload
                #(#headers)*
                #message
                error.meta = response.take_metadata();
                Ok(error)
            }
        }

        #members
    }
}

/// The enum of all errors, and how the operations' errors become it.
fn crate_error(client: &Client) -> TokenStream {
    let variants = client.errors.iter().map(|error| {
        let docs = docs(&error.docs);
        let deprecated = deprecated(&error.deprecated);
        let name = ident(&error.name.rust);
        quote!(#docs #deprecated #name(types::error::#name),)
    });
    let names: Vec<_> = client
        .errors
        .iter()
        .map(|error| ident(&error.name.rust))
        .collect();
    let conversions = client.operations.iter().map(|operation| {
        let module = ident(&operation.module);
        let error = ident(&operation.error);
        let own = operation
            .errors
            .iter()
            .map(|variant| ident(&variant.name.rust));
        quote! {
            restjson1_runtime::error_from! {
                crate_error: Error,
                operation_error: operation::#module::#error,
                variants: [#(#own),*],
            }
        }
    });
    let uses = match (client.operations.is_empty(), client.errors.is_empty()) {
        (false, false) => quote!(
            use crate::{operation, types};
        ),
        (false, true) => quote!(
            use crate::operation;
        ),
        (true, _) => quote!(),
    };
    quote! {
        //! All errors of the service in one enum.

        use std::fmt;

        use restjson1_runtime::error::{self, ProvideErrorMetadata as _, SdkError};

        use crate::error::sealed_unhandled::Unhandled;
        #uses

        /// Any error of any operation.
        ///
        /// Each operation's error and `SdkError` turn into it, with `?` for example.
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum Error {
            #(#variants)*
            /// An error that the operation does not declare, or a call that did not come to an
            /// answer.
            #[deprecated(note = #UNHANDLED_NOTE)]
            Unhandled(Unhandled),
        }

        impl Error {
            fn inner(&self) -> error::Inner<'_> {
                match self {
                    #(Self::#names(inner) => error::Inner::Modeled(inner),)*
                    Self::Unhandled(inner) => inner.inner(),
                }
            }

            /// The operation's error, or one about a call that did not come to an answer.
            fn of_call<E, R>(error: SdkError<E, R>) -> Self
            where
                Self: From<E>,
                E: std::error::Error + error::ProvideErrorMetadata + Send + Sync + 'static,
                R: Send + Sync + fmt::Debug + 'static,
            {
                match error {
                    SdkError::ServiceError(context) => Self::from(context.into_err()),
                    error => {
                        let meta = error.meta().clone();
                        Self::Unhandled(Unhandled { source: error.into(), meta })
                    }
                }
            }
        }

        impl fmt::Display for Error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.inner().fmt(f)
            }
        }

        impl std::error::Error for Error {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                self.inner().cause()
            }
        }

        impl error::ProvideErrorMetadata for Error {
            fn meta(&self) -> &error::ErrorMetadata {
                self.inner().meta()
            }
        }

        impl error::RequestId for Error {
            fn request_id(&self) -> Option<&str> {
                self.inner().meta().request_id()
            }
        }

        impl From<error::BuildError> for Error {
            fn from(error: error::BuildError) -> Self {
                Self::Unhandled(Unhandled { source: error.into(), meta: Default::default() })
            }
        }

        #(#conversions)*
    }
}
