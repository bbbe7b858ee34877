//! Opens a channel for a show, says what is on the air, and takes a stream down.
//!
//! Region, credentials and endpoint come from the environment, as `aws-config` reads it.

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

    let channel = open(&client, "evening-show").await?;
    let arn = channel.arn().ok_or("a channel without an ARN")?.to_owned();
    report::channels(&client).await?;
    report::slates(&client).await?;
    watch(&client, &arn).await?;
    both(&client, &arn).await?;
    take_down(&client, &arn).await?;
    Ok(())
}

/// Opens a channel; the key that comes with it is a secret, and `Debug` keeps it.
async fn open(client: &Client, name: &str) -> Result<Channel, Error> {
    let opened = client
        .create_channel()
        .name(name)
        .r#type(ChannelType::BasicChannelType)
        .latency_mode(ChannelLatencyMode::LowLatency)
        .tags("team", "stage")
        .send()
        .await?;
    println!("request {}", opened.request_id().unwrap_or("unknown"));
    println!("{:?}", opened.stream_key());
    let channel = opened.channel.unwrap_or_else(|| Channel::builder().build());
    println!(
        "opened {:?} at {:?}",
        channel.name(),
        channel.ingest_endpoint()
    );
    Ok(channel)
}

/// Tells a channel that is merely off the air from a call that failed.
async fn watch(client: &Client, arn: &str) -> Result<(), Error> {
    match client.get_stream().channel_arn(arn).send().await {
        Ok(answer) => println!(
            "on the air: {:?}",
            answer.stream().map(|stream| stream.health())
        ),
        Err(error) => match error.into_service_error() {
            GetStreamError::ChannelNotBroadcasting(off) => {
                println!(
                    "off the air: {}",
                    off.exception_message().unwrap_or("no reason given")
                );
            }
            other => return Err(other.into()),
        },
    }

    let starving = StreamFilters::builder()
        .health(StreamHealth::Starving)
        .build();
    let streams = client.list_streams().filter_by(starving).send().await?;
    for stream in streams.streams() {
        match stream.health() {
            Some(StreamHealth::Starving) => println!("starving: {:?}", stream.stream_id()),
            Some(other) => println!("{} is new to us", other.as_str()),
            None => println!("no word on {:?}", stream.stream_id()),
        }
    }
    Ok(())
}

/// Two calls at once, from tasks of their own.
async fn both(client: &Client, arn: &str) -> Result<(), Box<dyn std::error::Error>> {
    let ask =
        |client: Client, arn: String| async move { client.get_channel().arn(arn).send().await };
    let first = tokio::spawn(ask(client.clone(), arn.to_owned()));
    let second = tokio::spawn(ask(client.clone(), arn.to_owned()));
    let (first, second) = (first.await??, second.await??);
    println!("both the same: {}", first.channel() == second.channel());
    Ok(())
}

/// A call with patience and a mark of its own.
async fn take_down(client: &Client, arn: &str) -> Result<(), Error> {
    let patient = RetryConfig::standard()
        .with_max_attempts(4)
        .with_initial_backoff(Duration::from_millis(1));
    client
        .stop_stream()
        .channel_arn(arn)
        .customize()
        .config_override(Config::builder().retry_config(patient))
        .mutate_request(|request| {
            request.headers_mut().insert("x-reason", "curfew");
        })
        .send()
        .await?;
    println!("taken down");
    Ok(())
}
