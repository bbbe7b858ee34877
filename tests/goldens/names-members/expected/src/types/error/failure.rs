// …

/// The error `Failure`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Failure {
    /// The `message` member.
    pub message: Option<String>,
    /// The `code` member.
    pub code: Option<String>,
    /// The `read` member.
    pub read: Option<String>,
    /// The `empty` member.
    pub empty: Option<String>,
    /// The `source` member.
    pub source: Option<String>,
    /// The `meta` member.
    pub meta_value: Option<String>,
    /// The `set_meta` member.
    pub set_meta_value_: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

impl Failure {
    // …

    /// The `code` member.
    #[inline]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The `read` member.
    #[inline]
    pub fn read(&self) -> Option<&str> {
        self.read.as_deref()
    }

    // …

    /// The `meta` member.
    #[inline]
    pub fn meta_value(&self) -> Option<&str> {
        self.meta_value.as_deref()
    }

    // …
}

// …

impl FailureBuilder {
    // …

    /// Sets the `source` member.
    pub fn source(mut self, input: impl Into<String>) -> Self {
        held::set_string(&mut self.value.source, input);
        self
    }

    /// Sets or unsets the `source` member.
    #[inline]
    pub fn set_source(mut self, input: Option<String>) -> Self {
        self.value.source = input;
        self
    }

    /// Returns the current value of `source`.
    #[inline]
    pub fn get_source(&self) -> &Option<String> {
        &self.value.source
    }

    /// Sets the `meta` member.
    pub fn meta_value(mut self, input: impl Into<String>) -> Self {
        held::set_string(&mut self.value.meta_value, input);
        self
    }

    /// Sets or unsets the `meta` member.
    #[inline]
    pub fn set_meta_value(mut self, input: Option<String>) -> Self {
        self.value.meta_value = input;
        self
    }

    /// Returns the current value of `meta_value`.
    #[inline]
    pub fn get_meta_value(&self) -> &Option<String> {
        &self.value.meta_value
    }

    /// Sets the `set_meta` member.
    pub fn set_meta_value_(mut self, input: impl Into<String>) -> Self {
        held::set_string(&mut self.value.set_meta_value_, input);
        self
    }

    /// Sets or unsets the `set_meta` member.
    #[inline]
    pub fn set_set_meta_value_(mut self, input: Option<String>) -> Self {
        self.value.set_meta_value_ = input;
        self
    }

    /// Returns the current value of `set_meta_value_`.
    #[inline]
    pub fn get_set_meta_value_(&self) -> &Option<String> {
        &self.value.set_meta_value_
    }
}

// …
