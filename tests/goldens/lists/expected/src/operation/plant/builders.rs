// …

restjson1_runtime::setters! {
    impl (PlantInputBuilder, PlantFluentBuilder) {
        /// Appends to the `names` member. `set_names` replaces the list.
        pub fn names(mut self, input: impl Into<String>) -> Self {
            self.value.names.get_or_insert_default().push(input.into());
            self
        }

        /// Replaces or unsets the `names` member.
        #[inline]
        pub fn set_names(mut self, input: Option<Vec<String>>) -> Self {
            self.value.names = input;
            self
        }

        /// Returns the current value of `names`.
        #[inline]
        pub fn get_names(&self) -> &Option<Vec<String>> {
            &self.value.names
        }

        // …

        /// Appends to the `beds` member. `set_beds` replaces the list.
        #[inline]
        pub fn beds(mut self, input: types::Bed) -> Self {
            self.value.beds.get_or_insert_default().push(input);
            self
        }

        /// Replaces or unsets the `beds` member.
        #[inline]
        pub fn set_beds(mut self, input: Option<Vec<types::Bed>>) -> Self {
            self.value.beds = input;
            self
        }

        /// Returns the current value of `beds`.
        #[inline]
        pub fn get_beds(&self) -> &Option<Vec<types::Bed>> {
            &self.value.beds
        }

        // …

        /// Appends to the `photos` member. `set_photos` replaces the list.
        #[inline]
        pub fn photos(mut self, input: aws_smithy_types::Blob) -> Self {
            self.value.photos.get_or_insert_default().push(input);
            self
        }

        /// Replaces or unsets the `photos` member.
        #[inline]
        pub fn set_photos(mut self, input: Option<Vec<aws_smithy_types::Blob>>) -> Self {
            self.value.photos = input;
            self
        }

        /// Returns the current value of `photos`.
        #[inline]
        pub fn get_photos(&self) -> &Option<Vec<aws_smithy_types::Blob>> {
            &self.value.photos
        }

        // …

        /// Appends to the `grid` member. `set_grid` replaces the list.
        #[inline]
        pub fn grid(mut self, input: Vec<String>) -> Self {
            self.value.grid.get_or_insert_default().push(input);
            self
        }

        /// Replaces or unsets the `grid` member.
        #[inline]
        pub fn set_grid(mut self, input: Option<Vec<Vec<String>>>) -> Self {
            self.value.grid = input;
            self
        }

        /// Returns the current value of `grid`.
        #[inline]
        pub fn get_grid(&self) -> &Option<Vec<Vec<String>>> {
            &self.value.grid
        }

        /// Appends to the `maps` member. `set_maps` replaces the list.
        #[inline]
        pub fn maps(mut self, input: HashMap<String, String>) -> Self {
            self.value.maps.get_or_insert_default().push(input);
            self
        }

        /// Replaces or unsets the `maps` member.
        #[inline]
        pub fn set_maps(mut self, input: Option<Vec<HashMap<String, String>>>) -> Self {
            self.value.maps = input;
            self
        }

        /// Returns the current value of `maps`.
        #[inline]
        pub fn get_maps(&self) -> &Option<Vec<HashMap<String, String>>> {
            &self.value.maps
        }

        // …
    }
}
