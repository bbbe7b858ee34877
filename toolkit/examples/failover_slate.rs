//! Lets a slate bridge interruptions of a channel's ingest.
//!
//! `cargo run --example failover_slate -- CHANNEL_ARN`
//!
//! The channel must be offline.

use std::error::Error;
use std::time::Duration;

use examples::{Broadcasts, Service};
use ivs_sdk::Client;
use ivs_sdk::operation::update_channel::UpdateChannelError;
use ivs_sdk::types::FailoverSlateConfigurationState;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let service = Service::from_env(Broadcasts::None).await?;
    let channel = std::env::args().nth(1).or(service.channel);
    let channel = channel.ok_or("usage: failover_slate CHANNEL_ARN")?;
    let client = Client::new(&service.config);

    let created = client
        .create_failover_slate_configuration()
        .name("example")
        // The slate is shown after 5 seconds without video, for 10 seconds to 2 minutes.
        .activation_threshold_seconds(5)
        .min_slate_display_seconds(10)
        .max_slate_display_seconds(120)
        .send()
        .await?;
    let configuration = created.failover_slate_configuration();
    let arn = configuration.ok_or("the response is empty")?.arn();
    wait_until_created(&client, arn).await?;

    let update = client.update_channel().arn(channel);
    match update.failover_slate_configuration_arn(arn).send().await {
        Ok(_) => println!("{arn} is used from the next broadcast on"),
        Err(error) => match error.into_service_error() {
            UpdateChannelError::ConflictException(_) => {
                return Err(format!("the channel is live: attach {arn} later").into());
            }
            error => return Err(error.into()),
        },
    }
    Ok(())
}

/// Waits until a failover slate configuration has been created.
async fn wait_until_created(client: &Client, arn: &str) -> Result<(), Box<dyn Error>> {
    for _ in 0..30 {
        let get = client.get_failover_slate_configuration().arn(arn);
        let output = get.send().await?;
        let configuration = output.failover_slate_configuration();
        match configuration.map(|configuration| configuration.state()) {
            Some(FailoverSlateConfigurationState::Created) => return Ok(()),
            Some(FailoverSlateConfigurationState::CreateFailed) => {
                return Err(format!("{arn} could not be created").into());
            }
            _ => tokio::time::sleep(Duration::from_secs(2)).await,
        }
    }
    Err(format!("{arn} still does not exist after a minute").into())
}
