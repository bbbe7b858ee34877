//! Calls that fail, and everything that a caller can read from their errors.

use std::pin::Pin;

use ivs_sdk::Client;
use ivs_sdk::error::{ProvideErrorMetadata, SdkError};
use ivs_sdk::operation::RequestId;
use ivs_sdk::types::error::{
    AccessDeniedException, ChannelNotBroadcasting, ConflictException, InternalServerException,
    PendingVerification, ResourceNotFoundException, ServiceQuotaExceededException,
    ServiceUnavailable, StreamUnavailable, ThrottlingException, ValidationException,
};

/// An operation, the variants of its error enum, and a function that calls it.
pub(super) struct Failing {
    pub(super) operation: &'static str,
    pub(super) variants: &'static [&'static str],
    pub(super) call: fn(Client) -> Pin<Box<dyn Future<Output = Observed> + Send>>,
}

/// All properties of an error.
#[derive(Debug, PartialEq)]
pub(super) struct Observed {
    /// The variant of the operation's error enum.
    pub(super) variant: Option<&'static str>,
    /// The variants whose `is_…` method returns `true`.
    pub(super) is: Vec<&'static str>,
    pub(super) structure: Option<ErrorStructure>,
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) status: Option<u16>,
    pub(super) display: String,
    /// The code and the `Display` output after conversion into `ivs_sdk::Error`.
    pub(super) converted: (Option<String>, String),
}

/// The members and metadata of an error structure.
#[derive(Debug, PartialEq)]
pub(super) struct ErrorStructure {
    pub(super) exception_message: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
    /// The header members in the order of the accessors; the error type is the last.
    pub(super) headers: [Option<String>; 8],
}

/// Defines the table. Each row: operation, method (required members), error enum, variants.
macro_rules! failing {
    ($($operation:ident: $method:ident($($member:ident),*), $error:ident => $($variant:ident),+;)+) => {
        /// Returns all operations in alphabetical order.
        pub(super) fn all() -> Vec<Failing> {
            vec![$({
                use ivs_sdk::operation::$method::$error;
                Failing {
                    operation: stringify!($operation),
                    variants: &[$(stringify!($variant)),+],
                    call: |client| {
                        Box::pin(async move {
                            let call = client.$method()$(.$member("arn"))*;
                            $crate::errors::observe::observe(
                                call.send().await,
                                |error: &$error| match error {
                                    $($error::$variant(inner) => {
                                        Some((stringify!($variant), inner.into()))
                                    })+
                                    _ => None,
                                },
                                |error| vec![$(
                                    $crate::errors::observe::is!(error, $variant)
                                        .then_some(stringify!($variant))
                                ),+],
                            )
                        })
                    },
                }
            }),+]
        }
    };
}

/// Calls the `is_…` method of a variant; a declarative macro cannot derive its name.
macro_rules! is {
    ($error:ident, AccessDeniedException) => {
        $error.is_access_denied_exception()
    };
    ($error:ident, ChannelNotBroadcasting) => {
        $error.is_channel_not_broadcasting()
    };
    ($error:ident, ConflictException) => {
        $error.is_conflict_exception()
    };
    ($error:ident, InternalServerException) => {
        $error.is_internal_server_exception()
    };
    ($error:ident, PendingVerification) => {
        $error.is_pending_verification()
    };
    ($error:ident, ResourceNotFoundException) => {
        $error.is_resource_not_found_exception()
    };
    ($error:ident, ServiceQuotaExceededException) => {
        $error.is_service_quota_exceeded_exception()
    };
    ($error:ident, ServiceUnavailable) => {
        $error.is_service_unavailable()
    };
    ($error:ident, StreamUnavailable) => {
        $error.is_stream_unavailable()
    };
    ($error:ident, ThrottlingException) => {
        $error.is_throttling_exception()
    };
    ($error:ident, ValidationException) => {
        $error.is_validation_exception()
    };
}

/// Converts error structures into [`ErrorStructure`] through their accessors.
macro_rules! structure {
    ($($error:ident),+) => {
        $(impl From<&$error> for ErrorStructure {
            fn from(error: &$error) -> Self {
                Self {
                    exception_message: error.exception_message().map(str::to_owned),
                    message: error.message().map(str::to_owned),
                    request_id: error.request_id().map(str::to_owned),
                    headers: [
                        error.access_control_allow_origin(),
                        error.access_control_expose_headers(),
                        error.cache_control(),
                        error.content_security_policy(),
                        error.strict_transport_security(),
                        error.x_content_type_options(),
                        error.x_frame_options(),
                        error.x_amzn_error_type(),
                    ]
                    .map(|header| header.map(str::to_owned)),
                }
            }
        })+
    };
}

structure!(
    AccessDeniedException,
    ChannelNotBroadcasting,
    ConflictException,
    InternalServerException,
    PendingVerification,
    ResourceNotFoundException,
    ServiceQuotaExceededException,
    ServiceUnavailable,
    StreamUnavailable,
    ThrottlingException,
    ValidationException
);

pub(super) use {failing, is};

/// Reads all properties of a call's error.
pub(super) fn observe<O, E>(
    result: Result<O, SdkError<E>>,
    variant: fn(&E) -> Option<(&'static str, ErrorStructure)>,
    is: fn(&E) -> Vec<Option<&'static str>>,
) -> Observed
where
    O: std::fmt::Debug,
    E: std::error::Error + ProvideErrorMetadata + RequestId + 'static,
    ivs_sdk::Error: From<SdkError<E>>,
{
    let error = result.expect_err("an error response");
    let status = error
        .raw_response()
        .map(|response| response.status().as_u16());
    let service = error.as_service_error().expect("a service error");
    let (variant, structure) = variant(service).unzip();
    let mut observed = Observed {
        variant,
        is: is(service).into_iter().flatten().collect(),
        structure,
        code: service.code().map(str::to_owned),
        message: service.message().map(str::to_owned),
        request_id: service.request_id().map(str::to_owned),
        status,
        display: service.to_string(),
        converted: Default::default(),
    };
    let converted = ivs_sdk::Error::from(error);
    observed.converted = (converted.code().map(str::to_owned), converted.to_string());
    observed
}
