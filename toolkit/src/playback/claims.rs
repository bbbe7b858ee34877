//! The claims of a token.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::faults::{self, ClaimFault};
use super::verify;

/// The claims of a token: the channel, the time until which playback may start, and restrictions.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use ivs_toolkit::playback::{Claims, Resolution};
///
/// let channel = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh";
/// let claims = Claims::expiring_in(channel, Duration::from_secs(60))
///     .viewer_id("viewer-81f2")
///     .viewer_session_version(1_796_030_107)
///     .allow_origin("https://*.example.com")
///     .max_resolution(Resolution::Hd);
/// assert_eq!(claims.origins(), ["https://*.example.com"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Claims {
    pub(super) expiry: Expiry,
    pub(super) content: Content,
}

/// The time until which playback may start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Expiry {
    In(Duration),
    At(SystemTime),
}

/// The claims as they are in the payload of a token, except the expiry.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(super) struct Content {
    #[serde(rename = "aws:channel-arn")]
    pub(super) channel_arn: String,
    #[serde(
        rename = "aws:access-control-allow-origin",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) allow_origin: Option<String>,
    #[serde(
        rename = "aws:strict-origin-enforcement",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) strict_origins: Option<bool>,
    #[serde(
        rename = "aws:single-use-uuid",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) single_use: Option<String>,
    #[serde(rename = "aws:viewer-id", skip_serializing_if = "Option::is_none")]
    pub(super) viewer_id: Option<String>,
    #[serde(
        rename = "aws:viewer-session-version",
        default,
        deserialize_with = "verify::version",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) viewer_session_version: Option<i64>,
    #[serde(
        rename = "aws:maximum-resolution",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) max_resolution: Option<Resolution>,
    #[serde(rename = "aws:ads-opt-out", skip_serializing_if = "Option::is_none")]
    pub(super) ads_opt_out: Option<bool>,
    #[serde(
        rename = "aws:ads-player-params",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) ads_player_params: Option<BTreeMap<String, String>>,
    #[serde(
        rename = "aws:ads-playback-config-name",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) ads_playback_config: Option<String>,
    #[serde(
        rename = "aws:ads-reporting-mode",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) ads_reporting_mode: Option<ReportingMode>,
}

/// The payload of a token.
#[derive(Deserialize, Serialize)]
pub(super) struct Payload {
    #[serde(flatten)]
    pub(super) content: Content,
    /// In seconds since 1970.
    pub(super) exp: u64,
}

/// The largest resolution that a viewer gets.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub enum Resolution {
    /// Up to 480 lines.
    #[serde(rename = "SD")]
    Sd,
    /// Up to 720 lines.
    #[serde(rename = "HD")]
    Hd,
    /// Up to 1080 lines.
    #[serde(rename = "FULL_HD")]
    FullHd,
}

/// The sender of the reports that an ad was seen.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub enum ReportingMode {
    /// The player.
    #[serde(rename = "CLIENT")]
    Client,
    /// The service; the default.
    #[serde(rename = "SERVER")]
    Server,
}

impl Claims {
    /// Creates claims for a channel; playback must start within `duration` of signing.
    ///
    /// Playback that started goes on after that. With [`viewer_id`](Self::viewer_id) or
    /// [`single_use`](Self::single_use), 10 minutes is the most; stay below, because the service's
    /// clock may be behind.
    pub fn expiring_in(channel_arn: impl Into<String>, duration: Duration) -> Self {
        Self::new(channel_arn.into(), Expiry::In(duration))
    }

    /// Creates claims for a channel; playback must start before `time`.
    pub fn expiring_at(channel_arn: impl Into<String>, time: SystemTime) -> Self {
        Self::new(channel_arn.into(), Expiry::At(time))
    }

    fn new(channel_arn: String, expiry: Expiry) -> Self {
        Self {
            expiry,
            content: Content {
                channel_arn,
                ..Content::default()
            },
        }
    }

    /// Names the viewer, so that `StartViewerSessionRevocation` can end their sessions.
    ///
    /// At most 40 characters (Unicode scalar values, as the API counts them), and no personal data:
    /// everybody who has the token can read it. An id that was cut to 40 characters may be that of
    /// two viewers.
    #[must_use]
    pub fn viewer_id(mut self, viewer_id: impl Into<String>) -> Self {
        self.content.viewer_id = Some(viewer_id.into());
        self
    }

    /// Numbers the viewer's session; requires a viewer id.
    ///
    /// A revocation ends the sessions up to its version, and its default is 0: tokens with a higher
    /// version must be revoked with that version. The API takes 32 bits: the seconds since 1970
    /// fit, milliseconds do not.
    #[must_use]
    pub fn viewer_session_version(mut self, version: i32) -> Self {
        self.content.viewer_session_version = Some(version.into());
        self
    }

    /// Permits playback on a website, such as `https://shows.example.com`; may be repeated.
    ///
    /// The host may begin with `*.`. Without origins, every website may play the channel. Only
    /// browsers send the origin, unless [`strict_origins`](Self::strict_origins) is set.
    #[must_use]
    pub fn allow_origin(mut self, origin: impl AsRef<str>) -> Self {
        let origins = self.content.allow_origin.get_or_insert_default();
        if !origins.is_empty() {
            origins.push(',');
        }
        origins.push_str(origin.as_ref());
        self
    }

    /// Checks the origin of every playlist and segment, not only of the first playlist.
    ///
    /// At most 5 origins are permitted then.
    #[must_use]
    pub fn strict_origins(mut self) -> Self {
        self.content.strict_origins = Some(true);
        self
    }

    /// Makes the token valid for one playback. `uuid` identifies it, such as
    /// `123e4567-e89b-12d3-a456-426614174000`.
    #[must_use]
    pub fn single_use(mut self, uuid: impl Into<String>) -> Self {
        self.content.single_use = Some(uuid.into());
        self
    }

    /// Hides larger renditions from the viewer.
    #[must_use]
    pub fn max_resolution(mut self, resolution: Resolution) -> Self {
        self.content.max_resolution = Some(resolution);
        self
    }

    /// Shows no ads to the viewer.
    #[must_use]
    pub fn without_ads(mut self) -> Self {
        self.content.ads_opt_out = Some(true);
        self
    }

    /// Sets a parameter that MediaTailor sees as `player_params.NAME`; may be repeated.
    ///
    /// At most 1,000 bytes in all.
    #[must_use]
    pub fn ads_player_param(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let params = self.content.ads_player_params.get_or_insert_default();
        params.insert(name.into(), value.into());
        self
    }

    /// Chooses one of the MediaTailor configurations of the channel's ad configuration; the default
    /// is the first.
    #[must_use]
    pub fn ads_playback_config(mut self, name: impl Into<String>) -> Self {
        self.content.ads_playback_config = Some(name.into());
        self
    }

    /// Sets who reports that an ad was seen.
    #[must_use]
    pub fn ads_reporting_mode(mut self, mode: ReportingMode) -> Self {
        self.content.ads_reporting_mode = Some(mode);
        self
    }

    /// Returns the ARN of the channel.
    pub fn channel_arn(&self) -> &str {
        &self.content.channel_arn
    }

    /// Returns the viewer's id.
    pub fn get_viewer_id(&self) -> Option<&str> {
        self.content.viewer_id.as_deref()
    }

    /// Returns the version of the viewer's session; 0 if it is not set.
    pub fn get_viewer_session_version(&self) -> i64 {
        self.content.viewer_session_version.unwrap_or(0)
    }

    /// Returns the id of a token for one playback.
    pub fn get_single_use(&self) -> Option<&str> {
        self.content.single_use.as_deref()
    }

    /// Returns the largest resolution that the viewer gets.
    pub fn get_max_resolution(&self) -> Option<Resolution> {
        self.content.max_resolution
    }

    /// Returns the permitted origins; none means all.
    pub fn origins(&self) -> Vec<&str> {
        let origins = self.content.allow_origin.as_deref().unwrap_or("");
        origins
            .split(',')
            .map(str::trim)
            .filter(|origin| !origin.is_empty())
            .collect()
    }

    /// Returns `true` if the origin is checked on every request.
    pub fn has_strict_origins(&self) -> bool {
        self.content.strict_origins == Some(true)
    }

    /// Returns the time until which playback may start, for a token that is signed at `now`.
    pub fn expires(&self, now: SystemTime) -> SystemTime {
        match self.expiry {
            // A time that cannot be stated is as far away as one that `sign` rejects.
            Expiry::In(duration) => now
                .checked_add(duration)
                .unwrap_or(UNIX_EPOCH + Duration::from_secs(faults::MAX_EXP)),
            Expiry::At(time) => time,
        }
    }

    /// Returns the payload of a token, as JSON.
    pub(super) fn payload(&self, now: SystemTime) -> Result<Vec<u8>, Vec<ClaimFault>> {
        let faults = faults::find(self, now);
        if !faults.is_empty() {
            return Err(faults);
        }
        let exp = seconds(self.expires(now));
        let payload = Payload {
            content: self.content.clone(),
            exp,
        };
        serde_json::to_vec(&payload).map_err(|_| Vec::new())
    }
}

/// Returns the full seconds since 1970; 0 for earlier times.
pub(super) fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH)
        .map_or(0, |duration| duration.as_secs())
}
