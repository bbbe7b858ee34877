//! Serialization with serde, in the names and formats of the wire.
//!
//! Values are written from the views of the module [`inspect`](crate::inspect), and read into the
//! slots of the module [`json`](crate::json); the macro `serializable!` connects both with serde.

mod read;
#[cfg(test)]
mod tests;
mod write;

#[doc(hidden)]
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

#[doc(hidden)]
pub use self::read::{Output, in_format, output, value};
#[doc(hidden)]
pub use self::write::{Shape, serialize};
pub use self::write::{with_sensitive, without_sensitive};
