//! Resources of one type in the order of their creation, found by ARN.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::arn::ResourceType;
use super::error::{Outcome, not_found};

pub(crate) type Tags = BTreeMap<String, String>;

/// A resource with an ARN and tags.
pub(crate) trait Resource: Clone {
    const TYPE: ResourceType;

    fn arn(&self) -> &str;
    fn tags_mut(&mut self) -> &mut Tags;
}

/// Implements [`Resource`] for a structure with the fields `arn` and `tags`.
macro_rules! resource {
    ($structure:ident is $resource_type:ident) => {
        impl crate::service::table::Resource for $structure {
            const TYPE: crate::service::arn::ResourceType =
                crate::service::arn::ResourceType::$resource_type;

            fn arn(&self) -> &str {
                &self.arn
            }

            fn tags_mut(&mut self) -> &mut crate::service::table::Tags {
                &mut self.tags
            }
        }
    };
}
pub(crate) use resource;

/// A table of resources. Positions grow and are never used again, so a page can end at one.
///
/// Copies of the table share rows until one of them changes.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "Rows<T>", into = "Rows<T>")]
#[serde(bound(
    serialize = "T: Clone + Serialize",
    deserialize = "T: Resource + Deserialize<'de>"
))]
pub(crate) struct Table<T> {
    next: u64,
    rows: BTreeMap<u64, Arc<T>>,
    positions: BTreeMap<Arc<str>, u64>,
}

/// A table as it is stored: the index by ARN is built again when the table is read.
#[derive(Serialize, Deserialize)]
struct Rows<T> {
    next: u64,
    rows: BTreeMap<u64, Arc<T>>,
}

impl<T> From<Table<T>> for Rows<T> {
    fn from(table: Table<T>) -> Self {
        Self {
            next: table.next,
            rows: table.rows,
        }
    }
}

impl<T: Resource> From<Rows<T>> for Table<T> {
    fn from(Rows { next, rows }: Rows<T>) -> Self {
        let positions = rows
            .iter()
            .map(|(at, row)| (Arc::from(row.arn()), *at))
            .collect();
        let after_last = rows
            .last_key_value()
            .map_or(0, |(at, _)| at.saturating_add(1));
        Self {
            next: next.max(after_last),
            rows,
            positions,
        }
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            next: 0,
            rows: BTreeMap::new(),
            positions: BTreeMap::new(),
        }
    }
}

impl<T: Resource> Table<T> {
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Adds a resource with a new ARN and returns it.
    pub(crate) fn insert(&mut self, row: T) -> &mut T {
        let at = self.next;
        self.next = self.next.saturating_add(1);
        self.positions.insert(Arc::from(row.arn()), at);
        Arc::make_mut(self.rows.entry(at).or_insert(Arc::new(row)))
    }

    /// Returns a resource with its position.
    pub(crate) fn entry(&self, arn: &str) -> Option<(u64, &T)> {
        let at = *self.positions.get(arn)?;
        self.rows.get(&at).map(|row| (at, &**row))
    }

    pub(crate) fn get(&self, arn: &str) -> Option<&T> {
        self.rows.get(self.positions.get(arn)?).map(Arc::as_ref)
    }

    pub(crate) fn get_mut(&mut self, arn: &str) -> Option<&mut T> {
        let row = self.rows.get_mut(self.positions.get(arn)?);
        row.map(Arc::make_mut)
    }

    /// Returns the resource of an ARN, or the error that the service sends for an unknown one.
    pub(crate) fn find(&self, arn: &str) -> Outcome<&T> {
        self.get(arn).ok_or_else(|| not_found(arn))
    }

    pub(crate) fn find_mut(&mut self, arn: &str) -> Outcome<&mut T> {
        self.get_mut(arn).ok_or_else(|| not_found(arn))
    }

    pub(crate) fn remove(&mut self, arn: &str) -> Outcome<T> {
        let at = self.positions.remove(arn);
        at.and_then(|at| self.rows.remove(&at))
            .map(Arc::unwrap_or_clone)
            .ok_or_else(|| not_found(arn))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows.values().map(Arc::as_ref)
    }

    /// Returns positions and resources after a position, or all of them.
    pub(crate) fn after(&self, position: Option<u64>) -> impl Iterator<Item = (u64, &T)> {
        let start = position.map_or(Bound::Unbounded, Bound::Excluded);
        self.rows
            .range((start, Bound::Unbounded))
            .map(|(at, row)| (*at, &**row))
    }
}
