//! Invariants of the state, which hold between calls.

use crate::service::state::State;

/// Checks all invariants.
pub(super) fn check(state: &State) {
    for scope in state.scopes.values() {
        for channel in scope.channels.iter() {
            for (reference, exists) in [
                (
                    &channel.recording_configuration_arn,
                    scope
                        .recording_configurations
                        .get(&channel.recording_configuration_arn)
                        .is_some(),
                ),
                (
                    &channel.playback_restriction_policy_arn,
                    scope
                        .playback_restriction_policies
                        .get(&channel.playback_restriction_policy_arn)
                        .is_some(),
                ),
                (
                    &channel.ad_configuration_arn,
                    scope
                        .ad_configurations
                        .get(&channel.ad_configuration_arn)
                        .is_some(),
                ),
                (
                    &channel.failover_slate_configuration_arn,
                    scope
                        .failover_slates
                        .get(&channel.failover_slate_configuration_arn)
                        .is_some(),
                ),
            ] {
                assert!(reference.is_empty() || exists, "{reference}");
            }
            assert!(channel.tags.len() <= 50);
        }
        for key in scope.stream_keys.iter() {
            assert!(scope.channels.get(&key.channel_arn).is_some());
            assert!(scope.keys_of_channels[&key.channel_arn].contains(&key.arn));
        }
        let keys: usize = scope.keys_of_channels.values().map(Vec::len).sum();
        assert_eq!(keys, scope.stream_keys.len());
        for (number, channel) in &scope.connected {
            let session = scope.connected_session(channel).unwrap();
            assert_eq!(session.number, *number);
            assert!(scope.channels.get(channel).is_some(), "deleted while live");
        }
        for (channel, sessions) in &scope.sessions {
            let connected = sessions
                .iter()
                .filter(|session| session.is_connected())
                .count();
            let listed = scope
                .connected
                .values()
                .filter(|arn| *arn == channel)
                .count();
            assert_eq!((connected, connected <= 1), (listed, true));
            assert!(sessions.is_sorted_by_key(|session| session.number));
            for session in sessions {
                assert!(session.events().count() <= 500);
                assert!(session.viewer_count() >= -1);
                if let (Some(start), Some(end)) = (session.start, session.end) {
                    assert!(start <= end);
                }
            }
        }
    }
}
