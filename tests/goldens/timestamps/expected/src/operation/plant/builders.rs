// …

restjson1_runtime::setters! {
    impl (PlantInputBuilder, PlantFluentBuilder) {
        // …

        /// Sets the `body` member.
        #[inline]
        pub fn body(mut self, input: aws_smithy_types::DateTime) -> Self {
            self.value.body = Some(input);
            self
        }

        /// Sets or unsets the `body` member.
        #[inline]
        pub fn set_body(mut self, input: Option<aws_smithy_types::DateTime>) -> Self {
            self.value.body = input;
            self
        }

        /// Returns the current value of `body`.
        #[inline]
        pub fn get_body(&self) -> &Option<aws_smithy_types::DateTime> {
            &self.value.body
        }

        // …

        /// Appends to the `days` member. `set_days` replaces the list.
        #[inline]
        pub fn days(mut self, input: aws_smithy_types::DateTime) -> Self {
            self.value.days.get_or_insert_default().push(input);
            self
        }

        /// Replaces or unsets the `days` member.
        #[inline]
        pub fn set_days(mut self, input: Option<Vec<aws_smithy_types::DateTime>>) -> Self {
            self.value.days = input;
            self
        }

        /// Returns the current value of `days`.
        #[inline]
        pub fn get_days(&self) -> &Option<Vec<aws_smithy_types::DateTime>> {
            &self.value.days
        }

        // …
    }
}
