//! Types of members and elements.

pub use crate::ast::TimestampFormat;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A number or a boolean: what is copied.
    Scalar(Scalar),
    /// Text.
    String,
    /// Bytes.
    Blob,
    /// Bytes that are not held in memory.
    Stream,
    /// A number of any size.
    Big(BigNumber),
    /// Any value.
    Document,
    /// A point in time, with its format on the wire.
    Timestamp(TimestampFormat),
    /// An enum.
    Enum(TypeRef),
    /// A structure.
    Structure(TypeRef),
    /// A union.
    Union(TypeRef),
    /// Values in order; sparse ones may be null.
    List {
        /// The elements' type.
        element: Box<Type>,
        /// Whether elements may be null.
        sparse: bool,
    },
    /// Values by key; sparse ones may be null.
    Map {
        /// The keys' type: text or an enum.
        key: Box<Type>,
        /// The values' type.
        value: Box<Type>,
        /// Whether values may be null.
        sparse: bool,
    },
}

/// The types that are copied.
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

/// The numbers of any size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BigNumber {
    /// `BigInteger`.
    Integer,
    /// `BigDecimal`.
    Decimal,
}

/// A generated type below `crate::types`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeRef {
    /// Its Rust name.
    pub rust: String,
    /// Whether it must be boxed where it stands, because it contains itself.
    pub boxed: bool,
}

impl Type {
    /// The format of the timestamps in it, where there are any.
    pub fn timestamp_format(&self) -> Option<TimestampFormat> {
        match self {
            Type::Timestamp(format) => Some(*format),
            Type::List { element, .. } => element.timestamp_format(),
            Type::Map { value, .. } => value.timestamp_format(),
            _ => None,
        }
    }
}
