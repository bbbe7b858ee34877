// …

/// What `Plant` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlantInput {
    /// The value of `name`: length 1 to 64; pattern `^[a-z]+$`.
    pub name: Option<String>,
    /// The value of `exact`: length 8.
    pub exact: Option<String>,
    /// The value of `count`: 1 to 10.
    pub count: Option<i32>,
    /// The value of `share`: at least 0.5.
    pub share: Option<f64>,
    /// The value of `names`: length at most 5.
    pub names: Option<Vec<String>>,
    /// The value of `code`.
    pub code: Option<String>,
    /// The value of `own`: length at most 3; pattern `^x$`.
    pub own: Option<String>,
    /// The value of `bed`.
    pub bed: Option<types::Bed>,
}

impl PlantInput {
    /// The value of `name`: length 1 to 64; pattern `^[a-z]+$`.
    #[inline]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The value of `exact`: length 8.
    #[inline]
    pub fn exact(&self) -> Option<&str> {
        self.exact.as_deref()
    }

    /// The value of `count`: 1 to 10.
    #[inline]
    pub fn count(&self) -> Option<i32> {
        self.count
    }

    /// The value of `share`: at least 0.5.
    #[inline]
    pub fn share(&self) -> Option<f64> {
        self.share
    }

    /// The value of `names`: length at most 5.
    ///
    /// Empty where nothing was sent; the field itself tells the difference.
    #[inline]
    pub fn names(&self) -> &[String] {
        self.names.as_deref().unwrap_or_default()
    }

    /// The value of `code`.
    #[inline]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The value of `own`: length at most 3; pattern `^x$`.
    #[inline]
    pub fn own(&self) -> Option<&str> {
        self.own.as_deref()
    }

    /// The value of `bed`.
    #[inline]
    pub fn bed(&self) -> Option<&types::Bed> {
        self.bed.as_ref()
    }

    /// A builder of `PlantInput`.
    #[inline]
    pub fn builder() -> builders::PlantInputBuilder {
        builders::PlantInputBuilder::default()
    }
}

// …
