//! A service without rules.

use crate::diagnostics::Code;
use crate::testing::{ast, lowered, model};

#[test]
fn a_service_without_rules_must_be_told_where_to_call() {
    let shapes = r#"{"Service": {"traits": {"smithy.rules#endpointRuleSet": null}}}"#;
    let model = ast(&model(shapes).to_string());
    let lowered = lowered(&model).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let warnings: Vec<_> = lowered.warnings.iter().collect();
    let [only] = &*warnings else {
        panic!("{warnings:?}");
    };
    assert_eq!(only.code, Code::NoRuleSet);
    let parameters = &lowered.client.endpoint.parameters;
    let [only] = &**parameters else {
        panic!("{parameters:?}");
    };
    assert_eq!(only.name.wire, "Endpoint");
    assert_eq!(lowered.client.endpoint.rules.len(), 2);
}
