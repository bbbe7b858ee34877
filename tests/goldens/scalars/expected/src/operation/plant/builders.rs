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
        flag,
        tiny,
        small,
        whole,
        wide,
        narrow,
        exact,
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
        /// Sets the `flag` member.
        #[inline]
        pub fn flag(mut self, input: bool) -> Self {
            self.value.flag = Some(input);
            self
        }

        /// Sets or unsets the `flag` member.
        #[inline]
        pub fn set_flag(mut self, input: Option<bool>) -> Self {
            self.value.flag = input;
            self
        }

        /// Returns the current value of `flag`.
        #[inline]
        pub fn get_flag(&self) -> &Option<bool> {
            &self.value.flag
        }

        /// Sets the `tiny` member.
        #[inline]
        pub fn tiny(mut self, input: i8) -> Self {
            self.value.tiny = Some(input);
            self
        }

        /// Sets or unsets the `tiny` member.
        #[inline]
        pub fn set_tiny(mut self, input: Option<i8>) -> Self {
            self.value.tiny = input;
            self
        }

        /// Returns the current value of `tiny`.
        #[inline]
        pub fn get_tiny(&self) -> &Option<i8> {
            &self.value.tiny
        }

        /// Sets the `small` member.
        #[inline]
        pub fn small(mut self, input: i16) -> Self {
            self.value.small = Some(input);
            self
        }

        /// Sets or unsets the `small` member.
        #[inline]
        pub fn set_small(mut self, input: Option<i16>) -> Self {
            self.value.small = input;
            self
        }

        /// Returns the current value of `small`.
        #[inline]
        pub fn get_small(&self) -> &Option<i16> {
            &self.value.small
        }

        /// Sets the `whole` member.
        #[inline]
        pub fn whole(mut self, input: i32) -> Self {
            self.value.whole = Some(input);
            self
        }

        /// Sets or unsets the `whole` member.
        #[inline]
        pub fn set_whole(mut self, input: Option<i32>) -> Self {
            self.value.whole = input;
            self
        }

        /// Returns the current value of `whole`.
        #[inline]
        pub fn get_whole(&self) -> &Option<i32> {
            &self.value.whole
        }

        /// Sets the `wide` member.
        #[inline]
        pub fn wide(mut self, input: i64) -> Self {
            self.value.wide = Some(input);
            self
        }

        /// Sets or unsets the `wide` member.
        #[inline]
        pub fn set_wide(mut self, input: Option<i64>) -> Self {
            self.value.wide = input;
            self
        }

        /// Returns the current value of `wide`.
        #[inline]
        pub fn get_wide(&self) -> &Option<i64> {
            &self.value.wide
        }

        /// Sets the `narrow` member.
        #[inline]
        pub fn narrow(mut self, input: f32) -> Self {
            self.value.narrow = Some(input);
            self
        }

        /// Sets or unsets the `narrow` member.
        #[inline]
        pub fn set_narrow(mut self, input: Option<f32>) -> Self {
            self.value.narrow = input;
            self
        }

        /// Returns the current value of `narrow`.
        #[inline]
        pub fn get_narrow(&self) -> &Option<f32> {
            &self.value.narrow
        }

        /// Sets the `exact` member.
        #[inline]
        pub fn exact(mut self, input: f64) -> Self {
            self.value.exact = Some(input);
            self
        }

        /// Sets or unsets the `exact` member.
        #[inline]
        pub fn set_exact(mut self, input: Option<f64>) -> Self {
            self.value.exact = input;
            self
        }

        /// Returns the current value of `exact`.
        #[inline]
        pub fn get_exact(&self) -> &Option<f64> {
            &self.value.exact
        }
    }
}
