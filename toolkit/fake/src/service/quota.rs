//! The quotas of an account in a region: counts of resources, and calls per second.

use std::collections::BTreeMap;
use std::time::Duration;

use super::clock::Timestamp;
use super::context::Context;
use super::error::{Outcome, quota_exceeded, throttled};

/// The quotas that the fake enforces. One stream key per channel is the limit in any case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotas {
    /// `true` to enforce the counts in `limits`, and the rate of `PutMetadata`.
    pub counts: bool,
    /// `true` to enforce the published call rates of all operations.
    pub rates: bool,
    /// The counts.
    pub limits: Limits,
}

impl Default for Quotas {
    fn default() -> Self {
        Self {
            counts: true,
            rates: false,
            limits: Limits::default(),
        }
    }
}

impl Quotas {
    /// Returns quotas as the service enforces them: counts and call rates.
    pub fn published() -> Self {
        Self {
            rates: true,
            ..Self::default()
        }
    }

    /// Returns quotas that enforce nothing.
    pub fn off() -> Self {
        Self {
            counts: false,
            ..Self::default()
        }
    }
}

/// The counts that an account may have in a region; the default is the published table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Channels.
    pub channels: usize,
    /// Channels that are live at once.
    pub concurrent_streams: usize,
    /// Viewers of all channels together.
    pub concurrent_viewers: usize,
    /// Takeovers of one stream.
    pub stream_takeovers: usize,
    /// Recording configurations.
    pub recording_configurations: usize,
    /// Playback key pairs.
    pub playback_key_pairs: usize,
    /// Playback restriction policies.
    pub playback_restriction_policies: usize,
    /// Ad configurations.
    pub ad_configurations: usize,
    /// Failover slate configurations.
    pub failover_slate_configurations: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            channels: 5_000,
            concurrent_streams: 100,
            concurrent_viewers: 15_000,
            stream_takeovers: 100,
            recording_configurations: 20,
            playback_key_pairs: 3,
            playback_restriction_policies: 3,
            ad_configurations: 20,
            failover_slate_configurations: 20,
        }
    }
}

/// The published calls per second and account; none is published for the other operations.
const RATES: &[(u32, &[&str])] = &[
    (1, &["InsertAdBreak"]),
    (2, &["BatchStartViewerSessionRevocation"]),
    (
        3,
        &[
            "CreateAdConfiguration",
            "CreateRecordingConfiguration",
            "DeleteAdConfiguration",
            "DeletePlaybackKeyPair",
            "DeleteRecordingConfiguration",
            "GetAdConfiguration",
            "GetPlaybackKeyPair",
            "GetRecordingConfiguration",
            "ImportPlaybackKeyPair",
            "ListAdConfigurations",
            "ListPlaybackKeyPairs",
            "ListRecordingConfigurations",
        ],
    ),
    (
        5,
        &[
            "BatchGetChannel",
            "BatchGetStreamKey",
            "CreateChannel",
            "CreatePlaybackRestrictionPolicy",
            "CreateStreamKey",
            "DeleteChannel",
            "DeletePlaybackRestrictionPolicy",
            "DeleteStreamKey",
            "GetChannel",
            "GetPlaybackRestrictionPolicy",
            "GetStream",
            "GetStreamKey",
            "GetStreamSession",
            "ListChannels",
            "ListPlaybackRestrictionPolicies",
            "ListStreamKeys",
            "ListStreamSessions",
            "ListStreams",
            "StopStream",
            "UpdateChannel",
            "UpdatePlaybackRestrictionPolicy",
        ],
    ),
    (
        10,
        &[
            "ListTagsForResource",
            "StartViewerSessionRevocation",
            "TagResource",
            "UntagResource",
        ],
    ),
    (PUT_METADATA_RATE, &[PUT_METADATA]),
];

const PUT_METADATA: &str = "PutMetadata";
const PUT_METADATA_RATE: u32 = 155;
const PUT_METADATA_RATE_PER_CHANNEL: u32 = 5;

/// Returns the published rate of an operation.
pub(crate) fn rate(operation: &str) -> Option<u32> {
    RATES
        .iter()
        .find(|(_, names)| names.contains(&operation))
        .map(|(rate, _)| *rate)
}

/// The calls counted in the current second of each operation, per region, account and resource.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rates {
    seconds: BTreeMap<String, (Timestamp, u32)>,
}

impl Rates {
    /// Counts a call, and returns `false` if it is one too many. A second begins with its first
    /// call.
    fn count(&mut self, key: String, rate: u32, now: Timestamp) -> bool {
        let (start, calls) = self.seconds.entry(key).or_insert((now, 0));
        if now < *start || now.since(*start) >= Duration::from_secs(1) {
            (*start, *calls) = (now, 0);
        }
        *calls = calls.saturating_add(1);
        *calls <= rate
    }
}

/// Counts a call of `operation`.
///
/// # Errors
///
/// ThrottlingException if call rates are enforced, and the operation's is exceeded.
pub(crate) fn count_call(context: &mut Context<'_>, operation: &str) -> Outcome<()> {
    let quotas = &context.options.quotas;
    let enforced = quotas.rates || quotas.counts && operation == PUT_METADATA;
    let Some(rate) = enforced.then(|| rate(operation)).flatten() else {
        return Ok(());
    };
    let key = format!("{} {operation}", context.scope.key());
    let within = context.world.rates.count(key, rate, context.now);
    if within {
        Ok(())
    } else {
        Err(throttled(operation, rate, None))
    }
}

/// Counts a call of `PutMetadata` for one channel.
///
/// # Errors
///
/// ThrottlingException if quotas are enforced, and the channel's rate is exceeded.
pub(crate) fn count_metadata(context: &mut Context<'_>, channel: &str) -> Outcome<()> {
    let quotas = &context.options.quotas;
    if !quotas.rates && !quotas.counts {
        return Ok(());
    }
    let rate = PUT_METADATA_RATE_PER_CHANNEL;
    let within = context
        .world
        .rates
        .count(format!("{PUT_METADATA} {channel}"), rate, context.now);
    if within {
        Ok(())
    } else {
        Err(throttled(PUT_METADATA, rate, Some(channel)))
    }
}

/// Checks that one more resource is allowed beside the `present` ones.
///
/// # Errors
///
/// ServiceQuotaExceededException if counts are enforced and the limit is reached.
pub(crate) fn check_count(
    context: &Context<'_>,
    what: &str,
    present: usize,
    limit: impl Fn(&Limits) -> usize,
) -> Outcome<()> {
    let quotas = &context.options.quotas;
    let limit = limit(&quotas.limits);
    if quotas.counts && present >= limit {
        Err(quota_exceeded(what, limit))
    } else {
        Ok(())
    }
}
