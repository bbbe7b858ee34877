// …

impl Client {
    /// Puts a plant into a bed, and returns an
    /// [`PlantOutput`](crate::operation::plant::PlantOutput). Fails with
    /// [`NoRoom`](crate::types::error::NoRoom).
    ///
    /// > **Important:** A plant needs _light_, **water** and a long sentence that goes on until its
    /// > line has to be broken somewhere.
    /// >
    /// > - every day
    ///
    /// ```text
    /// {
    ///     "plant": "rose" // *not* Rust
    /// }
    /// ```
    ///
    /// | Tool | For |
    /// | --- | --- |
    /// | `a\|b` | both |
    ///
    /// - **Rake**
    ///
    ///   For leaves.
    ///
    /// The output is [`PlantOutput`](crate::operation::plant::PlantOutput);
    /// the error is [`PlantError`](crate::operation::plant::PlantError).
    #[inline]
    pub fn plant(&self) -> crate::operation::plant::builders::PlantFluentBuilder {
        crate::operation::plant::builders::PlantFluentBuilder::new(&self.handle)
    }
}
