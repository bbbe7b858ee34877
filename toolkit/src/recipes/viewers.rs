//! Revocation of viewers.

use ivs_sdk::Client;
use ivs_sdk::types::{
    BatchStartViewerSessionRevocationError, BatchStartViewerSessionRevocationViewerSession,
};

use super::Error;

/// The most viewers in a call.
const BATCH: usize = 20;

/// A viewer whose sessions are to end.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Viewer {
    /// The ARN of the channel.
    pub channel_arn: String,
    /// The id in the viewer's tokens.
    pub viewer_id: String,
    /// The highest version of a session that ends. Tokens with a higher version stay valid.
    pub max_version: i32,
}

impl Viewer {
    /// Creates a viewer whose sessions up to `max_version` end.
    ///
    /// 0 is right if the tokens have no session version, and only then.
    pub fn new(
        channel_arn: impl Into<String>,
        viewer_id: impl Into<String>,
        max_version: i32,
    ) -> Self {
        Self {
            channel_arn: channel_arn.into(),
            viewer_id: viewer_id.into(),
            max_version,
        }
    }
}

/// Ends the sessions of any number of viewers, by 20 in a call, and returns those that failed.
///
/// Playback ends within moments, not at once, and tokens of these viewers play no more. To cut off all
/// viewers, delete the playback key pair as well.
///
/// Revoking again changes nothing.
///
/// # Errors
/// If a call fails. Viewers of earlier calls were revoked.
pub async fn revoke_viewers(
    client: &Client,
    viewers: impl IntoIterator<Item = Viewer>,
) -> Result<Vec<BatchStartViewerSessionRevocationError>, Error> {
    let sessions = viewers
        .into_iter()
        .map(session)
        .collect::<Result<Vec<_>, _>>()?;
    let mut failures = Vec::new();
    for batch in sessions.chunks(BATCH) {
        let call = client.batch_start_viewer_session_revocation();
        let output = call
            .set_viewer_sessions(Some(batch.to_vec()))
            .send()
            .await?;
        failures.extend(output.errors.unwrap_or_default());
    }
    Ok(failures)
}

fn session(viewer: Viewer) -> Result<BatchStartViewerSessionRevocationViewerSession, Error> {
    BatchStartViewerSessionRevocationViewerSession::builder()
        .channel_arn(viewer.channel_arn)
        .viewer_id(viewer.viewer_id)
        .viewer_session_versions_less_than_or_equal_to(viewer.max_version)
        .build()
        .map_err(|_| Error::MissingMember("channelArn"))
}
