//! The generated crate and the modules compiled against it, which `official` compiles too.

pub use ::ours as sdk;

#[path = "client.rs"]
pub mod client;
#[path = "driver.rs"]
pub mod driver;
#[path = "scripts/all.rs"]
pub mod scripts;
