//! Recording configurations.

use serde::{Deserialize, Serialize};

use super::arn::ResourceType;
use super::context::Context;
use super::error::{Outcome, conflict, validation, violation};
use super::input::{ByArn, Paged};
use super::output::{Empty, List, One};
use super::table::{Tags, resource};
use super::timer::Timer;
use super::{list, quota, reference, tags};

/// The beginning of the names of buckets that do not exist.
const MISSING_BUCKET: &str = "missing-";

/// A recording configuration, as the service shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecordingConfiguration {
    pub(crate) arn: String,
    pub(crate) name: String,
    pub(crate) destination_configuration: Destination,
    pub(crate) state: RecordingConfigurationState,
    pub(crate) tags: Tags,
    pub(crate) thumbnail_configuration: Thumbnails,
    pub(crate) recording_reconnect_window_seconds: u64,
    pub(crate) rendition_configuration: Renditions,
}
resource!(RecordingConfiguration is RecordingConfiguration);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum RecordingConfigurationState {
    Creating,
    CreateFailed,
    Active,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Destination {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) s3: Option<S3Destination>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct S3Destination {
    pub(crate) bucket_name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum RecordingMode {
    Disabled,
    Interval,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum ThumbnailStorage {
    Sequential,
    Latest,
}

/// A class of renditions by height, as thumbnails and recorded renditions name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Resolution {
    #[serde(rename = "LOWEST_RESOLUTION")]
    Lowest,
    Sd,
    Hd,
    FullHd,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum RenditionSelection {
    All,
    None,
    Custom,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Thumbnails {
    pub(crate) recording_mode: RecordingMode,
    pub(crate) target_interval_seconds: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) resolution: Option<Resolution>,
    pub(crate) storage: Vec<ThumbnailStorage>,
}

impl Default for Thumbnails {
    fn default() -> Self {
        Self {
            recording_mode: RecordingMode::Interval,
            target_interval_seconds: 60,
            resolution: None,
            storage: vec![ThumbnailStorage::Sequential],
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Renditions {
    pub(crate) rendition_selection: RenditionSelection,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) renditions: Vec<Resolution>,
}

impl Default for Renditions {
    fn default() -> Self {
        Self {
            rendition_selection: RenditionSelection::All,
            renditions: Vec::new(),
        }
    }
}

impl RecordingConfiguration {
    pub(crate) fn bucket(&self) -> &str {
        let s3 = self.destination_configuration.s3.as_ref();
        s3.map_or("", |s3| s3.bucket_name.as_str())
    }
}

/// The part of a recording configuration that lists show.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecordingConfigurationSummary {
    arn: String,
    name: String,
    destination_configuration: Destination,
    state: RecordingConfigurationState,
    tags: Tags,
}

impl From<&RecordingConfiguration> for RecordingConfigurationSummary {
    fn from(configuration: &RecordingConfiguration) -> Self {
        let RecordingConfiguration {
            arn,
            name,
            destination_configuration,
            state,
            tags,
            ..
        } = configuration.clone();
        Self {
            arn,
            name,
            destination_configuration,
            state,
            tags,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Create {
    name: Option<String>,
    destination_configuration: Destination,
    tags: Option<Tags>,
    thumbnail_configuration: Option<Thumbnails>,
    recording_reconnect_window_seconds: Option<u64>,
    rendition_configuration: Option<Renditions>,
}

pub(crate) fn create(
    context: &mut Context<'_>,
    input: Create,
) -> Outcome<One<RecordingConfiguration>> {
    if input.destination_configuration.s3.is_none() {
        return Err(violation("/destinationConfiguration/s3", "not be null"));
    }
    let renditions = input.rendition_configuration.unwrap_or_default();
    let custom = renditions.rendition_selection == RenditionSelection::Custom;
    if custom && renditions.renditions.is_empty() {
        return Err(validation("renditionSelection CUSTOM requires renditions"));
    }
    let tags = tags::checked(input.tags)?;
    let present = context.scope.recording_configurations.len();
    quota::check_count(context, "recording configurations", present, |limits| {
        limits.recording_configurations
    })?;
    let arn = context.new_arn(ResourceType::RecordingConfiguration);
    let ready = Timer::RecordingConfigurationReady { arn: arn.clone() };
    context.schedule(context.options.recording_configuration_delay, ready);
    let configuration = RecordingConfiguration {
        arn,
        name: input.name.unwrap_or_default(),
        destination_configuration: input.destination_configuration,
        state: RecordingConfigurationState::Creating,
        tags,
        thumbnail_configuration: input.thumbnail_configuration.unwrap_or_default(),
        recording_reconnect_window_seconds: input.recording_reconnect_window_seconds.unwrap_or(0),
        rendition_configuration: renditions,
    };
    let configuration = context.scope.recording_configurations.insert(configuration);
    Ok(One("recordingConfiguration", configuration.clone()))
}

/// Ends the creation of a configuration: it fails if its bucket is missing.
pub(crate) fn ready(context: &mut Context<'_>, arn: &str) {
    if let Some(configuration) = context.scope.recording_configurations.get_mut(arn) {
        let failed = configuration.bucket().starts_with(MISSING_BUCKET);
        configuration.settle(failed);
    }
}

impl RecordingConfiguration {
    /// Leaves the state `CREATING`, and returns `false` if it was left before.
    pub(crate) fn settle(&mut self, failed: bool) -> bool {
        use RecordingConfigurationState::{Active, CreateFailed, Creating};
        let creating = self.state == Creating;
        if creating {
            self.state = if failed { CreateFailed } else { Active };
        }
        creating
    }
}

pub(crate) fn get(context: &mut Context<'_>, input: ByArn) -> Outcome<One<RecordingConfiguration>> {
    let configuration = context.scope.recording_configurations.find(&input.arn)?;
    Ok(One("recordingConfiguration", configuration.clone()))
}

pub(crate) fn delete(context: &mut Context<'_>, input: ByArn) -> Outcome<Empty> {
    let configuration = context.scope.recording_configurations.find(&input.arn)?;
    if configuration.state == RecordingConfigurationState::Creating {
        return Err(conflict(format!(
            "Resource: {} is being created",
            input.arn
        )));
    }
    reference::require_none(context.scope, &input.arn, |channel| {
        &channel.recording_configuration_arn
    })?;
    context.scope.recording_configurations.remove(&input.arn)?;
    Ok(Empty {})
}

pub(crate) fn list(
    context: &mut Context<'_>,
    input: Paged,
) -> Outcome<List<RecordingConfigurationSummary>> {
    let table = &context.scope.recording_configurations;
    list::all(
        context,
        table,
        &input,
        20,
        "recordingConfigurations",
        |configuration| RecordingConfigurationSummary::from(configuration),
    )
}
