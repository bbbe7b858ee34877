// …

/// A bed | with a bar, a "quote" and a \ backslash.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// In centimetres.
    pub width: i32,
}

impl Bed {
    /// In centimetres.
    #[inline]
    pub fn width(&self) -> i32 {
        self.width
    }

    /// Returns a builder for `Bed`.
    #[inline]
    pub fn builder() -> types::builders::BedBuilder {
        types::builders::BedBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self { width: 0 }
    }
}

// …

restjson1_runtime::readable_structure! { name: Bed }

restjson1_runtime::readable_members! { members: Bed { width: "width" } }
