// …

impl GrownFluentBuilder {
    // …

    /// Grown\`
    ///
    /// ```text
    /// f();
    /// ```
    ///
    /// # Errors
    /// Returns an error if a request fails unexpectedly, if the resource reaches a failure
    /// state, or if the wait takes longer than `max_wait`.
    #[inline]
    pub fn wait(
        self,
        max_wait: std::time::Duration,
    ) -> impl Future<Output = Result<GrownFinalPoll, WaitUntilGrownError>> + Send {
        let delays = waiters::Delays {
            min: 2u64,
            max: 120u64,
        };
        waiters::wait(
            crate::operation::plant::Plant,
            self.handle,
            crate::operation::plant::Plant::plugin(),
            self.inner.build(),
            max_wait,
            delays,
            accept,
        )
    }

    // …
}

// …
