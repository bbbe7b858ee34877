//! HTTP bindings: what of an input goes where in the request, and what of a response is whose.

#[cfg(feature = "bindings")]
mod bindings;
#[cfg(feature = "bindings")]
mod bound_response;
mod error;
mod request;
mod response;
#[cfg(feature = "streaming")]
mod stream;
mod text;

#[cfg(feature = "bindings")]
pub use bindings::QueryValue;
pub use error::ErrorResponse;
pub use request::RequestWriter;
pub use response::Response;
pub use text::{Bound, Formatted, HttpText};
