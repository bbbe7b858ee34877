//! Playback tokens: JSON Web Tokens that let a viewer play a private channel.
//!
//! A channel whose `authorized` is `true` plays only with a token in the playback URL. The
//! application signs it with the private half of a key pair; `ImportPlaybackKeyPair` gives the
//! public half to the service, for all private channels of an account and region. No API call signs
//! tokens.
//!
//! [`TokenSigner::sign`] rejects claims that the service would reject when the viewer presses play.
//! Times are [`Duration`] or [`SystemTime`]: the claim `exp` is in seconds, and a token with
//! milliseconds, as in a published sample, practically never expires.
//!
//! # Examples
//!
//! ```
//! use std::time::Duration;
//!
//! use ivs_toolkit::playback::{Claims, TokenSigner, playback_url};
//!
//! # let pem = include_str!("../tests/keys/sec1.pem");
//! // The private key, from a file or an environment variable.
//! let signer = TokenSigner::from_pem(pem)?;
//! let channel = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh";
//! let claims = Claims::expiring_in(channel, Duration::from_secs(300))
//!     .viewer_id("viewer-81f2")
//!     .allow_origin("https://shows.example.com");
//! let token = signer.sign(&claims)?;
//! let url = playback_url("https://a1b2.us-west-2.playback.live-video.net/v1/x.m3u8", &token);
//! assert!(url.starts_with("https://a1b2.us-west-2.playback.live-video.net/v1/x.m3u8?token=ey"));
//!
//! // A server or a test checks it with the public key.
//! let claims = signer.public_key().verify(&token)?;
//! assert_eq!(claims.channel_arn(), channel);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Duration`]: std::time::Duration
//! [`SystemTime`]: std::time::SystemTime

mod backend;
mod claims;
mod faults;
mod key;
mod signer;
#[cfg(test)]
mod tests;
mod verify;

pub use claims::{Claims, ReportingMode, Resolution};
pub use faults::ClaimFault;
pub use key::{KeyError, PublicKey, key_pair_fingerprint};
pub use signer::{SignError, TokenSigner, playback_url};
pub use verify::VerifyError;
