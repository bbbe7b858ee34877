// …

/// The structure `Result`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Result {
    /// The `text` member.
    pub text: Option<String>,
}

impl Result {
    /// The `text` member.
    #[inline]
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Returns a builder for `Result`.
    #[inline]
    pub fn builder() -> types::builders::ResultBuilder {
        types::builders::ResultBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self { text: None }
    }
}

/// Builder for [`Result`](crate::types::Result).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ResultBuilder {
    pub(crate) value: Result,
}

// …

impl ResultBuilder {
    /// Sets the `text` member.
    pub fn text(mut self, input: impl Into<String>) -> Self {
        held::set_string(&mut self.value.text, input);
        self
    }

    /// Sets or unsets the `text` member.
    #[inline]
    pub fn set_text(mut self, input: Option<String>) -> Self {
        self.value.text = input;
        self
    }

    /// Returns the current value of `text`.
    #[inline]
    pub fn get_text(&self) -> &Option<String> {
        &self.value.text
    }

    /// Builds the `Result`.
    #[inline]
    pub fn build(self) -> Result {
        self.value
    }
}

// …
