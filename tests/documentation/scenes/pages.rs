//! The scenes of the blocks on the front page and the pages of the guide.

use super::{ADS, CREATE_AD_CONFIGURATION, CREATE_CHANNEL, GO_LIVE, Step};

/// The response that is not an error.
const OK: &str = "";
const OFFLINE: &str = "ChannelNotBroadcasting";
const CHANNEL_WITH_ADS: Step = Step::Channel {
    recording: None,
    ads: Some(ADS),
};

/// Page and number of each block, the steps before it, and the error codes of the responses that it
/// gets.
#[rustfmt::skip]
pub(crate) const BLOCK_SCENES: &[(&str, usize, &[Step], &[&str])] = &[
    ("guide/credentials_and_regions", 3, &[], &[OK]),
    ("guide/errors", 1, &[CREATE_CHANNEL], &[OFFLINE]),
    ("guide/errors", 2, &[CREATE_CHANNEL], &[OK]),
    ("guide/errors", 3, &[CREATE_CHANNEL], &[OFFLINE]),
    ("guide/errors", 4, &[], &[OK]),
    ("guide/moving", 1, &[], &[OK]),
    ("guide/retries_and_timeouts", 1, &[], &[]),
    ("guide/retries_and_timeouts", 2, &[], &[OK]),
    ("guide/retries_and_timeouts", 3, &[], &[]),
    ("lib", 2, &[], &[OK]),
    ("lib", 3, &[CREATE_CHANNEL, GO_LIVE], &[OK]),
    ("lib", 4, &[CREATE_CHANNEL, GO_LIVE], &[OK, OK, OK]),
    ("lib", 5, &[CREATE_CHANNEL, GO_LIVE, Step::End], &[OK]),
    ("lib", 6, &[CREATE_CHANNEL], &[OK, OK]),
    ("lib", 7, &[CREATE_CHANNEL], &[OK, OK, OK]),
    ("lib", 8, &[CREATE_CHANNEL, CREATE_AD_CONFIGURATION], &[OK, OK]),
    ("lib", 9, &[CREATE_AD_CONFIGURATION, CHANNEL_WITH_ADS, GO_LIVE], &[OK]),
    ("lib", 10, &[], &[OK]),
];

/// The blocks that need more than a client, and the reason why they are compiled but not run.
pub(crate) const NOT_RUN: &[(&str, usize, &str)] = &[
    ("lib", 1, "reads the configuration of the environment"),
    (
        "guide/credentials_and_regions",
        1,
        "reads the configuration of the environment",
    ),
    (
        "guide/credentials_and_regions",
        2,
        "builds a client for the service",
    ),
    ("guide/testing", 1, "is a file, which tests/consumers runs"),
    (
        "guide/testing",
        2,
        "builds a client for a server of the reader",
    ),
];
