// …

restjson1_runtime::waiter! {
    ///
    /// # Examples
    ///
    /// A deadline, and a line after each request:
    ///
    /// ```no_run
    /// # async fn example(client: garden_sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use garden_sdk::client::Waiters as _;
    /// use garden_sdk::waiters::Wait;
    /// use std::time::{Duration, SystemTime};
    ///
    /// let deadline = SystemTime::now() + Duration::from_secs(600);
    /// let wait = Wait::until(deadline).on_poll(|progress| println!("{progress:?}"));
    /// let result = client.wait_until_grown().wait(wait).await?;
    /// println!("{result:?}");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// The progress as a stream, with the feature `futures-stream`:
    ///
    /// ```no_run
    /// # #[cfg(feature = "futures-stream")]
    /// # async fn example(client: garden_sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use futures_util::StreamExt as _;
    /// use garden_sdk::client::Waiters as _;
    /// use garden_sdk::waiters::Update;
    /// use std::time::Duration;
    ///
    /// let mut updates = client.wait_until_grown().stream(Duration::from_secs(600));
    /// while let Some(update) = updates.next().await {
    ///     match update {
    ///         Update::Polled(progress) => println!("{progress:?}"),
    ///         Update::Ended(result) => println!("{:?}", result?),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    builder: GrownFluentBuilder,
    method: "grown",
    accept: accept,
    min_delay: 2,
    max_delay: 120,
    successes: 1,
    operation: crate::operation::plant::Plant,
    input: crate::operation::plant::builders::PlantInputBuilder,
    output: crate::operation::plant::PlantOutput,
    error: crate::operation::plant::PlantError,
    final_poll: GrownFinalPoll,
    wait_error: WaitUntilGrownError,
}

// …
