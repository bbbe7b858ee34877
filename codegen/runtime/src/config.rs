//! The configuration of clients and calls, which the `Config` and `Builder` of each service wrap.

mod builder;
mod client;
#[cfg(feature = "idempotency-tokens")]
mod idempotency_tokens;
#[cfg(any(feature = "bearer-auth", feature = "compression"))]
mod optional_settings;
mod plugins;
#[cfg(all(feature = "rustls-ring", not(feature = "default-https-client")))]
mod ring;
mod sdk_config;
#[cfg(test)]
mod tests;

pub use builder::ConfigBuilder;
pub use client::ClientConfig;
#[cfg(feature = "idempotency-tokens")]
pub use idempotency_tokens::IdempotencyTokenProvider;
#[cfg(feature = "compression")]
pub use optional_settings::{DisableRequestCompression, RequestMinCompressionSizeBytes};
pub(crate) use plugins::{ClientPlugins, override_plugins};
