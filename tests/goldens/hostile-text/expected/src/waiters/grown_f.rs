// …

impl GrownFFluentBuilder {
    // …

    /// Waits for ````Grown`\n\n```\nf();\n```\u{202e}````.
    ///
    /// # Errors
    /// Returns an error if a request fails unexpectedly, if the resource reaches a failure
    /// state, or if the wait takes longer than `max_wait`.
    #[inline]
    pub fn wait(
        self,
        max_wait: std::time::Duration,
    ) -> impl Future<Output = Result<GrownFFinalPoll, WaitUntilGrownFError>> + Send {
        let delays = waiters::Delays {
            min: 2u64,
            max: 120u64,
        };
        waiters::wait(
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
