//! AWS's traits, except those about authentication and endpoint rules.

use super::form::Form;
use super::row::{OTHER_PROTOCOL, Row, TOOLS, XML, implemented, rejected, without_effect};
use super::{Traits, ids};

pub(super) const ROWS: &[Row] = &[
    without_effect("aws.api#arn", TOOLS),
    without_effect("aws.api#arnReference", TOOLS),
    rejected("aws.api#awsChunked", "request bodies in signed chunks"),
    rejected("aws.api#clientDiscoveredEndpoint", "endpoint discovery"),
    rejected("aws.api#clientEndpointDiscovery", "endpoint discovery"),
    rejected("aws.api#clientEndpointDiscoveryId", "endpoint discovery"),
    without_effect("aws.api#controlPlane", TOOLS),
    without_effect("aws.api#data", TOOLS),
    without_effect("aws.api#dataPlane", TOOLS),
    implemented(ids::AWS_SERVICE, Form::Any),
    without_effect("aws.api#tagEnabled", TOOLS),
    without_effect("aws.api#taggable", TOOLS),
    without_effect("aws.cloudformation#cfnAdditionalIdentifier", TOOLS),
    without_effect("aws.cloudformation#cfnDefaultValue", TOOLS),
    without_effect("aws.cloudformation#cfnExcludeProperty", TOOLS),
    without_effect("aws.cloudformation#cfnMutability", TOOLS),
    without_effect("aws.cloudformation#cfnName", TOOLS),
    without_effect("aws.cloudformation#cfnResource", TOOLS),
    without_effect("aws.customizations#s3UnwrappedXmlOutput", XML),
    without_effect("aws.iam#actionName", TOOLS),
    without_effect(ids::ACTION_PERMISSION_DESCRIPTION, TOOLS),
    without_effect("aws.iam#conditionKeyValue", TOOLS),
    without_effect("aws.iam#conditionKeys", TOOLS),
    without_effect(ids::DEFINE_CONDITION_KEYS, TOOLS),
    without_effect("aws.iam#disableConditionKeyInference", TOOLS),
    without_effect(ids::IAM_ACTION, TOOLS),
    without_effect("aws.iam#iamResource", TOOLS),
    without_effect("aws.iam#requiredActions", TOOLS),
    without_effect("aws.iam#serviceResolvedConditionKeys", TOOLS),
    without_effect("aws.iam#supportedPrincipalTypes", TOOLS),
    without_effect("aws.protocols#awsJson1_0", OTHER_PROTOCOL),
    without_effect("aws.protocols#awsJson1_1", OTHER_PROTOCOL),
    without_effect("aws.protocols#awsQuery", OTHER_PROTOCOL),
    without_effect("aws.protocols#awsQueryCompatible", OTHER_PROTOCOL),
    without_effect("aws.protocols#awsQueryError", OTHER_PROTOCOL),
    without_effect("aws.protocols#ec2Query", OTHER_PROTOCOL),
    without_effect("aws.protocols#ec2QueryName", OTHER_PROTOCOL),
    rejected(
        "aws.protocols#httpChecksum",
        "checksums with a choice of algorithms",
    ),
    implemented(ids::REST_JSON1, Form::Any),
    without_effect("aws.protocols#restXml", OTHER_PROTOCOL),
];

impl Traits {
    /// Returns the service's id in AWS SDKs.
    pub(crate) fn sdk_id(&self) -> Option<&str> {
        self.get(ids::AWS_SERVICE)?.get("sdkId")?.as_str()
    }
}
