//! ARNs of the service's resources.

/// A type of resource, as the ARN names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ResourceType {
    AdConfiguration,
    Channel,
    FailoverSlateConfiguration,
    PlaybackKey,
    PlaybackRestrictionPolicy,
    RecordingConfiguration,
    StreamKey,
}

impl ResourceType {
    const ALL: [Self; 7] = [
        Self::AdConfiguration,
        Self::Channel,
        Self::FailoverSlateConfiguration,
        Self::PlaybackKey,
        Self::PlaybackRestrictionPolicy,
        Self::RecordingConfiguration,
        Self::StreamKey,
    ];

    /// Returns the segment of the ARN before the id.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::AdConfiguration => "ad-configuration",
            Self::Channel => "channel",
            Self::FailoverSlateConfiguration => "failover-slate-configuration",
            Self::PlaybackKey => "playback-key",
            Self::PlaybackRestrictionPolicy => "playback-restriction-policy",
            Self::RecordingConfiguration => "recording-configuration",
            Self::StreamKey => "stream-key",
        }
    }
}

/// The parts of an ARN of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Arn<'a> {
    pub(crate) region: &'a str,
    pub(crate) account: &'a str,
    pub(crate) resource_type: ResourceType,
    pub(crate) id: &'a str,
}

impl<'a> Arn<'a> {
    /// Parses an ARN, or returns `None` if it is not one of this service.
    pub(crate) fn parse(arn: &'a str) -> Option<Self> {
        let rest = arn.strip_prefix("arn:aws:ivs:")?;
        let (region, rest) = rest.split_once(':')?;
        let (account, resource) = rest.split_once(':')?;
        let (name, id) = resource.split_once('/')?;
        let resource_type = ResourceType::ALL
            .into_iter()
            .find(|resource_type| resource_type.as_str() == name)?;
        let well_formed = !region.is_empty()
            && !account.is_empty()
            && account.bytes().all(|byte| byte.is_ascii_digit())
            && !id.is_empty()
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        well_formed.then_some(Self {
            region,
            account,
            resource_type,
            id,
        })
    }
}

impl std::fmt::Display for Arn<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            region,
            account,
            resource_type,
            id,
        } = self;
        write!(
            f,
            "arn:aws:ivs:{region}:{account}:{}/{id}",
            resource_type.as_str()
        )
    }
}

/// Returns the id of an ARN: the part after the slash.
pub(crate) fn id(arn: &str) -> &str {
    arn.rsplit_once('/').map_or(arn, |(_, id)| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_and_prints() {
        for resource_type in ResourceType::ALL {
            let arn = Arn {
                region: "eu-west-1",
                account: "1",
                resource_type,
                id: "aB-1",
            };
            assert_eq!(Arn::parse(&arn.to_string()), Some(arn));
        }
    }

    #[test]
    fn malformed_arns_are_none() {
        for arn in [
            "",
            "arn:aws:ivs",
            "arn:aws:ivs:eu-west-1:1:channel",
            "arn:aws:ivs:eu-west-1:1:channel/",
            "arn:aws:ivs:eu-west-1:x:channel/a",
            "arn:aws:ivs:eu-west-1:1:stage/a",
            "arn:aws:s3:eu-west-1:1:channel/a",
            "arn:aws:ivs::1:channel/a",
            "arn:aws:ivs:eu-west-1:1:channel/a/b",
        ] {
            assert_eq!(Arn::parse(arn), None, "{arn}");
        }
    }
}
