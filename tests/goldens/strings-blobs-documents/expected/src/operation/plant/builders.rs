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

restjson1_runtime::setters! {
    impl (PlantInputBuilder, PlantFluentBuilder) {
        /// Sets the `note` member.
        pub fn note(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.note, input);
            self
        }

        /// Sets or unsets the `note` member.
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

        /// Sets the `photo` member.
        #[inline]
        pub fn photo(mut self, input: aws_smithy_types::Blob) -> Self {
            self.value.photo = Some(input);
            self
        }

        /// Sets or unsets the `photo` member.
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

        /// Sets the `facts` member.
        #[inline]
        pub fn facts(mut self, input: aws_smithy_types::Document) -> Self {
            self.value.facts = Some(input);
            self
        }

        /// Sets or unsets the `facts` member.
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

        /// Appends to the `notes` member. `set_notes` replaces the list.
        pub fn notes(mut self, input: impl Into<String>) -> Self {
            self.value.notes.get_or_insert_default().push(input.into());
            self
        }

        /// Replaces or unsets the `notes` member.
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

        /// Appends to the `photos` member. `set_photos` replaces the list.
        #[inline]
        pub fn photos(mut self, input: aws_smithy_types::Blob) -> Self {
            self.value.photos.get_or_insert_default().push(input);
            self
        }

        /// Replaces or unsets the `photos` member.
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

        /// Adds an entry to the `factsByName` member. `set_facts_by_name` replaces the map.
        pub fn facts_by_name(
            mut self,
            k: impl Into<String>,
            v: aws_smithy_types::Document,
        ) -> Self {
            self.value.facts_by_name.get_or_insert_default().insert(k.into(), v);
            self
        }

        /// Replaces or unsets the `factsByName` member.
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

        /// Sets the `card` member.
        #[inline]
        pub fn card(mut self, input: types::Card) -> Self {
            self.value.card = Some(input);
            self
        }

        /// Sets or unsets the `card` member.
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
    }
}
