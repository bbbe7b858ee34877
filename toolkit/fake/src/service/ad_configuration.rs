//! Ad configurations.

use serde::{Deserialize, Serialize};

use super::arn::ResourceType;
use super::context::Context;
use super::error::Outcome;
use super::input::{ByArn, Paged, set};
use super::output::{Empty, List, One};
use super::table::{Tags, resource};
use super::{list, quota, reference, tags};

/// An ad configuration, as the service shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AdConfiguration {
    arn: String,
    name: String,
    media_tailor_playback_configurations: Vec<MediaTailorPlaybackConfiguration>,
    post_roll_configuration: PostRoll,
    tags: Tags,
}
resource!(AdConfiguration is AdConfiguration);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MediaTailorPlaybackConfiguration {
    #[serde(skip_serializing_if = "Option::is_none")]
    playback_configuration_arn: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PostRoll {
    enabled: bool,
    duration_seconds: i64,
}

impl Default for PostRoll {
    fn default() -> Self {
        Self {
            enabled: false,
            duration_seconds: 15,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Create {
    name: Option<String>,
    media_tailor_playback_configurations: Vec<MediaTailorPlaybackConfiguration>,
    post_roll_configuration: Option<PostRoll>,
    tags: Option<Tags>,
}

pub(crate) fn create(context: &mut Context<'_>, input: Create) -> Outcome<One<AdConfiguration>> {
    let tags = tags::checked(input.tags)?;
    let present = context.scope.ad_configurations.len();
    quota::check_count(context, "ad configurations", present, |limits| {
        limits.ad_configurations
    })?;
    let configuration = AdConfiguration {
        arn: context.new_arn(ResourceType::AdConfiguration),
        name: input.name.unwrap_or_default(),
        media_tailor_playback_configurations: input.media_tailor_playback_configurations,
        post_roll_configuration: input.post_roll_configuration.unwrap_or_default(),
        tags,
    };
    let configuration = context.scope.ad_configurations.insert(configuration);
    Ok(One("adConfiguration", configuration.clone()))
}

pub(crate) fn get(context: &mut Context<'_>, input: ByArn) -> Outcome<One<AdConfiguration>> {
    Ok(One(
        "adConfiguration",
        context.scope.ad_configurations.find(&input.arn)?.clone(),
    ))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Update {
    arn: String,
    name: Option<String>,
    media_tailor_playback_configurations: Option<Vec<MediaTailorPlaybackConfiguration>>,
    post_roll_configuration: Option<PostRoll>,
}

pub(crate) fn update(context: &mut Context<'_>, input: Update) -> Outcome<One<AdConfiguration>> {
    let configuration = context.scope.ad_configurations.find_mut(&input.arn)?;
    set(&mut configuration.name, input.name);
    set(
        &mut configuration.media_tailor_playback_configurations,
        input.media_tailor_playback_configurations,
    );
    set(
        &mut configuration.post_roll_configuration,
        input.post_roll_configuration,
    );
    Ok(One("adConfiguration", configuration.clone()))
}

pub(crate) fn delete(context: &mut Context<'_>, input: ByArn) -> Outcome<Empty> {
    context.scope.ad_configurations.find(&input.arn)?;
    reference::require_none(context.scope, &input.arn, |channel| {
        &channel.ad_configuration_arn
    })?;
    context.scope.ad_configurations.remove(&input.arn)?;
    Ok(Empty {})
}

pub(crate) fn list(context: &mut Context<'_>, input: Paged) -> Outcome<List<AdConfiguration>> {
    let table = &context.scope.ad_configurations;
    list::all(context, table, &input, 20, "adConfigurations", Clone::clone)
}
