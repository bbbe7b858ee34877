// …

impl Client {
    /// Documented by an overlay.
    ///
    /// The output is [`PlantOutput`](crate::operation::plant::PlantOutput);
    /// the error is [`PlantError`](crate::operation::plant::PlantError).
    #[inline]
    pub fn plant(&self) -> crate::operation::plant::builders::PlantFluentBuilder {
        crate::operation::plant::builders::PlantFluentBuilder::new(&self.handle)
    }
}
