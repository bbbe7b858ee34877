//! Playback restriction policies.

use serde::{Deserialize, Serialize};

use super::arn::ResourceType;
use super::context::Context;
use super::error::{Outcome, violation};
use super::input::{ByArn, Paged, set};
use super::output::{Empty, List, One};
use super::table::{Tags, resource};
use super::{list, quota, reference, tags};

const MOST_COUNTRIES: usize = 200;
const MOST_ORIGINS: usize = 5;

/// A playback restriction policy, as the service shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlaybackRestrictionPolicy {
    pub(crate) arn: String,
    pub(crate) allowed_countries: Vec<String>,
    pub(crate) allowed_origins: Vec<String>,
    pub(crate) enable_strict_origin_enforcement: bool,
    name: String,
    tags: Tags,
}
resource!(PlaybackRestrictionPolicy is PlaybackRestrictionPolicy);

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    allowed_countries: Option<Vec<String>>,
    allowed_origins: Option<Vec<String>>,
    enable_strict_origin_enforcement: Option<bool>,
    name: Option<String>,
}

impl Settings {
    fn check(&self) -> Outcome<()> {
        let lists = [
            ("/allowedCountries", &self.allowed_countries, MOST_COUNTRIES),
            ("/allowedOrigins", &self.allowed_origins, MOST_ORIGINS),
        ];
        for (path, list, most) in lists {
            if list.as_ref().is_some_and(|list| list.len() > most) {
                let rule = format!("have length less than or equal to {most}");
                return Err(violation(path, rule));
            }
        }
        Ok(())
    }

    fn apply(self, policy: &mut PlaybackRestrictionPolicy) {
        set(&mut policy.allowed_countries, self.allowed_countries);
        set(&mut policy.allowed_origins, self.allowed_origins);
        set(
            &mut policy.enable_strict_origin_enforcement,
            self.enable_strict_origin_enforcement,
        );
        set(&mut policy.name, self.name);
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct Create {
    tags: Option<Tags>,
    #[serde(flatten)]
    settings: Settings,
}

pub(crate) fn create(
    context: &mut Context<'_>,
    input: Create,
) -> Outcome<One<PlaybackRestrictionPolicy>> {
    input.settings.check()?;
    let tags = tags::checked(input.tags)?;
    let present = context.scope.playback_restriction_policies.len();
    quota::check_count(
        context,
        "playback restriction policies",
        present,
        |limits| limits.playback_restriction_policies,
    )?;
    let mut policy = PlaybackRestrictionPolicy {
        arn: context.new_arn(ResourceType::PlaybackRestrictionPolicy),
        allowed_countries: Vec::new(),
        allowed_origins: Vec::new(),
        enable_strict_origin_enforcement: false,
        name: String::new(),
        tags,
    };
    input.settings.apply(&mut policy);
    let policy = context.scope.playback_restriction_policies.insert(policy);
    Ok(One("playbackRestrictionPolicy", policy.clone()))
}

pub(crate) fn get(
    context: &mut Context<'_>,
    input: ByArn,
) -> Outcome<One<PlaybackRestrictionPolicy>> {
    let policy = context
        .scope
        .playback_restriction_policies
        .find(&input.arn)?;
    Ok(One("playbackRestrictionPolicy", policy.clone()))
}

#[derive(Debug, Deserialize)]
pub(crate) struct Update {
    arn: String,
    #[serde(flatten)]
    settings: Settings,
}

pub(crate) fn update(
    context: &mut Context<'_>,
    input: Update,
) -> Outcome<One<PlaybackRestrictionPolicy>> {
    input.settings.check()?;
    let policy = context
        .scope
        .playback_restriction_policies
        .find_mut(&input.arn)?;
    input.settings.apply(policy);
    Ok(One("playbackRestrictionPolicy", policy.clone()))
}

pub(crate) fn delete(context: &mut Context<'_>, input: ByArn) -> Outcome<Empty> {
    context
        .scope
        .playback_restriction_policies
        .find(&input.arn)?;
    reference::require_none(context.scope, &input.arn, |channel| {
        &channel.playback_restriction_policy_arn
    })?;
    context
        .scope
        .playback_restriction_policies
        .remove(&input.arn)?;
    Ok(Empty {})
}

pub(crate) fn list(
    context: &mut Context<'_>,
    input: Paged,
) -> Outcome<List<PlaybackRestrictionPolicy>> {
    let table = &context.scope.playback_restriction_policies;
    // The service's default page has one entry.
    list::all(
        context,
        table,
        &input,
        1,
        "playbackRestrictionPolicies",
        Clone::clone,
    )
}
