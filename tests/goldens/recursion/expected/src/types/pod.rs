// …

/// The structure `Pod`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pod {
    /// The value of `seed`.
    pub seed: Option<Box<types::Seed>>,
    /// The value of `others`.
    pub others: Option<Vec<types::Seed>>,
}

// …

/// A builder of [`Pod`](crate::types::Pod).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PodBuilder {
    pub(crate) value: Pod,
}

restjson1_runtime::value_builder!(PodBuilder, Pod::empty());

impl PodBuilder {
    /// The value of `seed`.
    pub fn seed(mut self, input: impl Into<Box<types::Seed>>) -> Self {
        self.value.seed = Some(input.into());
        self
    }

    /// Sets or unsets `seed`.
    #[inline]
    pub fn set_seed(mut self, input: Option<Box<types::Seed>>) -> Self {
        self.value.seed = input;
        self
    }

    /// What `seed` is set to.
    #[inline]
    pub fn get_seed(&self) -> &Option<Box<types::Seed>> {
        &self.value.seed
    }

    /// The value of `others`.
    ///
    /// Each call adds an element.
    #[inline]
    pub fn others(mut self, input: types::Seed) -> Self {
        self.value.others.get_or_insert_default().push(input);
        self
    }

    /// Sets or unsets `others`.
    #[inline]
    pub fn set_others(mut self, input: Option<Vec<types::Seed>>) -> Self {
        self.value.others = input;
        self
    }

    /// What `others` is set to.
    #[inline]
    pub fn get_others(&self) -> &Option<Vec<types::Seed>> {
        &self.value.others
    }

    /// The finished `Pod`.
    #[inline]
    pub fn build(self) -> Pod {
        self.value
    }
}

// …
