//! The end of a channel.

use ivs_sdk::Client;
use ivs_sdk::client::Waiters as _;
use ivs_sdk::error::SdkError;
use ivs_sdk::operation::delete_channel::DeleteChannelError;
use ivs_sdk::operation::list_stream_keys::ListStreamKeysError;

use super::stream_key::{delete_stream_keys, stop_stream};
use super::{Error, MAX_WAIT_FOR_END};

/// The number of attempts to stop a channel that goes live again.
const ATTEMPTS: usize = 3;

/// Deletes a channel, even if it is live.
///
/// Its stream keys are deleted first, so that the encoder cannot reconnect, then the stream is stopped,
/// and the channel is deleted once it is offline: the service does not delete a live channel. Viewers
/// see the stream end. The sessions of the channel can still be read for 60 days.
///
/// A channel that does not exist counts as deleted.
///
/// # Errors
/// If a call fails, or the channel is still live after two minutes. The channel has no stream keys
/// then.
pub async fn delete_channel(client: &Client, channel_arn: &str) -> Result<(), Error> {
    if !exists(client, channel_arn).await? {
        return Ok(());
    }
    for attempt in 1..=ATTEMPTS {
        delete_stream_keys(client, channel_arn).await?;
        stop_stream(client, channel_arn).await?;
        let offline = client.wait_until_stream_offline().channel_arn(channel_arn);
        let waited = offline.wait(MAX_WAIT_FOR_END).await;
        waited.map_err(|error| Error::Wait(error.into()))?;
        let Err(error) = client.delete_channel().arn(channel_arn).send().await else {
            return Ok(());
        };
        match error.as_service_error() {
            Some(DeleteChannelError::ResourceNotFoundException(_)) => return Ok(()),
            Some(DeleteChannelError::ConflictException(_)) if attempt < ATTEMPTS => {}
            _ => return Err(error.into()),
        }
    }
    Ok(())
}

async fn exists(client: &Client, channel_arn: &str) -> Result<bool, Error> {
    match client
        .list_stream_keys()
        .channel_arn(channel_arn)
        .send()
        .await
    {
        Ok(_) => Ok(true),
        Err(SdkError::ServiceError(error))
            if matches!(
                error.err(),
                ListStreamKeysError::ResourceNotFoundException(_)
            ) =>
        {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}
