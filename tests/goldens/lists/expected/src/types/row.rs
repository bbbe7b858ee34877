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
    /// Empty where nothing was sent; the field itself tells the difference.
    #[inline]
    pub fn beds(&self) -> &[types::Bed] {
        self.beds.as_deref().unwrap_or_default()
    }

    /// A builder of `Row`.
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

/// A builder of [`Row`](crate::types::Row).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RowBuilder {
    names: Option<Vec<String>>,
    beds: Option<Vec<types::Bed>>,
}

// …
