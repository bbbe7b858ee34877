// …

/// The structure `Box`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Box {
    /// The `text` member.
    pub text: Option<String>,
}

impl Box {
    /// The `text` member.
    #[inline]
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Returns a builder for `Box`.
    #[inline]
    pub fn builder() -> types::builders::BoxBuilder {
        types::builders::BoxBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self { text: None }
    }
}

/// Builder for [`Box`](crate::types::Box).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BoxBuilder {
    pub(crate) value: Box,
}

// …

impl BoxBuilder {
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

    /// Builds the `Box`.
    #[inline]
    pub fn build(self) -> Box {
        self.value
    }
}

// …
