// …

impl Client {
    // …

    /// Calls `Sow`.
    ///
    /// Answers with [`SowOutput`](crate::operation::sow::SowOutput), or fails with
    /// [`SowError`](crate::operation::sow::SowError).
    #[inline]
    pub fn sow(&self) -> crate::operation::sow::builders::SowFluentBuilder {
        crate::operation::sow::builders::SowFluentBuilder::new(self.handle.clone())
    }
}
