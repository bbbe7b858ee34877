//! The builder of an input inside a fluent builder.

use std::fmt;
use std::ops::{Deref, DerefMut};

/// A builder of an input.
pub trait InputBuilder {
    /// The type with the fields that the setters set: the input, or the builder itself.
    type Fields;

    /// Returns the fields.
    fn fields(&self) -> &Self::Fields;

    /// Returns the fields to set them.
    fn fields_mut(&mut self) -> &mut Self::Fields;
}

/// The builder of an input as a field of a fluent builder.
///
/// It dereferences to the fields, so both kinds of builders have the same setters: in both, a member
/// is a field of the field `value`.
#[derive(Clone, Default)]
pub struct Held<B>(pub B);

impl<B: InputBuilder> Deref for Held<B> {
    type Target = B::Fields;

    #[inline]
    fn deref(&self) -> &B::Fields {
        self.0.fields()
    }
}

impl<B: InputBuilder> DerefMut for Held<B> {
    #[inline]
    fn deref_mut(&mut self) -> &mut B::Fields {
        self.0.fields_mut()
    }
}

/// Sets a member that is a string.
///
/// Setters call it instead of assigning the string, because it compiles the cleanup once for all.
pub fn set_string(member: &mut Option<String>, string: impl Into<String>) {
    *member = Some(string.into());
}

impl<B: fmt::Debug> fmt::Debug for Held<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
