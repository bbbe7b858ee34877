//! A loopback service, a client that talks to it, and the facts of the model.

mod model;
mod server;

pub(crate) use model::{Binding, model};
pub(crate) use server::{Answer, REQUEST_ID, Recorded, Server};
