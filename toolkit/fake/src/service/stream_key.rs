//! Stream keys.

use serde::{Deserialize, Serialize};

use super::arn::ResourceType;
use super::context::Context;
use super::error::{Outcome, quota_exceeded};
use super::input::{ByArn, ByArns, PagedByChannel};
use super::list::{self, BatchError};
use super::output::{Empty, List, One};
use super::page::{Cursor, PageRequest};
use super::table::{Tags, resource};
use super::tags;

/// The stream keys that a channel may have.
const KEYS_PER_CHANNEL: usize = 1;

/// A stream key, as the service shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StreamKey {
    pub(crate) arn: String,
    pub(crate) value: String,
    pub(crate) channel_arn: String,
    pub(crate) tags: Tags,
}
resource!(StreamKey is StreamKey);

/// The part of a stream key that lists show: all but the secret.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StreamKeySummary {
    arn: String,
    channel_arn: String,
    tags: Tags,
}

impl From<&StreamKey> for StreamKeySummary {
    fn from(key: &StreamKey) -> Self {
        let StreamKey {
            arn,
            channel_arn,
            tags,
            ..
        } = key.clone();
        Self {
            arn,
            channel_arn,
            tags,
        }
    }
}

/// Adds a new key to a channel.
pub(crate) fn add(context: &mut Context<'_>, channel: &str, tags: Tags) -> StreamKey {
    let arn = context.new_arn(ResourceType::StreamKey);
    let ids = &mut context.world.ids;
    let value = format!(
        "sk_{}_{}_{}",
        context.scope.region,
        ids.letters(12),
        ids.letters(30)
    );
    let key = StreamKey {
        arn,
        value,
        channel_arn: channel.to_owned(),
        tags,
    };
    let keys = context
        .scope
        .keys_of_channels
        .entry(channel.to_owned())
        .or_default();
    keys.push(key.arn.clone());
    context.scope.stream_keys.insert(key.clone());
    key
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Create {
    channel_arn: String,
    tags: Option<Tags>,
}

pub(crate) fn create(context: &mut Context<'_>, input: Create) -> Outcome<One<StreamKey>> {
    let tags = tags::checked(input.tags)?;
    context.scope.channels.find(&input.channel_arn)?;
    let present = context
        .scope
        .keys_of_channels
        .get(&input.channel_arn)
        .map_or(0, Vec::len);
    if present >= KEYS_PER_CHANNEL {
        return Err(quota_exceeded("stream keys per channel", KEYS_PER_CHANNEL));
    }
    Ok(One("streamKey", add(context, &input.channel_arn, tags)))
}

pub(crate) fn get(context: &mut Context<'_>, input: ByArn) -> Outcome<One<StreamKey>> {
    Ok(One(
        "streamKey",
        context.scope.stream_keys.find(&input.arn)?.clone(),
    ))
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Batch {
    stream_keys: Vec<StreamKey>,
    errors: Vec<BatchError>,
}

pub(crate) fn batch_get(context: &mut Context<'_>, input: ByArns) -> Outcome<Batch> {
    let (stream_keys, errors) = list::batch(&context.scope.stream_keys, input);
    Ok(Batch {
        stream_keys,
        errors,
    })
}

pub(crate) fn delete(context: &mut Context<'_>, input: ByArn) -> Outcome<Empty> {
    let key = context.scope.stream_keys.remove(&input.arn)?;
    if let Some(keys) = context.scope.keys_of_channels.get_mut(&key.channel_arn) {
        keys.retain(|arn| *arn != key.arn);
    }
    Ok(Empty {})
}

pub(crate) fn list(
    context: &mut Context<'_>,
    input: PagedByChannel,
) -> Outcome<List<StreamKeySummary>> {
    let scope = &*context.scope;
    scope.channels.find(&input.channel_arn)?;
    let cursor = Cursor::open(&PageRequest {
        list: &["stream-key", &input.channel_arn],
        token: input.next_token.as_deref(),
        max_results: input.max_results,
        default: KEYS_PER_CHANNEL,
        most: 50,
    })?;
    let keys = scope
        .keys_of_channels
        .get(&input.channel_arn)
        .into_iter()
        .flatten();
    let rows = keys
        .filter_map(|arn| scope.stream_keys.entry(arn))
        .filter(|(at, _)| cursor.after.is_none_or(|after| *at > after));
    Ok(List(
        "streamKeys",
        cursor.page(rows, StreamKeySummary::from),
    ))
}
