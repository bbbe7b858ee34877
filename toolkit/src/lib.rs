//! The parts of an Amazon IVS application that no API call provides.
//!
//! | module | contents | feature |
//! |---|---|---|
//! | [`arn`] | ARNs of the service's resources | – |
//! | [`ingest`] | addresses that encoders send to | – |
//! | [`events`] | EventBridge events | `events` |
//! | [`recording`] | manifests of recordings in S3, and their prefixes | `recording` |
//! | [`playback`] | tokens for private channels | `playback` |
//! | [`recipes`] | flows of several calls, safe to repeat after a crash | `recipes` |
//! | [`quota`] | an interceptor that keeps calls within the service's quotas | `quota` |
//!
//! All of them are on by default; an application that only reads events needs `events` alone, which
//! does not include the client.
//!
#![cfg_attr(
    not(feature = "events"),
    doc = "[`events`]: https://docs.rs/ivs-toolkit/latest/ivs_toolkit/events/"
)]
#![cfg_attr(
    not(feature = "recording"),
    doc = "[`recording`]: https://docs.rs/ivs-toolkit/latest/ivs_toolkit/recording/"
)]
#![cfg_attr(
    not(feature = "playback"),
    doc = "[`playback`]: https://docs.rs/ivs-toolkit/latest/ivs_toolkit/playback/"
)]
#![cfg_attr(
    not(feature = "recipes"),
    doc = "[`recipes`]: https://docs.rs/ivs-toolkit/latest/ivs_toolkit/recipes/"
)]
#![cfg_attr(
    not(feature = "quota"),
    doc = "[`quota`]: https://docs.rs/ivs-toolkit/latest/ivs_toolkit/quota/"
)]
#![forbid(unsafe_code)]

pub mod arn;
#[cfg(feature = "events")]
pub mod events;
pub mod ingest;
#[cfg(any(feature = "events", feature = "recording"))]
mod names;
#[cfg(feature = "playback")]
pub mod playback;
#[cfg(feature = "quota")]
pub mod quota;
#[cfg(feature = "recipes")]
pub mod recipes;
#[cfg(feature = "recording")]
pub mod recording;
#[cfg(any(feature = "events", feature = "recording"))]
mod rfc3339;

#[cfg(all(
    doctest,
    feature = "events",
    feature = "playback",
    feature = "quota",
    feature = "recipes",
    feature = "recording"
))]
#[doc = include_str!("../README.md")]
struct Readme;
