//! Tags.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use ivs_sdk::Client;

use super::Error;

/// The most tags of a resource.
const MAX_TAGS: usize = 50;

/// The most characters of a key.
const MAX_KEY: usize = 128;

/// The most characters of a value.
const MAX_VALUE: usize = 256;

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
    /// The key is empty or longer than 128 characters.
    KeyLength(String),
    /// The value of this key is longer than 256 characters.
    ValueLength(String),
}

impl fmt::Display for TagFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany(count) => {
                write!(f, "a resource cannot have {count} tags, at most {MAX_TAGS}")
            }
            Self::ReservedKey(key) => write!(f, "the key {key:?} begins with `{RESERVED}`"),
            Self::KeyLength(key) => {
                write!(f, "the key {key:?} does not have 1 to {MAX_KEY} characters")
            }
            Self::ValueLength(key) => {
                write!(
                    f,
                    "the value of {key:?} has more than {MAX_VALUE} characters"
                )
            }
        }
    }
}

impl std::error::Error for TagFault {}

/// Makes `tags` the tags of a resource, by the smallest change. Tags of AWS (`aws:…`) stay.
///
/// New tags are set before old ones are removed, so that a failure loses none. Only if the resource
/// would then have more than 50 tags, the old ones are removed first.
///
/// Repeated, it changes nothing.
///
/// # Errors
/// If the tags break a rule, nothing is changed. If a call fails, the tags may be changed only in
/// part.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recipes::sync_tags;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let fake = ivs_fake::Fake::start();
/// # let client = ivs_sdk::Client::from_conf(fake.config().build());
/// # client.create_channel().send().await?;
/// # let channel = fake.control().overview().channels.remove(0).arn;
/// let tags = [("stage", "main"), ("team", "sports")];
/// let changes = sync_tags(&client, &channel, tags).await?;
/// assert_eq!(changes.set.len(), 2);
/// // Nothing is left to change.
/// assert_eq!(sync_tags(&client, &channel, tags).await?, Default::default());
/// # Ok(())
/// # }
/// ```
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
    if let Some(fault) = tags.iter().find_map(|(key, value)| fault(key, value)) {
        return Err(Error::Tags(fault));
    }
    let list = client.list_tags_for_resource().resource_arn(resource_arn);
    let current = list.send().await?.tags;
    let reserved = current.keys().filter(|key| is_reserved(key)).count();
    if tags.len() + reserved > MAX_TAGS {
        return Err(Error::Tags(TagFault::TooMany(tags.len() + reserved)));
    }
    let changes = difference(&current, tags);
    let added = changes.set.keys().filter(|key| !current.contains_key(*key));
    if current.len() + added.count() <= MAX_TAGS {
        set(client, resource_arn, &changes).await?;
        remove(client, resource_arn, &changes).await?;
    } else {
        remove(client, resource_arn, &changes).await?;
        set(client, resource_arn, &changes).await?;
    }
    Ok(changes)
}

async fn set(client: &Client, resource_arn: &str, changes: &TagChanges) -> Result<(), Error> {
    if !changes.set.is_empty() {
        let call = client.tag_resource().resource_arn(resource_arn);
        let tags = changes.set.clone().into_iter().collect();
        call.set_tags(Some(tags)).send().await?;
    }
    Ok(())
}

async fn remove(client: &Client, resource_arn: &str, changes: &TagChanges) -> Result<(), Error> {
    if !changes.removed.is_empty() {
        let call = client.untag_resource().resource_arn(resource_arn);
        let keys = changes.removed.clone();
        call.set_tag_keys(Some(keys)).send().await?;
    }
    Ok(())
}

fn fault(key: &str, value: &str) -> Option<TagFault> {
    if is_reserved(key) {
        Some(TagFault::ReservedKey(key.to_owned()))
    } else if !(1..=MAX_KEY).contains(&key.chars().count()) {
        Some(TagFault::KeyLength(key.to_owned()))
    } else if value.chars().count() > MAX_VALUE {
        Some(TagFault::ValueLength(key.to_owned()))
    } else {
        None
    }
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
