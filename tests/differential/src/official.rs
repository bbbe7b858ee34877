//! The official crate and the modules compiled against it, which `ours` compiles too.

pub use ::official as sdk;

#[path = "client.rs"]
pub mod client;
#[path = "driver.rs"]
pub mod driver;
#[path = "scripts/all.rs"]
pub mod scripts;
