// …

impl Client {
    /// Calls `Plant`.
    ///
    /// The output is [`PlantOutput`](crate::operation::plant::PlantOutput);
    /// the error is [`PlantError`](crate::operation::plant::PlantError).
    #[deprecated(note = "Use `Sow` instead (since 2024-03-01)")]
    #[inline]
    pub fn plant(&self) -> crate::operation::plant::builders::PlantFluentBuilder {
        crate::operation::plant::builders::PlantFluentBuilder::new(&self.handle)
    }
}
