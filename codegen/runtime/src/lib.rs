//! The runtime of clients generated from restJson1 models.
//!
//! This crate has the code that is the same for every service; generated crates add data, types and
//! thin glue. It is only for use by generated code: a generated crate works with the version of this
//! crate that its manifest names.
#![forbid(unsafe_code)]

#[cfg(feature = "blocking")]
pub mod blocking;
#[cfg(feature = "check")]
pub mod check;
pub mod client;
mod codec;
pub mod config;
pub mod debug;
pub mod endpoint;
pub mod error;
pub mod explain;
mod features;
pub mod held;
pub mod http;
#[cfg(any(feature = "check", feature = "serde"))]
pub mod inspect;
pub mod json;
mod macros;
pub mod operation;
mod optional_interceptors;
pub mod paginate;
pub mod plugin;
mod retries;
#[cfg(feature = "serde")]
pub mod serde;
pub mod service;
mod span;
pub mod string_map;
#[cfg(test)]
mod testing;
mod user_agent;
#[cfg(feature = "waiters")]
pub mod waiters;
