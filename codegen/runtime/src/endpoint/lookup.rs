//! The look-up that endpoint rules make.

use super::custom;
use super::partition::{Partition, find};

/// The partition of `region`: the one that lists it, else the first whose pattern it fits, else
/// `aws`.
///
/// The environment variable `SMITHY_CLIENT_SDK_CUSTOM_PARTITION` puts the table in the file that it
/// names in the place of `table`, for the whole process.
pub fn partition(table: &'static [Partition], region: &str) -> Option<&'static Partition> {
    find(custom::table().unwrap_or(table), region)
}
