//! The configuration of a client and of a call: what every service's `Config` and `Builder` hold.

mod builder;
mod client;
#[cfg(any(feature = "bearer-auth", feature = "compression"))]
mod extras;
mod plugins;
mod sdk_config;
#[cfg(test)]
mod tests;
#[cfg(feature = "idempotency-tokens")]
mod tokens;

pub use builder::ConfigBuilder;
pub use client::ClientConfig;
#[cfg(feature = "compression")]
pub use extras::{DisableRequestCompression, RequestMinCompressionSizeBytes};
pub(crate) use plugins::{ClientPlugins, override_plugins};
#[cfg(feature = "idempotency-tokens")]
pub use tokens::IdempotencyTokenProvider;
