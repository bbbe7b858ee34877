// …

impl Client {
    /// Puts a plant into a bed.
    ///
    /// - One point.
    /// - Another one, which goes on for so long that its line has to be broken somewhere in the
    ///   middle.
    ///
    /// ```text
    /// left   alone
    /// ```
    ///
    /// The output is [`PlantOutput`](crate::operation::plant::PlantOutput);
    /// the error is [`PlantError`](crate::operation::plant::PlantError).
    #[inline]
    pub fn plant(&self) -> crate::operation::plant::builders::PlantFluentBuilder {
        crate::operation::plant::builders::PlantFluentBuilder::new(&self.handle)
    }
}
