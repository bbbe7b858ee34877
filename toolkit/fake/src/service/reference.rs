//! References from channels, which block the deletion of what they refer to.

use super::channel::Channel;
use super::error::{Outcome, conflict};
use super::state::Scope;

/// Checks that no channel refers to `arn` by the member that `reference` returns.
///
/// # Errors
///
/// ConflictException if one does.
pub(crate) fn require_none(
    scope: &Scope,
    arn: &str,
    reference: impl Fn(&Channel) -> &str,
) -> Outcome<()> {
    match scope
        .channels
        .iter()
        .find(|channel| reference(channel) == arn)
    {
        Some(channel) => Err(conflict(format!(
            "Resource: {arn} is in use by channel: {}",
            channel.arn
        ))),
        None => Ok(()),
    }
}
