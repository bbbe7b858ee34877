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
        bed_arn,
        names,
        tags,
        is_watered,
        colour,
        note,
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

/// Fluent builder for [`Plant`](crate::client::Client::plant):
/// set the members, then call [`send`](Self::send).
#[derive(Clone)]
#[must_use = "no request is sent before `send` is awaited"]
pub struct PlantFluentBuilder {
    sender: client::Sender,
    value: held::Held<PlantInputBuilder>,
}

restjson1_runtime::fluent_builder! {
    fluent: PlantFluentBuilder,
    builder: PlantInputBuilder,
    input: value,
    method: plant,
    operation: super::Plant,
    output: super::PlantOutput,
    error: super::PlantError,
}

restjson1_runtime::setters! {
    impl (PlantInputBuilder, PlantFluentBuilder) {
        /// Sets the ARN of the bed.
        ///
        /// It is that of [`Bed::bed_arn`](field@crate::types::Bed::bed_arn).
        ///
        /// Required. Length: at most 128 characters. Form: an ARN of a raised bed, or empty.
        pub fn bed_arn(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.bed_arn, input);
            self
        }

        /// Sets or unsets the ARN of the bed.
        #[inline]
        pub fn set_bed_arn(mut self, input: Option<String>) -> Self {
            self.value.bed_arn = input;
            self
        }

        /// Returns the current value of `bed_arn`.
        #[inline]
        pub fn get_bed_arn(&self) -> &Option<String> {
            &self.value.bed_arn
        }

        /// Appends to the names of the plants, in the order of
        /// [`Bed::plant_names`](field@crate::types::Bed::plant_names). Each may occur once.
        ///
        /// `set_names` replaces the list.
        ///
        /// Items: 1 to 5. Each item: 1 to 64 letters, digits, hyphens and underscores.
        pub fn names(mut self, input: impl Into<String>) -> Self {
            self.value.names.get_or_insert_default().push(input.into());
            self
        }

        /// Replaces or unsets the names of the plants, in the order of
        /// [`Bed::plant_names`](field@crate::types::Bed::plant_names).
        #[inline]
        pub fn set_names(mut self, input: Option<Vec<String>>) -> Self {
            self.value.names = input;
            self
        }

        /// Returns the current value of `names`.
        #[inline]
        pub fn get_names(&self) -> &Option<Vec<String>> {
            &self.value.names
        }

        /// Adds an entry to the tags of the bed.
        ///
        /// `set_tags` replaces the map.
        ///
        /// Entries: at most 9. Each key: 1 to 64 letters, digits, hyphens and underscores.
        pub fn tags(mut self, k: impl Into<String>, v: impl Into<String>) -> Self {
            string_map::insert(&mut self.value.tags, k.into(), v.into());
            self
        }

        /// Replaces or unsets the tags of the bed.
        #[inline]
        pub fn set_tags(mut self, input: Option<HashMap<String, String>>) -> Self {
            self.value.tags = input;
            self
        }

        /// Returns the current value of `tags`.
        #[inline]
        pub fn get_tags(&self) -> &Option<HashMap<String, String>> {
            &self.value.tags
        }

        /// Set to `true` to water the bed at `bed_arn`.
        #[inline]
        pub fn is_watered(mut self, input: bool) -> Self {
            self.value.is_watered = Some(input);
            self
        }

        /// Sets or unsets `is_watered`.
        #[inline]
        pub fn set_is_watered(mut self, input: Option<bool>) -> Self {
            self.value.is_watered = input;
            self
        }

        /// Returns the current value of `is_watered`.
        #[inline]
        pub fn get_is_watered(&self) -> &Option<bool> {
            &self.value.is_watered
        }

        /// Sets a colour, e.g. [`Colour::Red`](crate::types::Colour::Red). Absent means any.
        #[inline]
        pub fn colour(mut self, input: types::Colour) -> Self {
            self.value.colour = Some(input);
            self
        }

        /// Sets or unsets a colour, e.g. [`Colour::Red`](crate::types::Colour::Red).
        #[inline]
        pub fn set_colour(mut self, input: Option<types::Colour>) -> Self {
            self.value.colour = input;
            self
        }

        /// Returns the current value of `colour`.
        #[inline]
        pub fn get_colour(&self) -> &Option<types::Colour> {
            &self.value.colour
        }

        /// Anything else.
        pub fn note(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.note, input);
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
    }
}
