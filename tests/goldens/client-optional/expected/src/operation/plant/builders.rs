// …

impl PlantInputBuilder {
    // …

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

impl PlantOutputBuilder {
    // …

    /// The finished `PlantOutput`.
    #[inline]
    pub fn build(self) -> super::PlantOutput {
        self.value
    }
}

// …
