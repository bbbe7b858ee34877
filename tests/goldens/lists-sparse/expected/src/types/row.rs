// …

/// The structure `Row`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// The `names` member. Required.
    pub names: Vec<Option<String>>,
}

impl Row {
    /// The `names` member. Required.
    #[inline]
    pub fn names(&self) -> &[Option<String>] {
        &self.names
    }

    /// Returns a builder for `Row`.
    #[inline]
    pub fn builder() -> types::builders::RowBuilder {
        types::builders::RowBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self { names: Vec::new() }
    }
}

/// Builder for [`Row`](crate::types::Row).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RowBuilder {
    names: Option<Vec<Option<String>>>,
}

// …
