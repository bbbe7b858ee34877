//! Records the future broadcasts of a channel to an S3 bucket.
//!
//! `cargo run --example recordings -- CHANNEL_ARN BUCKET`
//!
//! The bucket must be in the client's region, and the channel offline.

use std::error::Error;
use std::time::Duration;

use examples::{Broadcasts, Service};
use ivs_sdk::Client;
use ivs_sdk::operation::update_channel::UpdateChannelError;
use ivs_sdk::types::{
    DestinationConfiguration, RecordingConfigurationState, RecordingMode,
    S3DestinationConfiguration, ThumbnailConfiguration,
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let service = Service::from_env(Broadcasts::None).await?;
    let mut arguments = std::env::args().skip(1);
    let (channel, bucket) = match (arguments.next(), arguments.next(), service.channel) {
        (Some(channel), Some(bucket), _) => (channel, bucket),
        (None, None, Some(channel)) => (channel, "my-recordings".to_owned()),
        _ => return Err("usage: recordings CHANNEL_ARN BUCKET".into()),
    };
    let client = Client::new(&service.config);

    let bucket = S3DestinationConfiguration::builder().bucket_name(bucket);
    let destination = DestinationConfiguration::builder().s3(bucket.build()?);
    let thumbnails = ThumbnailConfiguration::builder()
        .recording_mode(RecordingMode::Interval)
        .target_interval_seconds(30)
        .build();
    let created = client
        .create_recording_configuration()
        .name("example")
        .destination_configuration(destination.build())
        .thumbnail_configuration(thumbnails)
        // A broadcast that is interrupted for up to a minute continues its recording.
        .recording_reconnect_window_seconds(60)
        .send()
        .await?;
    let configuration = created.recording_configuration();
    let arn = configuration.ok_or("the response is empty")?.arn();
    wait_until_active(&client, arn).await?;

    let update = client.update_channel().arn(channel);
    match update.recording_configuration_arn(arn).send().await {
        Ok(_) => println!("{arn} records the channel from its next broadcast on"),
        Err(error) => match error.into_service_error() {
            UpdateChannelError::ConflictException(_) => {
                return Err(format!("the channel is live: attach {arn} later").into());
            }
            error => return Err(error.into()),
        },
    }
    Ok(())
}

/// Waits until a recording configuration can record, which takes some seconds.
async fn wait_until_active(client: &Client, arn: &str) -> Result<(), Box<dyn Error>> {
    for _ in 0..30 {
        let output = client.get_recording_configuration().arn(arn).send().await?;
        let configuration = output.recording_configuration();
        match configuration.map(|configuration| configuration.state()) {
            Some(RecordingConfigurationState::Active) => return Ok(()),
            // This state is final.
            Some(RecordingConfigurationState::CreateFailed) => {
                client
                    .delete_recording_configuration()
                    .arn(arn)
                    .send()
                    .await?;
                return Err("the bucket cannot be used: is it in another region?".into());
            }
            _ => tokio::time::sleep(Duration::from_secs(2)).await,
        }
    }
    Err(format!("{arn} is still not active after a minute").into())
}
