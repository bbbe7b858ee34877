//! Lists channels in a host without sockets, such as that of `wasm32-wasip1`.

#![forbid(unsafe_code)]

mod host;

use aws_sdk_ivs::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_ivs::error::ProvideErrorMetadata;
use aws_sdk_ivs::operation::RequestId;
use aws_sdk_ivs::{Client, Config, Error};
use aws_smithy_async::rt::sleep::TokioSleep;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let credentials = Credentials::builder()
        .access_key_id("AKIDWASM")
        .secret_access_key("secret")
        .provider_name("wasm")
        .build();
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(credentials)
        .http_client(host::http_client())
        // Retries wait. The default time source is the clock of the system, which WASI has.
        .sleep_impl(TokioSleep::new())
        .build();
    let client = Client::from_conf(config);

    let mut pages = client.list_channels().into_paginator().send();
    while let Some(page) = pages.try_next().await? {
        for channel in page.channels() {
            println!("channel {}", channel.name().unwrap_or("nameless"));
        }
    }
    match client.get_channel().arn("arn:none").send().await {
        Ok(output) => println!("{:?}", output.channel()),
        Err(error) => println!("error {:?}, request {:?}", error.code(), error.request_id()),
    }
    Ok(())
}
