//! Errors of recipes.

use std::error::Error as StdError;
use std::fmt;

use ivs_sdk::error::{BoxError, SdkError};

use super::TagFault;

/// An error of a recipe. The recipe can be repeated once its cause is gone.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recipes::{Error, put_metadata};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// # let fake = ivs_fake::Fake::start();
/// # let client = ivs_sdk::Client::from_conf(fake.config().build());
/// # let channel = "arn:aws:ivs:us-east-1:123456789012:channel/abcdABCDefgh";
/// match put_metadata(&client, channel, ["goal", ""]).await {
///     Err(Error::MetadataSize { index, bytes }) => assert_eq!((index, bytes), (1, 0)),
///     result => panic!("{result:?}"),
/// }
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A call failed.
    Service(Box<ivs_sdk::Error>),
    /// The stream did not end in time, or the recording configuration did not become active.
    Wait(BoxError),
    /// A response lacks a member that it should have.
    MissingMember(&'static str),
    /// The metadata of this index has this many bytes, more than 1,024 or none. Nothing was sent.
    MetadataSize {
        /// The index of the item.
        index: usize,
        /// The size in bytes.
        bytes: usize,
    },
    /// The viewer of this index does not have the ARN of a channel, an id of 1 to 40 characters,
    /// and a version of at least 0. No viewer was revoked.
    Viewer {
        /// The index of the viewer.
        index: usize,
    },
    /// The tags break a rule. None was changed.
    Tags(TagFault),
    /// The recording configuration with this ARN could not be created, mostly because the bucket is
    /// in another region. Delete it, and create another one.
    RecordingConfigurationFailed(String),
}

impl<E, R> From<SdkError<E, R>> for Error
where
    ivs_sdk::Error: From<SdkError<E, R>>,
{
    fn from(error: SdkError<E, R>) -> Self {
        Self::Service(Box::new(error.into()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(_) => {
                f.write_str("a call failed; repeat the recipe once its cause is gone")
            }
            Self::Wait(_) => {
                f.write_str("the awaited state was not reached in time; repeat the recipe")
            }
            Self::MissingMember(name) => write!(f, "the response lacks the member `{name}`"),
            Self::MetadataSize { index, bytes } => {
                write!(
                    f,
                    "the metadata {index} has {bytes} bytes instead of 1 to 1,024"
                )
            }
            Self::Viewer { index } => write!(
                f,
                "the viewer {index} must have a channel's ARN, an id of 1 to 40 characters and a \
                 version of at least 0"
            ),
            Self::Tags(fault) => write!(f, "the tags break a rule: {fault}"),
            Self::RecordingConfigurationFailed(arn) => {
                write!(
                    f,
                    "the service could not create the recording configuration {arn}, mostly because \
                     the bucket is in another region: delete it, and create another one"
                )
            }
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Service(error) => Some(&**error),
            Self::Wait(error) => Some(&**error),
            _ => None,
        }
    }
}
