//! Takes a channel off the air, in a way that can be tested without the service.
//!
//! `cargo run --example testing -- CHANNEL_ARN` calls the service; `cargo test -p examples testing`
//! runs the tests below. The client of most returns prepared responses; one calls a fake service.

use std::error::Error;

use examples::{Broadcasts, Service};
use ivs_sdk::Client;
use ivs_sdk::operation::stop_stream::StopStreamError;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let service = Service::from_env(Broadcasts::Running).await?;
    let arn = std::env::args().nth(1).or(service.channel);
    let arn = arn.ok_or("usage: testing CHANNEL_ARN")?;
    match take_off_air(&Client::new(&service.config), &arn).await? {
        true => println!("stopped"),
        false => println!("the channel was offline"),
    }
    Ok(())
}

/// Deletes the channel's stream keys, so that its encoder cannot reconnect, and stops its stream.
/// Returns `false` if the channel was offline.
async fn take_off_air(client: &Client, arn: &str) -> Result<bool, ivs_sdk::Error> {
    let list = client.list_stream_keys().channel_arn(arn);
    let mut keys = list.into_paginator().items().send();
    while let Some(key) = keys.try_next().await? {
        client.delete_stream_key().set_arn(key.arn).send().await?;
    }
    match client.stop_stream().channel_arn(arn).send().await {
        Ok(_) => Ok(true),
        Err(error) => match error.into_service_error() {
            StopStreamError::ChannelNotBroadcasting(_) => Ok(false),
            error => Err(error.into()),
        },
    }
}

#[cfg(test)]
mod tests {
    use aws_smithy_mocks::{Rule, mock, mock_client};
    use ivs_fake::{Encoder, Fake};
    use ivs_sdk::Client;
    use ivs_sdk::operation::delete_stream_key::DeleteStreamKeyOutput;
    use ivs_sdk::operation::list_stream_keys::ListStreamKeysOutput;
    use ivs_sdk::operation::stop_stream::{StopStreamError, StopStreamOutput};
    use ivs_sdk::types::StreamKeySummary;
    use ivs_sdk::types::error::ChannelNotBroadcasting;

    use super::take_off_air;

    fn one_key() -> Rule {
        let key = || StreamKeySummary::builder().arn("key").build();
        let output = move || ListStreamKeysOutput::builder().stream_keys(key()).build();
        mock!(Client::list_stream_keys).then_output(move || output().expect("keys"))
    }

    #[tokio::test]
    async fn key_is_deleted_before_the_stream_is_stopped() {
        let delete = mock!(Client::delete_stream_key)
            .match_requests(|input| input.arn() == Some("key"))
            .then_output(|| DeleteStreamKeyOutput::builder().build());
        let stop = mock!(Client::stop_stream)
            .match_requests(|input| input.channel_arn() == Some("channel"))
            .then_output(|| StopStreamOutput::builder().build());
        let client = mock_client!(ivs_sdk, [&one_key(), &delete, &stop]);
        assert!(take_off_air(&client, "channel").await.expect("success"));
        assert_eq!((delete.num_calls(), stop.num_calls()), (1, 1));
    }

    #[tokio::test]
    async fn channel_that_is_offline_is_no_error() {
        let delete = mock!(Client::delete_stream_key)
            .then_output(|| DeleteStreamKeyOutput::builder().build());
        let stop = mock!(Client::stop_stream).then_error(|| {
            let error = ChannelNotBroadcasting::builder().build();
            StopStreamError::ChannelNotBroadcasting(error)
        });
        let client = mock_client!(ivs_sdk, [&one_key(), &delete, &stop]);
        assert!(!take_off_air(&client, "channel").await.expect("success"));
    }

    #[tokio::test]
    async fn encoder_cannot_connect_again() {
        let fake = Fake::start();
        let client = Client::from_conf(fake.config().build());
        let created = client.create_channel().send().await.expect("a channel");
        let key = created.stream_key.and_then(|key| key.value).expect("a key");
        let channel = created.channel.and_then(|channel| channel.arn);
        let connect = || fake.control().go_live(&key, Encoder::default());
        connect().expect("live");
        let stopped = take_off_air(&client, &channel.expect("an ARN")).await;
        assert!(stopped.expect("success"));
        connect().expect_err("the key is deleted");
    }
}
