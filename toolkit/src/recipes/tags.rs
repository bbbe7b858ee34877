//! Tags.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use ivs_sdk::Client;

use super::Error;

/// The most tags of a resource.
const MAX_TAGS: usize = 50;

/// The prefix of tags that only AWS may set, in any case.
const RESERVED: &str = "aws:";

/// The changes that a resource's tags needed.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct TagChanges {
    /// The tags that were added or have a new value.
    pub set: BTreeMap<String, String>,
    /// The keys that were removed.
    pub removed: Vec<String>,
}

/// A rule that tags break.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum TagFault {
    /// A resource would have this many tags, more than 50.
    TooMany(usize),
    /// The key begins with `aws:`, which is reserved.
    ReservedKey(String),
}

impl fmt::Display for TagFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany(count) => {
                write!(f, "a resource cannot have {count} tags, at most {MAX_TAGS}")
            }
            Self::ReservedKey(key) => write!(f, "the key {key:?} begins with `{RESERVED}`"),
        }
    }
}

/// Makes `tags` the tags of a resource, by the smallest change. Tags of AWS (`aws:…`) stay.
///
/// Tags that must go are removed first, so that 50 tags can be replaced by 50 others. In between, the
/// resource has neither.
///
/// Repeated, it changes nothing.
///
/// # Errors
/// If the tags break a rule, nothing is changed. If a call fails, some tags may have been removed.
pub async fn sync_tags<K, V>(
    client: &Client,
    resource_arn: &str,
    tags: impl IntoIterator<Item = (K, V)>,
) -> Result<TagChanges, Error>
where
    K: Into<String>,
    V: Into<String>,
{
    let tags = tags
        .into_iter()
        .map(|(key, value)| (key.into(), value.into()));
    let tags: BTreeMap<String, String> = tags.collect();
    if let Some(key) = tags.keys().find(|key| is_reserved(key)) {
        return Err(Error::Tags(TagFault::ReservedKey(key.clone())));
    }
    let list = client.list_tags_for_resource().resource_arn(resource_arn);
    let current = list.send().await?.tags;
    let reserved = current.keys().filter(|key| is_reserved(key)).count();
    if tags.len() + reserved > MAX_TAGS {
        return Err(Error::Tags(TagFault::TooMany(tags.len() + reserved)));
    }
    let changes = difference(&current, tags);
    if !changes.removed.is_empty() {
        let call = client.untag_resource().resource_arn(resource_arn);
        call.set_tag_keys(Some(changes.removed.clone()))
            .send()
            .await?;
    }
    if !changes.set.is_empty() {
        let set = changes.set.clone().into_iter().collect();
        let call = client.tag_resource().resource_arn(resource_arn);
        call.set_tags(Some(set)).send().await?;
    }
    Ok(changes)
}

fn is_reserved(key: &str) -> bool {
    let prefix = key.get(..RESERVED.len());
    prefix.is_some_and(|prefix| prefix.eq_ignore_ascii_case(RESERVED))
}

fn difference(current: &HashMap<String, String>, tags: BTreeMap<String, String>) -> TagChanges {
    let gone = |key: &&String| !is_reserved(key) && !tags.contains_key(*key);
    let mut removed: Vec<_> = current.keys().filter(gone).cloned().collect();
    removed.sort_unstable();
    let is_new = |(key, value): &(String, String)| current.get(key) != Some(value);
    TagChanges {
        set: tags.into_iter().filter(is_new).collect(),
        removed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_aws_stay() {
        let map = |tags: [(&str, &str); 2]| tags.map(|(key, value)| (key.into(), value.into()));
        let current = HashMap::from(map([("aws:stack", "1"), ("old", "1")]));
        let changes = difference(&current, BTreeMap::from(map([("new", "1"), ("é", "1")])));
        assert_eq!(changes.removed, ["old"]);
        assert_eq!(changes.set.len(), 2);
    }
}
