//! Channels.

mod rules;
mod settings;

use serde::{Deserialize, Serialize};

use super::arn::ResourceType;
use super::context::Context;
use super::error::{Outcome, conflict};
use super::ids::md5_hex;
use super::input::{ByArn, ByArns};
use super::list::{self, BatchError};
use super::output::{Empty, List, One};
use super::page::{Cursor, PageRequest};
use super::stream_key::{self, StreamKey};
use super::table::{Tags, resource};
use super::{arn, quota, tags};
use settings::Settings;
pub(crate) use settings::{
    ChannelType, ContainerFormat, LatencyMode, MultitrackInputConfiguration,
    MultitrackMaximumResolution, MultitrackPolicy, Preset,
};

/// A channel, as the service shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Channel {
    pub(crate) arn: String,
    pub(crate) name: String,
    pub(crate) latency_mode: LatencyMode,
    #[serde(rename = "type")]
    pub(crate) channel_type: ChannelType,
    pub(crate) recording_configuration_arn: String,
    pub(crate) ingest_endpoint: String,
    pub(crate) playback_url: String,
    pub(crate) authorized: bool,
    pub(crate) tags: Tags,
    pub(crate) insecure_ingest: bool,
    pub(crate) preset: Preset,
    /// Absent in copies that belong to the record of a broadcast.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) srt: Option<Srt>,
    pub(crate) playback_restriction_policy_arn: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) multitrack_input_configuration: Option<MultitrackInputConfiguration>,
    pub(crate) container_format: ContainerFormat,
    pub(crate) ad_configuration_arn: String,
    pub(crate) failover_slate_configuration_arn: String,
}
resource!(Channel is Channel);

/// The address and passphrase for SRT.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Srt {
    pub(crate) endpoint: String,
    pub(crate) passphrase: String,
}

/// The part of a channel that lists show.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChannelSummary {
    arn: String,
    name: String,
    latency_mode: LatencyMode,
    authorized: bool,
    recording_configuration_arn: String,
    tags: Tags,
    insecure_ingest: bool,
    #[serde(rename = "type")]
    channel_type: ChannelType,
    preset: Preset,
    playback_restriction_policy_arn: String,
    ad_configuration_arn: String,
    failover_slate_configuration_arn: String,
}

impl From<&Channel> for ChannelSummary {
    fn from(channel: &Channel) -> Self {
        let channel = channel.clone();
        Self {
            arn: channel.arn,
            name: channel.name,
            latency_mode: channel.latency_mode,
            authorized: channel.authorized,
            recording_configuration_arn: channel.recording_configuration_arn,
            tags: channel.tags,
            insecure_ingest: channel.insecure_ingest,
            channel_type: channel.channel_type,
            preset: channel.preset,
            playback_restriction_policy_arn: channel.playback_restriction_policy_arn,
            ad_configuration_arn: channel.ad_configuration_arn,
            failover_slate_configuration_arn: channel.failover_slate_configuration_arn,
        }
    }
}

impl Channel {
    /// Returns a channel with the default settings.
    fn new(context: &mut Context<'_>) -> Self {
        let arn = context.new_arn(ResourceType::Channel);
        let passphrase = context.world.ids.letters(69);
        let scope = &*context.scope;
        let (region, account) = (&scope.region, &scope.account);
        // One host prefix serves all channels of an account in a region.
        let mut prefix = md5_hex(scope.key().as_bytes());
        prefix.truncate(12);
        let host = format!("https://{prefix}.{region}.playback.live-video.net");
        let file = format!("{region}.{account}.channel.{}.m3u8", arn::id(&arn));
        Self {
            arn,
            name: String::new(),
            latency_mode: LatencyMode::Low,
            channel_type: ChannelType::Standard,
            recording_configuration_arn: String::new(),
            ingest_endpoint: format!("{prefix}.global-contribute.live-video.net"),
            playback_url: format!("{host}/api/video/v1/{file}"),
            authorized: false,
            tags: Tags::new(),
            insecure_ingest: false,
            preset: Preset::None,
            srt: Some(Srt {
                endpoint: format!("{prefix}.srt.live-video.net"),
                passphrase,
            }),
            playback_restriction_policy_arn: String::new(),
            multitrack_input_configuration: None,
            container_format: ContainerFormat::Ts,
            ad_configuration_arn: String::new(),
            failover_slate_configuration_arn: String::new(),
        }
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct Create {
    tags: Option<Tags>,
    #[serde(flatten)]
    settings: Settings,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Created {
    channel: Channel,
    stream_key: StreamKey,
}

pub(crate) fn create(context: &mut Context<'_>, input: Create) -> Outcome<Created> {
    let mut channel = Channel::new(context);
    input.settings.apply(&mut channel)?;
    channel.tags = tags::checked(input.tags)?;
    rules::check_references(context.scope, &channel)?;
    let present = context.scope.channels.len();
    quota::check_count(context, "channels", present, |limits| limits.channels)?;
    context.scope.channels.insert(channel.clone());
    let stream_key = stream_key::add(context, &channel.arn, Tags::new());
    Ok(Created {
        channel,
        stream_key,
    })
}

pub(crate) fn get(context: &mut Context<'_>, input: ByArn) -> Outcome<One<Channel>> {
    Ok(One(
        "channel",
        context.scope.channels.find(&input.arn)?.clone(),
    ))
}

#[derive(Debug, Serialize)]
pub(crate) struct Batch {
    channels: Vec<Channel>,
    errors: Vec<BatchError>,
}

pub(crate) fn batch_get(context: &mut Context<'_>, input: ByArns) -> Outcome<Batch> {
    let (channels, errors) = list::batch(&context.scope.channels, input);
    Ok(Batch { channels, errors })
}

#[derive(Debug, Deserialize)]
pub(crate) struct Update {
    arn: String,
    #[serde(flatten)]
    settings: Settings,
}

pub(crate) fn update(context: &mut Context<'_>, input: Update) -> Outcome<One<Channel>> {
    let mut channel = context.scope.channels.find(&input.arn)?.clone();
    input.settings.apply(&mut channel)?;
    rules::check_references(context.scope, &channel)?;
    require_offline(context, &input.arn)?;
    context
        .scope
        .channels
        .find_mut(&input.arn)?
        .clone_from(&channel);
    Ok(One("channel", channel))
}

pub(crate) fn delete(context: &mut Context<'_>, input: ByArn) -> Outcome<Empty> {
    context.scope.channels.find(&input.arn)?;
    require_offline(context, &input.arn)?;
    let scope = &mut *context.scope;
    scope.channels.remove(&input.arn)?;
    scope.revocations.remove(&input.arn);
    for key in scope
        .keys_of_channels
        .remove(&input.arn)
        .unwrap_or_default()
    {
        scope.stream_keys.remove(&key)?;
    }
    Ok(Empty {})
}

fn require_offline(context: &Context<'_>, arn: &str) -> Outcome<()> {
    match context.scope.connected_session(arn) {
        Some(_) => Err(conflict(format!("Channel: {arn} is currently online"))),
        None => Ok(()),
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListInput {
    filter_by_name: Option<String>,
    filter_by_recording_configuration_arn: Option<String>,
    filter_by_playback_restriction_policy_arn: Option<String>,
    filter_by_ad_configuration_arn: Option<String>,
    filter_by_failover_slate_configuration_arn: Option<String>,
    next_token: Option<String>,
    max_results: Option<i64>,
}

/// The member of a channel that a filter compares.
type Filtered = fn(&Channel) -> &str;

pub(crate) fn list(context: &mut Context<'_>, input: ListInput) -> Outcome<List<ChannelSummary>> {
    let filters: [(&str, Option<String>, Filtered); 5] = [
        ("name", input.filter_by_name, |channel| &channel.name),
        (
            "recording",
            input.filter_by_recording_configuration_arn,
            |channel| &channel.recording_configuration_arn,
        ),
        (
            "policy",
            input.filter_by_playback_restriction_policy_arn,
            |channel| &channel.playback_restriction_policy_arn,
        ),
        ("ads", input.filter_by_ad_configuration_arn, |channel| {
            &channel.ad_configuration_arn
        }),
        (
            "slate",
            input.filter_by_failover_slate_configuration_arn,
            |channel| &channel.failover_slate_configuration_arn,
        ),
    ];
    let mut set = filters.into_iter().filter_map(|(name, value, member)| {
        value
            .filter(|value| !value.is_empty())
            .map(|value| (name, value, member))
    });
    let filter = set.next();
    if set.next().is_some() {
        return Err(conflict("At most one filter is allowed"));
    }
    let (name, value) = filter
        .as_ref()
        .map_or(("", ""), |(name, value, _)| (*name, value));
    let cursor = Cursor::open(&PageRequest {
        list: &[&context.scope.key(), "channel", name, value],
        token: input.next_token.as_deref(),
        max_results: input.max_results,
        default: 100,
        most: 100,
    })?;
    let rows = context
        .scope
        .channels
        .after(cursor.after)
        .filter(|(_, channel)| {
            filter
                .as_ref()
                .is_none_or(|(_, value, member)| member(channel) == value)
        });
    Ok(List("channels", cursor.page(rows, ChannelSummary::from)))
}
