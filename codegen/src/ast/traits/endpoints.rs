//! Traits about endpoints.

use serde_json::Value;

use super::form::Form;
use super::row::{RULES, Row, TESTS, implemented, without_effect};
use super::{Traits, ids};

pub(super) const ROWS: &[Row] = &[
    without_effect("aws.endpoints#dualStackOnlyEndpoints", RULES),
    without_effect("aws.endpoints#endpointsModifier", RULES),
    without_effect("aws.endpoints#rulesBasedEndpoints", RULES),
    without_effect("aws.endpoints#standardPartitionalEndpoints", RULES),
    without_effect("aws.endpoints#standardRegionalEndpoints", RULES),
    implemented(ids::CLIENT_CONTEXT_PARAMS, Form::Objects),
    implemented(ids::CONTEXT_PARAM, Form::Key("name", &Form::String)),
    without_effect(
        ids::ENDPOINT_BDD,
        "the endpoint rule set states the same rules",
    ),
    implemented(ids::ENDPOINT_RULE_SET, Form::Any),
    without_effect(ids::ENDPOINT_TESTS, TESTS),
    implemented(ids::OPERATION_CONTEXT_PARAMS, Form::Objects),
    implemented(ids::STATIC_CONTEXT_PARAMS, Form::Objects),
];

impl Traits {
    pub(crate) fn endpoint_rule_set(&self) -> Option<&Value> {
        self.get(ids::ENDPOINT_RULE_SET)
    }
}
