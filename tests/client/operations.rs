//! The request of each operation, and the output parsed from a full response.

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

/// Returns all cases, for the coverage tests.
fn all_cases() -> Vec<Case> {
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
