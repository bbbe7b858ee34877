//! The published rates.

/// The rate at which an account may call an operation in a region.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Rate {
    /// The name of the operation.
    pub operation: &'static str,
    /// The calls per second of an account.
    pub per_second: usize,
    /// The calls per second of a channel, if they are limited too.
    pub per_channel: Option<usize>,
}

const fn rate(operation: &'static str, per_second: usize) -> Rate {
    Rate {
        operation,
        per_second,
        per_channel: None,
    }
}

/// The published rates, none of which AWS raises on request.
///
/// Source: "Service Quotas" in the Amazon IVS Low-Latency Streaming User Guide, "API Call Rate
/// Quotas", read in November 2026.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::quota::{RATES, UNPUBLISHED};
///
/// let rate = RATES.iter().find(|rate| rate.operation == "PutMetadata").expect("published");
/// assert_eq!((rate.per_second, rate.per_channel), (155, Some(5)));
/// assert!(UNPUBLISHED.contains(&"UpdateAdConfiguration"));
/// ```
pub const RATES: &[Rate] = &[
    rate("BatchGetChannel", 5),
    rate("BatchGetStreamKey", 5),
    rate("BatchStartViewerSessionRevocation", 2),
    rate("CreateAdConfiguration", 3),
    rate("CreateChannel", 5),
    rate("CreatePlaybackRestrictionPolicy", 5),
    rate("CreateRecordingConfiguration", 3),
    rate("CreateStreamKey", 5),
    rate("DeleteAdConfiguration", 3),
    rate("DeleteChannel", 5),
    rate("DeletePlaybackKeyPair", 3),
    rate("DeletePlaybackRestrictionPolicy", 5),
    rate("DeleteRecordingConfiguration", 3),
    rate("DeleteStreamKey", 5),
    rate("GetAdConfiguration", 3),
    rate("GetChannel", 5),
    rate("GetPlaybackKeyPair", 3),
    rate("GetPlaybackRestrictionPolicy", 5),
    rate("GetRecordingConfiguration", 3),
    rate("GetStream", 5),
    rate("GetStreamKey", 5),
    rate("GetStreamSession", 5),
    rate("ImportPlaybackKeyPair", 3),
    rate("InsertAdBreak", 1),
    rate("ListAdConfigurations", 3),
    rate("ListChannels", 5),
    rate("ListPlaybackKeyPairs", 3),
    rate("ListPlaybackRestrictionPolicies", 5),
    rate("ListRecordingConfigurations", 3),
    rate("ListStreamKeys", 5),
    rate("ListStreamSessions", 5),
    rate("ListStreams", 5),
    rate("ListTagsForResource", 10),
    Rate {
        operation: "PutMetadata",
        per_second: 155,
        per_channel: Some(5),
    },
    rate("StartViewerSessionRevocation", 10),
    rate("StopStream", 5),
    rate("TagResource", 10),
    rate("UntagResource", 10),
    rate("UpdateChannel", 5),
    rate("UpdatePlaybackRestrictionPolicy", 5),
];

/// The operations without a published rate. Their calls are not delayed.
pub const UNPUBLISHED: &[&str] = &[
    "CreateFailoverSlateConfiguration",
    "DeleteFailoverSlateConfiguration",
    "GetFailoverSlateConfiguration",
    "ListFailoverSlateConfigurations",
    "UpdateAdConfiguration",
    "UpdateFailoverSlateConfiguration",
];

/// Returns the rate of an operation.
pub(super) fn find(operation: &str) -> Option<&'static Rate> {
    RATES.iter().find(|rate| rate.operation == operation)
}
