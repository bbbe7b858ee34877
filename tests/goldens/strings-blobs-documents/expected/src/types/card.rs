// …

/// The structure `Card`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Card {
    /// The `note` member.
    pub note: Option<String>,
    /// The `photo` member.
    pub photo: Option<aws_smithy_types::Blob>,
    /// The `facts` member.
    pub facts: Option<aws_smithy_types::Document>,
}

// …

restjson1_runtime::readable_members! {
    members: Card {
        note: "note",
        photo: "photo",
        facts: "facts",
    },
}

#[doc(hidden)]
impl json::Write for Card {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
        let members: [json::Member<'_>; 3] = [
            ("note", &self.note),
            ("photo", &self.photo),
            ("facts", &self.facts),
        ];
        out.members(&members)
    }
}
