//! Creates a channel for a show, reports live streams, and stops a stream.
//!
//! `aws-config` reads region, credentials and endpoint from the environment.

#![forbid(unsafe_code)]

mod report;

use std::time::Duration;

use aws_config::BehaviorVersion;
use aws_sdk_ivs::config::retry::RetryConfig;
use aws_sdk_ivs::operation::RequestId;
use aws_sdk_ivs::operation::get_stream::GetStreamError;
use aws_sdk_ivs::types::{Channel, ChannelLatencyMode, ChannelType, StreamFilters, StreamHealth};
use aws_sdk_ivs::{Client, Config, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shared = aws_config::load_defaults(BehaviorVersion::latest()).await;
    let client = Client::new(&shared);

    let channel = create(&client, "evening-show").await?;
    let arn = channel.arn().ok_or("a channel without an ARN")?.to_owned();
    report::channels(&client).await?;
    report::slates(&client).await?;
    watch(&client, &arn).await?;
    get_twice(&client, &arn).await?;
    stop(&client, &arn).await?;
    Ok(())
}

/// Creates a channel and prints its stream key, whose value `Debug` redacts.
async fn create(client: &Client, name: &str) -> Result<Channel, Error> {
    let created = client
        .create_channel()
        .name(name)
        .r#type(ChannelType::BasicChannelType)
        .latency_mode(ChannelLatencyMode::LowLatency)
        .tags("team", "stage")
        .send()
        .await?;
    println!("request {}", created.request_id().unwrap_or("unknown"));
    println!("{:?}", created.stream_key());
    let channel = created
        .channel
        .unwrap_or_else(|| Channel::builder().build());
    println!(
        "created {:?} at {:?}",
        channel.name(),
        channel.ingest_endpoint()
    );
    Ok(channel)
}

/// Reports whether a channel is live; an offline channel is not a failure.
async fn watch(client: &Client, arn: &str) -> Result<(), Error> {
    match client.get_stream().channel_arn(arn).send().await {
        Ok(output) => println!(
            "on the air: {:?}",
            output.stream().map(|stream| stream.health())
        ),
        Err(error) => match error.into_service_error() {
            GetStreamError::ChannelNotBroadcasting(off) => {
                println!(
                    "off the air: {}",
                    off.exception_message().unwrap_or("no reason given")
                );
            }
            error => return Err(error.into()),
        },
    }

    let starving = StreamFilters::builder()
        .health(StreamHealth::Starving)
        .build();
    let streams = client.list_streams().filter_by(starving).send().await?;
    for stream in streams.streams() {
        match stream.health() {
            Some(StreamHealth::Starving) => println!("starving: {:?}", stream.stream_id()),
            Some(unknown) => println!("unknown health: {}", unknown.as_str()),
            None => println!("no health of {:?}", stream.stream_id()),
        }
    }
    Ok(())
}

/// Sends two calls concurrently, from separate tasks.
async fn get_twice(client: &Client, arn: &str) -> Result<(), Box<dyn std::error::Error>> {
    let get =
        |client: Client, arn: String| async move { client.get_channel().arn(arn).send().await };
    let first = tokio::spawn(get(client.clone(), arn.to_owned()));
    let second = tokio::spawn(get(client.clone(), arn.to_owned()));
    let (first, second) = (first.await??, second.await??);
    println!("both the same: {}", first.channel() == second.channel());
    Ok(())
}

/// Stops a stream with more retries and an additional header.
async fn stop(client: &Client, arn: &str) -> Result<(), Error> {
    let retries = RetryConfig::standard()
        .with_max_attempts(4)
        .with_initial_backoff(Duration::from_millis(1));
    client
        .stop_stream()
        .channel_arn(arn)
        .customize()
        .config_override(Config::builder().retry_config(retries))
        .mutate_request(|request| {
            request.headers_mut().insert("x-reason", "curfew");
        })
        .send()
        .await?;
    println!("stopped");
    Ok(())
}
