// …

/// Builder for [`PlantInput`](crate::operation::plant::PlantInput).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PlantInputBuilder {
    pub(crate) value: super::PlantInput,
}

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

restjson1_runtime::setters! {
    impl (PlantInputBuilder, PlantFluentBuilder) {
        /// Sets the `type` member.
        pub fn r#type(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.r#type, input);
            self
        }

        /// Sets or unsets the `type` member.
        #[inline]
        pub fn set_type(mut self, input: Option<String>) -> Self {
            self.value.r#type = input;
            self
        }

        /// Returns the current value of `type`.
        #[inline]
        pub fn get_type(&self) -> &Option<String> {
            &self.value.r#type
        }

        // …

        /// Sets the `build` member.
        pub fn build_value(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.build_value, input);
            self
        }

        /// Sets or unsets the `build` member.
        #[inline]
        pub fn set_build_value(mut self, input: Option<String>) -> Self {
            self.value.build_value = input;
            self
        }

        /// Returns the current value of `build_value`.
        #[inline]
        pub fn get_build_value(&self) -> &Option<String> {
            &self.value.build_value
        }

        /// Sets the `send` member.
        pub fn send_value(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.send_value, input);
            self
        }

        /// Sets or unsets the `send` member.
        #[inline]
        pub fn set_send_value(mut self, input: Option<String>) -> Self {
            self.value.send_value = input;
            self
        }

        /// Returns the current value of `send_value`.
        #[inline]
        pub fn get_send_value(&self) -> &Option<String> {
            &self.value.send_value
        }

        /// Sets the `get_x` member.
        pub fn get_x(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.get_x, input);
            self
        }

        /// Sets or unsets the `get_x` member.
        #[inline]
        pub fn set_get_x(mut self, input: Option<String>) -> Self {
            self.value.get_x = input;
            self
        }

        /// Returns the current value of `get_x`.
        #[inline]
        pub fn get_get_x(&self) -> &Option<String> {
            &self.value.get_x
        }

        // …

        /// Sets the `set_x` member.
        pub fn set_x(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.set_x, input);
            self
        }

        /// Sets or unsets the `set_x` member.
        #[inline]
        pub fn set_set_x(mut self, input: Option<String>) -> Self {
            self.value.set_x = input;
            self
        }

        /// Returns the current value of `set_x`.
        #[inline]
        pub fn get_set_x(&self) -> &Option<String> {
            &self.value.set_x
        }

        /// Sets the `builder` member.
        pub fn builder_value(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.builder_value, input);
            self
        }

        /// Sets or unsets the `builder` member.
        #[inline]
        pub fn set_builder_value(mut self, input: Option<String>) -> Self {
            self.value.builder_value = input;
            self
        }

        /// Returns the current value of `builder_value`.
        #[inline]
        pub fn get_builder_value(&self) -> &Option<String> {
            &self.value.builder_value
        }

        // …

        /// Sets the `sendWith` member.
        pub fn send_with_value(mut self, input: impl Into<String>) -> Self {
            held::set_string(&mut self.value.send_with_value, input);
            self
        }

        /// Sets or unsets the `sendWith` member.
        #[inline]
        pub fn set_send_with_value(mut self, input: Option<String>) -> Self {
            self.value.send_with_value = input;
            self
        }

        /// Returns the current value of `send_with_value`.
        #[inline]
        pub fn get_send_with_value(&self) -> &Option<String> {
            &self.value.send_with_value
        }

        // …
    }
}
