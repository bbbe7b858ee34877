mod bindings;
mod errors;
mod functions;
mod missing;

use serde_json::{Value, json};

use crate::ir::{
    BuiltIn, Condition, Endpoint, Outcome, ParameterValue, RuleValue, TemplatePart, Typed,
};
use crate::testing::{assert_diagnostic, client};

const PARAMETERS: &str = r#"{
    "Region": {"builtIn": "AWS::Region", "type": "String", "required": false},
    "UseFIPS": {"builtIn": "AWS::UseFIPS", "type": "boolean", "default": true},
    "UseDualStack": {"builtIn": "AWS::UseDualStack", "type": "Boolean", "default": false},
    "Endpoint": {"builtIn": "SDK::Endpoint", "type": "string"},
    "Bed": {"type": "string", "required": true, "default": "rose"},
    "Row": {"type": "string", "required": true},
    "Tools": {"type": "stringArray"},
    "Wet": {"type": "boolean"}
}"#;

fn shapes(parameters: &Value, rules: &Value) -> String {
    let rule_set = json!({"parameters": parameters, "rules": rules});
    format!(r#"{{"Service": {{"traits": {{"smithy.rules#endpointRuleSet": {rule_set}}}}}}}"#)
}

fn parameters() -> Value {
    serde_json::from_str(PARAMETERS).expect("parameters")
}

fn rules(rules: &Value) -> Endpoint {
    let endpoint = client(&shapes(&parameters(), rules)).endpoint;
    assert!(endpoint.parameters.len() >= 8);
    endpoint
}

/// Returns a list with one rule: an error under `conditions`.
fn error_rules(conditions: &Value) -> Value {
    json!([{"type": "error", "conditions": conditions, "error": "e"}])
}

fn region_is_set() -> Value {
    json!({"fn": "isSet", "argv": [{"ref": "Region"}]})
}

fn partition() -> Value {
    json!({"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "PartitionResult"})
}

/// Prints the value in a short form.
fn short(typed: &Typed) -> String {
    let all = |values: &[&Typed]| {
        let values = values.iter().map(|value| short(value));
        values.collect::<Vec<_>>().join(", ")
    };
    let optional = if typed.optional { "?" } else { "" };
    let string = match &typed.value {
        RuleValue::String(literal) => format!("{literal:?}"),
        RuleValue::Boolean(literal) => literal.to_string(),
        RuleValue::Parameter(name) => format!("params.{name}"),
        RuleValue::Variable(name) => name.clone(),
        RuleValue::Field(inner, field) => format!("{}.{field}", short(inner)),
        RuleValue::Item(inner, index) => format!("{}[{index}]", short(inner)),
        RuleValue::IsSet(inner) => format!("set({})", short(inner)),
        RuleValue::Not(inner) => format!("not({})", short(inner)),
        RuleValue::Equal(left, right) => format!("{} == {}", short(left), short(right)),
        RuleValue::Choice(condition, yes, no) => format!("ite({})", all(&[condition, yes, no])),
        RuleValue::List(strings) => format!("[{}]", all(&strings.iter().collect::<Vec<_>>())),
        RuleValue::First(values) => format!("first({})", all(&values.iter().collect::<Vec<_>>())),
        RuleValue::Call(function) => {
            let name = format!("{function:?}");
            let name = name.split('(').next().unwrap_or_default();
            format!("{name}({})", all(&function.arguments()))
        }
        RuleValue::Template(parts) => {
            let parts = parts.iter().map(|part| match part {
                TemplatePart::Literal(literal) => literal.clone(),
                TemplatePart::Value(value) => format!("{{{}}}", short(value)),
            });
            format!("`{}`", parts.collect::<String>())
        }
    };
    format!("{string}{optional}")
}

/// Prints the condition in a short form.
fn line(condition: &Condition) -> String {
    match condition {
        Condition::Set { value, name: None } => format!("some {}", short(value)),
        Condition::Set {
            value,
            name: Some(name),
        } => format!("some {name} = {}", short(value)),
        Condition::Let { value, name } => format!("let {name} = {}", short(value)),
        Condition::Holds(value) => short(value),
    }
}

#[test]
fn parameters_have_sources_types_and_defaults() {
    let endpoint = rules(&json!([]));
    let parameters: Vec<_> = endpoint
        .parameters
        .iter()
        .map(|parameter| {
            (
                &*parameter.name.rust,
                parameter.built_in,
                parameter.required,
                parameter.default.clone(),
            )
        })
        .collect();
    let boolean = |value| Some(ParameterValue::Boolean(value));
    let string = |value: &str| Some(ParameterValue::String(value.to_owned()));
    let expected = [
        ("region", Some(BuiltIn::Region), false, None),
        ("use_fips", Some(BuiltIn::Fips), true, boolean(true)),
        (
            "use_dual_stack",
            Some(BuiltIn::DualStack),
            true,
            boolean(false),
        ),
        ("endpoint", Some(BuiltIn::Endpoint), false, None),
        ("bed", None, true, string("rose")),
        ("row", None, true, None),
        ("tools", None, false, None),
        ("wet", None, false, None),
    ];
    assert_eq!(parameters[..8], expected);
    assert!(!endpoint.needs_library);
}

#[test]
fn rules_lead_to_endpoints_errors_or_more_rules() {
    let tree = json!([{"type": "tree", "conditions": [region_is_set(), partition()], "rules": [
        {"type": "endpoint", "conditions": [], "endpoint": {
            "url": "https://a.{Region}.{PartitionResult#dnsSuffix}/", "properties": {}, "headers": {}}},
        {"type": "error", "conditions": [], "error": {"ref": "Region"}}]}]);
    let endpoint = rules(&tree);
    let Outcome::Rules(rules) = &endpoint.rules[0].outcome else {
        panic!("{endpoint:#?}");
    };
    let Outcome::Endpoint(parts) = &rules[0].outcome else {
        panic!("{rules:#?}");
    };
    assert_eq!(
        short(&parts.url),
        "`https://a.{region}.{partition_result.dns_suffix}/`"
    );
    let Outcome::Error(message) = &rules[1].outcome else {
        panic!("{rules:#?}");
    };
    assert_eq!(short(message), "region");
}

#[test]
fn endpoint_has_headers_properties_and_auth_schemes() {
    let endpoint = json!([{"type": "endpoint", "conditions": [], "endpoint": {
    "url": "https://{Bed}", "headers": {"x-bed": ["{{{Bed}}}", "b"]},
    "properties": {
        "authSchemes": [{"name": "sigv4", "signingName": "a", "signingRegionSet": ["*"]}],
        "deep": {"a": [true, null, 1, "{Row}"]}
    }}}]);
    let endpoint = rules(&endpoint);
    let Outcome::Endpoint(parts) = &endpoint.rules[0].outcome else {
        panic!("{endpoint:#?}");
    };
    assert_eq!(short(&parts.url), "`https://{params.bed}`");
    let (name, values) = &parts.headers[0];
    let values: Vec<_> = values.iter().map(short).collect();
    assert_eq!(
        (&**name, &*values),
        (
            "x-bed",
            &["`{{params.bed}}`".to_owned(), "\"b\"".to_owned()][..]
        )
    );
    let (name, values) = &parts.auth_schemes[0];
    assert_eq!((&**name, values.len()), ("sigv4", 2));
    assert_eq!(parts.properties[0].0, "deep");
    assert!(
        endpoint.needs_library,
        "the runtime library has the type for objects"
    );
}

#[test]
fn parameters_with_similar_names_are_an_error() {
    let string = json!({"type": "string"});
    for [first, second] in [["Bed", "bed"], ["aB", "AB"], ["Bed1", "Bed_1"]] {
        let shapes = shapes(&json!({first: string, second: string}), &json!([]));
        let expected = format!(
            "E0704 t#Service: the names of the parameters `{first}` and `{second}` are too similar"
        );
        assert_diagnostic(&shapes, &expected);
    }
}

#[test]
fn later_parameters_with_the_same_methods_are_renamed() {
    for (names, expected) in [
        (["x", "setX"], ["x", "set_x_value"]),
        (["setX", "x"], ["set_x", "x_value"]),
        (["Build", "BuildValue"], ["build_value", "build_value_"]),
    ] {
        let parameters: serde_json::Map<_, _> = names
            .iter()
            .map(|name| ((*name).to_owned(), json!({"type": "string"})))
            .collect();
        let endpoint = client(&shapes(&parameters.into(), &json!([]))).endpoint;
        let rust_name = |name: &str| {
            let mut parameters = endpoint.parameters.iter();
            let parameter = parameters.find(|parameter| parameter.name.wire == name);
            parameter.expect("a parameter").name.rust.clone()
        };
        assert_eq!(names.map(rust_name), expected);
    }
}

#[test]
fn later_variables_with_the_same_name_are_renamed() {
    let assign = |name: &str| json!({"fn": "uriEncode", "argv": ["a"], "assign": name});
    let conditions = json!([assign("row"), assign("aB"), assign("a_b")]);
    let rules = json!([{"type": "error", "conditions": conditions, "error": "{row}{aB}{a_b}"}]);
    let endpoint = self::rules(&rules);
    let lines: Vec<_> = endpoint.rules[0].conditions.iter().map(line).collect();
    let expected = [
        "let row_value = UriEncode(\"a\")",
        "let a_b = UriEncode(\"a\")",
        "let a_b_value = UriEncode(\"a\")",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn a_setting_cannot_have_the_name_of_a_setter_of_every_client() {
    let rule_set = json!({"parameters": {"setAppName": {"type": "string"}}, "rules": []});
    let traits = json!({
        "smithy.rules#endpointRuleSet": rule_set,
        "smithy.rules#clientContextParams": {"setAppName": {"type": "string"}}
    });
    let shapes = json!({"Service": {"traits": traits}}).to_string();
    let expected = "E0704 t#Service: every client has a setting `set_app_name`";
    assert_diagnostic(&shapes, expected);
}
