//! The state of a channel.

use ivs_sdk::Client;
use ivs_sdk::operation::get_stream::GetStreamError;
use ivs_sdk::types::Stream;

use super::Error;

/// The state of a channel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum LiveStatus {
    /// The channel is live. A stream that starves (`health()`) is live, too.
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

/// Returns the stream of a channel, or that it is offline.
///
/// Being offline is an error of the API with the same HTTP status as a channel that does not exist;
/// here the former is [`LiveStatus::Offline`], and the latter stays an error. `viewer_count` is −1 if
/// the service could not count in time.
///
/// # Errors
/// If the channel does not exist, or the call fails for another reason.
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
