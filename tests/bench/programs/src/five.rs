//! A small application: static credentials, five operations.
#![forbid(unsafe_code)]

use std::error::Error;

use aws_sdk_ivs::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_ivs::types::{ChannelLatencyMode, ChannelType};
use aws_sdk_ivs::{Client, Config};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "static"))
        .build();
    let client = Client::from_conf(config);

    let created = client
        .create_channel()
        .name("stage")
        .r#type(ChannelType::StandardChannelType)
        .latency_mode(ChannelLatencyMode::LowLatency)
        .tags("team", "video")
        .send()
        .await?;
    let arn = created.channel().and_then(|channel| channel.arn());
    let arn = arn.unwrap_or_default();

    let stream = client.get_stream().channel_arn(arn).send().await?;
    println!("{:?}", stream.stream().and_then(|stream| stream.state()));

    let put = client.put_metadata().channel_arn(arn).metadata("begin");
    put.send().await?;

    let tags = client.list_tags_for_resource().resource_arn(arn);
    for (key, value) in tags.send().await?.tags() {
        println!("{key} {value}");
    }

    client.delete_channel().arn(arn).send().await?;
    Ok(())
}
