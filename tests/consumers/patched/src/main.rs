//! Passes its client to a third-party crate: `patched ENDPOINT`.

#![forbid(unsafe_code)]

use std::error::Error;

use aws_sdk_ivs::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_ivs::types::StreamSummary;
use aws_sdk_ivs::{Client, Config};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let endpoint = std::env::args().nth(1).ok_or("the endpoint is missing")?;
    let credentials = Credentials::builder()
        .access_key_id("AKIDPATCHED")
        .secret_access_key("secret")
        .provider_name("patched")
        .build();
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(credentials)
        .endpoint_url(endpoint)
        .build();
    let client = Client::from_conf(config);

    let busiest: Option<StreamSummary> = third_party::busiest(&client).await?;
    let busiest = busiest.ok_or("nothing is on the air")?;
    println!(
        "busiest: {:?} with {}",
        busiest.stream_id(),
        busiest.viewer_count()
    );

    let arn = busiest.channel_arn().unwrap_or_default();
    match third_party::remove(&client, arn).await {
        Ok(()) => println!("removed"),
        Err(aws_sdk_ivs::Error::ConflictException(conflict)) => {
            println!(
                "still in use: {}",
                conflict.exception_message().unwrap_or_default()
            );
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}
