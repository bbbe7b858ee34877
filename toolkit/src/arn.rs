//! ARNs of the service's resources.

#[cfg(test)]
mod tests;

use std::error::Error;
use std::fmt;
use std::str::FromStr;

/// The most characters of an ARN.
const MAX_LENGTH: usize = 128;

/// A kind of resource that has an ARN.
///
/// Streams have none: they are identified by their channel and a stream id.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::arn::ResourceType;
///
/// assert_eq!(ResourceType::PlaybackKeyPair.to_string(), "playback-key");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ResourceType {
    /// `ad-configuration`
    AdConfiguration,
    /// `channel`
    Channel,
    /// `failover-slate-configuration`
    FailoverSlateConfiguration,
    /// `playback-key`
    PlaybackKeyPair,
    /// `playback-restriction-policy`
    PlaybackRestrictionPolicy,
    /// `recording-configuration`
    RecordingConfiguration,
    /// `stream-key`
    StreamKey,
}

impl ResourceType {
    const ALL: [Self; 7] = [
        Self::AdConfiguration,
        Self::Channel,
        Self::FailoverSlateConfiguration,
        Self::PlaybackKeyPair,
        Self::PlaybackRestrictionPolicy,
        Self::RecordingConfiguration,
        Self::StreamKey,
    ];

    /// Returns the name of the type in ARNs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AdConfiguration => "ad-configuration",
            Self::Channel => "channel",
            Self::FailoverSlateConfiguration => "failover-slate-configuration",
            Self::PlaybackKeyPair => "playback-key",
            Self::PlaybackRestrictionPolicy => "playback-restriction-policy",
            Self::RecordingConfiguration => "recording-configuration",
            Self::StreamKey => "stream-key",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl fmt::Display for ResourceType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The ARN of a resource of the service.
///
/// The id follows a `/`: `arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh`.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::arn::{Arn, ResourceType};
///
/// let arn: Arn = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh".parse()?;
/// assert_eq!(arn.resource_type(), ResourceType::Channel);
/// assert_eq!((arn.region(), arn.id()), ("us-west-2", "abcdABCDefgh"));
///
/// let key = Arn::new("aws", "us-west-2", "123456789012", ResourceType::StreamKey, "ijklMNOPqrst")?;
/// assert_eq!(key.to_string(), "arn:aws:ivs:us-west-2:123456789012:stream-key/ijklMNOPqrst");
/// # Ok::<(), ivs_toolkit::arn::ArnError>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Arn {
    partition: String,
    region: String,
    account: String,
    resource_type: ResourceType,
    id: String,
}

impl Arn {
    /// Creates an ARN of its parts.
    ///
    /// `partition` is `aws` for the regions that have the service today. `account` has 12 digits.
    ///
    /// # Errors
    /// If a part is empty or has characters that it must not have, or the ARN is longer than 128
    /// characters.
    pub fn new(
        partition: &str,
        region: &str,
        account: &str,
        resource_type: ResourceType,
        id: &str,
    ) -> Result<Self, ArnError> {
        let name = |part: &str, valid: fn(u8) -> bool| !part.is_empty() && part.bytes().all(valid);
        let lower = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !name(partition, lower) {
            return Err(ArnError::Partition);
        }
        if !name(region, lower) {
            return Err(ArnError::Region);
        }
        if account.len() != 12 || !name(account, |byte| byte.is_ascii_digit()) {
            return Err(ArnError::Account);
        }
        if !name(id, |byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Err(ArnError::Id);
        }
        let arn = Self {
            partition: partition.to_owned(),
            region: region.to_owned(),
            account: account.to_owned(),
            resource_type,
            id: id.to_owned(),
        };
        if arn.to_string().len() > MAX_LENGTH {
            return Err(ArnError::Length);
        }
        Ok(arn)
    }

    /// Returns the partition, such as `aws`.
    pub fn partition(&self) -> &str {
        &self.partition
    }

    /// Returns the region, such as `us-west-2`. Calls about the resource go to this region.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// Returns the account, 12 digits.
    pub fn account(&self) -> &str {
        &self.account
    }

    /// Returns the type of the resource.
    pub fn resource_type(&self) -> ResourceType {
        self.resource_type
    }

    /// Returns the id of the resource, which is unique among the resources of its type.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl FromStr for Arn {
    type Err = ArnError;

    fn from_str(arn: &str) -> Result<Self, ArnError> {
        let mut parts = arn.splitn(6, ':');
        let mut part = || parts.next().ok_or(ArnError::Form);
        let (prefix, partition, service) = (part()?, part()?, part()?);
        let (region, account, resource) = (part()?, part()?, part()?);
        if prefix != "arn" {
            return Err(ArnError::Form);
        }
        if service != "ivs" {
            return Err(ArnError::Service);
        }
        let (name, id) = resource.split_once('/').ok_or(ArnError::Form)?;
        let resource_type = ResourceType::from_name(name).ok_or(ArnError::ResourceType)?;
        Self::new(partition, region, account, resource_type, id)
    }
}

impl From<Arn> for String {
    fn from(arn: Arn) -> Self {
        arn.to_string()
    }
}

impl fmt::Display for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            partition,
            region,
            account,
            resource_type,
            id,
        } = self;
        write!(
            f,
            "arn:{partition}:ivs:{region}:{account}:{resource_type}/{id}"
        )
    }
}

/// A fault of an ARN.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::arn::{Arn, ArnError};
///
/// let room = "arn:aws:ivschat:us-west-2:123456789012:room/abcdABCDefgh";
/// assert_eq!(room.parse::<Arn>(), Err(ArnError::Service));
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ArnError {
    /// The ARN does not have the form `arn:…:ivs:…:…:…/…`.
    Form,
    /// The partition is empty, or not of lowercase letters, digits and hyphens.
    Partition,
    /// The ARN belongs to another service.
    Service,
    /// The region is empty, or not of lowercase letters, digits and hyphens.
    Region,
    /// The account is not of 12 digits.
    Account,
    /// The service has no such type of resource.
    ResourceType,
    /// The id is empty, or not of letters, digits and hyphens.
    Id,
    /// The ARN is longer than 128 characters.
    Length,
}

impl fmt::Display for ArnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "an ARN of IVS has the form `arn:aws:ivs:REGION:ACCOUNT:TYPE/ID`",
            Self::Partition => "the partition must be lowercase letters, digits and hyphens",
            Self::Service => "the service must be `ivs`",
            Self::Region => "the region must be lowercase letters, digits and hyphens",
            Self::Account => "the account must be 12 digits",
            Self::ResourceType => "IVS has no resource of this type",
            Self::Id => "the id must be letters, digits and hyphens",
            Self::Length => "the ARN must have at most 128 characters",
        })
    }
}

impl Error for ArnError {}
