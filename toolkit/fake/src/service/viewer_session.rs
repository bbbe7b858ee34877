//! Revocation of viewer sessions.

use serde::{Deserialize, Serialize};

use super::context::Context;
use super::error::{Outcome, not_found};
use super::list::NOT_FOUND;
use super::output::Empty;

/// A viewer whose sessions are to end, up to a version.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Revocation {
    channel_arn: String,
    viewer_id: String,
    viewer_session_versions_less_than_or_equal_to: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Batch {
    viewer_sessions: Vec<Revocation>,
}

#[derive(Debug, Serialize)]
pub(crate) struct BatchOutput {
    errors: Vec<RevocationError>,
}

/// The reason why one entry of a batch failed.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RevocationError {
    channel_arn: String,
    viewer_id: String,
    code: &'static str,
    message: String,
}

/// Revokes sessions of a viewer: running ones end, and tokens up to the version do not play again.
/// Returns `false` if there is no such channel.
fn revoke(context: &mut Context<'_>, revocation: &Revocation) -> bool {
    let Revocation {
        channel_arn,
        viewer_id,
        ..
    } = revocation;
    let version = revocation
        .viewer_session_versions_less_than_or_equal_to
        .unwrap_or(0);
    let scope = &mut *context.scope;
    if scope.channels.get(channel_arn).is_none() {
        return false;
    }
    let revoked = scope.revocations.entry(channel_arn.clone()).or_default();
    let highest = revoked.entry(viewer_id.clone()).or_insert(version);
    *highest = version.max(*highest);
    if let Some(session) = scope.connected_session_mut(channel_arn) {
        session.end_views(viewer_id, version);
    }
    true
}

pub(crate) fn revoke_one(context: &mut Context<'_>, input: Revocation) -> Outcome<Empty> {
    if revoke(context, &input) {
        Ok(Empty {})
    } else {
        Err(not_found(input.channel_arn))
    }
}

pub(crate) fn revoke_batch(context: &mut Context<'_>, input: Batch) -> Outcome<BatchOutput> {
    let mut errors = Vec::new();
    for revocation in input.viewer_sessions {
        if !revoke(context, &revocation) {
            let Revocation {
                channel_arn,
                viewer_id,
                ..
            } = revocation;
            let message = format!("Resource: {channel_arn} not found");
            errors.push(RevocationError {
                channel_arn,
                viewer_id,
                code: NOT_FOUND,
                message,
            });
        }
    }
    Ok(BatchOutput { errors })
}
