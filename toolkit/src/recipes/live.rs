//! The state of a channel.

use ivs_sdk::Client;
use ivs_sdk::operation::get_stream::GetStreamError;
use ivs_sdk::types::Stream;

use super::Error;

/// The state of a channel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum LiveStatus {
    /// The channel is live. Streams that starve (`health()`) are live.
    Live(Stream),
    /// The channel exists, and has no live stream.
    Offline,
}

impl LiveStatus {
    /// Returns `true` if the channel is live.
    pub fn is_live(&self) -> bool {
        matches!(self, Self::Live(_))
    }
}

/// Returns the stream of a channel, or [`LiveStatus::Offline`].
///
/// For the API, an offline channel is an error with the same HTTP status as a missing channel.
/// Here, only the missing channel is an error. `viewer_count` is −1 if the service could not count
/// in time.
///
/// # Errors
/// If the channel does not exist, or the call fails for another reason.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recipes::{LiveStatus, live_status};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let fake = ivs_fake::Fake::start();
/// # let client = ivs_sdk::Client::from_conf(fake.config().build());
/// # client.create_channel().send().await?;
/// # let channel = fake.control().overview().channels.remove(0).arn;
/// # fake.control().go_live(&channel, ivs_fake::Encoder::default())?;
/// match live_status(&client, &channel).await? {
///     LiveStatus::Live(stream) => println!("{} viewers", stream.viewer_count()),
///     _ => println!("offline"),
/// }
/// # Ok(())
/// # }
/// ```
pub async fn live_status(client: &Client, channel_arn: &str) -> Result<LiveStatus, Error> {
    match client.get_stream().channel_arn(channel_arn).send().await {
        Ok(output) => match output.stream {
            Some(stream) => Ok(LiveStatus::Live(stream)),
            None => Err(Error::MissingMember("stream")),
        },
        Err(error) => match error.as_service_error() {
            Some(GetStreamError::ChannelNotBroadcasting(_)) => Ok(LiveStatus::Offline),
            _ => Err(error.into()),
        },
    }
}
