//! What generated protocol tests stand on.
//!
//! `cargo xtask conformance` turns the cases of a model into tests of its client; they send through
//! [`Http`], which keeps the request or gives a canned answer, and compare what was sent with a
//! [`Request`].
#![forbid(unsafe_code)]

mod answer;
mod document;
mod endpoint;
mod http;
mod request;

pub use answer::Answer;
pub use document::document;
pub use endpoint::Endpoint;
pub use http::Http;
pub use request::{Body, Request};
