// …

impl Client {
    // …

    /// Calls `Water`.
    ///
    /// The output is [`WaterOutput`](crate::operation::water::WaterOutput);
    /// the error is [`WaterError`](crate::operation::water::WaterError).
    #[inline]
    pub fn water(&self) -> crate::operation::water::builders::WaterFluentBuilder {
        crate::operation::water::builders::WaterFluentBuilder::new(&self.handle)
    }
}
