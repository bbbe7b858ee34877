//! The channels that control requests name.

use super::{ControlError, Controlled};
use crate::service::arn::{Arn, ResourceType};
use crate::service::channel::Channel;
use crate::service::state::{State, scope_key};

/// Returns the account and region of an ARN.
pub(super) fn place(arn: &str) -> Controlled<(String, String)> {
    let parsed = Arn::parse(arn).ok_or_else(|| ControlError::not_found(arn))?;
    Ok((parsed.account.to_owned(), parsed.region.to_owned()))
}

/// Returns the channel with an ARN, or with a stream key.
pub(super) fn find_channel(state: &State, target: &str) -> Controlled<Channel> {
    let not_found = || ControlError::not_found(target);
    if let Some(Arn {
        account,
        region,
        resource_type,
        ..
    }) = Arn::parse(target)
    {
        if resource_type != ResourceType::Channel {
            return Err(ControlError::invalid(format!(
                "{target} is not a channel's ARN"
            )));
        }
        let scope = state.scopes.get(&scope_key(account, region));
        let channel = scope.and_then(|scope| scope.channels.get(target));
        return channel.cloned().ok_or_else(not_found);
    }
    let mut keys = state
        .scopes
        .values()
        .flat_map(|scope| scope.stream_keys.iter().map(move |key| (scope, key)));
    let key = keys.find(|(_, key)| key.value == target);
    // Messages do not show the value of a stream key.
    let unknown = || ControlError::not_found("The stream key");
    let (scope, key) = key.ok_or_else(unknown)?;
    scope
        .channels
        .get(&key.channel_arn)
        .cloned()
        .ok_or_else(unknown)
}
