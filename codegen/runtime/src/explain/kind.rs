//! The kinds of errors, from error codes, statuses and the stage at which a call failed.

use aws_runtime::retries::classifiers::{THROTTLING_ERRORS, TRANSIENT_ERRORS};

/// The kinds of errors that every service has.
///
/// The enum `ErrorKind` of each generated crate has a variant for each, and may have more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandardKind {
    /// The caller lacks a permission.
    AccessDenied,
    /// The state of a resource forbids the request.
    Conflict,
    /// No connection could be established, or it broke.
    Connection,
    /// The request could not be built.
    Construction,
    /// The credentials are missing, expired or invalid.
    Credentials,
    /// The response could not be read.
    MalformedResponse,
    /// A resource does not exist.
    NotFound,
    /// Any other error.
    Other,
    /// A quota of the account is exhausted.
    QuotaExceeded,
    /// The service failed or is busy.
    ServiceUnavailable,
    /// Too many requests were sent.
    Throttled,
    /// There was no response in time.
    Timeout,
    /// A value in the request is invalid.
    Validation,
}

/// The facts about errors that a generated crate contains.
#[derive(Debug)]
pub struct Facts<K: 'static> {
    /// The kinds by error code.
    pub kinds: &'static [(&'static str, K)],
    /// The hints; the first that matches is printed.
    pub hints: &'static [Hint],
}

/// A hint for the reader of a report.
#[derive(Debug)]
pub struct Hint {
    /// The operation to which the hint applies; empty if it applies to all.
    pub operation: &'static str,
    /// The error code, or the name of the kind, to which the hint applies.
    pub error: &'static str,
    /// The hint. `{operation}` stands for the name of the operation.
    pub text: &'static str,
}

/// The error codes of all AWS services that a model does not declare.
const CODES: [(StandardKind, &[&str]); 6] = [
    (StandardKind::Throttled, THROTTLING_ERRORS),
    (StandardKind::Timeout, TRANSIENT_ERRORS),
    (
        StandardKind::Credentials,
        &[
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "RequestExpired",
            "RequestTimeTooSkewed",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException",
        ],
    ),
    (
        StandardKind::AccessDenied,
        &[
            "AccessDenied",
            "AccessDeniedException",
            "NotAuthorized",
            "OptInRequired",
            "UnauthorizedOperation",
        ],
    ),
    (
        StandardKind::ServiceUnavailable,
        &[
            "InternalError",
            "InternalFailure",
            "InternalServerError",
            "InternalServerException",
            "ServiceUnavailable",
            "ServiceUnavailableException",
        ],
    ),
    (
        StandardKind::Validation,
        &["ValidationError", "ValidationException"],
    ),
];

/// Returns the kind of an error that the model does not declare.
pub(super) fn undeclared(code: Option<&str>, status: Option<u16>) -> StandardKind {
    let known = CODES.iter().find(|(_, codes)| {
        let code = code.unwrap_or_default();
        codes.contains(&code)
    });
    match (known, status) {
        (Some((kind, _)), _) => *kind,
        (None, Some(400)) => StandardKind::Validation,
        (None, Some(401)) => StandardKind::Credentials,
        (None, Some(403)) => StandardKind::AccessDenied,
        (None, Some(404 | 410)) => StandardKind::NotFound,
        (None, Some(408)) => StandardKind::Timeout,
        (None, Some(409)) => StandardKind::Conflict,
        (None, Some(429)) => StandardKind::Throttled,
        (None, Some(500..)) => StandardKind::ServiceUnavailable,
        _ => StandardKind::Other,
    }
}
