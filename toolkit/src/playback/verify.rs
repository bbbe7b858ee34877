//! Verification of tokens, for servers and tests.

use std::error::Error;
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64_URL;
use serde::de::{Error as _, IgnoredAny};
use serde::{Deserialize, Deserializer};

use super::claims::{Claims, Expiry, Payload, seconds};
use super::faults::MAX_RESTRICTED_SECONDS;
use super::signer::MAX_TOKEN;
use super::{PublicKey, backend};

impl PublicKey {
    /// Verifies a token as the service does when playback starts, and returns its claims.
    ///
    /// The caller compares [`Claims::channel_arn`] with the channel, and origins, viewer and single
    /// use with what it knows.
    ///
    /// # Errors
    /// If the token is not of this key, or is not valid now.
    pub fn verify(&self, token: &str) -> Result<Claims, VerifyError> {
        self.verify_at(token, SystemTime::now())
    }

    /// Verifies a token at another time than now.
    ///
    /// # Errors
    /// As [`verify`](Self::verify).
    pub fn verify_at(&self, token: &str, now: SystemTime) -> Result<Claims, VerifyError> {
        if token.len() > MAX_TOKEN {
            return Err(VerifyError::Malformed);
        }
        let (message, signature) = token.rsplit_once('.').ok_or(VerifyError::Malformed)?;
        let (header, payload) = message.split_once('.').ok_or(VerifyError::Malformed)?;
        let header: Header = decode(header)?;
        let is_jwt = header.typ.is_none_or(|typ| typ == "JWT");
        // A verifier must reject critical extensions that it does not know.
        if header.alg != "ES384" || !is_jwt || header.crit.is_some() {
            return Err(VerifyError::Algorithm);
        }
        let signature = BASE64_URL
            .decode(signature)
            .map_err(|_| VerifyError::Malformed)?;
        if !backend::verify(self.point(), message.as_bytes(), &signature) {
            return Err(VerifyError::Signature);
        }
        let Payload { content, exp } = decode(payload)?;
        let restricted = content.viewer_id.is_some() || content.single_use.is_some();
        match exp.checked_sub(seconds(now)) {
            None | Some(0) => return Err(VerifyError::Expired),
            Some(left) if restricted && left > MAX_RESTRICTED_SECONDS => {
                return Err(VerifyError::TooLong);
            }
            Some(_) => {}
        }
        let time = UNIX_EPOCH.checked_add(Duration::from_secs(exp));
        let expiry = Expiry::At(time.ok_or(VerifyError::Malformed)?);
        Ok(Claims { expiry, content })
    }
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    typ: Option<String>,
    crit: Option<IgnoredAny>,
}

/// Reads a session version: a number, or a string of one, as in a published sample.
pub(super) fn version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Version {
        Number(i64),
        String(String),
    }
    match Version::deserialize(deserializer)? {
        Version::Number(version) => Ok(Some(version)),
        Version::String(version) => version.parse().map(Some).map_err(D::Error::custom),
    }
}

/// Decodes a part of a token.
fn decode<T: for<'de> Deserialize<'de>>(part: &str) -> Result<T, VerifyError> {
    let json = BASE64_URL
        .decode(part)
        .map_err(|_| VerifyError::Malformed)?;
    serde_json::from_slice(&json).map_err(|_| VerifyError::Malformed)
}

/// The reason why a token is not valid.
///
/// # Examples
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use ivs_toolkit::playback::{Claims, TokenSigner, VerifyError};
///
/// # let signer = TokenSigner::from_pem(include_str!("../../tests/keys/sec1.pem"))?;
/// # let channel = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh";
/// # let token = signer.sign(&Claims::expiring_in(channel, Duration::from_secs(60)))?;
/// let later = SystemTime::now() + Duration::from_secs(60);
/// let error = signer.public_key().verify_at(&token, later).unwrap_err();
/// assert_eq!(error, VerifyError::Expired);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum VerifyError {
    /// It is not a token, is longer than 2,048 bytes, or lacks a claim.
    Malformed,
    /// It was not signed by ES384, or it has critical extensions.
    Algorithm,
    /// It was not signed by this key.
    Signature,
    /// It is expired.
    Expired,
    /// It has a viewer id or is for one playback, and expires after more than 10 minutes.
    TooLong,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "the token is damaged or lacks a claim",
            Self::Algorithm => "the token was not signed by ES384",
            Self::Signature => "the token was not signed by this key",
            Self::Expired => "the token is expired",
            Self::TooLong => "the token expires after more than 10 minutes",
        })
    }
}

impl Error for VerifyError {}
