//! The modules that are the same in every client but for names.

use proc_macro2::TokenStream;
use quote::quote;

use super::Files;
use super::tokens::{doc, inner_docs};
use crate::ir::{Client, Feature};

/// The deprecation note of unhandled errors.
pub(super) const UNHANDLED_NOTE: &str =
    "match it with a wildcard arm and use `code()`; later versions may add variants";

/// `lib.rs`, `meta.rs`, `error.rs`, `primitives.rs` and what is below.
pub(super) fn emit(client: &Client, files: &mut Files) {
    lib(client, files);
    meta(client, files);
    errors(client, files);
    primitives(client, files);
}

fn lib(client: &Client, files: &mut Files) {
    let mut lines = vec![
        format!("A client of {}.", client.service.title),
        String::new(),
    ];
    lines.extend(client.service.docs.iter().cloned());
    let docs = inner_docs(&lines);
    let waiters = client.features.contains(&Feature::Waiters).then(|| {
        quote! {
            /// What waits for something to be so, by way of [`Waiters`](crate::client::Waiters).
            pub mod waiters;
        }
    });
    files.rust(
        "src/lib.rs",
        quote! {
            #docs
            #![forbid(unsafe_code)]
            #![warn(missing_docs)]
            #![allow(deprecated, reason = "the crate names what its users should not")]
            #![allow(clippy::result_large_err, reason = "`SdkError` is the runtime's")]
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
                reason = "names, types and sizes are the model's"
            )]
            #![cfg_attr(docsrs, feature(doc_cfg))]

            /// The client.
            pub mod client;
            /// The settings of a client, and of single calls.
            pub mod config;
            /// What errors have in common.
            pub mod error;
            mod error_meta;
            /// About this crate.
            pub mod meta;
            /// The operations, each with its input, output and errors.
            pub mod operation;
            /// The types of values that are not the service's own.
            pub mod primitives;
            /// The data that inputs and outputs are made of.
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
    let docs = doc(&format!(
        "The service and this crate's version, for the user agent: `api/{id}`."
    ));
    files.rust(
        "src/meta.rs",
        quote! {
            //! About this crate.

            #docs
            pub(crate) const API_METADATA: aws_runtime::user_agent::ApiMetadata =
                aws_runtime::user_agent::ApiMetadata::new(#id, PKG_VERSION);

            /// The crate's version.
            pub static PKG_VERSION: &str = env!("CARGO_PKG_VERSION");
        },
    );
}

/// The error of an enum's `try_parse`.
fn unknown_variant_error() -> TokenStream {
    quote! {
        /// A text that is none of an enum's known values.
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

fn errors(client: &Client, files: &mut Files) {
    let unknown = (!client.enums.is_empty()).then(unknown_variant_error);
    files.rust(
        "src/error.rs",
        quote! {
            //! What errors have in common.

            pub use aws_smithy_runtime_api::box_error::BoxError;
            pub use aws_smithy_runtime_api::client::result::ConnectorError;
            pub use aws_smithy_types::error::display::DisplayErrorContext;
            pub use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
            pub use aws_smithy_types::error::operation::BuildError;

            pub(crate) mod sealed_unhandled;

            /// How a call fails: with the operation's error `E`, or on the way.
            pub type SdkError<
                E,
                R = aws_smithy_runtime_api::client::orchestrator::HttpResponse,
            > = aws_smithy_runtime_api::client::result::SdkError<E, R>;

            #unknown
        },
    );
    files.rust(
        "src/error/sealed_unhandled.rs",
        quote! {
            //! Errors that are not declared. Nameable for their signatures only.

            /// An error that the operation does not declare, or an answer that cannot be read.
            #[deprecated(note = #UNHANDLED_NOTE)]
            #[derive(Debug)]
            pub struct Unhandled {
                pub(crate) source: aws_smithy_runtime_api::box_error::BoxError,
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
    let big_numbers = client.features.contains(&Feature::BigNumbers).then(|| {
        quote! {
            pub use aws_smithy_types::{BigDecimal, BigInteger};
        }
    });
    files.rust(
        "src/primitives.rs",
        quote! {
            //! The types of values that are not the service's own.

            #streams
            pub use aws_smithy_types::date_time::Format as DateTimeFormat;
            pub use aws_smithy_types::{Blob, DateTime};
            #big_numbers

            /// Event streams, of which the service has none.
            pub mod event_stream;
            #unknown
        },
    );
    files.rust(
        "src/primitives/event_stream.rs",
        quote! {
            //! Event streams, of which the service has none.
        },
    );
    if unknown.is_none() {
        return;
    }
    let unset = client
        .enums
        .iter()
        .any(|shape| shape.usage.in_responses)
        .then(|| {
            quote! {
                /// What stands in each enum before its value is read; so it must cost nothing.
                pub(crate) const fn unset() -> Self {
                    Self(Cow::Borrowed(restjson1_runtime::json::NO_VALUE))
                }
            }
        });
    files.rust(
        "src/primitives/sealed_enum_unknown.rs",
        quote! {
            //! Unknown values of enums. Nameable for their signatures only.

            use std::borrow::Cow;

            /// The text of a value that this version of the crate does not know.
            #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
            #[non_exhaustive]
            pub struct UnknownVariantValue(Cow<'static, str>);

            impl UnknownVariantValue {
                pub(crate) fn new(text: &str) -> Self {
                    Self(Cow::Owned(text.to_owned()))
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
