// …

impl Builder {
    // …

    /// Sets ````Kind`\n```\nf();\n```\u{202e}````.
    ///
    /// ```text
    /// f();
    /// ```
    #[deprecated(note = "\\- \\[x\\]")]
    #[inline]
    pub fn kind_f(mut self, value: impl Into<String>) -> Self {
        self.set_kind_f(Some(value.into()));
        self
    }

    /// Like [`kind_f`](Self::kind_f), by mutable reference.
    #[deprecated(note = "\\- \\[x\\]")]
    #[inline]
    pub fn set_kind_f(&mut self, value: Option<String>) -> &mut Self {
        self.inner.store_or_unset(value.map(endpoint::settings::KindFSetting));
        self
    }

    // …
}

// …
