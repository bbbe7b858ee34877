//! Signing of tokens.

use std::error::Error;
use std::fmt;
use std::time::SystemTime;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64_URL;

use super::{ClaimFault, Claims, KeyError, PublicKey, backend, key};

/// The header of every token: the service takes no other algorithm, and no key id.
const HEADER: &str = r#"{"alg":"ES384","typ":"JWT"}"#;

/// The longest token that the service accepts, in bytes.
pub(super) const MAX_TOKEN: usize = 2_048;

/// The private key that signs tokens.
///
/// `Debug` shows nothing of it. The copies that were needed to read it are cleared from memory; the
/// caller's text is not.
pub struct TokenSigner {
    pub(super) key: backend::PrivateKey,
    pub(super) public_key: PublicKey,
}

impl TokenSigner {
    /// Reads a private key from PEM text: PKCS#8 (`PRIVATE KEY`) or SEC1 (`EC PRIVATE KEY`).
    ///
    /// Line breaks may be the two characters `\n`, as in environment variables. Blocks before the
    /// key (`EC PARAMETERS`) are skipped.
    ///
    /// # Errors
    /// If `pem` has no such key, or the curve of the key is not P-384.
    pub fn from_pem(pem: &str) -> Result<Self, KeyError> {
        key::private_key(pem)
    }

    /// Signs a token that is valid from now on.
    ///
    /// # Errors
    /// If the service would reject the claims. The error lists all faults.
    pub fn sign(&self, claims: &Claims) -> Result<String, SignError> {
        self.sign_at(claims, SystemTime::now())
    }

    /// Signs a token at another time than now, for tests.
    ///
    /// # Errors
    /// As [`sign`](Self::sign).
    pub fn sign_at(&self, claims: &Claims, now: SystemTime) -> Result<String, SignError> {
        let payload = claims.payload(now).map_err(SignError::Claims)?;
        let mut token = BASE64_URL.encode(HEADER);
        token.push('.');
        BASE64_URL.encode_string(payload, &mut token);
        let signature = self.key.sign(token.as_bytes()).ok_or(SignError::Crypto)?;
        token.push('.');
        BASE64_URL.encode_string(signature, &mut token);
        if token.len() > MAX_TOKEN {
            return Err(SignError::TooLong(token.len()));
        }
        Ok(token)
    }

    /// Returns the public half, which `ImportPlaybackKeyPair` takes as PEM.
    pub fn public_key(&self) -> &PublicKey {
        &self.public_key
    }
}

impl fmt::Debug for TokenSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenSigner").finish_non_exhaustive()
    }
}

/// An error of signing a token.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use ivs_toolkit::playback::{ClaimFault, Claims, SignError, TokenSigner};
///
/// # let signer = TokenSigner::from_pem(include_str!("../../tests/keys/sec1.pem"))?;
/// # let channel = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh";
/// let claims = Claims::expiring_in(channel, Duration::from_secs(3_600)).viewer_id("viewer-81f2");
/// match signer.sign(&claims) {
///     Err(SignError::Claims(faults)) => assert_eq!(faults, [ClaimFault::RestrictedTooLong]),
///     result => panic!("{result:?}"),
/// }
/// # Ok::<(), ivs_toolkit::playback::KeyError>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum SignError {
    /// The service would reject the claims.
    Claims(Vec<ClaimFault>),
    /// The token has this many bytes, and the service accepts 2,048.
    TooLong(usize),
    /// The cryptographic library failed.
    Crypto,
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Claims(faults) => {
                f.write_str("the service would reject the token: ")?;
                for (index, fault) in faults.iter().enumerate() {
                    let separator = if index == 0 { "" } else { "; " };
                    write!(f, "{separator}{fault}")?;
                }
                Ok(())
            }
            Self::TooLong(length) => {
                write!(
                    f,
                    "the token has {length} bytes, and the service accepts {MAX_TOKEN}: use fewer \
                     origins or ad parameters"
                )
            }
            Self::Crypto => f.write_str("the cryptographic library could not sign"),
        }
    }
}

impl Error for SignError {}

/// Adds a token to a channel's `playbackUrl`.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::playback::playback_url;
///
/// let url = playback_url("https://a1b2.us-west-2.playback.live-video.net/v1/x.m3u8", "ey.ey.x");
/// assert_eq!(url, "https://a1b2.us-west-2.playback.live-video.net/v1/x.m3u8?token=ey.ey.x");
/// ```
pub fn playback_url(url: &str, token: &str) -> String {
    let (url, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}token={token}{fragment}")
}
