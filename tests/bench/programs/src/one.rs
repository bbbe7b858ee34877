//! A small application: static credentials, one operation.
#![forbid(unsafe_code)]

use std::error::Error;

use aws_sdk_ivs::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_ivs::{Client, Config};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "static"))
        .build();
    let client = Client::from_conf(config);

    let channels = client.list_channels().max_results(50).send().await?;
    for channel in channels.channels() {
        println!("{:?} {:?}", channel.arn(), channel.name());
    }
    Ok(())
}
