// …

/// The structure `Row`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// The `names` member. Required.
    pub names: Vec<String>,
    /// The `beds` member.
    pub beds: Option<Vec<types::Bed>>,
}

impl Row {
    /// The `names` member. Required.
    #[inline]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The `beds` member.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn beds(&self) -> &[types::Bed] {
        self.beds.as_deref().unwrap_or_default()
    }

    /// Returns a builder for `Row`.
    #[inline]
    pub fn builder() -> types::builders::RowBuilder {
        types::builders::RowBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            names: Vec::new(),
            beds: None,
        }
    }
}

/// Builder for [`Row`](crate::types::Row).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RowBuilder {
    names: Option<Vec<String>>,
    beds: Option<Vec<types::Bed>>,
}

// …
