//! The destinations of parsed JSON values.

#[cfg(feature = "serde")]
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Document};

/// A value that can be read from JSON.
pub trait Read: Sized + Send + 'static {
    /// Returns the value of a required member that the service omitted.
    fn absent() -> Self;

    /// Returns the slot for the next JSON value.
    fn slot(&mut self) -> Slot<'_>;

    /// Returns the slot of a value that may be unset.
    ///
    /// Types that many structures contain implement it in a function that is never inlined, so that
    /// applications do not compile what the slot refers to.
    #[inline]
    fn optional_slot(value: &mut Option<Self>) -> Slot<'_> {
        Slot::new(Target::Optional(value))
    }
}

/// The members of a structure by their wire names.
pub trait Members {
    /// Returns the slot of the member with the wire name `name`, or `None` if there is none.
    fn member(&mut self, name: &str) -> Option<Slot<'_>>;
}

/// The destination of one JSON value.
pub struct Slot<'a> {
    pub(crate) target: Target<'a>,
    pub(crate) timestamps: Format,
    pub(super) keeps_on_null: bool,
}

/// The type of value that a [`Slot`] accepts, with its destination.
pub enum Target<'a> {
    /// A string.
    String(&'a mut String),
    /// `true` or `false`.
    Bool(&'a mut bool),
    /// An integer of 8 bits.
    I8(&'a mut i8),
    /// An integer of 16 bits.
    I16(&'a mut i16),
    /// An integer of 32 bits.
    I32(&'a mut i32),
    /// An integer of 64 bits.
    I64(&'a mut i64),
    /// A number of single precision, or `"NaN"`, `"Infinity"`, `"-Infinity"`.
    F32(&'a mut f32),
    /// A number of double precision, or `"NaN"`, `"Infinity"`, `"-Infinity"`.
    F64(&'a mut f64),
    /// A timestamp in the slot's format.
    Timestamp(&'a mut DateTime),
    /// A string in base64.
    Blob(&'a mut Blob),
    /// The bytes of a stream as a string in base64. Streams are never in JSON of the wire.
    #[cfg(feature = "serde")]
    Stream(&'a mut ByteStream),
    /// Any JSON value.
    Document(&'a mut Document),
    /// A string that is converted to another type: an enum.
    Parsed(&'a mut dyn FromJsonString),
    /// A string that may be missing or null.
    OptionalString(&'a mut Option<String>),
    /// A string; values of other types, null included, are skipped.
    IfString(&'a mut Option<String>),
    /// A number of any size, set from its digits.
    #[cfg(feature = "big-numbers")]
    Big(&'a mut dyn FromDigits),
    /// A value that may be missing or null.
    Optional(&'a mut dyn Optional),
    /// An array.
    List(&'a mut dyn List),
    /// An object whose keys are data.
    Map(&'a mut dyn Map),
    /// An object whose keys are member names.
    Members(&'a mut dyn Members),
    /// An object with one member: the variant of a union.
    Union(&'a mut dyn Union),
}

/// The value of a required enum that the service omitted.
pub const NO_VALUE: &str = "no value was set";

impl<'a> Slot<'a> {
    /// Returns the slot of a structure, which must be empty: members missing in the JSON do not
    /// change.
    #[inline]
    pub fn members(members: &'a mut dyn Members) -> Self {
        Self::new(Target::Members(members))
    }

    /// Returns the slot of a union, which must be empty.
    #[inline]
    pub fn union(union: &'a mut dyn Union) -> Self {
        Self::new(Target::Union(union))
    }

    /// Returns the slot of an enum.
    #[inline]
    pub fn parsed(value: &'a mut dyn FromJsonString) -> Self {
        Self::new(Target::Parsed(value))
    }

    /// Returns a slot with timestamps in seconds since the epoch.
    #[inline]
    pub fn new(target: Target<'a>) -> Self {
        Self {
            target,
            timestamps: Format::EpochSeconds,
            keeps_on_null: false,
        }
    }

    /// Keeps the current value, a member's default, if the JSON value is null.
    #[inline]
    pub fn keep_on_null(mut self) -> Self {
        self.keeps_on_null = true;
        self
    }

    /// Sets the format of timestamps, which also applies inside lists and maps.
    #[inline]
    pub fn timestamps(mut self, format: Format) -> Self {
        self.timestamps = format;
        self
    }
}

/// A value converted from a string.
pub trait FromJsonString {
    /// Sets the value that `string` represents.
    fn set(&mut self, string: &str);

    /// Resets to the value of a required member that is missing.
    fn reset(&mut self);
}

/// A number parsed from the digits in the JSON.
#[cfg(feature = "big-numbers")]
pub trait FromDigits {
    /// Sets the number that `digits`, any JSON number, represents.
    ///
    /// # Errors
    /// If the number is not of this type. The error is a message.
    fn set(&mut self, digits: &str) -> Result<(), &'static str>;

    /// Resets to the value of a required member that is missing.
    fn reset(&mut self);
}

/// A value that may be missing.
pub trait Optional {
    /// Returns the slot of a new inner value, which replaces the previous one.
    fn fill(&mut self) -> Slot<'_>;

    /// Removes the inner value.
    fn clear(&mut self);
}

/// A list to which elements are added one by one.
pub trait List {
    /// Returns the slot of a new last element.
    fn push(&mut self) -> Slot<'_>;

    /// Removes all elements.
    fn clear(&mut self);

    /// Returns `true` if another element would require a reallocation.
    fn is_full(&self) -> bool;

    /// Reserves capacity for exactly `additional` more elements.
    fn reserve(&mut self, additional: usize);

    /// Frees excess capacity.
    fn trim(&mut self);
}

/// A map to which entries are added one by one.
pub trait Map {
    /// Returns the slot of the value for `key`, which replaces the previous one.
    fn insert(&mut self, key: &str) -> Slot<'_>;

    /// Removes all entries.
    fn clear(&mut self);
}

/// A union: one of several variants, each with a wire name.
pub trait Union {
    /// Selects the variant with the wire name `name` and returns its slot.
    ///
    /// For a name that the shape does not have, selects the unknown variant and returns `None`.
    fn variant(&mut self, name: &str) -> Option<Slot<'_>>;
}
