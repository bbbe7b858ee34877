//! Any number of resources at once.

use std::collections::{HashMap, HashSet};

use ivs_sdk::Client;
use ivs_sdk::types::{BatchError, Channel, StreamKey};

use super::Error;

/// The most ARNs in a call.
const BATCH: usize = 50;

/// The result of asking for many resources.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Batch<T> {
    /// The resources that were found, in the order of their ARNs.
    pub found: Vec<T>,
    /// The ARNs of the others, each with the reason, in the same order.
    pub missing: Vec<BatchError>,
}

/// Returns any number of channels, by 50 in a call. An ARN that occurs twice counts once.
///
/// # Errors
/// If a call fails. ARNs that cannot be served are no error: see [`Batch::missing`].
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recipes::get_channels;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let fake = ivs_fake::Fake::start();
/// # let client = ivs_sdk::Client::from_conf(fake.config().build());
/// # client.create_channel().send().await?;
/// # let channel = fake.control().overview().channels.remove(0).arn;
/// let missing = format!("{channel}x");
/// let channels = get_channels(&client, [&channel, &missing]).await?;
/// assert_eq!(channels.found[0].arn(), Some(&*channel));
/// assert_eq!(channels.missing[0].arn(), Some(&*missing));
/// # Ok(())
/// # }
/// ```
pub async fn get_channels<I>(client: &Client, arns: I) -> Result<Batch<Channel>, Error>
where
    I: IntoIterator<Item: Into<String>>,
{
    let arns = distinct(arns);
    let (mut found, mut errors) = (HashMap::new(), HashMap::new());
    for batch in arns.chunks(BATCH) {
        let call = client.batch_get_channel().set_arns(Some(batch.to_vec()));
        let output = call.send().await?;
        let channels = output.channels.into_iter().flatten();
        found.extend(channels.filter_map(|channel| Some((channel.arn.clone()?, channel))));
        add_errors(&mut errors, output.errors);
    }
    Ok(in_order(&arns, found, errors))
}

/// Returns any number of stream keys with their values, by 50 in a call. An ARN that occurs twice
/// counts once.
///
/// # Errors
/// If a call fails. ARNs that cannot be served are no error: see [`Batch::missing`].
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recipes::get_stream_keys;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let fake = ivs_fake::Fake::start();
/// # let client = ivs_sdk::Client::from_conf(fake.config().build());
/// # client.create_channel().send().await?;
/// # let channel = fake.control().overview().channels.remove(0).arn;
/// let list = client.list_stream_keys().channel_arn(&channel).send().await?;
/// let arns = list.stream_keys().iter().filter_map(|key| key.arn());
/// // Lists do not have the values of keys.
/// let keys = get_stream_keys(&client, arns).await?;
/// assert!(keys.found[0].value().is_some());
/// # Ok(())
/// # }
/// ```
pub async fn get_stream_keys<I>(client: &Client, arns: I) -> Result<Batch<StreamKey>, Error>
where
    I: IntoIterator<Item: Into<String>>,
{
    let arns = distinct(arns);
    let (mut found, mut errors) = (HashMap::new(), HashMap::new());
    for batch in arns.chunks(BATCH) {
        let call = client.batch_get_stream_key().set_arns(Some(batch.to_vec()));
        let output = call.send().await?;
        let keys = output.stream_keys.into_iter().flatten();
        found.extend(keys.filter_map(|key| Some((key.arn.clone()?, key))));
        add_errors(&mut errors, output.errors);
    }
    Ok(in_order(&arns, found, errors))
}

fn distinct<I: IntoIterator<Item: Into<String>>>(arns: I) -> Vec<String> {
    let mut seen = HashSet::new();
    let arns = arns.into_iter().map(Into::into);
    arns.filter(|arn: &String| seen.insert(arn.clone()))
        .collect()
}

fn add_errors(by_arn: &mut HashMap<String, BatchError>, errors: Option<Vec<BatchError>>) {
    let errors = errors.into_iter().flatten();
    by_arn.extend(errors.filter_map(|error| Some((error.arn.clone()?, error))));
}

/// Orders resources and errors by `arns`. ARNs that the service did not mention count as missing.
fn in_order<T>(
    arns: &[String],
    mut found: HashMap<String, T>,
    mut errors: HashMap<String, BatchError>,
) -> Batch<T> {
    let mut batch = Batch {
        found: Vec::new(),
        missing: Vec::new(),
    };
    for arn in arns {
        match found.remove(arn) {
            Some(resource) => batch.found.push(resource),
            None => {
                let error = errors.remove(arn);
                batch
                    .missing
                    .push(error.unwrap_or_else(|| BatchError::builder().arn(arn).build()));
            }
        }
    }
    batch
}
