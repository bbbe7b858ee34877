//! Traits about authentication.

use serde_json::Value;

use super::form::Form;
use super::row::{DEFINITION, OTHER_AUTH, Row, TOOLS, implemented, rejected, without_effect};
use super::{Traits, ids};

pub(super) const ROWS: &[Row] = &[
    rejected("aws.auth#cognitoUserPools", OTHER_AUTH),
    without_effect("aws.auth#cognitoUserPoolsScopes", TOOLS),
    implemented(ids::SIGV4, Form::Any),
    rejected("aws.auth#sigv4a", OTHER_AUTH),
    implemented(ids::UNSIGNED_PAYLOAD, Form::Any),
    implemented(ids::AUTH, Form::List),
    without_effect("smithy.api#authDefinition", DEFINITION),
    rejected("smithy.api#httpApiKeyAuth", OTHER_AUTH),
    rejected("smithy.api#httpBasicAuth", OTHER_AUTH),
    implemented(ids::HTTP_BEARER_AUTH, Form::Any),
    rejected("smithy.api#httpDigestAuth", OTHER_AUTH),
    implemented(ids::OPTIONAL_AUTH, Form::Any),
];

impl Traits {
    /// Returns the ids of the authentication schemes, in order of preference.
    pub(crate) fn auth(&self) -> Option<Vec<&str>> {
        let schemes = self.get(ids::AUTH)?.as_array()?;
        Some(schemes.iter().filter_map(Value::as_str).collect())
    }

    /// Returns the service name that requests are signed for.
    pub(crate) fn signing_name(&self) -> Option<&str> {
        self.get(ids::SIGV4)?.get("name")?.as_str()
    }
}
