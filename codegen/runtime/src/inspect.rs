//! Values of shapes as data, for features that look into any value, such as checks of inputs.
//!
//! Generated code states the facts of each member in a static table; the macro `inspected!` adds the
//! implementations.

mod values;

use aws_smithy_types::{DateTime, Document};

/// A value of any shape.
pub trait Inspect {
    /// Returns the value as data.
    fn value(&self) -> Value<'_>;
}

/// A structure.
pub trait Structure {
    /// Returns the facts about the members.
    fn members(&self) -> &'static [Member];

    /// Returns the values of the members, in the order of [`members`](Self::members).
    fn values(&self) -> Vec<Value<'_>>;

    /// Returns the facts that concern several members.
    fn facts(&self) -> &'static [Fact];
}

/// A list.
pub trait List {
    /// Returns the elements.
    fn elements(&self) -> Vec<Value<'_>>;

    /// Returns the index of the first element that equals an earlier one.
    fn repeated(&self) -> Option<usize>;
}

/// A map.
pub trait Map {
    /// Returns the entries, sorted by key.
    fn entries(&self) -> Vec<(&str, Value<'_>)>;
}

/// A value as data.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// An unset member, or a null element.
    Absent,
    /// A boolean.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A number of single precision.
    F32(f32),
    /// A number of double precision.
    F64(f64),
    /// The digits of a number of any size.
    Digits(&'a str),
    /// A string, or an enum's value on the wire.
    String(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
    /// A stream of bytes; `None` if they are not in memory.
    Stream(Option<&'a [u8]>),
    /// A timestamp.
    Timestamp(&'a DateTime),
    /// A document.
    Document(&'a Document),
    /// A list.
    List(&'a dyn List),
    /// A map.
    Map(&'a dyn Map),
    /// A structure.
    Structure(&'a dyn Structure),
    /// A variant of a union; `None` if it has no value.
    Variant(&'static Member, Option<&'a dyn Inspect>),
    /// A variant of a union that this version does not know.
    UnknownVariant,
}

/// A member of a structure or union.
#[derive(Debug)]
pub struct Member {
    /// The name on the wire.
    pub name: &'static str,
    /// The facts about its value.
    pub facts: &'static [Fact],
}

/// A fact about a value, which a model states with a trait.
#[derive(Clone, Copy, Debug)]
pub enum Fact {
    /// A member must be set.
    Required,
    /// The value must not be shown.
    Sensitive,
    /// Timestamps are written as in RFC 3339.
    DateTime,
    /// Timestamps are written as in RFC 7231.
    HttpDate,
    /// The least and the greatest length.
    Length(u64, u64),
    /// The least and the greatest integer.
    Range(i64, i64),
    /// The least and the greatest floating-point number.
    FloatRange(f64, f64),
    /// The pattern of a string.
    Pattern(&'static str),
    /// The pattern of a string as the model has it, and as the regex engine reads it.
    Translated(&'static str, &'static str),
    /// The elements of a list differ.
    Unique,
    /// The greatest length of a string in bytes.
    Bytes(u64),
    /// At most one of the members with these names may be set.
    AtMostOne(&'static [&'static str]),
    /// Facts about the elements of a list, or the values of a map.
    Each(&'static [Fact]),
    /// Facts about the keys of a map.
    Keys(&'static [Fact]),
}
