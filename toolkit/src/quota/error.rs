//! The error of calls that would exceed a quota.

use std::error::Error;
use std::fmt;
use std::time::Duration;

/// A call was not sent, because it would exceed a quota.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use ivs_toolkit::quota::{ExceededError, Quota};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// # let fake = ivs_fake::Fake::start();
/// let quota = Quota::published().max_delay(Duration::ZERO);
/// let client = ivs_sdk::Client::from_conf(fake.config().runtime_plugin(quota).build());
/// let mut result = client.list_streams().send().await;
/// while result.is_ok() {
///     result = client.list_streams().send().await;
/// }
/// let mut cause: Option<&dyn std::error::Error> = result.as_ref().err().map(|error| error as _);
/// while let Some(error) = cause {
///     if let Some(exceeded) = error.downcast_ref::<ExceededError>() {
///         assert!(exceeded.delay() <= Duration::from_secs(1));
///         return;
///     }
///     cause = error.source();
/// }
/// # panic!("{result:?}");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ExceededError {
    pub(super) delay: Duration,
}

impl ExceededError {
    /// Returns the time after which the quota would have permitted the call.
    pub fn delay(&self) -> Duration {
        self.delay
    }
}

impl fmt::Display for ExceededError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = self.delay.as_millis();
        write!(
            f,
            "the call would exceed a quota of the service; try again in {milliseconds} ms"
        )
    }
}

impl Error for ExceededError {}
