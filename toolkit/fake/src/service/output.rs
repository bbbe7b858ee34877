//! Outputs of operations that differ in the names of their members only.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::page::Page;

/// An output without members.
#[derive(Debug, Serialize)]
pub(crate) struct Empty {}

/// An output with one member.
#[derive(Debug)]
pub(crate) struct One<V>(pub(crate) &'static str, pub(crate) V);

impl<V: Serialize> Serialize for One<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.0, &self.1)?;
        map.end()
    }
}

/// An output with a page of a list.
#[derive(Debug)]
pub(crate) struct List<V>(pub(crate) &'static str, pub(crate) Page<V>);

impl<V: Serialize> Serialize for List<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(self.0, &self.1.items)?;
        if let Some(token) = &self.1.next_token {
            map.serialize_entry("nextToken", token)?;
        }
        map.end()
    }
}
