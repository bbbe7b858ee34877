//! Traits of Smithy's other packages: rules, protocols, tests and waiters.

use super::table::Treatment::{self, Implemented, Refused, WithoutEffect};
use super::table::{OTHER_PROTOCOL, TESTS};

/// By id, sorted.
pub(super) const TRAITS: &[(&str, Treatment)] = &[
    ("smithy.protocols#rpcv2Cbor", WithoutEffect(OTHER_PROTOCOL)),
    ("smithy.protocols#rpcv2Json", WithoutEffect(OTHER_PROTOCOL)),
    (
        "smithy.rules#clientContextParams",
        Refused("endpoint parameters that come from elsewhere than the settings"),
    ),
    (
        "smithy.rules#contextParam",
        Refused("endpoint parameters that come from elsewhere than the settings"),
    ),
    (
        "smithy.rules#endpointBdd",
        WithoutEffect("the rule set says the same"),
    ),
    ("smithy.rules#endpointRuleSet", Implemented),
    ("smithy.rules#endpointTests", WithoutEffect(TESTS)),
    (
        "smithy.rules#operationContextParams",
        Refused("endpoint parameters that come from elsewhere than the settings"),
    ),
    (
        "smithy.rules#staticContextParams",
        Refused("endpoint parameters that come from elsewhere than the settings"),
    ),
    ("smithy.test#eventStreamTests", WithoutEffect(TESTS)),
    (
        "smithy.test#httpMalformedRequestTests",
        WithoutEffect(TESTS),
    ),
    ("smithy.test#httpRequestTests", WithoutEffect(TESTS)),
    ("smithy.test#httpResponseTests", WithoutEffect(TESTS)),
    ("smithy.test#smokeTests", WithoutEffect(TESTS)),
    ("smithy.waiters#waitable", Implemented),
];
