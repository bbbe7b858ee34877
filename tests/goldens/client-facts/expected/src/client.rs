// …

impl Client {
    /// Calls `DescribeBed`.
    ///
    /// Sending the request again is safe: visits are counted roughly.
    ///
    /// The output is [`DescribeBedOutput`](crate::operation::describe_bed::DescribeBedOutput);
    /// the error is [`DescribeBedError`](crate::operation::describe_bed::DescribeBedError).
    #[inline]
    pub fn describe_bed(
        &self,
    ) -> crate::operation::describe_bed::builders::DescribeBedFluentBuilder {
        crate::operation::describe_bed::builders::DescribeBedFluentBuilder::new(
            &self.handle,
        )
    }

    /// Calls `Plant`.
    ///
    /// Sending the request again is not safe: each request plants another tree.
    ///
    /// The output is [`PlantOutput`](crate::operation::plant::PlantOutput);
    /// the error is [`PlantError`](crate::operation::plant::PlantError).
    #[inline]
    pub fn plant(&self) -> crate::operation::plant::builders::PlantFluentBuilder {
        crate::operation::plant::builders::PlantFluentBuilder::new(&self.handle)
    }
}

// …

impl Waiters for Client {
    #[inline]
    fn wait_until_bed_gone(&self) -> crate::waiters::bed_gone::BedGoneFluentBuilder {
        crate::waiters::bed_gone::BedGoneFluentBuilder::new(self.handle.clone())
    }
}
