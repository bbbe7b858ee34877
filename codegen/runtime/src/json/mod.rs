//! JSON in and out, driven by the values themselves.
//!
//! A type says where its parts go ([`Read`], [`Members`]) or what they are ([`Write`]); the engine
//! that walks the text is compiled once, here, and reaches the parts through trait objects. A
//! generated structure adds one `match` to read and one run of calls to write.

#[cfg(feature = "big-numbers")]
mod big;
mod de;
mod document;
mod error;
mod read;
mod reader;
mod slots;
#[cfg(test)]
mod tests;
mod values;
mod write;

pub(crate) use de::opens_object;
pub use de::read_object;
#[cfg(feature = "bindings")]
pub(crate) use de::read_value;
pub use error::JsonError;
pub use read::{FromText, List, Map, Members, NO_VALUE, Optional, Read, Slot, Target, Union};
pub use write::{ObjectWriter, ValueWriter, Write, Written};
