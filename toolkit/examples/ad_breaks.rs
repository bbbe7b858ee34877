//! Inserts an ad break into the stream of a live channel.
//!
//! `cargo run --example ad_breaks -- CHANNEL_ARN [SECONDS [MEDIATAILOR_ARN]]`
//!
//! With the ARN of a MediaTailor playback configuration, the program first attaches an ad
//! configuration to the channel, which must then be offline, and waits until it is live.

use std::error::Error;
use std::time::Duration;

use examples::{Broadcasts, Service};
use ivs_sdk::Client;
use ivs_sdk::operation::insert_ad_break::InsertAdBreakError;
use ivs_sdk::types::MediaTailorPlaybackConfiguration;

/// A playback configuration for the fake, which does not call it.
const MEDIA_TAILOR: &str =
    "arn:aws:mediatailor:us-east-1:123456789012:playbackConfiguration/example";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let service = Service::from_env(Broadcasts::Soon).await?;
    let mut arguments = std::env::args().skip(1);
    // The fake's channel has no ad configuration yet.
    let fake = service.channel.as_ref().map(|_| MEDIA_TAILOR.to_owned());
    let channel = arguments.next().or(service.channel);
    let channel = channel.ok_or("usage: ad_breaks CHANNEL_ARN [SECONDS [MEDIATAILOR_ARN]]")?;
    let seconds: i32 = arguments.next().as_deref().unwrap_or("30").parse()?;
    let client = Client::new(&service.config);
    let media_tailor = arguments.next().or(fake);
    let waits = media_tailor.is_some();
    if let Some(arn) = media_tailor {
        attach(&client, &channel, &arn).await?;
    }

    loop {
        let insert = client.insert_ad_break().channel_arn(&channel);
        let error = match insert.duration_seconds(seconds).send().await {
            Ok(output) => {
                let id = output.ad_break_id().unwrap_or_default();
                println!("break {id} begins at {:?}", output.target_start_at());
                return Ok(());
            }
            Err(error) => error.into_service_error(),
        };
        match error {
            InsertAdBreakError::ChannelNotBroadcasting(_) if waits => {
                println!("waiting for the broadcast");
            }
            InsertAdBreakError::ConflictException(_) => println!("another break is in progress"),
            error => return Err(error.into()),
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
}

/// Attaches a new ad configuration to the channel.
async fn attach(client: &Client, channel: &str, arn: &str) -> Result<(), Box<dyn Error>> {
    let media_tailor = MediaTailorPlaybackConfiguration::builder()
        .playback_configuration_arn(arn)
        .build();
    let created = client
        .create_ad_configuration()
        .name("example")
        .media_tailor_playback_configurations(media_tailor)
        .send()
        .await?;
    let configuration = created.ad_configuration();
    let arn = configuration.ok_or("the response is empty")?.arn();
    let update = client.update_channel().arn(channel);
    update.ad_configuration_arn(arn).send().await?;
    println!("attached {arn}");
    Ok(())
}
