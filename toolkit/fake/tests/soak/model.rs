//! The state of a worker's channels, as the responses of the fake imply it.

use std::collections::{BTreeMap, BTreeSet};

use ivs_fake::ChannelOverview;
use serde_json::{Value, json};

use crate::call::Call;

/// The channels of a worker, by ARN.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    pub(crate) channels: BTreeMap<String, Channel>,
    pub(crate) deleted: BTreeSet<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Channel {
    pub(crate) name: String,
    pub(crate) authorized: bool,
    pub(crate) tags: BTreeSet<String>,
    pub(crate) stream_key: Option<String>,
    pub(crate) stream: Option<String>,
}

impl Model {
    /// Returns the error that the service must give a call, or `None` if it must succeed.
    pub(crate) fn expected_error(&self, call: &Call) -> Option<&'static str> {
        let arn = match call {
            Call::CreateChannel { .. } => return None,
            Call::DeleteStreamKey(key) | Call::GetStreamKey(key) => {
                let mut channels = self.channels.values();
                let exists = channels.any(|channel| channel.stream_key.as_ref() == Some(key));
                return (!exists).then_some("ResourceNotFoundException");
            }
            Call::GetChannel(arn)
            | Call::DeleteChannel(arn)
            | Call::CreateStreamKey(arn)
            | Call::GetStream(arn)
            | Call::StopStream(arn)
            | Call::PutMetadata(arn)
            | Call::ListTags(arn)
            | Call::UpdateChannel { arn, .. }
            | Call::Tag { arn, .. }
            | Call::Untag { arn, .. } => arn,
        };
        let Some(channel) = self.channels.get(arn) else {
            return Some("ResourceNotFoundException");
        };
        let is_live = channel.stream.is_some();
        match call {
            Call::UpdateChannel { .. } | Call::DeleteChannel(_) if is_live => {
                Some("ConflictException")
            }
            Call::CreateStreamKey(_) if channel.stream_key.is_some() => {
                Some("ServiceQuotaExceededException")
            }
            Call::GetStream(_) | Call::StopStream(_) | Call::PutMetadata(_) if !is_live => {
                Some("ChannelNotBroadcasting")
            }
            _ => None,
        }
    }

    /// Applies a call to which the fake responded with this body.
    pub(crate) fn apply(&mut self, call: &Call, body: &Value) {
        let string = |pointer: &str| {
            let string = body.pointer(pointer).and_then(Value::as_str);
            string
                .unwrap_or_else(|| panic!("{call:?}: no {pointer}: {body}"))
                .to_owned()
        };
        match call {
            Call::CreateChannel { name } => {
                let channel = Channel {
                    name: name.clone(),
                    authorized: false,
                    tags: BTreeSet::new(),
                    stream_key: Some(string("/streamKey/arn")),
                    stream: None,
                };
                let earlier = self.channels.insert(string("/channel/arn"), channel);
                assert!(earlier.is_none(), "{body}: an ARN is not given twice");
            }
            Call::DeleteChannel(arn) => {
                self.channels.remove(arn);
                self.deleted.insert(arn.clone());
            }
            Call::UpdateChannel { arn, authorized } => {
                self.channel(arn).authorized = *authorized;
            }
            Call::CreateStreamKey(arn) => {
                let key = string("/streamKey/arn");
                self.channel(arn).stream_key = Some(key);
            }
            Call::DeleteStreamKey(key) => {
                for channel in self.channels.values_mut() {
                    channel.stream_key.take_if(|known| known == key);
                }
            }
            Call::StopStream(arn) => self.channel(arn).stream = None,
            Call::Tag { arn, key } => {
                self.channel(arn).tags.insert(key.clone());
            }
            Call::Untag { arn, key } => {
                self.channel(arn).tags.remove(key);
            }
            Call::GetChannel(_)
            | Call::GetStreamKey(_)
            | Call::GetStream(_)
            | Call::PutMetadata(_)
            | Call::ListTags(_) => {}
        }
    }

    fn channel(&mut self, arn: &str) -> &mut Channel {
        self.channels.get_mut(arn).expect("a channel")
    }

    /// Returns the output that a call must have after it was applied. `created` is the body of the
    /// response, from which only new ARNs are taken.
    pub(crate) fn view(&self, call: &Call, created: &Value) -> Value {
        let channel = |arn: &str| {
            let channel = &self.channels[arn];
            json!({
                "arn": arn,
                "name": channel.name,
                "authorized": channel.authorized,
                "tags": tags(channel),
            })
        };
        match call {
            Call::CreateChannel { .. } => {
                let arn = created.pointer("/channel/arn").and_then(Value::as_str);
                channel(arn.expect("an ARN"))
            }
            Call::GetChannel(arn) | Call::UpdateChannel { arn, .. } => channel(arn),
            Call::CreateStreamKey(arn) => json!(self.channels[arn].stream_key),
            Call::GetStreamKey(key) => json!(key),
            Call::GetStream(arn) => json!(self.channels[arn].stream),
            Call::ListTags(arn) => tags(&self.channels[arn]),
            Call::DeleteChannel(_)
            | Call::DeleteStreamKey(_)
            | Call::StopStream(_)
            | Call::PutMetadata(_)
            | Call::Tag { .. }
            | Call::Untag { .. } => Value::Null,
        }
    }

    /// Compares the channels with those of the fake.
    ///
    /// # Panics
    /// If they differ; `context` begins the message.
    pub(crate) fn assert_equals(&self, channels: &[ChannelOverview], context: &str) {
        let stored: BTreeMap<_, _> = channels
            .iter()
            .map(|channel| (&channel.arn, channel))
            .collect();
        let known: Vec<_> = self.channels.keys().collect();
        let arns: Vec<_> = stored.keys().copied().collect();
        assert_eq!(arns, known, "{context}");
        for (arn, channel) in &self.channels {
            let stored = stored[arn];
            let stream = stored.stream.as_ref().map(|stream| &stream.stream_id);
            assert_eq!(
                (
                    &stored.name,
                    stored.authorized,
                    stored.stream_keys.len(),
                    stream
                ),
                (
                    &channel.name,
                    channel.authorized,
                    usize::from(channel.stream_key.is_some()),
                    channel.stream.as_ref()
                ),
                "{context}: {arn}"
            );
        }
    }
}

fn tags(channel: &Channel) -> Value {
    let tags = channel.tags.iter().map(|key| (key, "v"));
    json!(tags.collect::<BTreeMap<_, _>>())
}
