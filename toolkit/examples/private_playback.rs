//! Makes a channel private, and prints a playback URL with a token that is valid for five minutes.
//!
//! `cargo run --example private_playback -- CHANNEL_ARN [KEY_FILE]`
//!
//! The key file holds the private key (PKCS #8, DER). If it does not exist, the program creates a
//! key pair, and imports its public key; without a file, the private key is not kept. The channel
//! must be offline.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use aws_smithy_types::base64;
use examples::{Broadcasts, Service};
use ivs_sdk::Client;
use serde_json::{Value, json};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let service = Service::from_env(Broadcasts::None).await?;
    let mut arguments = std::env::args().skip(1);
    let arn = arguments.next().or(service.channel);
    let arn = arn.ok_or("usage: private_playback CHANNEL_ARN [KEY_FILE]")?;
    let file = arguments.next();
    let client = Client::new(&service.config);

    let update = client.update_channel().arn(&arn).authorized(true);
    let updated = update.send().await?;
    let url = updated
        .channel()
        .and_then(|channel| channel.playback_url())
        .ok_or("the channel has no playback URL")?;
    let key = key_pair(&client, file.as_deref().map(Path::new)).await?;
    let expiry = SystemTime::now().duration_since(UNIX_EPOCH)? + Duration::from_secs(300);
    let claims = json!({
        "aws:channel-arn": arn,
        // Unix time in seconds, not milliseconds.
        "exp": expiry.as_secs(),
        // With a viewer ID, `StartViewerSessionRevocation` can end the session.
        "aws:viewer-id": "viewer-1",
    });
    println!("{url}?token={}", sign(&key, &claims)?);
    Ok(())
}

/// Reads the key pair from the file; if the file does not exist, creates and imports a key pair.
async fn key_pair(client: &Client, file: Option<&Path>) -> Result<EcdsaKeyPair, Box<dyn Error>> {
    let algorithm = &ECDSA_P384_SHA384_FIXED_SIGNING;
    if let Some(file) = file.filter(|file| file.exists()) {
        return Ok(EcdsaKeyPair::from_pkcs8(algorithm, &std::fs::read(file)?)?);
    }
    let key = EcdsaKeyPair::generate(algorithm)?;
    if let Some(file) = file {
        std::fs::write(file, key.to_pkcs8v1()?)?;
    }
    let pem = pem(key.public_key().as_der()?.as_ref());
    let import = client.import_playback_key_pair().name("example");
    let imported = import.public_key_material(pem).send().await?;
    let pair = imported.key_pair();
    let arn = pair.and_then(|pair| pair.arn()).unwrap_or_default();
    eprintln!("imported {arn}");
    Ok(key)
}

/// Returns a public key in PEM, whose lines have 64 letters.
fn pem(der: &[u8]) -> String {
    let mut pem = "-----BEGIN PUBLIC KEY-----".to_owned();
    for (index, letter) in base64::encode(der).chars().enumerate() {
        if index % 64 == 0 {
            pem.push('\n');
        }
        pem.push(letter);
    }
    pem + "\n-----END PUBLIC KEY-----\n"
}

/// Returns a JSON Web Token, signed with ES384.
fn sign(key: &EcdsaKeyPair, claims: &Value) -> Result<String, Box<dyn Error>> {
    let header = json!({"alg": "ES384", "typ": "JWT"});
    let (header, claims) = (header.to_string(), claims.to_string());
    let signed = format!("{}.{}", url_safe(&header), url_safe(&claims));
    let signature = key.sign(&SystemRandom::new(), signed.as_bytes())?;
    Ok(format!("{signed}.{}", url_safe(signature)))
}

/// Encodes bytes in base64 for URLs, without padding.
fn url_safe(bytes: impl AsRef<[u8]>) -> String {
    let encoded = base64::encode(bytes);
    let encoded = encoded.trim_end_matches('=');
    encoded.replace('+', "-").replace('/', "_")
}
