//! Recording to a bucket.

use std::time::Duration;

use ivs_sdk::Client;
use ivs_sdk::client::Waiters as _;
use ivs_sdk::types::{
    DestinationConfiguration, RecordingConfiguration, RecordingConfigurationState,
    RecordingConfigurationSummary, S3DestinationConfiguration,
};
use ivs_sdk::waiters::recording_configuration_active::WaitUntilRecordingConfigurationActiveError as WaitError;

use super::Error;

/// The longest wait for a recording configuration; mostly it takes seconds.
const MAX_WAIT: Duration = Duration::from_secs(120);

/// Returns an active recording configuration for a bucket: the first that exists, or else a new one
/// with the service's defaults.
///
/// Set its ARN on channels. The bucket must be in the region of the client and of the same account.
///
/// Repeated, it returns the same configuration. Two callers at the same time may create two.
///
/// # Errors
/// If a call fails, the configuration is not active after two minutes, or the service could not
/// create it: see [`Error::RecordingConfigurationFailed`].
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recipes::record_to;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let fake = ivs_fake::Fake::start();
/// # let client = ivs_sdk::Client::from_conf(fake.config().build());
/// # fake.control().settle(&created(&client).await?, false)?;
/// let configuration = record_to(&client, "shows").await?;
/// let create = client.create_channel();
/// create.recording_configuration_arn(configuration.arn).send().await?;
/// # Ok(())
/// # }
/// # /// Creates a configuration, so that the example does not wait for one.
/// # async fn created(client: &ivs_sdk::Client) -> Result<String, Box<dyn std::error::Error>> {
/// #     use ivs_sdk::types::{DestinationConfiguration, S3DestinationConfiguration};
/// #     let s3 = S3DestinationConfiguration::builder().bucket_name("shows").build()?;
/// #     let destination = DestinationConfiguration::builder().s3(s3).build();
/// #     let create = client.create_recording_configuration();
/// #     let output = create.destination_configuration(destination).send().await?;
/// #     Ok(output.recording_configuration.ok_or("no configuration")?.arn)
/// # }
/// ```
pub async fn record_to(client: &Client, bucket: &str) -> Result<RecordingConfiguration, Error> {
    let arn = match find(client, bucket).await? {
        Some(arn) => arn,
        None => create(client, bucket).await?,
    };
    let active = client.wait_until_recording_configuration_active().arn(&arn);
    let output = match active.wait(MAX_WAIT).await {
        Ok(active) => active.into_result()?,
        Err(WaitError::FailureState(_)) => return Err(Error::RecordingConfigurationFailed(arn)),
        Err(WaitError::OperationFailed(failed)) => return Err(failed.into_error().into()),
        Err(error) => return Err(Error::Wait(error.into())),
    };
    let configuration = output.recording_configuration;
    configuration.ok_or(Error::MissingMember("recordingConfiguration"))
}

/// Returns the first configuration for the bucket that is active or being created.
async fn find(client: &Client, bucket: &str) -> Result<Option<String>, Error> {
    let list = client.list_recording_configurations().into_paginator();
    let mut configurations = list.items().send();
    while let Some(configuration) = configurations.try_next().await? {
        if is_for(&configuration, bucket) {
            return Ok(Some(configuration.arn));
        }
    }
    Ok(None)
}

fn is_for(configuration: &RecordingConfigurationSummary, bucket: &str) -> bool {
    let destination = configuration.destination_configuration.as_ref();
    let s3 = destination.and_then(|destination| destination.s3.as_ref());
    s3.is_some_and(|s3| s3.bucket_name == bucket)
        && configuration.state != RecordingConfigurationState::CreateFailed
}

async fn create(client: &Client, bucket: &str) -> Result<String, Error> {
    let s3 = S3DestinationConfiguration::builder()
        .bucket_name(bucket)
        .build();
    let s3 = s3.map_err(|_| Error::MissingMember("bucketName"))?;
    let destination = DestinationConfiguration::builder().s3(s3).build();
    let create = client.create_recording_configuration();
    let created = create.destination_configuration(destination).send().await?;
    let configuration = created.recording_configuration;
    Ok(configuration
        .ok_or(Error::MissingMember("recordingConfiguration"))?
        .arn)
}
