//! Tests of services without endpoint rules.

use crate::diagnostics::Code;
use crate::testing::{ast, lowered, model};

#[test]
fn service_without_rules_requires_an_endpoint_url() {
    let shapes = r#"{"Service": {"traits": {"smithy.rules#endpointRuleSet": null}}}"#;
    let model = ast(&model(shapes).to_string());
    let lowered = lowered(&model).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let warnings: Vec<_> = lowered.warnings.iter().collect();
    let [warning] = &*warnings else {
        panic!("{warnings:?}");
    };
    assert_eq!(warning.code, Code::NoRuleSet);
    let parameters = &lowered.client.endpoint.parameters;
    let [parameter] = &**parameters else {
        panic!("{parameters:?}");
    };
    assert_eq!(parameter.name.wire, "Endpoint");
    assert_eq!(lowered.client.endpoint.rules.len(), 2);
}
