//! Calls within the service's quotas.
//!
//! The service limits how often an account may call an operation in a region, most of them 5 times
//! a second, and `PutMetadata` also by channel. [`Quota`] delays calls that would be throttled.
//! They are sent in the order in which they were started, so that a thousand tasks need no code for
//! it. The rates are published: see [`RATES`].
//!
//! Other clients of the account may use up the quota. If the service throttles a call, its rate is
//! halved; calls that succeed raise it again. Calls that are throttled together halve it once.
//!
//! # Examples
//!
//! ```
//! use ivs_sdk::{Client, Config};
//! use ivs_toolkit::quota::Quota;
//!
//! // One for each account, shared by all its clients.
//! let quota = Quota::published();
//! let config = Config::builder().runtime_plugin(quota.clone());
//! # let config = config.behavior_version(ivs_sdk::config::BehaviorVersion::latest());
//! let client = Client::from_conf(config.build());
//! # let _ = client;
//! ```

mod clock;
mod error;
mod plugin;
mod rates;
mod shared;
#[cfg(test)]
mod tests;
mod window;

pub use error::ExceededError;
pub use rates::{RATES, Rate, UNPUBLISHED};
pub use shared::Quota;
