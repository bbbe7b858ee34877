//! Playback tokens: JWTs that let a viewer play a private channel.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p384::ecdsa::signature::Verifier;
use p384::ecdsa::{Signature, VerifyingKey};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use super::playback::Denial;

const MOST_BYTES: usize = 2048;
/// The seconds that tokens with a viewer ID or for single use may live.
const LONGEST_LIFE: i64 = 600;
const MOST_STRICT_ORIGINS: usize = 5;
const LONGEST_VIEWER_ID: usize = 40;

#[derive(Debug, Deserialize)]
struct Header {
    alg: String,
    typ: Option<String>,
}

/// The claims of a token that decide about playback.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Token {
    #[serde(rename = "aws:channel-arn")]
    channel_arn: String,
    exp: i64,
    #[serde(rename = "aws:access-control-allow-origin")]
    allow_origin: Option<String>,
    #[serde(rename = "aws:strict-origin-enforcement", default)]
    pub(crate) strict_origin_enforcement: bool,
    #[serde(rename = "aws:single-use-uuid")]
    pub(crate) single_use_uuid: Option<String>,
    #[serde(rename = "aws:viewer-id")]
    pub(crate) viewer_id: Option<String>,
    #[serde(
        rename = "aws:viewer-session-version",
        default,
        deserialize_with = "version"
    )]
    viewer_session_version: i64,
}

/// Reads a version, which is a number, or a string of one.
fn version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Version {
        Number(i64),
        String(String),
    }
    match Version::deserialize(deserializer)? {
        Version::Number(number) => Ok(number),
        Version::String(string) => string.parse().map_err(serde::de::Error::custom),
    }
}

/// Reads a token whose signature one of the keys verifies.
pub(crate) fn verify(
    token: &str,
    mut keys: impl Iterator<Item = VerifyingKey>,
) -> Result<Token, Denial> {
    if token.len() > MOST_BYTES {
        return Err(Denial::TokenTooLong);
    }
    let (signed, signature) = token.rsplit_once('.').ok_or(Denial::TokenMalformed)?;
    let (header, claims) = signed.split_once('.').ok_or(Denial::TokenMalformed)?;
    if claims.contains('.') {
        return Err(Denial::TokenMalformed);
    }
    let Header { alg, typ } = part(header)?;
    if alg != "ES384" {
        return Err(Denial::TokenAlgorithm);
    }
    if typ.is_some_and(|typ| typ != "JWT") {
        return Err(Denial::TokenMalformed);
    }
    let signature = URL_SAFE_NO_PAD
        .decode(signature)
        .map_err(|_| Denial::TokenMalformed)?;
    let signature = Signature::from_slice(&signature).map_err(|_| Denial::TokenSignature)?;
    if !keys.any(|key| key.verify(signed.as_bytes(), &signature).is_ok()) {
        return Err(Denial::TokenSignature);
    }
    part(claims)
}

fn part<T: DeserializeOwned>(part: &str) -> Result<T, Denial> {
    let bytes = URL_SAFE_NO_PAD
        .decode(part)
        .map_err(|_| Denial::TokenMalformed)?;
    serde_json::from_slice(&bytes).map_err(|_| Denial::TokenMalformed)
}

impl Token {
    /// Checks the claims that need no state but the channel and the time in seconds.
    pub(crate) fn check(&self, channel: &str, now: i64) -> Result<(), Denial> {
        let long_viewer_id =
            |viewer: &String| viewer.is_empty() || viewer.chars().count() > LONGEST_VIEWER_ID;
        if self.viewer_id.as_ref().is_some_and(long_viewer_id)
            || self.strict_origin_enforcement && self.origins().len() > MOST_STRICT_ORIGINS
            || self
                .single_use_uuid
                .as_ref()
                .is_some_and(|uuid| !is_uuid(uuid))
        {
            return Err(Denial::TokenMalformed);
        }
        if self.channel_arn != channel {
            return Err(Denial::TokenChannel);
        }
        if self.exp <= now {
            return Err(Denial::TokenExpired);
        }
        let short_lived = self.viewer_id.is_some() || self.single_use_uuid.is_some();
        if short_lived && self.exp.saturating_sub(now) > LONGEST_LIFE {
            return Err(Denial::TokenLifetime);
        }
        Ok(())
    }

    /// Returns the UUID of a token for single use, and the second in which it expires.
    pub(crate) fn into_single_use(self) -> Option<(String, i64)> {
        self.single_use_uuid.map(|uuid| (uuid, self.exp))
    }

    pub(crate) fn version(&self) -> i64 {
        self.viewer_session_version
    }

    /// Returns the allowed origins; none if all are.
    pub(crate) fn origins(&self) -> Vec<&str> {
        let origins = self
            .allow_origin
            .iter()
            .flat_map(|origins| origins.split(','));
        origins
            .map(str::trim)
            .filter(|origin| !origin.is_empty())
            .collect()
    }
}

fn is_uuid(uuid: &str) -> bool {
    let lengths: Vec<usize> = uuid.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12]
        && uuid
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}
