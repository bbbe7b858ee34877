// …

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

impl PlantOutputBuilder {
    // …

    /// Builds the `PlantOutput`.
    #[inline]
    pub fn build(self) -> super::PlantOutput {
        self.value
    }
}

// …
