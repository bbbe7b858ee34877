//! Traits of Smithy's other packages: rules, protocols, tests and waiters.

use super::table::Treatment::{self, Implemented, WithoutEffect};
use super::table::{OTHER_PROTOCOL, TESTS};

/// By id, sorted.
pub(super) const TRAITS: &[(&str, Treatment)] = &[
    ("smithy.protocols#rpcv2Cbor", WithoutEffect(OTHER_PROTOCOL)),
    ("smithy.protocols#rpcv2Json", WithoutEffect(OTHER_PROTOCOL)),
    ("smithy.rules#clientContextParams", Implemented),
    ("smithy.rules#contextParam", Implemented),
    (
        "smithy.rules#endpointBdd",
        WithoutEffect("the rule set says the same"),
    ),
    ("smithy.rules#endpointRuleSet", Implemented),
    ("smithy.rules#endpointTests", WithoutEffect(TESTS)),
    ("smithy.rules#operationContextParams", Implemented),
    ("smithy.rules#staticContextParams", Implemented),
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
