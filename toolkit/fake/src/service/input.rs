//! Inputs that many operations share.

use serde::Deserialize;

/// The input of operations on one resource.
#[derive(Debug, Deserialize)]
pub(crate) struct ByArn {
    pub(crate) arn: String,
}

/// The input of operations on a channel that concern its stream.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ByChannel {
    pub(crate) channel_arn: String,
}

/// The input of operations on several resources.
#[derive(Debug, Deserialize)]
pub(crate) struct ByArns {
    pub(crate) arns: Vec<String>,
}

/// The input of lists without filters.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Paged {
    pub(crate) next_token: Option<String>,
    pub(crate) max_results: Option<i64>,
}

/// The input of lists of a channel's resources.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PagedByChannel {
    pub(crate) channel_arn: String,
    pub(crate) next_token: Option<String>,
    pub(crate) max_results: Option<i64>,
}

/// Sets a member to the value of an input, if the input has one.
pub(crate) fn set<T>(member: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *member = value;
    }
}
