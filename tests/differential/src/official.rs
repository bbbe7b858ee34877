//! The official crate, and what is compiled for it: the sources are those of the other one.

pub use ::official as sdk;

#[path = "client.rs"]
pub mod client;
#[path = "driver.rs"]
pub mod driver;
#[path = "scripts/mod.rs"]
pub mod scripts;
