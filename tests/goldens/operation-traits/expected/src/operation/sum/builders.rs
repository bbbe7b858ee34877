// …

restjson1_runtime::value_builder! { builder: SumInputBuilder, unset: super::SumInput { a, token } }

impl SumInputBuilder {
    // …

    /// The `token` member.
    pub fn token(mut self, input: impl Into<String>) -> Self {
        self.value.token = Some(input.into());
        self
    }

    // …

    /// The finished `SumInput`.
    ///
    /// # Errors
    /// None so far; the service may come to require a member.
    #[inline]
    pub fn build(self) -> Result<super::SumInput, error::BuildError> {
        Ok(self.value)
    }
}

// …
