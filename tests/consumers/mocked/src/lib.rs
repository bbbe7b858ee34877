//! Helpers for channels and streams. The caller passes the client, so tests can mock it.

#![forbid(unsafe_code)]

use std::error::Error as StdError;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use aws_sdk_ivs::client::Waiters as _;
use aws_sdk_ivs::operation::stop_stream::StopStreamError;
use aws_sdk_ivs::types::Channel;
use aws_sdk_ivs::waiters::Wait;
use aws_sdk_ivs::{Client, Error};

#[cfg(test)]
mod tests;

/// Returns the channel of this name; creates it if it does not exist.
pub async fn find_or_create_channel(client: &Client, name: &str) -> Result<Option<Channel>, Error> {
    let mut pages = client
        .list_channels()
        .filter_by_name(name)
        .into_paginator()
        .send();
    while let Some(page) = pages.next().await {
        if let Some(arn) = page?.channels().iter().find_map(|channel| channel.arn()) {
            return Ok(client.get_channel().arn(arn).send().await?.channel);
        }
    }
    Ok(client.create_channel().name(name).send().await?.channel)
}

/// Stops a channel's stream. Returns `false` if the channel was not broadcasting.
pub async fn stop_stream(client: &Client, arn: &str) -> Result<bool, Error> {
    match client.stop_stream().channel_arn(arn).send().await {
        Ok(_) => Ok(true),
        Err(error) => match error.into_service_error() {
            StopStreamError::ChannelNotBroadcasting(_) => Ok(false),
            error => Err(error.into()),
        },
    }
}

/// Waits until a channel's stream has ended; returns the number of calls that it took.
pub async fn wait_until_offline(client: &Client, arn: &str) -> Result<u32, Box<dyn StdError>> {
    let calls = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&calls);
    let wait = Wait::at_most(Duration::from_secs(60))
        .on_poll(move |progress| counter.store(progress.polls, Ordering::Relaxed));
    let offline = client.wait_until_stream_offline().channel_arn(arn);
    offline.wait(wait).await?;
    Ok(calls.load(Ordering::Relaxed))
}

/// Returns the number of viewers of all streams.
pub async fn audience(client: &Client) -> Result<i64, Error> {
    let mut pages = client.list_streams().into_paginator().send();
    let mut sum = 0;
    while let Some(page) = pages.try_next().await? {
        sum += page
            .streams()
            .iter()
            .map(|stream| stream.viewer_count())
            .sum::<i64>();
    }
    Ok(sum)
}
