// …

impl Client {
    // …

    /// Calls `Plant`.
    ///
    /// The output is [`PlantOutput`](crate::operation::plant::PlantOutput);
    /// the error is [`PlantError`](crate::operation::plant::PlantError).
    /// See the [examples](crate::operation::plant#examples).
    #[inline]
    pub fn plant(&self) -> crate::operation::plant::builders::PlantFluentBuilder {
        crate::operation::plant::builders::PlantFluentBuilder::new(&self.handle)
    }
}
