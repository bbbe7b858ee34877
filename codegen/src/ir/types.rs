//! Types of members and elements.

pub use crate::ast::TimestampFormat;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A number or boolean, which is `Copy`.
    Scalar(Scalar),
    /// A string.
    String,
    /// Bytes.
    Blob,
    /// A stream of bytes, which is not held in memory.
    Stream,
    /// A number of arbitrary size.
    Big(BigNumber),
    /// A document: any JSON value.
    Document,
    /// A timestamp, with its format on the wire.
    Timestamp(TimestampFormat),
    /// An enum.
    Enum(TypeRef),
    /// A structure.
    Structure(TypeRef),
    /// A union.
    Union(TypeRef),
    /// A list.
    List {
        /// The elements' type.
        element: Box<Type>,
        /// `true` if elements may be null.
        sparse: bool,
    },
    /// A map.
    Map {
        /// The keys' type: a string or an enum.
        key: Box<Type>,
        /// The values' type.
        value: Box<Type>,
        /// `true` if values may be null.
        sparse: bool,
    },
}

/// A number or boolean type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// `bool`.
    Bool,
    /// `i8`.
    I8,
    /// `i16`.
    I16,
    /// `i32`.
    I32,
    /// `i64`.
    I64,
    /// `f32`.
    F32,
    /// `f64`.
    F64,
}

/// A type of numbers of arbitrary size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BigNumber {
    /// `BigInteger`.
    Integer,
    /// `BigDecimal`.
    Decimal,
}

/// A reference to a generated type in `crate::types`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeRef {
    /// The type's Rust name.
    pub rust: String,
    /// `true` if the value must be boxed, because the type contains itself.
    pub boxed: bool,
}

impl Type {
    /// Returns `true` if the values are strings; those of enums are.
    pub fn is_string(&self) -> bool {
        matches!(self, Type::String | Type::Enum(_))
    }

    /// Returns the format of the timestamps in the type; `None` if it contains none.
    pub fn timestamp_format(&self) -> Option<TimestampFormat> {
        match self {
            Type::Timestamp(format) => Some(*format),
            Type::List { element, .. } => element.timestamp_format(),
            Type::Map { value, .. } => value.timestamp_format(),
            _ => None,
        }
    }
}
