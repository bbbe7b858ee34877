//! Errors: the structures, and the enum of all errors.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder::builder;
use super::names::{local, with_imports};
use super::structure::{definition, hides_members};
use super::tokens::{UNHANDLED_NOTE, deprecated, docs, ident};
use super::{Files, deserialize, modules};
use crate::ir::{Client, Structure};

/// Emits the file of an error.
pub(super) fn emit(error: &Structure, files: &mut Files) {
    let definition = definition(error);
    let name = local(&error.name.rust);
    let builder = builder(error, &quote!(#name));
    let methods = methods(error);
    let read = read(error);
    let path = format!("src/types/error/{}.rs", error.module_file);
    let items = quote! {
        #definition #methods #builder #read
    };
    files.rust(
        path,
        with_imports(&TokenStream::new(), &[&error.name.rust], items),
    );
}

/// Emits `types/error.rs`, `types/error/builders.rs` and `error_meta.rs`.
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
    let declarations = client
        .errors
        .iter()
        .map(|error| modules::declaration(&quote!(), &error.module, "error", &error.module_file));
    let builders = client.errors.iter().map(|error| ident(&error.builder_name));
    files.rust(
        "src/types/error.rs",
        quote! {
            //! Errors that operations declare.

            pub mod builders;
            #(#declarations)*
            #(pub use self::#modules::#names;)*
        },
    );
    files.rust(
        "src/types/error/builders.rs",
        quote! {
            //! Builders for errors.
            #(pub use super::#modules::#builders;)*
        },
    );
    files.rust("src/error_meta.rs", crate_error(client));
}

fn methods(error: &Structure) -> Option<TokenStream> {
    let type_name = local(&error.name.rust);
    let name = &error.name.rust;
    let message = error.message?;
    let form = match (message.sensitive, message.optional) {
        (true, _) => quote!(sensitive),
        (false, true) => quote!(optional),
        (false, false) => quote!(required),
    };
    let text = error.message_member.map(|index| {
        let member = &error.members[index];
        let field = ident(&member.name.rust);
        match member.optional {
            true => quote!(, text: |error| error.#field.as_deref()),
            false => quote!(, text: |error| Some(&error.#field)),
        }
    });
    let fields = (!hides_members(error)).then(|| {
        let fields = error.members.iter();
        let fields = fields.map(|member| ident(&member.name.rust));
        quote!(, fields: [#(#fields),*])
    });
    Some(quote! {
        restjson1_runtime::error_structure! {
            error: #type_name, name: #name, message: #form #fields #text
        }
    })
}

fn read(error: &Structure) -> TokenStream {
    let name = local(&error.name.rust);
    let empty = ident(&error.empty_function);
    let members = deserialize::members(error);
    let json = members.as_ref().map(|_| quote!(response.json(&mut error);));
    let target = quote!(error);
    let payload = deserialize::payload(error, &target);
    let headers = deserialize::headers(error, &target);
    let message = error.message.map(|message| match message.optional {
        true => quote!(response.default_message(&mut error.message);),
        false => quote! {
            if error.message.is_empty() {
                error.message = response.message().unwrap_or_default();
            }
        },
    });
    quote! {
        #[doc(hidden)]
        impl http::FromErrorResponse for #name {
            fn from_response(response: &http::ErrorResponse<'_>) -> Self {
                let mut error = Self::#empty();
                #json
                #payload
                #(#headers)*
                #message
                response.move_metadata(&mut error.meta);
                error
            }
        }

        #members
    }
}

/// Returns the enum of all errors, and the conversions from the operations' errors.
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
        let variants = operation
            .errors
            .iter()
            .map(|variant| ident(&variant.name.rust));
        quote! {
            restjson1_runtime::error_from! {
                crate_error: Error,
                operation_error: operation::#module::#error,
                variants: [#(#variants),*],
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
        //! The enum of all errors of the service.

        use std::fmt;

        use restjson1_runtime::error::{self, SdkError};
        use restjson1_runtime::explain;

        use crate::error::sealed_unhandled::Unhandled;
        #uses

        /// Any error of any operation.
        ///
        /// `?` converts operation errors, `SdkError`s and `BuildError`s into it.
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum Error {
            #(#variants)*
            /// An error that the operation does not declare, or any other failure.
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

            /// Converts the operation's error; failures without one become `Unhandled`.
            fn from_sdk_error<E, R>(error: SdkError<E, R>) -> Self
            where
                Self: From<E>,
                E: error::OperationError,
                R: Send + Sync + fmt::Debug + 'static,
            {
                match error {
                    SdkError::ServiceError(context) => Self::from(context.into_err()),
                    error => {
                        let meta = error::metadata(&error);
                        let source = explain::Source::of_call::<E>(error.into());
                        Self::Unhandled(Unhandled { source, meta })
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
                self.inner().crate_error_source()
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
                let source = explain::Source::new(error);
                Self::Unhandled(Unhandled { source, meta: Default::default() })
            }
        }

        #[doc(hidden)]
        impl explain::Explain for Error {
            fn failure(&self) -> explain::Failure<'_> {
                explain::Failure::of_content(self.inner())
            }
        }

        #(#conversions)*
    }
}
