//! Revocation of viewers.

use ivs_sdk::Client;
use ivs_sdk::types::{
    BatchStartViewerSessionRevocationError, BatchStartViewerSessionRevocationViewerSession,
};

use super::Error;
use crate::arn::{Arn, ResourceType};

/// The most viewers in a call.
const BATCH: usize = 20;

/// The most characters of a viewer's id.
const MAX_VIEWER_ID: usize = 40;

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
    /// Use 0 only if the tokens have no session version.
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
/// Playback ends within moments, not at once, and tokens of these viewers no longer play. To cut
/// off all viewers, delete the playback key pair as well.
///
/// Revoking again changes nothing.
///
/// # Errors
/// If the API would not accept a viewer, nothing is sent: otherwise, others of the same call would
/// not be revoked. If a call fails, the viewers of earlier calls were revoked.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recipes::{Viewer, revoke_viewers};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let fake = ivs_fake::Fake::start();
/// # let client = ivs_sdk::Client::from_conf(fake.config().build());
/// # client.create_channel().send().await?;
/// # let channel = fake.control().overview().channels.remove(0).arn;
/// let viewers = ["viewer-1", "viewer-2"].map(|id| Viewer::new(&channel, id, 0));
/// for failure in revoke_viewers(&client, viewers).await? {
///     println!("{:?}: {:?}", failure.viewer_id(), failure.message());
/// }
/// # Ok(())
/// # }
/// ```
pub async fn revoke_viewers(
    client: &Client,
    viewers: impl IntoIterator<Item = Viewer>,
) -> Result<Vec<BatchStartViewerSessionRevocationError>, Error> {
    let mut sessions = Vec::new();
    for (index, viewer) in viewers.into_iter().enumerate() {
        sessions.push(session(viewer).ok_or(Error::Viewer { index })?);
    }
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

/// Returns the viewer as the API takes it; `None` if the API would not accept it.
fn session(viewer: Viewer) -> Option<BatchStartViewerSessionRevocationViewerSession> {
    let arn: Arn = viewer.channel_arn.parse().ok()?;
    let id_length = viewer.viewer_id.chars().count();
    if arn.resource_type() != ResourceType::Channel
        || !(1..=MAX_VIEWER_ID).contains(&id_length)
        || viewer.max_version < 0
    {
        return None;
    }
    BatchStartViewerSessionRevocationViewerSession::builder()
        .channel_arn(viewer.channel_arn)
        .viewer_id(viewer.viewer_id)
        .viewer_session_versions_less_than_or_equal_to(viewer.max_version)
        .build()
        .ok()
}
