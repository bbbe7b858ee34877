// …

/// A builder of [`PlantInput`](crate::operation::plant::PlantInput).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlantInputBuilder {
    pub(crate) value: super::PlantInput,
}

restjson1_runtime::value_builder!(
    PlantInputBuilder, unset super::PlantInput { name, names, colour, bed, choice }
);

impl PlantInputBuilder {
    /// The value of `name`.
    #[deprecated(note = "the service has deprecated it (since spring)")]
    pub fn name(mut self, input: impl Into<String>) -> Self {
        self.value.name = Some(input.into());
        self
    }

    /// Sets or unsets `name`.
    #[deprecated(note = "the service has deprecated it (since spring)")]
    #[inline]
    pub fn set_name(mut self, input: Option<String>) -> Self {
        self.value.name = input;
        self
    }

    /// What `name` is set to.
    #[deprecated(note = "the service has deprecated it (since spring)")]
    #[inline]
    pub fn get_name(&self) -> &Option<String> {
        &self.value.name
    }

    /// The value of `names`.
    ///
    /// Each call adds an element.
    #[deprecated(note = "Plant one at a time.")]
    pub fn names(mut self, input: impl Into<String>) -> Self {
        self.value.names.get_or_insert_default().push(input.into());
        self
    }

    /// Sets or unsets `names`.
    #[deprecated(note = "Plant one at a time.")]
    #[inline]
    pub fn set_names(mut self, input: Option<Vec<String>>) -> Self {
        self.value.names = input;
        self
    }

    /// What `names` is set to.
    #[deprecated(note = "Plant one at a time.")]
    #[inline]
    pub fn get_names(&self) -> &Option<Vec<String>> {
        &self.value.names
    }

    /// The value of `colour`.
    #[inline]
    pub fn colour(mut self, input: types::Colour) -> Self {
        self.value.colour = Some(input);
        self
    }

    /// Sets or unsets `colour`.
    #[inline]
    pub fn set_colour(mut self, input: Option<types::Colour>) -> Self {
        self.value.colour = input;
        self
    }

    /// What `colour` is set to.
    #[inline]
    pub fn get_colour(&self) -> &Option<types::Colour> {
        &self.value.colour
    }

    /// The value of `bed`.
    #[inline]
    pub fn bed(mut self, input: types::Bed) -> Self {
        self.value.bed = Some(input);
        self
    }

    /// Sets or unsets `bed`.
    #[inline]
    pub fn set_bed(mut self, input: Option<types::Bed>) -> Self {
        self.value.bed = input;
        self
    }

    /// What `bed` is set to.
    #[inline]
    pub fn get_bed(&self) -> &Option<types::Bed> {
        &self.value.bed
    }

    /// The value of `choice`.
    #[inline]
    pub fn choice(mut self, input: types::Choice) -> Self {
        self.value.choice = Some(input);
        self
    }

    /// Sets or unsets `choice`.
    #[inline]
    pub fn set_choice(mut self, input: Option<types::Choice>) -> Self {
        self.value.choice = input;
        self
    }

    /// What `choice` is set to.
    #[inline]
    pub fn get_choice(&self) -> &Option<types::Choice> {
        &self.value.choice
    }

    /// The finished `PlantInput`.
    ///
    /// # Errors
    /// None so far; the service may come to require a member.
    #[inline]
    pub fn build(self) -> Result<super::PlantInput, error::BuildError> {
        Ok(self.value)
    }
}

// …
