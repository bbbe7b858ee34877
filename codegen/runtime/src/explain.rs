//! Explanations of failed calls: their kind, what the service may have done, and a report.
//!
//! Everything is derived when it is asked for, so a call that succeeds pays nothing.

mod failure;
mod kind;
mod report;
mod source;

pub(crate) use failure::was_sent;
pub use failure::{Explain, Failure};
pub use kind::{Facts, Hint, StandardKind};
pub use source::Source;

use std::time::Duration;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::retries::RequestAttempts;
use aws_smithy_types::config_bag::ConfigBag;

/// The number of requests that the call had sent, attached to an error response.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempts(pub(crate) u32);

/// Attaches the number of requests that were sent to an error response.
#[cold]
pub(crate) fn store_attempts(response: &mut HttpResponse, config: &ConfigBag) {
    if let Some(attempts) = config.load::<RequestAttempts>() {
        response.add_extension(Attempts(attempts.attempts()));
    }
}

/// The duration of the call, attached to an error response.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Elapsed(pub(crate) Duration);

#[cfg(test)]
mod tests;
