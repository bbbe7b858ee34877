//! The settings of a channel that callers choose, and how they fit together.

use serde::{Deserialize, Serialize};

use super::{Channel, rules};
use crate::service::error::Outcome;
use crate::service::input::set;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum LatencyMode {
    Normal,
    Low,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum ChannelType {
    Basic,
    Standard,
    AdvancedSd,
    AdvancedHd,
}

impl ChannelType {
    pub(crate) fn is_advanced(self) -> bool {
        matches!(self, Self::AdvancedSd | Self::AdvancedHd)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum ContainerFormat {
    Ts,
    #[serde(rename = "FRAGMENTED_MP4")]
    FragmentedMp4,
}

/// A transcode preset. The service shows an empty string for channels that have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Preset {
    #[serde(rename = "")]
    None,
    HigherBandwidthDelivery,
    ConstrainedBandwidthDelivery,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum MultitrackPolicy {
    Allow,
    Require,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum MultitrackMaximumResolution {
    Sd,
    Hd,
    FullHd,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MultitrackInputConfiguration {
    #[serde(default)]
    pub(crate) enabled: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) policy: Option<MultitrackPolicy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) maximum_resolution: Option<MultitrackMaximumResolution>,
}

/// The settings of `CreateChannel` and `UpdateChannel`. Unset ones stay as they are.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Settings {
    name: Option<String>,
    latency_mode: Option<LatencyMode>,
    #[serde(rename = "type")]
    channel_type: Option<ChannelType>,
    authorized: Option<bool>,
    recording_configuration_arn: Option<String>,
    insecure_ingest: Option<bool>,
    preset: Option<Preset>,
    playback_restriction_policy_arn: Option<String>,
    multitrack_input_configuration: Option<MultitrackInputConfiguration>,
    container_format: Option<ContainerFormat>,
    ad_configuration_arn: Option<String>,
    failover_slate_configuration_arn: Option<String>,
}

impl Settings {
    /// Changes a channel to these settings.
    ///
    /// # Errors
    ///
    /// ValidationException if the result's settings do not fit together.
    pub(super) fn apply(self, channel: &mut Channel) -> Outcome<()> {
        set(&mut channel.name, self.name);
        set(&mut channel.latency_mode, self.latency_mode);
        set(&mut channel.channel_type, self.channel_type);
        set(&mut channel.authorized, self.authorized);
        set(
            &mut channel.recording_configuration_arn,
            self.recording_configuration_arn,
        );
        set(&mut channel.insecure_ingest, self.insecure_ingest);
        set(
            &mut channel.playback_restriction_policy_arn,
            self.playback_restriction_policy_arn,
        );
        set(&mut channel.container_format, self.container_format);
        set(&mut channel.ad_configuration_arn, self.ad_configuration_arn);
        set(
            &mut channel.failover_slate_configuration_arn,
            self.failover_slate_configuration_arn,
        );
        if self.multitrack_input_configuration.is_some() {
            channel.multitrack_input_configuration = self.multitrack_input_configuration;
        }
        channel.preset = rules::preset(channel.channel_type, channel.preset, self.preset)?;
        rules::check(channel)
    }
}
