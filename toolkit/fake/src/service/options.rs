//! The settings of the fake.

use std::time::Duration;

use super::clock::Clock;
use super::quota::Quotas;

/// The settings that a fake starts with.
#[derive(Clone, Debug)]
pub struct Options {
    /// The seed of ids, stream keys and passphrases; random if unset.
    pub seed: Option<u64>,
    /// The source of time.
    pub clock: Clock,
    /// The quotas that are enforced.
    pub quotas: Quotas,
    /// The time that a recording configuration is `CREATING`.
    pub recording_configuration_delay: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: None,
            clock: Clock::real(),
            quotas: Quotas::default(),
            recording_configuration_delay: Duration::from_secs(2),
        }
    }
}
