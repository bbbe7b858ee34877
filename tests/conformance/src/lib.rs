//! Test support for generated and hand-written conformance tests.
//!
//! `cargo xtask conformance` turns the cases of a model into tests of its client. The tests use
//! [`Http`], which records the request and returns a canned response. Generated tests compare the
//! request with a [`Request`] or an [`Endpoint`]. Round trips through JSON are tested for the types
//! of all clients.
#![forbid(unsafe_code)]

mod document;
mod endpoint;
mod http;
mod request;
mod response;
mod round_trip;

pub use document::document;
pub use endpoint::Endpoint;
pub use http::Http;
pub use request::{Body, Request};
pub use response::Response;
pub use round_trip::{assert_hidden, assert_json, read_as};
