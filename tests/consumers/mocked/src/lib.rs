//! Rules of the house for channels, with a client as the only way to the outside.

#![forbid(unsafe_code)]

use aws_sdk_ivs::operation::stop_stream::StopStreamError;
use aws_sdk_ivs::types::Channel;
use aws_sdk_ivs::{Client, Error};

#[cfg(test)]
mod tests;

/// The channel of this name: the one that is there, else a new one.
pub async fn channel_named(client: &Client, name: &str) -> Result<Option<Channel>, Error> {
    let mut pages = client
        .list_channels()
        .filter_by_name(name)
        .into_paginator()
        .send();
    while let Some(page) = pages.next().await {
        if let Some(arn) = page?.channels().iter().find_map(|found| found.arn()) {
            return Ok(client.get_channel().arn(arn).send().await?.channel);
        }
    }
    Ok(client.create_channel().name(name).send().await?.channel)
}

/// Ends a broadcast. One that has ended already is as good; says whether there was one.
pub async fn end(client: &Client, arn: &str) -> Result<bool, Error> {
    match client.stop_stream().channel_arn(arn).send().await {
        Ok(_) => Ok(true),
        Err(error) => match error.into_service_error() {
            StopStreamError::ChannelNotBroadcasting(_) => Ok(false),
            other => Err(other.into()),
        },
    }
}

/// How many people watch, over all streams.
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
