// …

impl Client {
    /// Plants `names` into the bed at `bed_arn`.
    ///
    /// Fails with [`NoRoom`](crate::types::error::NoRoom) if
    /// [`Bed::plant_names`](field@crate::types::Bed::plant_names) is full. The `tool` is one of
    /// [`Tool`](crate::types::Tool), for example [`Tool::Spade`](crate::types::Tool::Spade).
    ///
    /// The output is [`PlantOutput`](crate::operation::plant::PlantOutput);
    /// the error is [`PlantError`](crate::operation::plant::PlantError).
    #[inline]
    pub fn plant(&self) -> crate::operation::plant::builders::PlantFluentBuilder {
        crate::operation::plant::builders::PlantFluentBuilder::new(&self.handle)
    }
}
