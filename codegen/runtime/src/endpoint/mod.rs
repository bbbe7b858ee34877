//! The functions that endpoint rules call.

mod custom;
mod host;
mod lookup;
mod partition;
mod url;

pub use host::is_valid_host_label;
pub use lookup::partition;
pub use partition::{Partition, RegionPattern};
pub use url::found;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::error::ContextAttachedError;

/// The error of parameters that cannot be, with what was tried.
pub fn invalid_params(source: impl Into<BoxError>) -> BoxError {
    ContextAttachedError::new("endpoint params could not be built", source).into()
}
