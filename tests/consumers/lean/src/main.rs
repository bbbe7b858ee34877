//! A small worker: `lean ENDPOINT CHANNEL_ARN` adds metadata to a live stream and tags its channel.

#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::error::Error;
use std::time::Duration;

use aws_sdk_ivs::config::timeout::TimeoutConfig;
use aws_sdk_ivs::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_ivs::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_ivs::operation::put_metadata::PutMetadataError;
use aws_sdk_ivs::{Client, Config};

/// A failure of this program: retry later, or give up.
enum Failure {
    Retry(String),
    GiveUp(String),
}

impl From<SdkError<PutMetadataError>> for Failure {
    fn from(error: SdkError<PutMetadataError>) -> Self {
        match &error {
            SdkError::ServiceError(context) if context.err().is_throttling_exception() => {
                Self::Retry(context.err().message().unwrap_or_default().to_owned())
            }
            SdkError::ServiceError(context) => {
                Self::GiveUp(context.err().code().unwrap_or("no code").to_owned())
            }
            SdkError::TimeoutError(_) | SdkError::DispatchFailure(_) => {
                Self::Retry("the network".to_owned())
            }
            _ => Self::GiveUp(error.to_string()),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let endpoint = arguments.next().ok_or("the endpoint is missing")?;
    let arn = arguments.next().ok_or("the channel's ARN is missing")?;
    let client = client(&endpoint);

    for event in ["kick-off", "half-time", "full-time"] {
        match mark(&client, &arn, event).await {
            Ok(()) => println!("marked {event}"),
            Err(Failure::Retry(reason)) => println!("retry later: {reason}"),
            Err(Failure::GiveUp(reason)) => println!("given up: {reason}"),
        }
    }

    client
        .tag_resource()
        .resource_arn(&arn)
        .set_tags(Some(HashMap::from([("seen".to_owned(), "yes".to_owned())])))
        .send()
        .await?;
    let tags = client
        .list_tags_for_resource()
        .resource_arn(&arn)
        .send()
        .await?;
    let mut tags: Vec<_> = tags.tags().iter().collect();
    tags.sort();
    println!("tags {tags:?}");

    let incomplete = client
        .tag_resource()
        .send()
        .await
        .expect_err("an ARN is needed");
    println!("before it is sent: {}", incomplete.into_source()?);
    Ok(())
}

/// Builds a client without `aws-config`, so without its files and variables.
fn client(endpoint: &str) -> Client {
    let credentials = Credentials::builder()
        .access_key_id("AKIDLEAN")
        .secret_access_key("secret")
        .provider_name("lean")
        .build();
    let timeouts = TimeoutConfig::builder()
        .operation_timeout(Duration::from_secs(20))
        .build();
    Client::from_conf(
        Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("eu-central-1"))
            .credentials_provider(credentials)
            .endpoint_url(endpoint)
            .timeout_config(timeouts)
            .build(),
    )
}

async fn mark(client: &Client, arn: &str, event: &str) -> Result<(), Failure> {
    client
        .put_metadata()
        .channel_arn(arn)
        .metadata(event)
        .send()
        .await?;
    Ok(())
}
