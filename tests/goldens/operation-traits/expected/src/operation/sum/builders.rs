// …

restjson1_runtime::value_builder! { builder: SumInputBuilder, unset: super::SumInput { a, token } }

impl SumInputBuilder {
    /// Builds the `SumInput`.
    ///
    /// # Errors
    /// Returns no error at present; a later version may check required members.
    #[inline]
    pub fn build(self) -> Result<super::SumInput, error::BuildError> {
        Ok(self.value)
    }
}

// …

restjson1_runtime::setters! {
    impl (SumInputBuilder, SumFluentBuilder) {
        // …

        /// Sets the `token` member.
        pub fn token(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.token, input);
            self
        }

        // …
    }
}
