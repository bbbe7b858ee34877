//! All operations: what each sends, and what it makes of a full answer.

mod ad_configurations;
mod case;
mod channels;
mod coverage;
mod failover_slates;
mod playback_key_pairs;
mod playback_restriction_policies;
mod recording_configurations;
mod request;
mod sessions;
mod stream_keys;
mod streams;
mod tags;
mod viewer_sessions;

use case::Case;

/// Every case, for the checks that none is missing.
fn all() -> Vec<Case> {
    [
        ad_configurations::cases(),
        channels::cases(),
        failover_slates::cases(),
        playback_key_pairs::cases(),
        playback_restriction_policies::cases(),
        recording_configurations::cases(),
        sessions::cases(),
        stream_keys::cases(),
        streams::cases(),
        tags::cases(),
        viewer_sessions::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
