//! Helpers for the official client, as a third-party crate has them.

#![forbid(unsafe_code)]

use aws_sdk_ivs::types::{StreamFilters, StreamHealth, StreamState, StreamSummary};
use aws_sdk_ivs::{Client, Error};

/// Returns the healthy live stream with the most viewers.
pub async fn busiest(client: &Client) -> Result<Option<StreamSummary>, Error> {
    let healthy = StreamFilters::builder()
        .health(StreamHealth::StreamHealthy)
        .build();
    let mut pages = client
        .list_streams()
        .filter_by(healthy)
        .into_paginator()
        .send();
    let mut best: Option<StreamSummary> = None;
    while let Some(page) = pages.next().await {
        let live = page?
            .streams
            .into_iter()
            .filter(|stream| stream.state() == Some(&StreamState::StreamLive));
        best = best
            .into_iter()
            .chain(live)
            .max_by_key(StreamSummary::viewer_count);
    }
    Ok(best)
}

/// Stops the stream of a channel, then deletes the channel.
pub async fn remove(client: &Client, arn: &str) -> Result<(), Error> {
    client.stop_stream().channel_arn(arn).send().await?;
    client.delete_channel().arn(arn).send().await?;
    Ok(())
}
