//! Signatures, by aws-lc or ring.

#[cfg(feature = "aws-lc-rs")]
use aws_lc_rs as backend;
#[cfg(not(feature = "aws-lc-rs"))]
use ring as backend;

use backend::rand::SystemRandom;
use backend::signature::{
    ECDSA_P384_SHA384_FIXED, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _,
    UnparsedPublicKey,
};

#[cfg(not(any(feature = "aws-lc-rs", feature = "ring")))]
compile_error!("the feature `playback` needs the feature `aws-lc-rs` or `ring`");

/// A private key of the curve P-384.
pub(super) struct PrivateKey(EcdsaKeyPair);

impl PrivateKey {
    /// Creates a key of its scalar (48 bytes) and its uncompressed point (97 bytes).
    pub(super) fn new(scalar: &[u8], point: &[u8]) -> Option<Self> {
        let algorithm = &ECDSA_P384_SHA384_FIXED_SIGNING;
        #[cfg(feature = "aws-lc-rs")]
        let key = EcdsaKeyPair::from_private_key_and_public_key(algorithm, scalar, point);
        #[cfg(not(feature = "aws-lc-rs"))]
        let key = EcdsaKeyPair::from_private_key_and_public_key(
            algorithm,
            scalar,
            point,
            &SystemRandom::new(),
        );
        key.ok().map(Self)
    }

    /// Creates a key of DER without its point, which only aws-lc can compute.
    pub(super) fn without_point(der: &[u8]) -> Option<Self> {
        #[cfg(feature = "aws-lc-rs")]
        let key = EcdsaKeyPair::from_private_key_der(&ECDSA_P384_SHA384_FIXED_SIGNING, der).ok();
        #[cfg(not(feature = "aws-lc-rs"))]
        let key = {
            let _ = der;
            None
        };
        key.map(Self)
    }

    /// Returns the uncompressed point.
    pub(super) fn point(&self) -> &[u8] {
        self.0.public_key().as_ref()
    }

    /// Signs a message. The signature has 96 bytes: r and s.
    pub(super) fn sign(&self, message: &[u8]) -> Option<impl AsRef<[u8]> + use<>> {
        self.0.sign(&SystemRandom::new(), message).ok()
    }
}

/// Returns `true` if the private half of the point signed the message.
pub(super) fn verify(point: &[u8], message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ECDSA_P384_SHA384_FIXED, point)
        .verify(message, signature)
        .is_ok()
}
