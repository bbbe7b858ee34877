//! Traits of AWS.

use super::table::Treatment::{self, Implemented, Refused, WithoutEffect};
use super::table::{AUTH, OTHER_PROTOCOL, RULES, TOOLS, XML};

/// By id, sorted.
pub(super) const TRAITS: &[(&str, Treatment)] = &[
    ("aws.api#arn", WithoutEffect(TOOLS)),
    ("aws.api#arnReference", WithoutEffect(TOOLS)),
    ("aws.api#awsChunked", Refused("bodies in signed chunks")),
    (
        "aws.api#clientDiscoveredEndpoint",
        Refused("endpoints that the service is asked for"),
    ),
    (
        "aws.api#clientEndpointDiscovery",
        Refused("endpoints that the service is asked for"),
    ),
    (
        "aws.api#clientEndpointDiscoveryId",
        Refused("endpoints that the service is asked for"),
    ),
    ("aws.api#controlPlane", WithoutEffect(TOOLS)),
    ("aws.api#data", WithoutEffect(TOOLS)),
    ("aws.api#dataPlane", WithoutEffect(TOOLS)),
    ("aws.api#service", Implemented),
    ("aws.api#tagEnabled", WithoutEffect(TOOLS)),
    ("aws.api#taggable", WithoutEffect(TOOLS)),
    ("aws.auth#cognitoUserPools", Refused(AUTH)),
    ("aws.auth#cognitoUserPoolsScopes", WithoutEffect(TOOLS)),
    ("aws.auth#sigv4", Implemented),
    ("aws.auth#sigv4a", Refused(AUTH)),
    ("aws.auth#unsignedPayload", Implemented),
    (
        "aws.cloudformation#cfnAdditionalIdentifier",
        WithoutEffect(TOOLS),
    ),
    ("aws.cloudformation#cfnDefaultValue", WithoutEffect(TOOLS)),
    (
        "aws.cloudformation#cfnExcludeProperty",
        WithoutEffect(TOOLS),
    ),
    ("aws.cloudformation#cfnMutability", WithoutEffect(TOOLS)),
    ("aws.cloudformation#cfnName", WithoutEffect(TOOLS)),
    ("aws.cloudformation#cfnResource", WithoutEffect(TOOLS)),
    (
        "aws.customizations#s3UnwrappedXmlOutput",
        WithoutEffect(XML),
    ),
    ("aws.endpoints#dualStackOnlyEndpoints", WithoutEffect(RULES)),
    ("aws.endpoints#endpointsModifier", WithoutEffect(RULES)),
    ("aws.endpoints#rulesBasedEndpoints", WithoutEffect(RULES)),
    (
        "aws.endpoints#standardPartitionalEndpoints",
        WithoutEffect(RULES),
    ),
    (
        "aws.endpoints#standardRegionalEndpoints",
        WithoutEffect(RULES),
    ),
    ("aws.iam#actionName", WithoutEffect(TOOLS)),
    ("aws.iam#actionPermissionDescription", WithoutEffect(TOOLS)),
    ("aws.iam#conditionKeyValue", WithoutEffect(TOOLS)),
    ("aws.iam#conditionKeys", WithoutEffect(TOOLS)),
    ("aws.iam#defineConditionKeys", WithoutEffect(TOOLS)),
    ("aws.iam#disableConditionKeyInference", WithoutEffect(TOOLS)),
    ("aws.iam#iamAction", WithoutEffect(TOOLS)),
    ("aws.iam#iamResource", WithoutEffect(TOOLS)),
    ("aws.iam#requiredActions", WithoutEffect(TOOLS)),
    ("aws.iam#serviceResolvedConditionKeys", WithoutEffect(TOOLS)),
    ("aws.iam#supportedPrincipalTypes", WithoutEffect(TOOLS)),
    ("aws.protocols#awsJson1_0", WithoutEffect(OTHER_PROTOCOL)),
    ("aws.protocols#awsJson1_1", WithoutEffect(OTHER_PROTOCOL)),
    ("aws.protocols#awsQuery", WithoutEffect(OTHER_PROTOCOL)),
    (
        "aws.protocols#awsQueryCompatible",
        WithoutEffect(OTHER_PROTOCOL),
    ),
    ("aws.protocols#awsQueryError", WithoutEffect(OTHER_PROTOCOL)),
    ("aws.protocols#ec2Query", WithoutEffect(OTHER_PROTOCOL)),
    ("aws.protocols#ec2QueryName", WithoutEffect(OTHER_PROTOCOL)),
    (
        "aws.protocols#httpChecksum",
        Refused("checksums in a choice of algorithms"),
    ),
    ("aws.protocols#restJson1", Implemented),
    ("aws.protocols#restXml", WithoutEffect(OTHER_PROTOCOL)),
];
