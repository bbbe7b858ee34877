//! Where the parts of a JSON text go.

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Document};

/// A value that JSON can be read into.
pub trait Read: Sized + Send + 'static {
    /// What a required member holds when the service left it out.
    fn absent() -> Self;

    /// Where the next JSON value goes.
    fn slot(&mut self) -> Slot<'_>;
}

/// A structure's members by their wire names.
pub trait Members {
    /// The slot of the member called `name` on the wire, or `None` where the shape has none.
    fn member(&mut self, name: &str) -> Option<Slot<'_>>;
}

/// A place for one JSON value.
pub struct Slot<'a> {
    pub(super) target: Target<'a>,
    pub(super) timestamps: Format,
    pub(super) keeps: bool,
}

/// What kind of value fits a [`Slot`], and where it goes.
pub enum Target<'a> {
    /// A string.
    Text(&'a mut String),
    /// `true` or `false`.
    Bool(&'a mut bool),
    /// A whole number of 8 bits.
    I8(&'a mut i8),
    /// A whole number of 16 bits.
    I16(&'a mut i16),
    /// A whole number of 32 bits.
    I32(&'a mut i32),
    /// A whole number of 64 bits.
    I64(&'a mut i64),
    /// A number of single precision, or `"NaN"`, `"Infinity"`, `"-Infinity"`.
    F32(&'a mut f32),
    /// A number of double precision, or `"NaN"`, `"Infinity"`, `"-Infinity"`.
    F64(&'a mut f64),
    /// A timestamp in the slot's format.
    Timestamp(&'a mut DateTime),
    /// Base64 text.
    Blob(&'a mut Blob),
    /// Any JSON value.
    Document(&'a mut Document),
    /// A string with a type of its own: an enum.
    Parsed(&'a mut dyn FromText),
    /// A string, or a value of another kind that is passed over.
    IfText(&'a mut dyn FromText),
    /// A number of any size, by its digits.
    #[cfg(feature = "big-numbers")]
    Big(&'a mut dyn super::big::FromDigits),
    /// A value that may be missing or null.
    Optional(&'a mut dyn Optional),
    /// An array.
    List(&'a mut dyn List),
    /// An object whose keys are data.
    Map(&'a mut dyn Map),
    /// An object whose keys are members.
    Members(&'a mut dyn Members),
    /// An object with one member of several.
    Union(&'a mut dyn Union),
}

/// The value that a required enum holds where the service sent none.
pub const NO_VALUE: &str = "no value was set";

impl<'a> Slot<'a> {
    /// The slot of a structure, which must be fresh: members that the text lacks stay as they are.
    #[inline]
    pub fn members(members: &'a mut dyn Members) -> Self {
        Self::new(Target::Members(members))
    }

    /// The slot of a union, which must be fresh.
    #[inline]
    pub fn union(union: &'a mut dyn Union) -> Self {
        Self::new(Target::Union(union))
    }

    /// The slot of an enum.
    #[inline]
    pub fn parsed(value: &'a mut dyn FromText) -> Self {
        Self::new(Target::Parsed(value))
    }

    /// A slot whose timestamps, if any, are numbers of seconds since the epoch.
    #[inline]
    pub fn new(target: Target<'a>) -> Self {
        Self {
            target,
            timestamps: Format::EpochSeconds,
            keeps: false,
        }
    }

    /// The same slot, of which null leaves what it holds: a member's default.
    #[inline]
    pub fn kept(mut self) -> Self {
        self.keeps = true;
        self
    }

    /// The same slot for timestamps in `format`, those inside of lists and maps included.
    #[inline]
    pub fn timestamps(mut self, format: Format) -> Self {
        self.timestamps = format;
        self
    }
}

/// A value made from a string.
pub trait FromText {
    /// Takes the string's value.
    fn set(&mut self, text: &str);

    /// To the value of a required member that is missing.
    fn reset(&mut self);
}

impl<T: for<'a> From<&'a str>> FromText for T {
    fn set(&mut self, text: &str) {
        *self = Self::from(text);
    }

    fn reset(&mut self) {
        *self = Self::from(NO_VALUE);
    }
}

/// A value that may be missing.
pub trait Optional {
    /// The slot of a new inner value, which replaces an earlier one.
    fn fill(&mut self) -> Slot<'_>;

    /// No value.
    fn clear(&mut self);
}

/// A list that grows by one element at a time.
pub trait List {
    /// The slot of a new last element.
    fn push(&mut self) -> Slot<'_>;

    /// No elements.
    fn clear(&mut self);

    /// Whether one more element would move the list.
    fn is_full(&self) -> bool;

    /// Makes room for `more` elements and no others.
    fn reserve(&mut self, more: usize);

    /// Gives back room that too high a guess left over.
    fn trim(&mut self);
}

/// A map that grows by one entry at a time.
pub trait Map {
    /// The slot of the value under `key`, which replaces an earlier one.
    fn insert(&mut self, key: &str) -> Slot<'_>;

    /// No entries.
    fn clear(&mut self);
}

/// One value of several kinds, told apart by its name on the wire.
pub trait Union {
    /// The slot of the variant called `name`; a variant that the shape lacks becomes the unknown
    /// one, and gives `None`.
    fn variant(&mut self, name: &str) -> Option<Slot<'_>>;
}
