// …

/// A `Bed` has a [`width`](crate::types::Bed::width()), and a [`Colour`](crate::types::Colour).
/// *Bold*ly **_put_**.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// In centimetres.
    pub width: i32,
    /// Was used with [`width`](crate::types::Bed::width()).
    #[deprecated(note = "Use `width` & guess.")]
    pub depth: Option<i32>,
}

impl Bed {
    /// In centimetres.
    #[inline]
    pub fn width(&self) -> i32 {
        self.width
    }

    /// Was used with [`width`](crate::types::Bed::width()).
    #[deprecated(note = "Use `width` & guess.")]
    #[inline]
    pub fn depth(&self) -> Option<i32> {
        self.depth
    }

    /// Returns a builder for `Bed`.
    #[inline]
    pub fn builder() -> types::builders::BedBuilder {
        types::builders::BedBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self { width: 0, depth: None }
    }
}

// …

restjson1_runtime::readable_structure! { name: Bed }

restjson1_runtime::readable_members! { members: Bed { width: "width", depth: "depth" } }
