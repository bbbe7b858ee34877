// …

restjson1_runtime::setters! {
    impl (PlantInputBuilder, PlantFluentBuilder) {
        /// Adds an entry to the `names` member. `set_names` replaces the map.
        pub fn names(mut self, k: impl Into<String>, v: impl Into<String>) -> Self {
            string_map::insert(&mut self.value.names, k.into(), v.into());
            self
        }

        /// Replaces or unsets the `names` member.
        #[inline]
        pub fn set_names(mut self, input: Option<HashMap<String, String>>) -> Self {
            self.value.names = input;
            self
        }

        /// Returns the current value of `names`.
        #[inline]
        pub fn get_names(&self) -> &Option<HashMap<String, String>> {
            &self.value.names
        }

        // …

        /// Adds an entry to the `beds` member. `set_beds` replaces the map.
        pub fn beds(mut self, k: impl Into<String>, v: types::Bed) -> Self {
            self.value.beds.get_or_insert_default().insert(k.into(), v);
            self
        }

        /// Replaces or unsets the `beds` member.
        #[inline]
        pub fn set_beds(mut self, input: Option<HashMap<String, types::Bed>>) -> Self {
            self.value.beds = input;
            self
        }

        /// Returns the current value of `beds`.
        #[inline]
        pub fn get_beds(&self) -> &Option<HashMap<String, types::Bed>> {
            &self.value.beds
        }

        /// Adds an entry to the `byColour` member. `set_by_colour` replaces the map.
        #[inline]
        pub fn by_colour(mut self, k: types::Colour, v: types::Bed) -> Self {
            self.value.by_colour.get_or_insert_default().insert(k, v);
            self
        }

        /// Replaces or unsets the `byColour` member.
        #[inline]
        pub fn set_by_colour(
            mut self,
            input: Option<HashMap<types::Colour, types::Bed>>,
        ) -> Self {
            self.value.by_colour = input;
            self
        }

        /// Returns the current value of `by_colour`.
        #[inline]
        pub fn get_by_colour(&self) -> &Option<HashMap<types::Colour, types::Bed>> {
            &self.value.by_colour
        }

        // …

        /// Adds an entry to the `nested` member. `set_nested` replaces the map.
        pub fn nested(mut self, k: impl Into<String>, v: HashMap<String, i32>) -> Self {
            self.value.nested.get_or_insert_default().insert(k.into(), v);
            self
        }

        /// Replaces or unsets the `nested` member.
        #[inline]
        pub fn set_nested(
            mut self,
            input: Option<HashMap<String, HashMap<String, i32>>>,
        ) -> Self {
            self.value.nested = input;
            self
        }

        /// Returns the current value of `nested`.
        #[inline]
        pub fn get_nested(&self) -> &Option<HashMap<String, HashMap<String, i32>>> {
            &self.value.nested
        }

        // …
    }
}
