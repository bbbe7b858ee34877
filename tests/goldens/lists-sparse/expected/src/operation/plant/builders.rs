// …

restjson1_runtime::setters! {
    impl (PlantInputBuilder, PlantFluentBuilder) {
        /// Appends to the `names` member. `set_names` replaces the list.
        #[inline]
        pub fn names(mut self, input: Option<String>) -> Self {
            self.value.names.get_or_insert_default().push(input);
            self
        }

        /// Replaces or unsets the `names` member.
        #[inline]
        pub fn set_names(mut self, input: Option<Vec<Option<String>>>) -> Self {
            self.value.names = input;
            self
        }

        /// Returns the current value of `names`.
        #[inline]
        pub fn get_names(&self) -> &Option<Vec<Option<String>>> {
            &self.value.names
        }

        // …

        /// Appends to the `beds` member. `set_beds` replaces the list.
        #[inline]
        pub fn beds(mut self, input: Option<types::Bed>) -> Self {
            self.value.beds.get_or_insert_default().push(input);
            self
        }

        /// Replaces or unsets the `beds` member.
        #[inline]
        pub fn set_beds(mut self, input: Option<Vec<Option<types::Bed>>>) -> Self {
            self.value.beds = input;
            self
        }

        /// Returns the current value of `beds`.
        #[inline]
        pub fn get_beds(&self) -> &Option<Vec<Option<types::Bed>>> {
            &self.value.beds
        }

        // …

        /// Appends to the `dense` member. `set_dense` replaces the list.
        #[inline]
        pub fn dense(mut self, input: Vec<Option<String>>) -> Self {
            self.value.dense.get_or_insert_default().push(input);
            self
        }

        /// Replaces or unsets the `dense` member.
        #[inline]
        pub fn set_dense(mut self, input: Option<Vec<Vec<Option<String>>>>) -> Self {
            self.value.dense = input;
            self
        }

        /// Returns the current value of `dense`.
        #[inline]
        pub fn get_dense(&self) -> &Option<Vec<Vec<Option<String>>>> {
            &self.value.dense
        }

        // …
    }
}
