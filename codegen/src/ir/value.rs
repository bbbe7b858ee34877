//! Values of known types, in tests and examples that a model defines.

use super::{BigNumber, Scalar};

/// The value of a structure's field.
#[derive(Clone, Debug)]
pub struct FieldValue {
    /// The field's name.
    pub field: String,
    /// `true` if the field is an `Option`.
    pub optional: bool,
    /// The value.
    pub value: TypedValue,
}

/// A value of a known type, given by the model as JSON.
#[derive(Clone, Debug)]
pub enum TypedValue {
    /// A null element of a sparse list or map.
    Null,
    /// A boolean.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A floating-point number, possibly NaN or infinite.
    Float(Scalar, f64),
    /// A string.
    String(String),
    /// Bytes.
    Blob(Vec<u8>),
    /// The bytes of a stream.
    Stream(Vec<u8>),
    /// A number of arbitrary size, in decimal.
    Big(BigNumber, String),
    /// A document.
    Document(serde_json::Value),
    /// A timestamp: seconds and nanoseconds since the epoch.
    Timestamp(i64, u32),
    /// A value of an enum.
    Enum {
        /// The enum's Rust name.
        ty: String,
        /// The value on the wire.
        wire: String,
        /// The variant's Rust name; `None` if the value is unknown.
        variant: Option<String>,
    },
    /// A structure.
    Structure {
        /// The type's Rust name.
        ty: String,
        /// The members that are set.
        members: Vec<FieldValue>,
        /// `true` if `build` of the type's builder can fail.
        fallible: bool,
    },
    /// A variant of a union.
    Variant {
        /// The union's Rust name.
        ty: String,
        /// The variant's Rust name.
        variant: String,
        /// The variant's value; `None` if it has none.
        value: Option<Box<TypedValue>>,
    },
    /// A boxed value.
    Boxed(Box<TypedValue>),
    /// A list.
    List {
        /// The elements.
        elements: Vec<TypedValue>,
        /// `true` if elements may be null.
        sparse: bool,
    },
    /// A map.
    Map {
        /// Keys and values.
        entries: Vec<(TypedValue, TypedValue)>,
        /// `true` if values may be null.
        sparse: bool,
    },
}

impl TypedValue {
    /// Returns `true` if the value contains NaN, which is not equal to itself.
    pub fn has_nan(&self) -> bool {
        match self {
            Self::Float(_, number) => number.is_nan(),
            Self::Structure { members, .. } => members.iter().any(|call| call.value.has_nan()),
            Self::Variant { value, .. } => value.as_ref().is_some_and(|value| value.has_nan()),
            Self::Boxed(value) => value.has_nan(),
            Self::List { elements, .. } => elements.iter().any(Self::has_nan),
            Self::Map { entries, .. } => entries.iter().any(|(_, value)| value.has_nan()),
            _ => false,
        }
    }
}
