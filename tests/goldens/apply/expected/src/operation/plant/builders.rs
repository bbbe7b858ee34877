// …

/// Builder for [`PlantInput`](crate::operation::plant::PlantInput).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlantInputBuilder {
    pub(crate) value: super::PlantInput,
}

restjson1_runtime::value_builder! { builder: PlantInputBuilder, unset: super::PlantInput { name } }

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
        /// Applied to a member.
        ///
        /// Required.
        pub fn name(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.name, input);
            self
        }

        /// Sets or unsets `name`.
        #[inline]
        pub fn set_name(mut self, input: Option<String>) -> Self {
            self.value.name = input;
            self
        }

        /// Returns the current value of `name`.
        #[inline]
        pub fn get_name(&self) -> &Option<String> {
            &self.value.name
        }
    }
}
