// …

impl Client {
    // …

    /// Calls `Water`.
    ///
    /// Answers with [`WaterOutput`](crate::operation::water::WaterOutput), or fails with
    /// [`WaterError`](crate::operation::water::WaterError).
    #[inline]
    pub fn water(&self) -> crate::operation::water::builders::WaterFluentBuilder {
        crate::operation::water::builders::WaterFluentBuilder::new(self.handle.clone())
    }
}
