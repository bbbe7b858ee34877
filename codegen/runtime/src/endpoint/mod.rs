//! The functions that endpoint rules call.

mod custom;
mod host;
mod partition;

pub use host::is_valid_host_label;
pub use partition::{Partition, RegionPattern, partition};
