//! What clients generated from restJson1 models stand on.
//!
//! A generated crate holds data, types and thin glue; what is the same for every service is here,
//! compiled once. Nothing here is meant to be used by hand: a generated crate and the version of
//! this one that it names belong together.
#![forbid(unsafe_code)]

pub mod client;
mod codec;
pub mod config;
pub mod debug;
pub mod endpoint;
pub mod error;
mod features;
pub mod http;
pub mod json;
mod macros;
pub mod operation;
mod optional_interceptors;
pub mod paginate;
pub mod plugin;
pub mod service;
mod span;
#[cfg(test)]
mod testing;
#[cfg(feature = "waiters")]
pub mod waiters;
