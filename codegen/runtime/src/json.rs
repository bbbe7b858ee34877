//! Reading and writing JSON.
//!
//! A type provides slots for its parts ([`Read`], [`Members`]) and writes its value ([`Write`]).
//! The parser is compiled once, here, and reaches the parts through trait objects. A generated
//! structure only adds one `match` for reading and one table for writing.

#[cfg(feature = "big-numbers")]
mod big;
mod document;
mod error;
mod parse;
mod path;
mod read;
mod reader;
mod scan;
mod slots;
#[cfg(test)]
mod tests;
mod values;
mod write;

#[cfg(feature = "serde")]
pub(crate) use document::number;
pub use error::JsonError;
pub(crate) use parse::opens_object;
pub use parse::read_object;
#[cfg(feature = "bindings")]
pub(crate) use parse::read_value;
pub use read::{FromJsonString, List, Map, Members, NO_VALUE, Optional, Read, Slot, Target, Union};
pub use write::{InFormat, Member, NoMembers, UnlessDefault, ValueWriter, Write, WriteResult};
