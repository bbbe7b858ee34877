//! The standard library of endpoint rules.

#[cfg(feature = "endpoint-rules")]
mod account;
#[cfg(feature = "endpoint-rules")]
mod arn;
#[cfg(feature = "endpoint-rules")]
mod bucket;
mod custom;
#[cfg(feature = "endpoint-rules")]
mod document;
mod from_url;
mod host;
mod lookup;
#[cfg(feature = "endpoint-rules")]
mod parse_url;
mod partition;
mod source;
#[cfg(feature = "endpoint-rules")]
mod strings;

#[cfg(feature = "endpoint-rules")]
pub use account::take_account_id;
#[cfg(feature = "endpoint-rules")]
pub use arn::{Arn, parse_arn};
#[cfg(feature = "endpoint-rules")]
pub use bucket::is_virtual_hostable_s3_bucket;
#[cfg(feature = "endpoint-rules")]
pub use document::object;
pub(crate) use from_url::is_valid_url;
pub use from_url::{from_parts, from_url};
pub use host::is_valid_host_label;
pub use lookup::partition;
#[cfg(feature = "endpoint-rules")]
pub use parse_url::{Url, parse_url};
pub use partition::{Partition, RegionPattern};
pub use source::NameUrlSource;
pub(crate) use source::{InvalidRegion, InvalidUrlSource, with_region};
#[cfg(feature = "endpoint-rules")]
pub use strings::{as_strs, choose, item, split, substring, uri_encode};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::error::ContextAttachedError;

/// Creates the error for invalid endpoint parameters.
pub fn invalid_params(source: impl Into<BoxError>) -> BoxError {
    ContextAttachedError::new("endpoint params could not be built", source).into()
}
