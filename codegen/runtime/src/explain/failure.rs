//! The view of an error on which all explanations are based.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::time::Duration;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_http::endpoint::error::ResolveEndpointError;
use aws_smithy_runtime_api::client::dns::ResolveDnsError;
use aws_smithy_runtime_api::client::interceptors::error::InterceptorError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{ConnectorError, SdkError};
use aws_smithy_types::error::metadata::EMPTY_ERROR_METADATA;
use aws_types::request_id::RequestId;

use super::kind::undeclared;
use super::{Attempts, Elapsed, Facts, StandardKind};
use crate::error::{ErrorMetadata, Inner, OperationError};
use crate::json::JsonError;
use crate::paginate::TokenCycle;

/// An error that can be explained.
pub trait Explain {
    /// Returns the view of the error on which all explanations are based.
    fn failure(&self) -> Failure<'_>;
}

/// A failed call, or as much of it as an error holds.
pub struct Failure<'a> {
    pub(super) stage: Stage<'a>,
    pub(super) operation: Option<&'static str>,
    pub(super) content: Option<Inner<'a>>,
    retryable: bool,
    pub(super) raw: Option<&'a HttpResponse>,
}

/// The stage at which a call failed, with the error that ended it.
#[derive(Clone, Copy)]
pub(super) enum Stage<'a> {
    /// The request was built.
    Construction(&'a (dyn StdError + 'static)),
    /// The time for the call ran out.
    Timeout(&'a (dyn StdError + 'static)),
    /// The request was prepared or sent.
    Dispatch(&'a ConnectorError),
    /// The response was received.
    Response(&'a (dyn StdError + 'static)),
    /// The service responded.
    Service,
}

impl<E: OperationError> Explain for E {
    fn failure(&self) -> Failure<'_> {
        Failure::of_error(self)
    }
}

impl<E: OperationError> Explain for SdkError<E, HttpResponse> {
    fn failure(&self) -> Failure<'_> {
        let source = || self.source().unwrap_or(self);
        let stage = match self {
            Self::ServiceError(context) => {
                return Failure {
                    raw: Some(context.raw()),
                    ..Failure::of_error(context.err())
                };
            }
            Self::ConstructionFailure(_) => Stage::Construction(source()),
            Self::TimeoutError(_) => Stage::Timeout(source()),
            Self::DispatchFailure(context) => match context.as_connector_error() {
                Some(error) => Stage::Dispatch(error),
                None => Stage::Construction(source()),
            },
            _ => Stage::Response(source()),
        };
        Failure {
            stage,
            operation: Some(E::OPERATION),
            content: None,
            retryable: false,
            raw: self.raw_response(),
        }
    }
}

impl<'a> Failure<'a> {
    /// Returns the failure that the error of an operation describes.
    pub fn of_error<E: OperationError>(error: &'a E) -> Self {
        Self {
            operation: Some(E::OPERATION),
            retryable: error.retryable_error_kind().is_some(),
            ..Self::of_content(error.content())
        }
    }

    /// Returns the failure that the crate's `Error` describes.
    pub fn of_content(content: Inner<'a>) -> Self {
        if let Inner::Unhandled(source, _) = content
            && let Some(failure) = source.failure()
        {
            return failure;
        }
        Self {
            stage: Stage::Service,
            operation: None,
            content: Some(content),
            retryable: false,
            raw: None,
        }
    }

    /// Returns code, message and request ID.
    pub(super) fn meta(&self) -> &'a ErrorMetadata {
        self.content.map_or(&EMPTY_ERROR_METADATA, Inner::meta)
    }

    /// Returns the request ID of the response, even if the body could not be received.
    pub(super) fn request_id(&self) -> Option<&'a str> {
        let raw = || self.raw.and_then(|raw| raw.headers().request_id());
        self.meta().request_id().or_else(raw)
    }

    /// Returns the kind of the error, by `facts` or by what all services share.
    pub fn kind<K: Copy + From<StandardKind>>(&self, facts: &Facts<K>) -> K {
        let code = self.meta().code();
        let modeled = facts.kinds.iter().find(|(known, _)| Some(*known) == code);
        match (self.standard_kind(), modeled) {
            (StandardKind::MalformedResponse, _) | (_, None) => self.standard_kind().into(),
            (_, Some((_, kind))) => *kind,
        }
    }

    fn standard_kind(&self) -> StandardKind {
        match self.stage {
            Stage::Construction(error) if error.is::<TokenCycle>() => {
                StandardKind::MalformedResponse
            }
            Stage::Construction(error) => match find::<CredentialsError>(error) {
                Some(_) => StandardKind::Credentials,
                None => StandardKind::Construction,
            },
            Stage::Timeout(_) => StandardKind::Timeout,
            Stage::Dispatch(error) if find::<CredentialsError>(error).is_some() => {
                StandardKind::Credentials
            }
            Stage::Dispatch(error) if error.is_timeout() => StandardKind::Timeout,
            Stage::Dispatch(error) if is_prepared(error) => StandardKind::Construction,
            Stage::Dispatch(_) | Stage::Response(_) => StandardKind::Connection,
            Stage::Service if self.is_unreadable() => StandardKind::MalformedResponse,
            Stage::Service => {
                let status = self.raw.map(|raw| raw.status().as_u16());
                undeclared(self.meta().code(), status)
            }
        }
    }

    /// Returns `true` if the service reported success, but the response could not be read.
    fn is_unreadable(&self) -> bool {
        match (self.raw, self.content) {
            (Some(raw), _) => raw.status().is_success(),
            // Without the response, a status is not known.
            (None, Some(Inner::Unhandled(source, meta))) => {
                meta.code().is_none() && source.error().is::<JsonError>()
            }
            _ => false,
        }
    }

    /// Returns `true` if the same call may succeed later, without a change of request or account.
    pub fn is_retryable(&self) -> bool {
        let kind = self.standard_kind();
        let is_transient = matches!(
            kind,
            StandardKind::Connection
                | StandardKind::ServiceUnavailable
                | StandardKind::Throttled
                | StandardKind::Timeout
        );
        self.retryable || is_transient
    }

    /// Returns `false` if the service cannot have acted, because no request reached it.
    pub fn was_sent(&self) -> bool {
        match self.stage {
            Stage::Construction(error) => error.is::<TokenCycle>(),
            Stage::Dispatch(error) => was_sent(error),
            Stage::Timeout(_) | Stage::Response(_) | Stage::Service => true,
        }
    }

    /// Returns the operation's name in the model, if the error holds it.
    pub fn operation(&self) -> Option<&'static str> {
        self.operation
    }

    /// Returns the number of requests sent, if the service responded to the last one.
    pub fn attempts(&self) -> Option<u32> {
        self.raw?.extension().map(|Attempts(count)| *count)
    }

    pub(super) fn elapsed(&self) -> Option<Duration> {
        self.raw?.extension().map(|Elapsed(time)| *time)
    }

    /// Returns the response, if the error holds it.
    pub fn raw(&self) -> Option<&'a HttpResponse> {
        self.raw
    }
}

impl fmt::Debug for Failure<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Failure")
    }
}

/// Returns the first error of type `T` among `error` and its sources.
fn find<'a, T: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a T> {
    chain(error).find_map(|error| error.downcast_ref())
}

/// Iterates over `error` and its sources.
pub(super) fn chain<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    let mut next = Some(error);
    std::iter::from_fn(move || {
        let error = next?;
        next = error.source();
        Some(error)
    })
}

/// Returns `true` if the request was still being prepared: resolving endpoint or identity, signing,
/// or an interceptor failed.
fn is_prepared(error: &ConnectorError) -> bool {
    // The type of this error, which a client without credentials has, is private to its crate.
    let has_no_auth_scheme = |error: &(dyn StdError + 'static)| {
        let text = error.to_string();
        text.starts_with("failed to select an auth scheme")
    };
    let is_ours = find::<ResolveEndpointError>(error).is_some()
        || find::<CredentialsError>(error).is_some()
        || find::<InterceptorError>(error).is_some()
        || chain(error).any(has_no_auth_scheme);
    error.is_user() || error.is_other() && is_ours
}

/// Returns `false` if no byte of the request was sent: it was still being prepared, or there was no
/// connection.
///
/// If that cannot be known, returns `true`.
pub(crate) fn was_sent(error: &ConnectorError) -> bool {
    let is_unconnected = |error: &(dyn StdError + 'static)| {
        let io = error.downcast_ref::<io::Error>();
        let io = io.is_some_and(|error| {
            matches!(
                error.kind(),
                io::ErrorKind::AddrNotAvailable
                    | io::ErrorKind::ConnectionRefused
                    | io::ErrorKind::HostUnreachable
                    | io::ErrorKind::NetworkUnreachable
            )
        });
        // The types of hyper's clients and of timeouts are not those of a dependency.
        io || error.is::<ResolveDnsError>() || {
            let text = error.to_string();
            text == "client error (Connect)"
                || text.starts_with("error trying to connect")
                || text.starts_with("HTTP connect timeout")
        }
    };
    // The runtime shows this state in no other way.
    let never_connected = || format!("{error:?}").ends_with("connection: NeverConnected }");
    !(is_prepared(error) || chain(error).any(is_unconnected) || never_connected())
}
