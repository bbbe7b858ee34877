//! The modules that are nearly the same in all clients.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{UNHANDLED_NOTE, doc, inner_docs};
use super::{Files, error_facts, front_page, guide};
use crate::ir::{Client, Feature};
use crate::options::Options;
use crate::printable::escape;

/// Emits `lib.rs`, `meta.rs`, and the modules `error` and `primitives` with their submodules.
pub(super) fn emit(client: &Client, options: &Options, files: &mut Files) {
    lib(client, options, files);
    meta(client, files);
    errors(client, &options.lib_name(), files);
    primitives(client, files);
}

fn lib(client: &Client, options: &Options, files: &mut Files) {
    let docs = inner_docs(&front_page::lines(client, options));
    let waiters = client.features.contains(&Feature::Waiters).then(|| {
        quote!(
            pub mod waiters;
        )
    });
    let guide = guide::declaration(client);
    let unused = client
        .operations
        .is_empty()
        .then(|| quote!(#![allow(dead_code, reason = "the service has no operations")]));
    files.rust(
        "src/lib.rs",
        quote! {
            #docs
            #![forbid(unsafe_code)]
            #![warn(missing_docs)]
            #unused
            #![allow(deprecated, reason = "the code has to name deprecated items")]
            #![allow(clippy::result_large_err, reason = "the runtime defines `SdkError`")]
            #![allow(
                clippy::borrowed_box,
                clippy::enum_variant_names,
                clippy::large_enum_variant,
                clippy::module_inception,
                clippy::new_ret_no_self,
                clippy::self_named_constructors,
                clippy::should_implement_trait,
                clippy::type_complexity,
                clippy::wrong_self_convention,
                reason = "the model decides names, types and sizes"
            )]
            #![cfg_attr(docsrs, feature(doc_cfg))]

            #[cfg(feature = "check")]
            pub mod check;
            pub mod client;
            pub mod config;
            pub mod error;
            mod error_meta;
            #guide
            #[cfg(any(feature = "check", feature = "serde"))]
            mod members;
            pub mod meta;
            pub mod operation;
            pub mod primitives;
            #[cfg(feature = "serde")]
            pub mod serde;
            pub mod types;
            #waiters

            #[doc(inline)]
            pub use client::Client;
            #[doc(inline)]
            pub use config::Config;
            pub use error_meta::Error;
        },
    );
}

fn meta(client: &Client, files: &mut Files) {
    let id = &client.service.id;
    let agent = escape::code(&format!("api/{id}"));
    let docs = doc(&format!(
        "The service id and the crate's version, for {agent} in the user agent."
    ));
    files.rust(
        "src/meta.rs",
        quote! {
            //! Information about the crate.

            #docs
            pub(crate) const API_METADATA: aws_runtime::user_agent::ApiMetadata =
                aws_runtime::user_agent::ApiMetadata::new(#id, PKG_VERSION);

            /// The crate's version.
            pub static PKG_VERSION: &str = env!("CARGO_PKG_VERSION");
        },
    );
}

/// Returns the error type of enums' `try_parse`.
fn unknown_variant_error() -> TokenStream {
    quote! {
        /// The error of `try_parse`: the string is none of the enum's known values.
        #[derive(Debug)]
        pub struct UnknownVariantError {
            value: String,
        }

        impl UnknownVariantError {
            pub(crate) fn new(value: &str) -> Self {
                Self {
                    value: value.to_owned(),
                }
            }
        }

        impl std::fmt::Display for UnknownVariantError {
            fn fmt(
                &self,
                f: &mut std::fmt::Formatter<'_>,
            ) -> std::result::Result<(), std::fmt::Error> {
                write!(f, "unknown enum variant: '{}'", self.value)
            }
        }

        impl std::error::Error for UnknownVariantError {}
    }
}

fn errors(client: &Client, lib_name: &str, files: &mut Files) {
    let error_ext = error_facts::error_ext(client, lib_name);
    let unknown = (!client.enums.is_empty()).then(unknown_variant_error);
    files.rust(
        "src/error.rs",
        quote! {
            //! Error types that all operations share, and a trait to inspect errors.
            //!
            //! A call that fails returns an [`SdkError`]. Its methods `as_service_error` and
            //! `into_service_error` return the error of the operation, whose enum is in the
            //! operation's module; the variants hold the types in
            //! [`types::error`](crate::types::error). [`ProvideErrorMetadata`] returns code and
            //! message of any of these errors. [`DisplayErrorContext`] prints an error with all its
            //! causes.

            pub use aws_smithy_runtime_api::box_error::BoxError;
            pub use aws_smithy_runtime_api::client::result::ConnectorError;
            pub use aws_smithy_types::error::display::DisplayErrorContext;
            pub use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
            pub use aws_smithy_types::error::operation::BuildError;

            pub(crate) mod sealed_unhandled;

            /// The error of a request.
            ///
            /// It is the operation's error `E`, or a failure to send the request or to parse the
            /// response `R`.
            pub type SdkError<
                E,
                R = aws_smithy_runtime_api::client::orchestrator::HttpResponse,
            > = aws_smithy_runtime_api::client::result::SdkError<E, R>;

            #error_ext

            #unknown
        },
    );
    files.rust(
        "src/error/sealed_unhandled.rs",
        quote! {
            //! The content of `Unhandled` variants. Not meant to be used directly.

            /// An error that the operation does not declare, or any other failure.
            #[deprecated(note = #UNHANDLED_NOTE)]
            #[derive(Debug)]
            pub struct Unhandled {
                pub(crate) source: restjson1_runtime::explain::Source,
                pub(crate) meta: aws_smithy_types::error::metadata::ErrorMetadata,
            }

            impl Unhandled {
                pub(crate) fn inner(&self) -> restjson1_runtime::error::Inner<'_> {
                    restjson1_runtime::error::Inner::Unhandled(&self.source, &self.meta)
                }
            }
        },
    );
}

fn primitives(client: &Client, files: &mut Files) {
    let unknown = (!client.enums.is_empty()).then(|| {
        quote!(
            pub(crate) mod sealed_enum_unknown;
        )
    });
    let streams = client.features.contains(&Feature::Streaming).then(|| {
        quote! {
            pub use aws_smithy_types::body::SdkBody;
            pub use aws_smithy_types::byte_stream::error::Error as ByteStreamError;
            pub use aws_smithy_types::byte_stream::{AggregatedBytes, ByteStream};
            #[cfg(feature = "rt-tokio")]
            pub use aws_smithy_types::byte_stream::{FsBuilder, Length};
        }
    });
    let mut operations = client.operations.iter();
    let is_paginated = operations.any(|operation| operation.pagination.is_some());
    let pagination = is_paginated.then(|| {
        quote! {
            pub use restjson1_runtime::paginate::{Position, TokenCycle};
        }
    });
    let big_numbers = client.features.contains(&Feature::BigNumbers).then(|| {
        quote! {
            pub use aws_smithy_types::{BigDecimal, BigInteger};
        }
    });
    files.rust(
        "src/primitives.rs",
        quote! {
            //! Value types that all services share, such as timestamps.

            #streams
            pub use aws_smithy_types::date_time::Format as DateTimeFormat;
            pub use aws_smithy_types::{Blob, DateTime};
            #big_numbers
            #pagination

            pub mod event_stream;
            #unknown
        },
    );
    files.rust(
        "src/primitives/event_stream.rs",
        quote! {
            //! Event streams. This crate supports none, so the module is empty.
        },
    );
    if unknown.is_none() {
        return;
    }
    let is_read = client.enums.iter().any(|shape| shape.usage.in_responses);
    let unset = is_read.then(|| {
        quote! {
            /// Returns the placeholder for a value that has not been read; it does not allocate.
            pub(crate) const fn unset() -> Self {
                Self(Cow::Borrowed(restjson1_runtime::json::NO_VALUE))
            }
        }
    });
    files.rust(
        "src/primitives/sealed_enum_unknown.rs",
        quote! {
            //! The content of `Unknown` variants of enums. Not meant to be used directly.

            use std::borrow::Cow;

            /// A value of an enum that this version of the crate does not know.
            #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
            #[non_exhaustive]
            pub struct UnknownVariantValue(Cow<'static, str>);

            impl UnknownVariantValue {
                pub(crate) fn new(value: &str) -> Self {
                    Self(Cow::Owned(value.to_owned()))
                }

                #unset

                pub(crate) fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl std::fmt::Display for UnknownVariantValue {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(&self.0)
                }
            }
        },
    );
}
