//! An overview of all channels, for the page that shows them.

use serde::Serialize;

use crate::service::session::Health;
use crate::service::state::State;

/// The time, and all channels of all accounts and regions.
#[derive(Clone, Debug, Serialize)]
pub struct Overview {
    /// The fake's time in RFC 3339.
    pub now: String,
    /// The channels, by account and region in the order of their creation.
    pub channels: Vec<ChannelOverview>,
}

/// A channel with its keys and its stream.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChannelOverview {
    /// The channel's ARN.
    pub arn: String,
    /// The channel's name.
    pub name: String,
    /// `true` if playback needs a token.
    pub authorized: bool,
    /// The playback URL.
    pub playback_url: String,
    /// The values of the stream keys.
    pub stream_keys: Vec<String>,
    /// The stream, if the channel is live.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<StreamOverview>,
}

/// A live stream.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StreamOverview {
    /// The stream's id.
    pub stream_id: String,
    /// The time of going live in RFC 3339.
    pub start_time: String,
    /// `HEALTHY`, `STARVING` or `UNKNOWN`.
    pub health: String,
    /// The number of viewers; -1 for a count that timed out.
    pub viewer_count: i64,
}

pub(super) fn of(state: &State) -> Overview {
    let channels = state.scopes.values().flat_map(|scope| {
        scope.channels.iter().map(|channel| {
            let keys = scope
                .keys_of_channels
                .get(&channel.arn)
                .into_iter()
                .flatten();
            let keys = keys.filter_map(|arn| scope.stream_keys.get(arn));
            let stream = scope.connected_session(&channel.arn).and_then(|session| {
                session.live_since().map(|start| StreamOverview {
                    stream_id: session.stream_id.clone(),
                    start_time: start.rfc3339(),
                    health: match session.health {
                        Health::Healthy => "HEALTHY",
                        Health::Starving => "STARVING",
                        Health::Unknown => "UNKNOWN",
                    }
                    .to_owned(),
                    viewer_count: session.viewer_count(),
                })
            });
            ChannelOverview {
                arn: channel.arn.clone(),
                name: channel.name.clone(),
                authorized: channel.authorized,
                playback_url: channel.playback_url.clone(),
                stream_keys: keys.map(|key| key.value.clone()).collect(),
                stream,
            }
        })
    });
    Overview {
        now: state.world.clock.now().rfc3339(),
        channels: channels.collect(),
    }
}
