// …

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The plant's name.
    ///
    /// Characters: lower-case letters.
    pub name: Option<String>,
}

impl PlantInput {
    /// The plant's name.
    ///
    /// Characters: lower-case letters.
    #[inline]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Returns a builder for `PlantInput`.
    #[inline]
    pub fn builder() -> builders::PlantInputBuilder {
        builders::PlantInputBuilder::default()
    }
}

/// The output of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantOutput {
    /// The `size` member.
    pub size: Option<i32>,
    /// The `name` member.
    pub name: Option<String>,
    _request_id: Option<String>,
}

// …
