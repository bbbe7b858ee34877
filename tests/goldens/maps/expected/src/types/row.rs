// …

/// The structure `Row`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// The `names` member. Required.
    pub names: HashMap<String, String>,
    /// The `beds` member.
    pub beds: Option<HashMap<String, types::Bed>>,
}

impl Row {
    /// The `names` member. Required.
    #[inline]
    pub fn names(&self) -> &HashMap<String, String> {
        &self.names
    }

    /// The `beds` member.
    #[inline]
    pub fn beds(&self) -> Option<&HashMap<String, types::Bed>> {
        self.beds.as_ref()
    }

    /// Returns a builder for `Row`.
    #[inline]
    pub fn builder() -> types::builders::RowBuilder {
        types::builders::RowBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            names: HashMap::new(),
            beds: None,
        }
    }
}

/// Builder for [`Row`](crate::types::Row).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RowBuilder {
    names: Option<HashMap<String, String>>,
    beds: Option<HashMap<String, types::Bed>>,
}

// …
