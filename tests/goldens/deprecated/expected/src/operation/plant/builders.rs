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
        name,
        names,
        colour,
        bed,
        choice,
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
        /// Sets the `name` member.
        #[deprecated(note = "deprecated by the service (since spring)")]
        pub fn name(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.name, input);
            self
        }

        /// Sets or unsets the `name` member.
        #[deprecated(note = "deprecated by the service (since spring)")]
        #[inline]
        pub fn set_name(mut self, input: Option<String>) -> Self {
            self.value.name = input;
            self
        }

        /// Returns the current value of `name`.
        #[deprecated(note = "deprecated by the service (since spring)")]
        #[inline]
        pub fn get_name(&self) -> &Option<String> {
            &self.value.name
        }

        /// Appends to the `names` member. `set_names` replaces the list.
        #[deprecated(note = "Plant one at a time.")]
        pub fn names(mut self, input: impl Into<String>) -> Self {
            self.value.names.get_or_insert_default().push(input.into());
            self
        }

        /// Replaces or unsets the `names` member.
        #[deprecated(note = "Plant one at a time.")]
        #[inline]
        pub fn set_names(mut self, input: Option<Vec<String>>) -> Self {
            self.value.names = input;
            self
        }

        /// Returns the current value of `names`.
        #[deprecated(note = "Plant one at a time.")]
        #[inline]
        pub fn get_names(&self) -> &Option<Vec<String>> {
            &self.value.names
        }

        /// Sets the `colour` member.
        #[inline]
        pub fn colour(mut self, input: types::Colour) -> Self {
            self.value.colour = Some(input);
            self
        }

        /// Sets or unsets the `colour` member.
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

        /// Sets the `bed` member.
        #[inline]
        pub fn bed(mut self, input: types::Bed) -> Self {
            self.value.bed = Some(input);
            self
        }

        /// Sets or unsets the `bed` member.
        #[inline]
        pub fn set_bed(mut self, input: Option<types::Bed>) -> Self {
            self.value.bed = input;
            self
        }

        /// Returns the current value of `bed`.
        #[inline]
        pub fn get_bed(&self) -> &Option<types::Bed> {
            &self.value.bed
        }

        /// Sets the `choice` member.
        #[inline]
        pub fn choice(mut self, input: types::Choice) -> Self {
            self.value.choice = Some(input);
            self
        }

        /// Sets or unsets the `choice` member.
        #[inline]
        pub fn set_choice(mut self, input: Option<types::Choice>) -> Self {
            self.value.choice = input;
            self
        }

        /// Returns the current value of `choice`.
        #[inline]
        pub fn get_choice(&self) -> &Option<types::Choice> {
            &self.value.choice
        }
    }
}
