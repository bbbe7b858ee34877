//! Keys of the curve P-384 in PEM text.

use std::error::Error;
use std::fmt;

use md5::{Digest as _, Md5};
use pkcs8::der::Encode as _;
use pkcs8::der::asn1::BitStringRef;
use pkcs8::spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};
use pkcs8::{ObjectIdentifier, PrivateKeyInfoRef};
use sec1::{EcParameters, EcPrivateKey};
use zeroize::Zeroizing;

use super::{TokenSigner, backend};

const EC_PUBLIC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");

/// The length of an uncompressed point: a marker and two coordinates of 48 bytes.
const POINT: usize = 97;

/// Reads a private key in PKCS#8 or SEC1.
pub(super) fn private_key(pem: &str) -> Result<TokenSigner, KeyError> {
    let (label, der) = block(pem, &["PRIVATE KEY", "EC PRIVATE KEY"])?;
    let sec1 = match label {
        "PRIVATE KEY" => {
            let info = PrivateKeyInfoRef::try_from(&**der).map_err(|_| KeyError::Malformed)?;
            curve(&info.algorithm)?;
            info.private_key.as_bytes()
        }
        _ => &**der,
    };
    let key = EcPrivateKey::try_from(sec1).map_err(|_| KeyError::Malformed)?;
    if key
        .parameters
        .is_some_and(|EcParameters::NamedCurve(id)| id != P384)
    {
        return Err(KeyError::Curve);
    }
    let private = match key.public_key {
        Some(point) => backend::PrivateKey::new(key.private_key, point),
        None => backend::PrivateKey::without_point(&der),
    };
    let private = private.ok_or(KeyError::Rejected)?;
    let public_key = PublicKey {
        der: encode(private.point())?,
    };
    Ok(TokenSigner {
        key: private,
        public_key,
    })
}

/// A public key that verifies tokens.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use ivs_toolkit::playback::{Claims, PublicKey, TokenSigner, VerifyError};
///
/// # let private = include_str!("../../tests/keys/sec1.pem");
/// # let public = include_str!("../../tests/keys/public.pem");
/// let key = PublicKey::from_pem(public)?;
/// # let channel = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh";
/// # let claims = Claims::expiring_in(channel, Duration::from_secs(60));
/// let token = TokenSigner::from_pem(private)?.sign(&claims)?;
/// assert_eq!(key.verify(&token)?.channel_arn(), channel);
/// assert_eq!(key.verify("damaged").unwrap_err(), VerifyError::Malformed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PublicKey {
    /// A `SubjectPublicKeyInfo`.
    der: Vec<u8>,
}

impl PublicKey {
    /// Reads a public key from PEM text (`PUBLIC KEY`), as `ImportPlaybackKeyPair` takes it.
    ///
    /// # Errors
    /// If `pem` has no such key, or the curve of the key is not P-384.
    pub fn from_pem(pem: &str) -> Result<Self, KeyError> {
        let (_, der) = block(pem, &["PUBLIC KEY"])?;
        let info = SubjectPublicKeyInfoRef::try_from(&**der).map_err(|_| KeyError::Malformed)?;
        curve(&info.algorithm)?;
        match info.subject_public_key.as_bytes() {
            Some(point) if point.len() == POINT && point[0] == 4 => Ok(Self { der: der.to_vec() }),
            _ => Err(KeyError::Malformed),
        }
    }

    /// Returns the key as PEM text, for `ImportPlaybackKeyPair`.
    pub fn to_pem(&self) -> String {
        use base64::Engine as _;

        let base64 = base64::prelude::BASE64_STANDARD.encode(&self.der);
        let mut pem = "-----BEGIN PUBLIC KEY-----\n".to_owned();
        for (index, character) in base64.chars().enumerate() {
            if index > 0 && index % 64 == 0 {
                pem.push('\n');
            }
            pem.push(character);
        }
        pem + "\n-----END PUBLIC KEY-----\n"
    }

    /// Returns the fingerprint that the service shows for the key: the MD5 digest of the DER form,
    /// as 16 pairs of hexadecimal digits with colons between them.
    ///
    /// It tells whether a key was imported, and under which ARN.
    pub fn fingerprint(&self) -> String {
        let pairs: Vec<_> = Md5::digest(&self.der)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        pairs.join(":")
    }

    /// Returns the uncompressed point, the end of the DER form.
    pub(super) fn point(&self) -> &[u8] {
        let start = self.der.len().saturating_sub(POINT);
        &self.der[start..]
    }
}

/// Returns the fingerprint of a public key in PEM text, as `ImportPlaybackKeyPair` returns it.
///
/// # Errors
/// If `pem` has no public key, or the curve of the key is not P-384.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::playback::key_pair_fingerprint;
///
/// # let pem = include_str!("../../tests/keys/public.pem");
/// let fingerprint = key_pair_fingerprint(pem)?;
/// assert_eq!(fingerprint, "23:fd:82:9b:f1:e1:cc:b4:52:e5:24:9c:28:aa:bf:3b");
/// # Ok::<(), ivs_toolkit::playback::KeyError>(())
/// ```
pub fn key_pair_fingerprint(pem: &str) -> Result<String, KeyError> {
    Ok(PublicKey::from_pem(pem)?.fingerprint())
}

/// Returns the first block of PEM text with one of the labels, and its content.
fn block<'l>(pem: &str, labels: &[&'l str]) -> Result<(&'l str, Zeroizing<Vec<u8>>), KeyError> {
    let pem = unescaped(pem);
    for &label in labels {
        let end = format!("-----END {label}-----");
        let block = pem
            .find(&format!("-----BEGIN {label}-----"))
            .and_then(|start| {
                let length = pem[start..].find(&end)? + end.len();
                Some(&pem[start..start + length])
            });
        let Some(block) = block else { continue };
        let (_, der) =
            pem_rfc7468::decode_vec(block.as_bytes()).map_err(|_| KeyError::Malformed)?;
        return Ok((label, Zeroizing::new(der)));
    }
    Err(KeyError::NoKey)
}

/// Returns PEM text with line breaks instead of the characters `\r` and `\n`.
fn unescaped(pem: &str) -> Zeroizing<String> {
    // `str::replace` would leave copies of the key in memory whenever the string grows.
    let mut unescaped = Zeroizing::new(String::with_capacity(pem.len() + 1));
    for line in pem.split("\\n") {
        unescaped.push_str(line.strip_suffix("\\r").unwrap_or(line));
        unescaped.push('\n');
    }
    unescaped
}

/// Checks that a key is of the curve P-384.
fn curve(algorithm: &AlgorithmIdentifierRef<'_>) -> Result<(), KeyError> {
    let curve = algorithm
        .parameters
        .and_then(|parameters| parameters.decode_as().ok());
    if algorithm.oid == EC_PUBLIC_KEY && curve == Some(P384) {
        Ok(())
    } else {
        Err(KeyError::Curve)
    }
}

/// Returns the `SubjectPublicKeyInfo` of a point.
fn encode(point: &[u8]) -> Result<Vec<u8>, KeyError> {
    let info = SubjectPublicKeyInfoRef {
        algorithm: AlgorithmIdentifierRef {
            oid: EC_PUBLIC_KEY,
            parameters: Some((&P384).into()),
        },
        subject_public_key: BitStringRef::from_bytes(point).map_err(|_| KeyError::Malformed)?,
    };
    info.to_der().map_err(|_| KeyError::Malformed)
}

/// An error of reading a key. It does not show the key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum KeyError {
    /// The text has no key of the kind that is needed.
    NoKey,
    /// The key is damaged.
    Malformed,
    /// The key is not of the curve P-384.
    Curve,
    /// The cryptographic library rejected the key: its halves do not belong together, or it lacks
    /// the public half, which ring needs.
    Rejected,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoKey => {
                "the text has no such key: a private key begins with `-----BEGIN PRIVATE KEY-----` or \
                 `-----BEGIN EC PRIVATE KEY-----`, a public key with `-----BEGIN PUBLIC KEY-----`"
            }
            Self::Malformed => "the key is damaged: copy it again, with all its line breaks",
            Self::Curve => {
                "the key is not of the curve P-384: create one with \
                 `openssl ecparam -name secp384r1 -genkey -noout`"
            }
            Self::Rejected => {
                "the key is invalid or lacks its public half, which `openssl ec -in KEY` adds"
            }
        })
    }
}

impl Error for KeyError {}
