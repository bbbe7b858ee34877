// …

/// The structure `Pod`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pod {
    /// The `seed` member.
    pub seed: Option<Box<types::Seed>>,
    /// The `others` member.
    pub others: Option<Vec<types::Seed>>,
}

// …

/// Builder for [`Pod`](crate::types::Pod).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PodBuilder {
    pub(crate) value: Pod,
}

restjson1_runtime::value_builder! { builder: PodBuilder, value: Pod::empty() }

impl PodBuilder {
    /// Sets the `seed` member.
    pub fn seed(mut self, input: impl Into<Box<types::Seed>>) -> Self {
        self.value.seed = Some(input.into());
        self
    }

    /// Sets or unsets the `seed` member.
    #[inline]
    pub fn set_seed(mut self, input: Option<Box<types::Seed>>) -> Self {
        self.value.seed = input;
        self
    }

    /// Returns the current value of `seed`.
    #[inline]
    pub fn get_seed(&self) -> &Option<Box<types::Seed>> {
        &self.value.seed
    }

    /// Appends to the `others` member. `set_others` replaces the list.
    #[inline]
    pub fn others(mut self, input: types::Seed) -> Self {
        self.value.others.get_or_insert_default().push(input);
        self
    }

    /// Replaces or unsets the `others` member.
    #[inline]
    pub fn set_others(mut self, input: Option<Vec<types::Seed>>) -> Self {
        self.value.others = input;
        self
    }

    /// Returns the current value of `others`.
    #[inline]
    pub fn get_others(&self) -> &Option<Vec<types::Seed>> {
        &self.value.others
    }

    /// Builds the `Pod`.
    #[inline]
    pub fn build(self) -> Pod {
        self.value
    }
}

// …
