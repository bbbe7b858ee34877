// …

impl Client {
    // …

    /// Calls `Sow`.
    ///
    /// The output is [`SowOutput`](crate::operation::sow::SowOutput);
    /// the error is [`SowError`](crate::operation::sow::SowError).
    #[inline]
    pub fn sow(&self) -> crate::operation::sow::builders::SowFluentBuilder {
        crate::operation::sow::builders::SowFluentBuilder::new(&self.handle)
    }
}
