// …

#[doc(hidden)]
impl operation::Operation for Plant {
    // …

    #[inline]
    fn write_request(
        input: &Self::Input,
        request: &mut http::RequestWriter,
    ) -> Result<(), error::BoxError> {
        request.path("/plant");
        let members: [json::Member<'_>; 7] = [
            ("card", &input.card),
            ("facts", &input.facts),
            ("factsByName", &input.facts_by_name),
            ("note", &input.note),
            ("notes", &input.notes),
            ("photo", &input.photo),
            ("photos", &input.photos),
        ];
        request.members(&members)
    }

    // …
}

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `note` member.
    pub note: Option<String>,
    /// The `photo` member.
    pub photo: Option<aws_smithy_types::Blob>,
    /// The `facts` member.
    pub facts: Option<aws_smithy_types::Document>,
    /// The `notes` member.
    pub notes: Option<Vec<String>>,
    /// The `photos` member.
    pub photos: Option<Vec<aws_smithy_types::Blob>>,
    /// The `factsByName` member.
    pub facts_by_name: Option<HashMap<String, aws_smithy_types::Document>>,
    /// The `card` member.
    pub card: Option<types::Card>,
}

impl PlantInput {
    /// The `note` member.
    #[inline]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// The `photo` member.
    #[inline]
    pub fn photo(&self) -> Option<&aws_smithy_types::Blob> {
        self.photo.as_ref()
    }

    /// The `facts` member.
    #[inline]
    pub fn facts(&self) -> Option<&aws_smithy_types::Document> {
        self.facts.as_ref()
    }

    /// The `notes` member.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn notes(&self) -> &[String] {
        self.notes.as_deref().unwrap_or_default()
    }

    /// The `photos` member.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn photos(&self) -> &[aws_smithy_types::Blob] {
        self.photos.as_deref().unwrap_or_default()
    }

    /// The `factsByName` member.
    #[inline]
    pub fn facts_by_name(&self) -> Option<&HashMap<String, aws_smithy_types::Document>> {
        self.facts_by_name.as_ref()
    }

    /// The `card` member.
    #[inline]
    pub fn card(&self) -> Option<&types::Card> {
        self.card.as_ref()
    }

    /// Returns a builder for `PlantInput`.
    #[inline]
    pub fn builder() -> builders::PlantInputBuilder {
        builders::PlantInputBuilder::default()
    }
}

// …

restjson1_runtime::readable_members! {
    members: PlantOutput {
        note: "note",
        photo: "photo",
        facts: "facts",
        notes: "notes",
        photos: "photos",
        facts_by_name: "factsByName",
        card: "card",
    },
}

// …
