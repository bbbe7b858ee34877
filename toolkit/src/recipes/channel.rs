//! Deletion of a channel.

use std::time::Duration;

use ivs_sdk::Client;
use ivs_sdk::client::Waiters as _;
use ivs_sdk::operation::delete_channel::DeleteChannelError;
use ivs_sdk::operation::list_stream_keys::ListStreamKeysError;
use ivs_sdk::waiters::stream_offline::WaitUntilStreamOfflineError;

use super::Error;
use super::stream_key::{delete_stream_keys, stop_stream, stream_keys};

/// The longest wait for a stream to end.
const MAX_WAIT: Duration = Duration::from_secs(120);

/// The number of attempts to stop a channel that goes live again.
const ATTEMPTS: usize = 3;

/// Deletes a channel, even if it is live.
///
/// Its stream keys are deleted first, so that the encoder cannot reconnect, then the stream is
/// stopped, and the channel is deleted once it is offline: the service does not delete a live
/// channel. Viewers see the stream end. The sessions of the channel can still be read for 60 days.
///
/// A channel that does not exist counts as deleted.
///
/// # Errors
/// If a call fails, or the channel is still live after two minutes. The channel has no stream keys
/// then.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recipes::delete_channel;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let fake = ivs_fake::Fake::start();
/// # let client = ivs_sdk::Client::from_conf(fake.config().build());
/// # client.create_channel().send().await?;
/// # let channel = fake.control().overview().channels.remove(0).arn;
/// # fake.control().go_live(&channel, ivs_fake::Encoder::default())?;
/// delete_channel(&client, &channel).await?;
/// // A crash in between does no harm.
/// delete_channel(&client, &channel).await?;
/// # Ok(())
/// # }
/// ```
pub async fn delete_channel(client: &Client, channel_arn: &str) -> Result<(), Error> {
    for attempt in 1..=ATTEMPTS {
        let keys = match stream_keys(client, channel_arn).await {
            Ok(keys) => keys,
            Err(error) if is_gone(error.as_service_error()) => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        delete_stream_keys(client, keys).await?;
        stop_stream(client, channel_arn).await?;
        let offline = client.wait_until_stream_offline().channel_arn(channel_arn);
        match offline.wait(MAX_WAIT).await {
            Ok(_) => {}
            Err(WaitUntilStreamOfflineError::OperationFailed(failed)) => {
                return Err(failed.into_error().into());
            }
            Err(error) => return Err(Error::Wait(error.into())),
        }
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

fn is_gone(error: Option<&ListStreamKeysError>) -> bool {
    error.is_some_and(ListStreamKeysError::is_resource_not_found_exception)
}
