//! A loopback service, a client for it, and a reader of the Smithy model.

#![forbid(unsafe_code)]

mod model;
mod server;

pub use model::{Binding, Member, Model, Operation, model};
pub use server::{REQUEST_ID, RecordedRequest, Response, Server};
