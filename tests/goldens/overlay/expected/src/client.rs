// …

impl Client {
    /// Documented by an overlay.
    ///
    /// Answers with [`PlantOutput`](crate::operation::plant::PlantOutput), or fails with
    /// [`PlantError`](crate::operation::plant::PlantError).
    #[inline]
    pub fn plant(&self) -> crate::operation::plant::builders::PlantFluentBuilder {
        crate::operation::plant::builders::PlantFluentBuilder::new(self.handle.clone())
    }
}
