// …

/// The structure `Row`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// The `first` member.
    pub first: Option<String>,
    /// The `last` member. Required.
    pub last: String,
}

impl Row {
    /// The `first` member.
    #[inline]
    pub fn first(&self) -> Option<&str> {
        self.first.as_deref()
    }

    /// The `last` member. Required.
    #[inline]
    pub fn last(&self) -> &str {
        &self.last
    }

    /// Returns a builder for `Row`.
    #[inline]
    pub fn builder() -> types::builders::RowBuilder {
        types::builders::RowBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            first: None,
            last: String::new(),
        }
    }
}

// …

restjson1_runtime::readable_structure! { name: Row }

restjson1_runtime::readable_members! { members: Row { first: "first", last: "last" } }

#[doc(hidden)]
impl json::Write for Row {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
        let members: [json::Member<'_>; 2] = [
            ("first", &self.first),
            ("last", &self.last),
        ];
        out.members(&members)
    }
}
