//! A small application: configuration from `aws_config`, one operation.
#![forbid(unsafe_code)]

use std::error::Error;

use aws_config::BehaviorVersion;
use aws_sdk_ivs::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
    let client = Client::new(&config);

    let channels = client.list_channels().max_results(50).send().await?;
    for channel in channels.channels() {
        println!("{:?} {:?}", channel.arn(), channel.name());
    }
    Ok(())
}
