//! The renditions of a broadcast, and those of them that are recorded.

use serde::{Deserialize, Serialize};

use super::channel::{Channel, ChannelType};
use super::ingest::{Ingest, VideoTrack};
use super::recording_configuration::{RenditionSelection, Renditions, Resolution};

/// The heights that the service transcodes to.
const LADDER: [i64; 5] = [1080, 720, 480, 360, 160];

/// A rendition of a broadcast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Rendition {
    pub(crate) width: i64,
    pub(crate) height: i64,
    framerate: i64,
}

impl Rendition {
    fn of_source(track: &VideoTrack) -> Self {
        let VideoTrack {
            video_width,
            video_height,
            target_framerate,
            ..
        } = *track;
        Self {
            width: video_width,
            height: video_height,
            framerate: target_framerate,
        }
    }

    /// Returns the name of the rendition's folder, for example `720p30`.
    pub(crate) fn folder(&self) -> String {
        format!("{}p{}", self.height, self.framerate)
    }
}

impl Resolution {
    fn contains(self, rendition: &Rendition) -> bool {
        match self {
            Self::Lowest => (160..=360).contains(&rendition.height),
            Self::Sd => (361..=480).contains(&rendition.height),
            Self::Hd => (481..=720).contains(&rendition.height),
            Self::FullHd => (721..=1080).contains(&rendition.height),
        }
    }
}

/// Returns the renditions of a broadcast, best first: what the encoder sends on BASIC channels and
/// with several tracks, else what the channel's type transcodes it to.
fn all(channel: &Channel, ingest: &Ingest) -> Vec<Rendition> {
    if channel.channel_type == ChannelType::Basic || ingest.is_multitrack() {
        let mut sources: Vec<Rendition> = ingest
            .video_configurations
            .iter()
            .map(Rendition::of_source)
            .collect();
        sources.sort_by_key(|rendition| std::cmp::Reverse(rendition.height));
        return sources;
    }
    let source = Rendition::of_source(&ingest.video());
    let most = match channel.channel_type {
        ChannelType::AdvancedSd => 480,
        ChannelType::AdvancedHd => 720,
        ChannelType::Basic | ChannelType::Standard => i64::MAX,
    };
    let mut renditions = Vec::new();
    if source.height <= most && !LADDER.contains(&source.height) {
        renditions.push(source.clone());
    }
    for height in LADDER
        .into_iter()
        .filter(|height| *height <= source.height.min(most))
    {
        // Encoders need even widths.
        let width = source.width.saturating_mul(height) / source.height.max(1) / 2 * 2;
        let framerate = if height < 720 {
            source.framerate.min(30)
        } else {
            source.framerate
        };
        renditions.push(Rendition {
            width,
            height,
            framerate,
        });
    }
    renditions
}

/// Returns the renditions that are recorded, best first.
pub(crate) fn recorded(
    channel: &Channel,
    ingest: &Ingest,
    settings: &Renditions,
) -> Vec<Rendition> {
    let all = all(channel, ingest);
    match settings.rendition_selection {
        RenditionSelection::None => Vec::new(),
        RenditionSelection::Custom if channel.channel_type != ChannelType::Basic => {
            let mut chosen: Vec<Rendition> = Vec::new();
            for resolution in &settings.renditions {
                let fitting = all.iter().find(|rendition| resolution.contains(rendition));
                // A missing one is replaced by the best there is.
                let rendition = fitting.or(all.first());
                chosen.extend(
                    rendition
                        .filter(|rendition| !chosen.contains(rendition))
                        .cloned(),
                );
            }
            chosen.sort_by_key(|rendition| std::cmp::Reverse(rendition.height));
            chosen
        }
        RenditionSelection::All | RenditionSelection::Custom => all,
    }
}

/// Returns width and height of the thumbnails: those of a rendition of the chosen class, else of
/// the source.
pub(crate) fn thumbnail_size(
    renditions: &[Rendition],
    chosen: Option<Resolution>,
    source: (i64, i64),
) -> (i64, i64) {
    let fitting = chosen.and_then(|chosen| {
        renditions
            .iter()
            .find(|rendition| chosen.contains(rendition))
    });
    fitting.map_or(source, |rendition| (rendition.width, rendition.height))
}
