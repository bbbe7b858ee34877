// …

/// The structure `Bed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bed {
    /// The `colour` member. Required.
    pub colour: types::Colour,
    /// The `second` member.
    pub second: Option<types::Colour>,
}

impl Bed {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            colour: json::Read::absent(),
            second: None,
        }
    }
}

// …

restjson1_runtime::readable_members! { members: Bed { colour: "colour", second: "second" } }

#[doc(hidden)]
impl json::Write for Bed {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
        let members: [json::Member<'_>; 2] = [
            ("colour", &self.colour),
            ("second", &self.second),
        ];
        out.members(&members)
    }
}
