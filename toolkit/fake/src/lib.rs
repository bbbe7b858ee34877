//! An Amazon Interactive Video Service on loopback, so that applications can be tested and written
//! without an AWS account.
#![forbid(unsafe_code)]

mod behaviour;
mod connector;
mod handler;
mod server;
pub mod wire;

pub use behaviour::{Behaviour, Caller, Fault, ServiceError};
pub use connector::Connector;
pub use server::Server;
