//! Sends each line of the standard input to the viewers of a live channel.
//!
//! `cargo run --example timed_metadata -- CHANNEL_ARN`

use std::error::Error;
use std::io::stdin;

use examples::{Broadcasts, Service};
use ivs_sdk::Client;
use ivs_sdk::config::Builder;
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::operation::put_metadata::PutMetadataError;

/// The maximum size of the metadata, in bytes.
const MAX_SIZE: usize = 1024;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let service = Service::from_env(Broadcasts::Running).await?;
    let arn = std::env::args().nth(1).or(service.channel);
    let arn = arn.ok_or("usage: timed_metadata CHANNEL_ARN")?;
    // A call that is sent again after its response was lost shows the metadata twice.
    let config = Builder::from(&service.config).retry_config(RetryConfig::disabled());
    let client = Client::from_conf(config.build());

    for line in stdin().lines() {
        let line = line?;
        // The limit is in bytes, not in characters.
        if line.is_empty() || line.len() > MAX_SIZE {
            eprintln!("skipped: a line has 1 to {MAX_SIZE} bytes");
            continue;
        }
        let put = client.put_metadata().channel_arn(&arn).metadata(line);
        let Err(error) = put.send().await else {
            continue;
        };
        match error.into_service_error() {
            PutMetadataError::ChannelNotBroadcasting(_) => {
                return Err("the channel is offline".into());
            }
            // At most 5 calls a second are accepted for a channel.
            PutMetadataError::ThrottlingException(_) => eprintln!("skipped: too many lines"),
            error => return Err(error.into()),
        }
    }
    Ok(())
}
