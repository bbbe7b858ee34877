// …

/// Builder for [`PlantInput`](crate::operation::plant::PlantInput).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlantInputBuilder {
    pub(crate) value: super::PlantInput,
}

restjson1_runtime::value_builder! {
    builder: PlantInputBuilder,
    unset: super::PlantInput {
        note,
        photo,
        facts,
        notes,
        photos,
        facts_by_name,
        card,
    },
}

impl PlantInputBuilder {
    /// The `note` member.
    pub fn note(mut self, input: impl Into<String>) -> Self {
        self.value.note = Some(input.into());
        self
    }

    /// Sets or unsets `note`.
    #[inline]
    pub fn set_note(mut self, input: Option<String>) -> Self {
        self.value.note = input;
        self
    }

    /// Returns the current value of `note`.
    #[inline]
    pub fn get_note(&self) -> &Option<String> {
        &self.value.note
    }

    /// The `photo` member.
    #[inline]
    pub fn photo(mut self, input: aws_smithy_types::Blob) -> Self {
        self.value.photo = Some(input);
        self
    }

    /// Sets or unsets `photo`.
    #[inline]
    pub fn set_photo(mut self, input: Option<aws_smithy_types::Blob>) -> Self {
        self.value.photo = input;
        self
    }

    /// Returns the current value of `photo`.
    #[inline]
    pub fn get_photo(&self) -> &Option<aws_smithy_types::Blob> {
        &self.value.photo
    }

    /// The `facts` member.
    #[inline]
    pub fn facts(mut self, input: aws_smithy_types::Document) -> Self {
        self.value.facts = Some(input);
        self
    }

    /// Sets or unsets `facts`.
    #[inline]
    pub fn set_facts(mut self, input: Option<aws_smithy_types::Document>) -> Self {
        self.value.facts = input;
        self
    }

    /// Returns the current value of `facts`.
    #[inline]
    pub fn get_facts(&self) -> &Option<aws_smithy_types::Document> {
        &self.value.facts
    }

    /// The `notes` member.
    ///
    /// Each call appends an element; `set_notes` replaces the list.
    pub fn notes(mut self, input: impl Into<String>) -> Self {
        self.value.notes.get_or_insert_default().push(input.into());
        self
    }

    /// Sets or unsets `notes`.
    #[inline]
    pub fn set_notes(mut self, input: Option<Vec<String>>) -> Self {
        self.value.notes = input;
        self
    }

    /// Returns the current value of `notes`.
    #[inline]
    pub fn get_notes(&self) -> &Option<Vec<String>> {
        &self.value.notes
    }

    /// The `photos` member.
    ///
    /// Each call appends an element; `set_photos` replaces the list.
    #[inline]
    pub fn photos(mut self, input: aws_smithy_types::Blob) -> Self {
        self.value.photos.get_or_insert_default().push(input);
        self
    }

    /// Sets or unsets `photos`.
    #[inline]
    pub fn set_photos(mut self, input: Option<Vec<aws_smithy_types::Blob>>) -> Self {
        self.value.photos = input;
        self
    }

    /// Returns the current value of `photos`.
    #[inline]
    pub fn get_photos(&self) -> &Option<Vec<aws_smithy_types::Blob>> {
        &self.value.photos
    }

    /// The `factsByName` member.
    ///
    /// Each call inserts an entry; `set_facts_by_name` replaces the map.
    pub fn facts_by_name(
        mut self,
        k: impl Into<String>,
        v: aws_smithy_types::Document,
    ) -> Self {
        self.value.facts_by_name.get_or_insert_default().insert(k.into(), v);
        self
    }

    /// Sets or unsets `facts_by_name`.
    #[inline]
    pub fn set_facts_by_name(
        mut self,
        input: Option<HashMap<String, aws_smithy_types::Document>>,
    ) -> Self {
        self.value.facts_by_name = input;
        self
    }

    /// Returns the current value of `facts_by_name`.
    #[inline]
    pub fn get_facts_by_name(
        &self,
    ) -> &Option<HashMap<String, aws_smithy_types::Document>> {
        &self.value.facts_by_name
    }

    /// The `card` member.
    #[inline]
    pub fn card(mut self, input: types::Card) -> Self {
        self.value.card = Some(input);
        self
    }

    /// Sets or unsets `card`.
    #[inline]
    pub fn set_card(mut self, input: Option<types::Card>) -> Self {
        self.value.card = input;
        self
    }

    /// Returns the current value of `card`.
    #[inline]
    pub fn get_card(&self) -> &Option<types::Card> {
        &self.value.card
    }

    /// Builds the `PlantInput`.
    ///
    /// # Errors
    /// Returns no error at present; a later version may check required members.
    #[inline]
    pub fn build(self) -> Result<super::PlantInput, error::BuildError> {
        Ok(self.value)
    }
}

// …
