// …

impl Client {
    /// Calls `Plant`.
    ///
    /// Answers with [`PlantOutput`](crate::operation::plant::PlantOutput), or fails with
    /// [`PlantError`](crate::operation::plant::PlantError).
    #[deprecated(note = "Use `Sow` instead (since 2024-03-01)")]
    #[inline]
    pub fn plant(&self) -> crate::operation::plant::builders::PlantFluentBuilder {
        crate::operation::plant::builders::PlantFluentBuilder::new(self.handle.clone())
    }
}
