//! Signatures (AWS signature version 4) of requests.

use std::fmt;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials as Identity;
use aws_sigv4::http_request::{
    PayloadChecksumKind, SignableBody, SignableRequest, SigningParams, SigningSettings, sign,
};
use aws_sigv4::sign::v4;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use bytes::Bytes;
use http::Request;

use super::table::{Operation, Table};
use crate::behaviour::{Caller, ServiceError};

/// The time by which a signature may be older or newer than the service's clock.
const TOLERANCE: Duration = Duration::from_secs(5 * 60);

const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// A pair of access key id and secret key.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The access key id.
    pub access_key: String,
    /// The secret key.
    pub secret_key: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key", &self.access_key)
            .finish_non_exhaustive()
    }
}

/// The rules for the signatures of requests.
#[derive(Clone, Debug)]
pub struct Auth {
    mode: Mode,
    account: String,
}

#[derive(Clone, Debug)]
enum Mode {
    /// Signatures are ignored.
    Off,
    /// A signature of any credentials is needed; its form and time are checked.
    Any,
    /// A signature of these credentials is needed, and compared with our own.
    Only(Credentials),
}

impl Auth {
    /// Accepts requests with any signature, and without.
    pub fn off(account: impl Into<String>) -> Self {
        Self::new(Mode::Off, account.into())
    }

    /// Accepts requests that are signed with any credentials: their secrets are unknown, so only the
    /// form, the scope and the time of the signature are checked.
    pub fn any(account: impl Into<String>) -> Self {
        Self::new(Mode::Any, account.into())
    }

    /// Accepts only requests that are signed with these credentials.
    pub fn only(credentials: Credentials, account: impl Into<String>) -> Self {
        Self::new(Mode::Only(credentials), account.into())
    }

    fn new(mode: Mode, account: String) -> Self {
        Self { mode, account }
    }

    /// Returns the caller of a request.
    ///
    /// # Errors
    /// The service's error for a missing, incomplete, wrong, expired or premature signature.
    pub(super) fn caller(
        &self,
        table: &Table,
        operation: &Operation,
        request: &Request<Bytes>,
        now: SystemTime,
    ) -> Result<Caller, ServiceError> {
        let header = text(request, "authorization");
        let signature = header.map(Signature::parse);
        let is_optional = operation.unsigned || matches!(self.mode, Mode::Off);
        let signature = match signature {
            None | Some(Err(_)) if is_optional => return Ok(self.anonymous()),
            None => {
                let code = "MissingAuthenticationTokenException";
                return Err(ServiceError::new(code, "Missing Authentication Token"));
            }
            Some(signature) => signature?,
        };
        if !is_optional {
            self.check(table, &signature, request, now)?;
        }
        Ok(Caller {
            account: self.account.clone(),
            region: signature.region.to_owned(),
            access_key: Some(signature.access_key.to_owned()),
        })
    }

    fn anonymous(&self) -> Caller {
        Caller {
            account: self.account.clone(),
            region: "us-east-1".to_owned(),
            access_key: None,
        }
    }

    fn check(
        &self,
        table: &Table,
        signature: &Signature<'_>,
        request: &Request<Bytes>,
        now: SystemTime,
    ) -> Result<(), ServiceError> {
        let service = table.service.signing_name.as_deref().unwrap_or_default();
        if signature.service != service {
            let message = format!("Credential should be scoped to correct service: '{service}'.");
            return Err(invalid(message));
        }
        let date = text(request, "x-amz-date").unwrap_or_default();
        let time = parse_date(date)
            .ok_or_else(|| incomplete("the header X-Amz-Date is missing or not a date"))?;
        if !date.starts_with(signature.date) {
            return Err(invalid(
                "The date of the credential is not that of the request.".into(),
            ));
        }
        check_time(date, time, now)?;
        let Mode::Only(credentials) = &self.mode else {
            return Ok(());
        };
        if credentials.access_key != signature.access_key {
            let message = "The security token included in the request is invalid.";
            return Err(ServiceError::new("UnrecognizedClientException", message));
        }
        let expected = signature.of_request(credentials, request, time);
        if expected.as_deref() != Some(signature.signature) {
            let message = "The request signature we calculated does not match the signature you \
                           provided. Check your secret key and signing method.";
            return Err(invalid(message.to_owned()));
        }
        Ok(())
    }
}

fn check_time(date: &str, time: SystemTime, now: SystemTime) -> Result<(), ServiceError> {
    let (oldest, newest) = (now - TOLERANCE, now + TOLERANCE);
    let (bound, relation, start) = if time < oldest {
        (oldest, "earlier", "Signature expired")
    } else if time > newest {
        (newest, "later", "Signature not yet current")
    } else {
        return Ok(());
    };
    let (bound, now) = (basic_date(bound), basic_date(now));
    let sign = if relation == "earlier" { '-' } else { '+' };
    let message = format!("{start}: {date} is now {relation} than {bound} ({now} {sign} 5 min.)");
    Err(invalid(message))
}

fn invalid(message: String) -> ServiceError {
    ServiceError::new("InvalidSignatureException", message)
}

fn incomplete(reason: &str) -> ServiceError {
    let message = format!("The signature is incomplete: {reason}.");
    ServiceError::new("IncompleteSignatureException", message)
}

fn text<'a>(request: &'a Request<Bytes>, name: &str) -> Option<&'a str> {
    request.headers().get(name)?.to_str().ok()
}

/// Parses a date such as `20261130T161500Z`.
fn parse_date(date: &str) -> Option<SystemTime> {
    if date.len() != 16 || !date.is_ascii() {
        return None;
    }
    let part = |range: std::ops::Range<usize>| &date[range];
    let extended = format!(
        "{}-{}-{}T{}:{}:{}",
        part(0..4),
        part(4..6),
        part(6..8),
        part(9..11),
        part(11..13),
        part(13..16)
    );
    let time = DateTime::from_str(&extended, Format::DateTime).ok()?;
    SystemTime::try_from(time).ok()
}

fn basic_date(time: SystemTime) -> String {
    let seconds = DateTime::from_secs(DateTime::from(time).secs());
    let text = seconds.fmt(Format::DateTime).unwrap_or_default();
    text.replace(['-', ':'], "")
}

/// The header `authorization`, parsed.
#[derive(Debug)]
struct Signature<'a> {
    access_key: &'a str,
    date: &'a str,
    region: &'a str,
    service: &'a str,
    signed_headers: Vec<&'a str>,
    signature: &'a str,
}

impl<'a> Signature<'a> {
    fn parse(header: &'a str) -> Result<Self, ServiceError> {
        let parts = header
            .strip_prefix(ALGORITHM)
            .ok_or_else(|| incomplete("the algorithm is not AWS4-HMAC-SHA256"))?;
        let part = |name: &str| {
            let mut parts = parts.split(',').map(str::trim);
            let value = parts.find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
            value
                .filter(|value| !value.is_empty())
                .ok_or_else(|| incomplete(&format!("'{name}' is missing")))
        };
        let (credential, signed_headers) = (part("Credential")?, part("SignedHeaders")?);
        let signature = part("Signature")?;
        // The access key may contain slashes, the scope may not.
        let scope: Vec<&str> = credential.rsplitn(5, '/').collect();
        let &["aws4_request", service, region, date, access_key] = &*scope else {
            return Err(incomplete(
                "the credential is not KEY/DATE/REGION/SERVICE/aws4_request",
            ));
        };
        Ok(Self {
            access_key,
            date,
            region,
            service,
            signed_headers: signed_headers.split(';').collect(),
            signature,
        })
    }

    /// Returns the signature that the request must have; `None` if it cannot be signed.
    fn of_request(
        &self,
        credentials: &Credentials,
        request: &Request<Bytes>,
        time: SystemTime,
    ) -> Option<String> {
        let (key, secret) = (&credentials.access_key, &credentials.secret_key);
        let identity = Identity::new(key, secret, None, None, "ivs-fake").into();
        let mut settings = SigningSettings::default();
        settings.payload_checksum_kind = PayloadChecksumKind::NoHeader;
        settings.excluded_headers = None;
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region(self.region)
            .name(self.service)
            .time(time)
            .settings(settings)
            .build()
            .ok()?;
        let headers = self.signed_headers.iter().flat_map(|name| {
            let values = request.headers().get_all(*name).iter();
            values.filter_map(|value| Some((*name, value.to_str().ok()?)))
        });
        let hash = text(request, "x-amz-content-sha256");
        let body = match hash {
            Some("UNSIGNED-PAYLOAD") => SignableBody::UnsignedPayload,
            _ => SignableBody::Bytes(request.body()),
        };
        let path = request.uri().path_and_query()?.as_str();
        let uri = format!(
            "http://{}{path}",
            text(request, "host").unwrap_or("localhost")
        );
        let signable = SignableRequest::new(request.method().as_str(), uri, headers, body).ok()?;
        let output = sign(signable, &SigningParams::V4(params)).ok()?;
        Some(output.signature().to_owned())
    }
}

#[cfg(test)]
mod tests;
