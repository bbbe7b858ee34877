//! The settings that an encoder announces, and the limits of a channel for them.

use serde::{Deserialize, Serialize};

use super::channel::{Channel, ChannelType, MultitrackMaximumResolution, MultitrackPolicy};
use super::event::Limit;

/// The tracks that an encoder sends, in the form of the API's `IngestConfigurations`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Ingest {
    /// The video tracks.
    pub video_configurations: Vec<VideoTrack>,
    /// The audio tracks.
    pub audio_configurations: Vec<AudioTrack>,
}

impl Default for Ingest {
    fn default() -> Self {
        Self {
            video_configurations: vec![VideoTrack::default()],
            audio_configurations: vec![AudioTrack::default()],
        }
    }
}

/// A video track; the default is 720p at 30 frames per second.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct VideoTrack {
    /// The codec, for example `avc1.42C028`.
    pub codec: String,
    /// The name of the encoder.
    pub encoder: String,
    /// The profile of the codec.
    pub profile: String,
    /// The level of the codec.
    pub level: String,
    /// Bits per second.
    pub target_bitrate: i64,
    /// Frames per second.
    pub target_framerate: i64,
    /// Pixels.
    pub video_height: i64,
    /// Pixels.
    pub video_width: i64,
    /// The name of the track; `Track` and its number if unset.
    pub track: Option<String>,
}

impl Default for VideoTrack {
    fn default() -> Self {
        Self {
            codec: "avc1.42C028".to_owned(),
            encoder: "obs-output module (libobs version 27.0.1)".to_owned(),
            profile: "Baseline".to_owned(),
            level: "4.0".to_owned(),
            target_bitrate: 3_500_000,
            target_framerate: 30,
            video_height: 720,
            video_width: 1280,
            track: None,
        }
    }
}

/// An audio track; the default is stereo at 160 kilobits per second.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct AudioTrack {
    /// The codec, for example `mp4a.40.2`.
    pub codec: String,
    /// Bits per second.
    pub target_bitrate: i64,
    /// Samples per second.
    pub sample_rate: i64,
    /// The number of channels.
    pub channels: i64,
    /// The name of the track; `Track` and its number if unset.
    pub track: Option<String>,
}

impl Default for AudioTrack {
    fn default() -> Self {
        Self {
            codec: "mp4a.40.2".to_owned(),
            target_bitrate: 160_000,
            sample_rate: 48_000,
            channels: 2,
            track: None,
        }
    }
}

/// The bit rates that a BASIC channel accepts up to 480p, and above.
const BASIC_BITRATES: (i64, i64) = (1_500_000, 3_500_000);
const BITRATE: i64 = 8_500_000;
const MULTITRACK_BITRATE: i64 = 15_000_000;

impl Ingest {
    /// Names the tracks that have no name.
    pub(crate) fn name_tracks(&mut self) {
        for (index, track) in self.video_configurations.iter_mut().enumerate() {
            track.track.get_or_insert_with(|| format!("Track{index}"));
        }
        for (index, track) in self.audio_configurations.iter_mut().enumerate() {
            track.track.get_or_insert_with(|| format!("Track{index}"));
        }
    }

    pub(crate) fn is_multitrack(&self) -> bool {
        self.video_configurations.len() > 1
    }

    /// Returns the first video track, whose size is that of the broadcast.
    pub(crate) fn video(&self) -> VideoTrack {
        self.video_configurations
            .first()
            .cloned()
            .unwrap_or_default()
    }

    pub(crate) fn bitrate(&self) -> i64 {
        let rates = self
            .video_configurations
            .iter()
            .map(|track| track.target_bitrate);
        rates.fold(0, i64::saturating_add)
    }

    /// Returns `true` if `other` has equal resolutions, frame rates and codecs.
    pub(crate) fn has_same_media(&self, other: &Self) -> bool {
        let video = |track: &VideoTrack| {
            let size = (track.video_width, track.video_height);
            (track.codec.clone(), size, track.target_framerate)
        };
        let audio = |track: &AudioTrack| (track.codec.clone(), track.channels);
        self.video_configurations
            .iter()
            .map(video)
            .eq(other.video_configurations.iter().map(video))
            && (self.audio_configurations.iter().map(audio))
                .eq(other.audio_configurations.iter().map(audio))
    }

    /// Returns the code with which a channel disconnects an encoder of the wrong kind.
    pub(crate) fn multitrack_fault(&self, channel: &Channel) -> Option<&'static str> {
        let multitrack = channel.multitrack_input_configuration.as_ref();
        let policy = multitrack
            .filter(|multitrack| multitrack.enabled)
            .map(|multitrack| multitrack.policy);
        match (self.is_multitrack(), policy) {
            (true, None) => Some("MultitrackInputNotAllowed"),
            (false, Some(Some(MultitrackPolicy::Require))) => Some("MultitrackInputRequired"),
            _ => None,
        }
    }

    /// Returns the limit of a channel that these settings exceed.
    pub(crate) fn breach(&self, channel: &Channel) -> Option<Limit> {
        let multitrack = channel.multitrack_input_configuration.as_ref();
        let maximum = multitrack.filter(|_| self.is_multitrack());
        let bitrate = match channel.channel_type {
            ChannelType::Basic if self.video().video_height <= 480 => BASIC_BITRATES.0,
            ChannelType::Basic => BASIC_BITRATES.1,
            ChannelType::Standard if self.is_multitrack() => MULTITRACK_BITRATE,
            _ => BITRATE,
        };
        let (pixels, edge) = match maximum.and_then(|multitrack| multitrack.maximum_resolution) {
            Some(MultitrackMaximumResolution::Sd) => (864 * 480, 864),
            Some(MultitrackMaximumResolution::Hd) => (1_280 * 720, 1_280),
            _ => (1_920 * 1_080, 1_920),
        };
        let tracks = &self.video_configurations;
        let most = |value: fn(&VideoTrack) -> i64| tracks.iter().map(value).max().unwrap_or(0);
        let area = most(|track| track.video_width.saturating_mul(track.video_height));
        let longest = most(|track| track.video_width.max(track.video_height));
        [
            ("Ingest Bitrate", bitrate, self.bitrate(), "bits per second"),
            ("Ingest Resolution", pixels, area, "total pixels"),
            ("Ingest Resolution", edge, longest, "pixels per edge"),
        ]
        .into_iter()
        .find(|(_, limit, value, _)| value > limit)
        .map(|(limit_name, limit_value, value, limit_unit)| Limit {
            limit_name,
            limit_value,
            exceeded_by: value.saturating_sub(limit_value),
            limit_unit,
        })
    }
}
