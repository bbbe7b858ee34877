//! A loopback service, a client that talks to it, and the facts of the model.

#![forbid(unsafe_code)]

mod model;
mod server;

pub use model::{Binding, Member, Model, Operation, model};
pub use server::{Answer, REQUEST_ID, Recorded, Server};
