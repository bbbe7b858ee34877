//! The calls: random ones, sent with the client.

use std::collections::BTreeMap;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use fastrand::Rng;
use ivs_sdk::Client;
use ivs_sdk::error::{ErrorExt, ErrorKind, ProvideErrorMetadata};
use serde_json::{Value, json};

use crate::model::Model;

/// A call, with ARNs.
#[derive(Clone, Debug)]
pub(crate) enum Call {
    CreateChannel { name: String },
    GetChannel(String),
    UpdateChannel { arn: String, authorized: bool },
    DeleteChannel(String),
    CreateStreamKey(String),
    DeleteStreamKey(String),
    GetStreamKey(String),
    GetStream(String),
    StopStream(String),
    PutMetadata(String),
    Tag { arn: String, key: String },
    Untag { arn: String, key: String },
    ListTags(String),
}

/// A failed call.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) code: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) kind: ErrorKind,
    pub(crate) was_sent: bool,
    /// `true` if all the time of the call passed, not only that of an attempt.
    pub(crate) is_timeout: bool,
    pub(crate) text: String,
}

impl Call {
    /// Returns a random call about a channel that exists or existed.
    pub(crate) fn random(rng: &mut Rng, model: &Model, name: &str) -> Self {
        let channels = model.channels.keys().chain(&model.deleted);
        let Some(arn) = rng.choice(channels.cloned().collect::<Vec<_>>()) else {
            return Self::CreateChannel {
                name: name.to_owned(),
            };
        };
        let channel = model.channels.get(&arn);
        let key_arn = channel.and_then(|channel| channel.stream_key.clone());
        // The ARN of a key that does not exist.
        let key_arn = key_arn.unwrap_or_else(|| arn.replace(":channel/", ":stream-key/"));
        let key = rng
            .choice(["stage", "team", "a b/c"])
            .unwrap_or("stage")
            .to_owned();
        match rng.u8(..15) {
            0 | 1 => Self::CreateChannel {
                name: name.to_owned(),
            },
            2 => Self::UpdateChannel {
                arn,
                authorized: rng.bool(),
            },
            3 => Self::DeleteChannel(arn),
            4 | 5 => Self::CreateStreamKey(arn),
            6 => Self::DeleteStreamKey(key_arn),
            7 => Self::GetStreamKey(key_arn),
            8 => Self::GetStream(arn),
            9 => Self::StopStream(arn),
            10 => Self::PutMetadata(arn),
            11 => Self::Tag { arn, key },
            12 => Self::Untag { arn, key },
            13 => Self::ListTags(arn),
            _ => Self::GetChannel(arn),
        }
    }

    /// Returns the name of the operation.
    pub(crate) fn operation(&self) -> &'static str {
        match self {
            Self::CreateChannel { .. } => "CreateChannel",
            Self::GetChannel(_) => "GetChannel",
            Self::UpdateChannel { .. } => "UpdateChannel",
            Self::DeleteChannel(_) => "DeleteChannel",
            Self::CreateStreamKey(_) => "CreateStreamKey",
            Self::DeleteStreamKey(_) => "DeleteStreamKey",
            Self::GetStreamKey(_) => "GetStreamKey",
            Self::GetStream(_) => "GetStream",
            Self::StopStream(_) => "StopStream",
            Self::PutMetadata(_) => "PutMetadata",
            Self::Tag { .. } => "TagResource",
            Self::Untag { .. } => "UntagResource",
            Self::ListTags(_) => "ListTagsForResource",
        }
    }

    /// Sends the call. Returns what [`Model::view`] shows of the output.
    pub(crate) async fn send(&self, client: &Client) -> Result<Value, Failure> {
        match self {
            Self::CreateChannel { name } => {
                let output = client
                    .create_channel()
                    .name(name)
                    .send()
                    .await
                    .map_err(failure)?;
                Ok(channel(output.channel.as_ref()))
            }
            Self::GetChannel(arn) => {
                let output = client
                    .get_channel()
                    .arn(arn)
                    .send()
                    .await
                    .map_err(failure)?;
                Ok(channel(output.channel.as_ref()))
            }
            Self::UpdateChannel { arn, authorized } => {
                let update = client.update_channel().arn(arn).authorized(*authorized);
                let output = update.send().await.map_err(failure)?;
                Ok(channel(output.channel.as_ref()))
            }
            Self::DeleteChannel(arn) => {
                let delete = client.delete_channel().arn(arn).send().await;
                delete.map(|_| Value::Null).map_err(failure)
            }
            Self::CreateStreamKey(arn) => {
                let create = client.create_stream_key().channel_arn(arn);
                let output = create.send().await.map_err(failure)?;
                Ok(json!(output.stream_key().and_then(|key| key.arn())))
            }
            Self::DeleteStreamKey(arn) => {
                let delete = client.delete_stream_key().arn(arn).send().await;
                delete.map(|_| Value::Null).map_err(failure)
            }
            Self::GetStreamKey(arn) => {
                let output = client
                    .get_stream_key()
                    .arn(arn)
                    .send()
                    .await
                    .map_err(failure)?;
                Ok(json!(output.stream_key().and_then(|key| key.arn())))
            }
            Self::GetStream(arn) => {
                let get = client.get_stream().channel_arn(arn);
                let output = get.send().await.map_err(failure)?;
                Ok(json!(output.stream().and_then(|stream| stream.stream_id())))
            }
            Self::StopStream(arn) => {
                let stop = client.stop_stream().channel_arn(arn).send().await;
                stop.map(|_| Value::Null).map_err(failure)
            }
            Self::PutMetadata(arn) => {
                let put = client.put_metadata().channel_arn(arn).metadata("{}");
                put.send().await.map(|_| Value::Null).map_err(failure)
            }
            Self::Tag { arn, key } => {
                let tag = client.tag_resource().resource_arn(arn).tags(key, "v");
                tag.send().await.map(|_| Value::Null).map_err(failure)
            }
            Self::Untag { arn, key } => {
                let untag = client.untag_resource().resource_arn(arn).tag_keys(key);
                untag.send().await.map(|_| Value::Null).map_err(failure)
            }
            Self::ListTags(arn) => {
                let list = client.list_tags_for_resource().resource_arn(arn);
                let output = list.send().await.map_err(failure)?;
                Ok(json!(output.tags().iter().collect::<BTreeMap<_, _>>()))
            }
        }
    }
}

/// Returns the members of a channel that [`Model::view`] shows.
fn channel(channel: Option<&ivs_sdk::types::Channel>) -> Value {
    let Some(channel) = channel else {
        return Value::Null;
    };
    let tags = channel.tags().into_iter().flatten();
    json!({
        "arn": channel.arn(),
        "name": channel.name(),
        "authorized": channel.authorized(),
        "tags": tags.collect::<BTreeMap<_, _>>(),
    })
}

fn failure<E>(error: SdkError<E, HttpResponse>) -> Failure
where
    SdkError<E, HttpResponse>: ErrorExt + ProvideErrorMetadata,
    E: std::fmt::Debug,
{
    Failure {
        code: error.code().map(str::to_owned),
        status: error.raw_response().map(|raw| raw.status().as_u16()),
        kind: error.kind(),
        was_sent: error.was_sent(),
        is_timeout: matches!(error, SdkError::TimeoutError(_)),
        text: format!("{error:?}"),
    }
}
