//! Playback key pairs: the public keys that verify playback tokens.

use p384::PublicKey;
use p384::ecdsa::VerifyingKey;
use p384::pkcs8::{DecodePublicKey, Document};
use serde::{Deserialize, Serialize};

use super::arn::ResourceType;
use super::context::Context;
use super::error::{Outcome, conflict, violation};
use super::ids::md5;
use super::input::{ByArn, Paged};
use super::output::{Empty, List, One};
use super::table::{Tags, resource};
use super::{list, quota, tags};

/// A playback key pair as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlaybackKeyPair {
    pub(crate) arn: String,
    name: String,
    fingerprint: String,
    tags: Tags,
    /// The public key in PEM, as it was imported.
    public_key: String,
}
resource!(PlaybackKeyPair is PlaybackKey);

impl PlaybackKeyPair {
    /// Returns the key that verifies tokens, or `None` if the state file was changed by hand.
    pub(crate) fn verifying_key(&self) -> Option<VerifyingKey> {
        parse(&self.public_key).map(|(key, _)| VerifyingKey::from(key))
    }
}

/// A playback key pair, as the service shows it.
#[derive(Debug, Serialize)]
pub(crate) struct PlaybackKeyPairView {
    arn: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    fingerprint: Option<String>,
    tags: Tags,
}

impl From<&PlaybackKeyPair> for PlaybackKeyPairView {
    fn from(pair: &PlaybackKeyPair) -> Self {
        let PlaybackKeyPair {
            arn,
            name,
            fingerprint,
            tags,
            ..
        } = pair.clone();
        Self {
            arn,
            name,
            fingerprint: Some(fingerprint),
            tags,
        }
    }
}

/// Returns the view in lists, which lacks the fingerprint.
fn summary(pair: &PlaybackKeyPair) -> PlaybackKeyPairView {
    PlaybackKeyPairView {
        fingerprint: None,
        ..PlaybackKeyPairView::from(pair)
    }
}

/// Parses a P-384 public key in PEM. Returns it with its DER, or `None` if it is another key.
fn parse(pem: &str) -> Option<(PublicKey, Document)> {
    let (label, document) = Document::from_pem(pem).ok()?;
    let key = PublicKey::from_public_key_der(document.as_bytes()).ok()?;
    (label == "PUBLIC KEY").then_some((key, document))
}

/// Returns the MD5 of a public key's DER, as hexadecimal bytes with colons between.
fn fingerprint(der: &[u8]) -> String {
    md5(der).map(|byte| format!("{byte:02x}")).join(":")
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Import {
    public_key_material: String,
    name: Option<String>,
    tags: Option<Tags>,
}

pub(crate) fn import(
    context: &mut Context<'_>,
    input: Import,
) -> Outcome<One<PlaybackKeyPairView>> {
    let public_key = input.public_key_material.trim().to_owned();
    let (_, document) = parse(&public_key).ok_or_else(|| {
        let rule = "be the PEM of an ECDSA public key on the curve P-384";
        violation("/publicKeyMaterial", rule)
    })?;
    let tags = tags::checked(input.tags)?;
    let fingerprint = fingerprint(document.as_bytes());
    let pairs = &context.scope.playback_key_pairs;
    if let Some(same) = pairs.iter().find(|pair| pair.fingerprint == fingerprint) {
        return Err(conflict(format!(
            "Public key is already imported as: {}",
            same.arn
        )));
    }
    let present = pairs.len();
    quota::check_count(context, "playback key pairs", present, |limits| {
        limits.playback_key_pairs
    })?;
    let arn = context.new_arn(ResourceType::PlaybackKey);
    let name = input.name.unwrap_or_default();
    let pair = PlaybackKeyPair {
        arn,
        name,
        fingerprint,
        tags,
        public_key,
    };
    Ok(One(
        "keyPair",
        (&*context.scope.playback_key_pairs.insert(pair)).into(),
    ))
}

pub(crate) fn get(context: &mut Context<'_>, input: ByArn) -> Outcome<One<PlaybackKeyPairView>> {
    Ok(One(
        "keyPair",
        context.scope.playback_key_pairs.find(&input.arn)?.into(),
    ))
}

pub(crate) fn delete(context: &mut Context<'_>, input: ByArn) -> Outcome<Empty> {
    context.scope.playback_key_pairs.remove(&input.arn)?;
    Ok(Empty {})
}

pub(crate) fn list(context: &mut Context<'_>, input: Paged) -> Outcome<List<PlaybackKeyPairView>> {
    let table = &context.scope.playback_key_pairs;
    list::all(context, table, &input, 3, "keyPairs", summary)
}
