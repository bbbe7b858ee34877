//! Tags of all resources.

use serde::Deserialize;

use super::arn::{Arn, ResourceType};
use super::context::Context;
use super::error::{Outcome, not_found, validation, violation};
use super::output::{Empty, One};
use super::state::Scope;
use super::table::{Resource, Table, Tags};

const MOST_TAGS: usize = 50;

/// Returns the tags of a new resource.
///
/// # Errors
///
/// ValidationException if there are too many, or keys begin with `aws:`.
pub(crate) fn checked(tags: Option<Tags>) -> Outcome<Tags> {
    let tags = tags.unwrap_or_default();
    check_keys(&tags)?;
    check_count(&tags)?;
    Ok(tags)
}

fn check_keys(tags: &Tags) -> Outcome<()> {
    // AWS reserves the prefix in any case of its letters.
    let reserved = |key: &&String| {
        key.get(..4)
            .is_some_and(|key| key.eq_ignore_ascii_case("aws:"))
    };
    match tags.keys().find(reserved) {
        Some(key) => {
            let path = format!("/tags/{key}");
            Err(violation(&path, "not have the prefix aws:"))
        }
        None => Ok(()),
    }
}

fn check_count(tags: &Tags) -> Outcome<()> {
    if tags.len() > MOST_TAGS {
        return Err(validation(format!(
            "A resource can have at most {MOST_TAGS} tags"
        )));
    }
    Ok(())
}

fn tags_in<'a, T: Resource + 'a>(table: &'a mut Table<T>, arn: &str) -> Outcome<&'a mut Tags> {
    table.find_mut(arn).map(Resource::tags_mut)
}

/// Returns the tags of the resource that `arn` names.
fn tags_of<'a>(scope: &'a mut Scope, arn: &str) -> Outcome<&'a mut Tags> {
    match Arn::parse(arn).ok_or_else(|| not_found(arn))?.resource_type {
        ResourceType::AdConfiguration => tags_in(&mut scope.ad_configurations, arn),
        ResourceType::Channel => tags_in(&mut scope.channels, arn),
        ResourceType::FailoverSlateConfiguration => tags_in(&mut scope.failover_slates, arn),
        ResourceType::PlaybackKey => tags_in(&mut scope.playback_key_pairs, arn),
        ResourceType::PlaybackRestrictionPolicy => {
            tags_in(&mut scope.playback_restriction_policies, arn)
        }
        ResourceType::RecordingConfiguration => tags_in(&mut scope.recording_configurations, arn),
        ResourceType::StreamKey => tags_in(&mut scope.stream_keys, arn),
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListInput {
    resource_arn: String,
}

pub(crate) fn list(context: &mut Context<'_>, input: ListInput) -> Outcome<One<Tags>> {
    Ok(One(
        "tags",
        tags_of(context.scope, &input.resource_arn)?.clone(),
    ))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Tag {
    resource_arn: String,
    tags: Tags,
}

pub(crate) fn tag(context: &mut Context<'_>, input: Tag) -> Outcome<Empty> {
    check_keys(&input.tags)?;
    let tags = tags_of(context.scope, &input.resource_arn)?;
    let mut changed = tags.clone();
    changed.extend(input.tags);
    check_count(&changed)?;
    *tags = changed;
    Ok(Empty {})
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Untag {
    resource_arn: String,
    tag_keys: Vec<String>,
}

pub(crate) fn untag(context: &mut Context<'_>, input: Untag) -> Outcome<Empty> {
    let tags = tags_of(context.scope, &input.resource_arn)?;
    for key in &input.tag_keys {
        tags.remove(key);
    }
    Ok(Empty {})
}
