// …

restjson1_runtime::setters! {
    impl (PlantInputBuilder, PlantFluentBuilder) {
        /// Adds an entry to the `names` member. `set_names` replaces the map.
        pub fn names(mut self, k: impl Into<String>, v: Option<String>) -> Self {
            self.value.names.get_or_insert_default().insert(k.into(), v);
            self
        }

        /// Replaces or unsets the `names` member.
        #[inline]
        pub fn set_names(mut self, input: Option<HashMap<String, Option<String>>>) -> Self {
            self.value.names = input;
            self
        }

        /// Returns the current value of `names`.
        #[inline]
        pub fn get_names(&self) -> &Option<HashMap<String, Option<String>>> {
            &self.value.names
        }

        // …

        /// Adds an entry to the `beds` member. `set_beds` replaces the map.
        pub fn beds(mut self, k: impl Into<String>, v: Option<types::Bed>) -> Self {
            self.value.beds.get_or_insert_default().insert(k.into(), v);
            self
        }

        /// Replaces or unsets the `beds` member.
        #[inline]
        pub fn set_beds(
            mut self,
            input: Option<HashMap<String, Option<types::Bed>>>,
        ) -> Self {
            self.value.beds = input;
            self
        }

        /// Returns the current value of `beds`.
        #[inline]
        pub fn get_beds(&self) -> &Option<HashMap<String, Option<types::Bed>>> {
            &self.value.beds
        }

        /// Adds an entry to the `byColour` member. `set_by_colour` replaces the map.
        #[inline]
        pub fn by_colour(mut self, k: types::Colour, v: Option<types::Tool>) -> Self {
            self.value.by_colour.get_or_insert_default().insert(k, v);
            self
        }

        /// Replaces or unsets the `byColour` member.
        #[inline]
        pub fn set_by_colour(
            mut self,
            input: Option<HashMap<types::Colour, Option<types::Tool>>>,
        ) -> Self {
            self.value.by_colour = input;
            self
        }

        /// Returns the current value of `by_colour`.
        #[inline]
        pub fn get_by_colour(&self) -> &Option<HashMap<types::Colour, Option<types::Tool>>> {
            &self.value.by_colour
        }

        // …
    }
}
