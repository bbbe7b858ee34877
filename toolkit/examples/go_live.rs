//! Creates a channel, prints the settings for an encoder, and follows the broadcast until it ends.
//!
//! `cargo run --example go_live -- [NAME]`
//!
//! The channel is kept; delete it with `DeleteChannel`.

use std::error::Error;
use std::time::Duration;

use examples::{Broadcasts, Service};
use ivs_sdk::Client;
use ivs_sdk::operation::get_stream::GetStreamError;
use ivs_sdk::types::{ChannelLatencyMode, Stream};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let name = std::env::args().nth(1);
    let service = Service::from_env(Broadcasts::Soon).await?;
    let client = Client::new(&service.config);

    // The call is not idempotent: repeated after a lost response, it creates a second channel.
    let created = client
        .create_channel()
        .name(name.as_deref().unwrap_or("my-show"))
        .latency_mode(ChannelLatencyMode::LowLatency)
        .send()
        .await?;
    let channel = created.channel().ok_or("the response has no channel")?;
    let key = created.stream_key().and_then(|key| key.value());
    let arn = channel.arn().ok_or("the channel has no ARN")?;
    let endpoint = channel.ingest_endpoint().unwrap_or_default();
    println!("channel:  {arn}");
    println!("server:   rtmps://{endpoint}:443/app/");
    println!("key:      {}", key.ok_or("the response has no stream key")?);
    println!("playback: {}", channel.playback_url().unwrap_or_default());

    println!("waiting for the encoder");
    while live_stream(&client, arn).await?.is_none() {
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    println!("live");
    while let Some(stream) = live_stream(&client, arn).await? {
        let health = stream.health().map_or("unknown", |health| health.as_str());
        // The count is -1 if the service could not determine it in time.
        match stream.viewer_count() {
            -1 => println!("health {health}"),
            viewers => println!("health {health}, {viewers} viewers"),
        }
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
    println!("the broadcast has ended");
    Ok(())
}

/// Returns the stream of a channel; `None` while the channel is offline.
async fn live_stream(client: &Client, arn: &str) -> Result<Option<Stream>, ivs_sdk::Error> {
    match client.get_stream().channel_arn(arn).send().await {
        Ok(output) => Ok(output.stream),
        Err(error) => match error.into_service_error() {
            GetStreamError::ChannelNotBroadcasting(_) => Ok(None),
            error => Err(error.into()),
        },
    }
}
