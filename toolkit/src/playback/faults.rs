//! Claims that the service would reject.

use std::error::Error;
use std::fmt;
use std::time::SystemTime;

use super::claims::{Claims, seconds};
use crate::arn::{Arn, ResourceType};

/// The longest validity of a token with a viewer id or for one playback, in seconds.
pub(super) const MAX_RESTRICTED_SECONDS: u64 = 600;

/// Larger values of `exp` are milliseconds.
pub(super) const MAX_EXP: u64 = 100_000_000_000;

const MAX_VIEWER_ID: usize = 40;
const MAX_STRICT_ORIGINS: usize = 5;
const MAX_PARAMS: usize = 1_000;

/// A fault of claims: the service would reject the token.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::playback::ClaimFault;
///
/// assert_eq!(ClaimFault::ViewerId.to_string(), "the viewer id must have 1 to 40 characters");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ClaimFault {
    /// The ARN is not a channel's.
    ChannelArn,
    /// The time until which playback may start is not in the future.
    Expired,
    /// The time until which playback may start lies thousands of years ahead.
    TooLate,
    /// The token has a viewer id or is for one playback, and expires after more than 10 minutes.
    RestrictedTooLong,
    /// The viewer id is empty or longer than 40 characters.
    ViewerId,
    /// The token has a session version but no viewer id.
    VersionWithoutViewer,
    /// The origin is not a scheme and a host.
    Origin(String),
    /// The token has more than 5 origins, and checks them strictly.
    TooManyStrictOrigins(usize),
    /// The id of a token for one playback is not a UUID.
    SingleUse,
    /// The parameters for ads have more than 1,000 bytes.
    PlayerParams(usize),
}

impl fmt::Display for ClaimFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChannelArn => f.write_str("the ARN is not a channel's"),
            Self::Expired => f.write_str("it is expired already"),
            Self::TooLate => {
                f.write_str("it expires in thousands of years: is the time in milliseconds?")
            }
            Self::RestrictedTooLong => f.write_str(
                "it expires after more than 10 minutes, and has a viewer id or is for one playback",
            ),
            Self::ViewerId => {
                write!(f, "the viewer id must have 1 to {MAX_VIEWER_ID} characters")
            }
            Self::VersionWithoutViewer => {
                f.write_str("a session version has no effect without a viewer id")
            }
            Self::Origin(origin) => write!(
                f,
                "the origin {origin:?} is not a scheme and a host, such as `https://example.com`",
            ),
            Self::TooManyStrictOrigins(count) => write!(
                f,
                "it has {count} origins, and at most {MAX_STRICT_ORIGINS} can be checked strictly",
            ),
            Self::SingleUse => f.write_str("the id of a token for one playback must be a UUID"),
            Self::PlayerParams(bytes) => {
                write!(
                    f,
                    "the parameters for ads have {bytes} bytes, more than {MAX_PARAMS}"
                )
            }
        }
    }
}

impl Error for ClaimFault {}

/// Returns all faults of the claims of a token that is signed at `now`.
pub(super) fn find(claims: &Claims, now: SystemTime) -> Vec<ClaimFault> {
    let mut faults = Vec::new();
    let arn = claims.channel_arn().parse::<Arn>();
    if arn.map(|arn| arn.resource_type()) != Ok(ResourceType::Channel) {
        faults.push(ClaimFault::ChannelArn);
    }
    expiry(claims, now, &mut faults);
    viewer(claims, &mut faults);
    origins(claims, &mut faults);
    if claims.get_single_use().is_some_and(|id| !is_uuid(id)) {
        faults.push(ClaimFault::SingleUse);
    }
    let params = claims.content.ads_player_params.iter().flatten();
    let bytes = params.map(|(name, value)| name.len() + value.len()).sum();
    if bytes > MAX_PARAMS {
        faults.push(ClaimFault::PlayerParams(bytes));
    }
    faults
}

fn expiry(claims: &Claims, now: SystemTime, faults: &mut Vec<ClaimFault>) {
    let (exp, now) = (seconds(claims.expires(now)), seconds(now));
    let restricted = claims.get_viewer_id().is_some() || claims.get_single_use().is_some();
    if exp <= now {
        faults.push(ClaimFault::Expired);
    } else if exp >= MAX_EXP {
        faults.push(ClaimFault::TooLate);
    } else if restricted && exp - now > MAX_RESTRICTED_SECONDS {
        faults.push(ClaimFault::RestrictedTooLong);
    }
}

fn viewer(claims: &Claims, faults: &mut Vec<ClaimFault>) {
    match claims.get_viewer_id() {
        Some(id) if id.is_empty() || id.chars().count() > MAX_VIEWER_ID => {
            faults.push(ClaimFault::ViewerId);
        }
        None if claims.content.viewer_session_version.is_some() => {
            faults.push(ClaimFault::VersionWithoutViewer);
        }
        _ => {}
    }
}

fn origins(claims: &Claims, faults: &mut Vec<ClaimFault>) {
    let Some(joined) = &claims.content.allow_origin else {
        return;
    };
    let origins: Vec<_> = joined.split(',').collect();
    for origin in &origins {
        if !is_origin(origin) {
            faults.push(ClaimFault::Origin((*origin).to_owned()));
        }
    }
    if claims.has_strict_origins() && origins.len() > MAX_STRICT_ORIGINS {
        faults.push(ClaimFault::TooManyStrictOrigins(origins.len()));
    }
}

/// Returns `true` for a scheme and a host, perhaps with a port.
fn is_origin(origin: &str) -> bool {
    let Some((scheme, host)) = origin.split_once("://") else {
        return false;
    };
    let scheme_is_valid = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    // Only the first character may be a wildcard.
    let rest = host.strip_prefix('*').unwrap_or(host);
    let host_is_valid = !host.is_empty()
        && !host.starts_with(':')
        && rest
            .chars()
            .all(|c| !c.is_whitespace() && !c.is_control() && !"*/?#@\\".contains(c));
    scheme_is_valid && host_is_valid
}

/// Returns `true` for the form `123e4567-e89b-12d3-a456-426614174000`.
fn is_uuid(id: &str) -> bool {
    let groups: Vec<_> = id.split('-').collect();
    let lengths: Vec<_> = groups.iter().map(|group| group.len()).collect();
    let is_hex = |group: &&str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    lengths == [8, 4, 4, 4, 12] && groups.iter().all(is_hex)
}
