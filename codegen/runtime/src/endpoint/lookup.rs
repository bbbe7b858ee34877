//! The lookup of partitions.

use super::custom;
use super::partition::{Partition, find};

/// Returns the partition of `region`: the one that lists it, else the first whose pattern matches,
/// else `aws`.
///
/// If the environment variable `SMITHY_CLIENT_SDK_CUSTOM_PARTITION` is set, the table in the file
/// that it names replaces `table` for the entire process.
pub fn partition(table: &'static [Partition], region: &str) -> Option<&'static Partition> {
    find(custom::table().unwrap_or(table), region)
}
