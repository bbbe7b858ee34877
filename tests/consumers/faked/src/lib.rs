//! Shows of a studio: each has a channel, which exists as long as the show.

#![forbid(unsafe_code)]

use ivs_sdk::operation::get_stream::GetStreamError;
use ivs_sdk::{Client, Error};

#[cfg(test)]
mod tests;

/// A show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Show {
    /// The ARN of its channel.
    pub arn: String,
    /// The key for its encoder.
    pub stream_key: String,
}

/// Opens a show.
pub async fn open(client: &Client, name: &str) -> Result<Show, Error> {
    let created = client.create_channel().name(name).send().await?;
    let arn = created.channel().and_then(|channel| channel.arn());
    let key = created.stream_key().and_then(|key| key.value());
    Ok(Show {
        arn: arn.unwrap_or_default().to_owned(),
        stream_key: key.unwrap_or_default().to_owned(),
    })
}

/// Returns the number of viewers; `None` if the show is not live.
pub async fn viewers(client: &Client, show: &Show) -> Result<Option<i64>, Error> {
    match client.get_stream().channel_arn(&show.arn).send().await {
        Ok(output) => Ok(output.stream().map(|stream| stream.viewer_count())),
        Err(error) => match error.into_service_error() {
            GetStreamError::ChannelNotBroadcasting(_) => Ok(None),
            error => Err(error.into()),
        },
    }
}

/// Closes a show, also one that is live.
pub async fn close(client: &Client, show: Show) -> Result<(), Error> {
    if viewers(client, &show).await?.is_some() {
        client.stop_stream().channel_arn(&show.arn).send().await?;
    }
    client.delete_channel().arn(&show.arn).send().await?;
    Ok(())
}
