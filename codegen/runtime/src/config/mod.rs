//! The configuration of a client and of a call: what every service's `Config` and `Builder` hold.

mod builder;
mod client;
mod plugins;
mod sdk_config;
#[cfg(test)]
mod tests;

pub use builder::ConfigBuilder;
pub use client::ClientConfig;
pub(crate) use plugins::{ClientPlugins, override_plugins};
