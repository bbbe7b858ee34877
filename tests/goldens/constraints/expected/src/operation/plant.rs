// …

/// The input of `Plant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The `name` member. Characters: 1 to 64 lower-case letters.
    pub name: Option<String>,
    /// The `exact` member. Length: exactly 8 characters.
    pub exact: Option<String>,
    /// The `count` member. Range: 1 to 10.
    pub count: Option<i32>,
    /// The `share` member. Range: at least 0.5.
    pub share: Option<f64>,
    /// The `names` member. Items: at most 5. Each item: 1 to 64 lower-case letters.
    pub names: Option<Vec<String>>,
    /// The `code` member. Pattern: ``^`?$``.
    pub code: Option<String>,
    /// The `own` member. Length: at most 3 characters. Pattern: `^x$`.
    pub own: Option<String>,
    /// The `bed` member.
    pub bed: Option<types::Bed>,
}

impl PlantInput {
    /// The `name` member. Characters: 1 to 64 lower-case letters.
    #[inline]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The `exact` member. Length: exactly 8 characters.
    #[inline]
    pub fn exact(&self) -> Option<&str> {
        self.exact.as_deref()
    }

    /// The `count` member. Range: 1 to 10.
    #[inline]
    pub fn count(&self) -> Option<i32> {
        self.count
    }

    /// The `share` member. Range: at least 0.5.
    #[inline]
    pub fn share(&self) -> Option<f64> {
        self.share
    }

    /// The `names` member. Items: at most 5. Each item: 1 to 64 lower-case letters.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn names(&self) -> &[String] {
        self.names.as_deref().unwrap_or_default()
    }

    /// The `code` member. Pattern: ``^`?$``.
    #[inline]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The `own` member. Length: at most 3 characters. Pattern: `^x$`.
    #[inline]
    pub fn own(&self) -> Option<&str> {
        self.own.as_deref()
    }

    /// The `bed` member.
    #[inline]
    pub fn bed(&self) -> Option<&types::Bed> {
        self.bed.as_ref()
    }

    /// Returns a builder for `PlantInput`.
    #[inline]
    pub fn builder() -> builders::PlantInputBuilder {
        builders::PlantInputBuilder::default()
    }
}

// …
