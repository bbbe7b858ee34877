//! HTTP bindings: what of an input goes where in the request, and what of a response is whose.

mod error;
mod request;
mod response;
mod text;

pub use error::ErrorResponse;
pub use request::RequestWriter;
pub use response::Response;
pub use text::{Bound, Formatted, HttpText};
