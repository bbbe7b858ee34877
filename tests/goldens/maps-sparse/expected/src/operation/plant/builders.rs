// …

impl PlantInputBuilder {
    /// The `names` member.
    ///
    /// Each call inserts an entry; `set_names` replaces the map.
    pub fn names(mut self, k: impl Into<String>, v: Option<String>) -> Self {
        self.value.names.get_or_insert_default().insert(k.into(), v);
        self
    }

    /// Sets or unsets `names`.
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

    /// The `byColour` member.
    ///
    /// Each call inserts an entry; `set_by_colour` replaces the map.
    #[inline]
    pub fn by_colour(mut self, k: types::Colour, v: Option<types::Tool>) -> Self {
        self.value.by_colour.get_or_insert_default().insert(k, v);
        self
    }

    /// Sets or unsets `by_colour`.
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

// …

impl PlantFluentBuilder {
    // …

    /// The `beds` member.
    ///
    /// Each call inserts an entry; `set_beds` replaces the map.
    pub fn beds(mut self, k: impl Into<String>, v: Option<types::Bed>) -> Self {
        self.inner = self.inner.beds(k, v);
        self
    }

    /// Sets or unsets `beds`.
    #[inline]
    pub fn set_beds(
        mut self,
        input: Option<HashMap<String, Option<types::Bed>>>,
    ) -> Self {
        self.inner = self.inner.set_beds(input);
        self
    }

    /// Returns the current value of `beds`.
    #[inline]
    pub fn get_beds(&self) -> &Option<HashMap<String, Option<types::Bed>>> {
        self.inner.get_beds()
    }

    // …
}

// …
