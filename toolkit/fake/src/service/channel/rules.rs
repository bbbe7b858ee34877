//! Rules that concern several settings of a channel, or other resources.

use super::{Channel, ChannelType, ContainerFormat, Preset};
use crate::service::error::{Outcome, validation};
use crate::service::state::Scope;

/// Returns the preset of a channel of this type: the chosen one, else the present one, else the
/// default.
///
/// # Errors
///
/// ValidationException if one is chosen for a type without presets.
pub(super) fn preset(
    channel_type: ChannelType,
    present: Preset,
    chosen: Option<Preset>,
) -> Outcome<Preset> {
    match (channel_type.is_advanced(), chosen.unwrap_or(Preset::None)) {
        (false, Preset::None) => Ok(Preset::None),
        (false, _) => Err(validation(
            "preset requires type ADVANCED_SD or ADVANCED_HD",
        )),
        (true, Preset::None) if present == Preset::None => Ok(Preset::HigherBandwidthDelivery),
        (true, Preset::None) => Ok(present),
        (true, chosen) => Ok(chosen),
    }
}

/// Checks that the settings fit together.
///
/// # Errors
///
/// ValidationException if they do not.
pub(super) fn check(channel: &Channel) -> Outcome<()> {
    let fragmented = channel.container_format == ContainerFormat::FragmentedMp4;
    if fragmented && !channel.ad_configuration_arn.is_empty() {
        return Err(validation("adConfigurationArn requires containerFormat TS"));
    }
    let multitrack = channel.multitrack_input_configuration.as_ref();
    let Some(multitrack) = multitrack.filter(|multitrack| multitrack.enabled) else {
        return Ok(());
    };
    let missing = if channel.channel_type != ChannelType::Standard {
        "type STANDARD"
    } else if multitrack.policy.is_none() {
        "a policy"
    } else if multitrack.maximum_resolution.is_none() {
        "a maximumResolution"
    } else if !fragmented {
        "containerFormat FRAGMENTED_MP4"
    } else {
        return Ok(());
    };
    Err(validation(format!(
        "multitrackInputConfiguration requires {missing}"
    )))
}

/// Checks that the resources exist that a channel refers to.
///
/// # Errors
///
/// ResourceNotFoundException for the first that does not.
pub(super) fn check_references(scope: &Scope, channel: &Channel) -> Outcome<()> {
    if !channel.recording_configuration_arn.is_empty() {
        scope
            .recording_configurations
            .find(&channel.recording_configuration_arn)?;
    }
    if !channel.playback_restriction_policy_arn.is_empty() {
        scope
            .playback_restriction_policies
            .find(&channel.playback_restriction_policy_arn)?;
    }
    if !channel.ad_configuration_arn.is_empty() {
        scope
            .ad_configurations
            .find(&channel.ad_configuration_arn)?;
    }
    if !channel.failover_slate_configuration_arn.is_empty() {
        scope
            .failover_slates
            .find(&channel.failover_slate_configuration_arn)?;
    }
    Ok(())
}
