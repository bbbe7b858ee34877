//! Replacement of a stream key.

use ivs_sdk::Client;
use ivs_sdk::error::SdkError;
use ivs_sdk::operation::delete_stream_key::DeleteStreamKeyError;
use ivs_sdk::operation::list_stream_keys::ListStreamKeysError;
use ivs_sdk::operation::stop_stream::StopStreamError;
use ivs_sdk::types::{StreamKey, StreamKeySummary};

use super::Error;

/// Replaces the stream key of a channel, for example because the old one leaked.
///
/// The old key is deleted first, because encoders reconnect within seconds. Then the stream is
/// stopped, because it stays live without its key. The channel is offline until the encoder has the
/// new key. A channel can have one key only, so there is none for a moment.
///
/// Repeated after it succeeded, it replaces the key once more.
///
/// # Errors
/// If a call fails. The channel may be without a key then, until the recipe is repeated.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recipes::reset_stream_key;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let fake = ivs_fake::Fake::start();
/// # let client = ivs_sdk::Client::from_conf(fake.config().build());
/// # client.create_channel().send().await?;
/// # let channel = fake.control().overview().channels.remove(0).arn;
/// # fake.control().go_live(&channel, ivs_fake::Encoder::default())?;
/// let key = reset_stream_key(&client, &channel).await?;
/// assert!(key.value().is_some());
/// # Ok(())
/// # }
/// ```
pub async fn reset_stream_key(client: &Client, channel_arn: &str) -> Result<StreamKey, Error> {
    let keys = stream_keys(client, channel_arn).await?;
    delete_stream_keys(client, keys).await?;
    stop_stream(client, channel_arn).await?;
    let created = client
        .create_stream_key()
        .channel_arn(channel_arn)
        .send()
        .await?;
    created.stream_key.ok_or(Error::MissingMember("streamKey"))
}

/// Returns all stream keys of a channel.
pub(super) async fn stream_keys(
    client: &Client,
    channel_arn: &str,
) -> Result<Vec<StreamKeySummary>, SdkError<ListStreamKeysError>> {
    let list = client.list_stream_keys().channel_arn(channel_arn);
    list.into_paginator().items().send().try_collect().await
}

/// Deletes stream keys. All were listed before: deleting changes the pages.
pub(super) async fn delete_stream_keys(
    client: &Client,
    keys: Vec<StreamKeySummary>,
) -> Result<(), Error> {
    for key in keys {
        let deleted = client.delete_stream_key().set_arn(key.arn).send().await;
        match deleted {
            Ok(_) => {}
            Err(error) if is_gone(error.as_service_error()) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn is_gone(error: Option<&DeleteStreamKeyError>) -> bool {
    error.is_some_and(DeleteStreamKeyError::is_resource_not_found_exception)
}

/// Stops the stream of a channel, if it is live.
pub(super) async fn stop_stream(client: &Client, channel_arn: &str) -> Result<(), Error> {
    match client.stop_stream().channel_arn(channel_arn).send().await {
        Ok(_) => Ok(()),
        Err(error) => match error.as_service_error() {
            Some(StopStreamError::ChannelNotBroadcasting(_)) => Ok(()),
            _ => Err(error.into()),
        },
    }
}
