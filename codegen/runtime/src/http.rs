//! HTTP bindings: writes input members to requests, and reads output members from responses.

mod error;
#[cfg(feature = "bindings")]
mod header_list;
mod request;
#[cfg(feature = "bindings")]
mod request_bindings;
mod response;
#[cfg(feature = "bindings")]
mod response_bindings;
#[cfg(feature = "streaming")]
mod stream;
mod string;

pub use error::{ErrorResponse, FromErrorResponse};
pub use request::RequestWriter;
#[cfg(feature = "bindings")]
pub use request_bindings::QueryValue;
pub use response::Response;
pub use string::{Bound, Formatted, ToHttpString};
