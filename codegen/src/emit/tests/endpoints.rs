//! Endpoint rules that few models have: values, headers, settings and bindings.

use serde_json::{Value, json};

use crate::testing::files;

/// Returns a file of a service with these traits, with each run of white space as one blank.
fn flat(path: &str, service: &Value) -> String {
    flat_file(path, &json!({"Service": {"traits": service}}))
}

fn flat_file(path: &str, shapes: &Value) -> String {
    let files = files(&shapes.to_string());
    files[path].split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_parts(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
}

fn parameters() -> Value {
    json!({
        "UseFIPS": {"builtIn": "AWS::UseFIPS", "type": "Boolean", "default": false},
        "Account": {"builtIn": "AWS::Auth::AccountId", "type": "String"},
        "Mode": {"builtIn": "AWS::Auth::AccountIdEndpointMode", "type": "String"},
        "Bed": {"type": "string", "documentation": "Where."},
        "Row": {"type": "string", "required": true},
        "Tools": {"type": "stringArray", "required": true, "default": ["a"]},
        "Old": {"type": "boolean", "deprecated": {"message": "No more."}}
    })
}

fn rules(conditions: &Value, error: &str) -> String {
    let rules = json!([{"type": "error", "conditions": conditions, "error": error}]);
    let rule_set = json!({"parameters": parameters(), "rules": rules});
    flat(
        "src/config/endpoint/rules.rs",
        &json!({"smithy.rules#endpointRuleSet": rule_set}),
    )
}

fn reference(name: &str) -> Value {
    json!({"ref": name})
}

#[test]
fn values_are_borrowed_cloned_or_compared_by_ownership() {
    let is_set = json!({"fn": "isSet", "argv": [reference("Bed")]});
    let call = |function: &str, argv: Value| json!({"fn": function, "argv": argv});
    let assign = |function: &str, argv: Value| json!({"fn": function, "argv": argv, "assign": "X"});
    for (condition, expected) in [
        (
            call("stringEquals", json!([reference("Bed"), reference("Row")])),
            "*bed == params.row",
        ),
        (
            call("stringEquals", json!(["{Bed}-{Row}", reference("Row")])),
            r#"format!("{bed}-{}", params.row) == params.row"#,
        ),
        (
            call(
                "not",
                json!([call("stringEquals", json!([reference("Bed"), "a"]))]),
            ),
            r#"bed != "a""#,
        ),
        (
            call("not", json!([call("isSet", json!([reference("Old")]))])),
            "params.old.is_none()",
        ),
        (
            call("coalesce", json!([reference("Old"), reference("UseFIPS")])),
            "params.old.unwrap_or(params.use_fips)",
        ),
        (
            call(
                "isValidHostLabel",
                json!([reference("Row"), reference("UseFIPS")]),
            ),
            "endpoint::is_valid_host_label(&params.row, params.use_fips)",
        ),
        (
            assign(
                "coalesce",
                json!([reference("Mode"), reference("Bed"), reference("Row")]),
            ),
            "let x = params.mode.as_deref().unwrap_or(bed.as_str());",
        ),
        (
            assign(
                "ite",
                json!([reference("UseFIPS"), "{Bed}.", reference("Row")]),
            ),
            r#"let x = endpoint::choose(params.use_fips, format!("{bed}."), params.row.clone());"#,
        ),
        (
            assign(
                "ite",
                json!([reference("UseFIPS"), reference("Mode"), reference("Bed")]),
            ),
            "let Some(x) = endpoint::choose( params.use_fips, params.mode.as_deref(), Some(bed.as_str()), )",
        ),
        (
            assign("getAttr", json!([reference("Tools"), "[-1]"])),
            "let Some(x) = endpoint::item(&params.tools, -1)",
        ),
        (
            assign(
                "substring",
                json!([call("uriEncode", json!([reference("Bed")])), 0, 2, false]),
            ),
            "let temporary_1 = endpoint::uri_encode(bed); if let Some(x) = endpoint::substring(&temporary_1, 0, 2, false)",
        ),
    ] {
        let text = rules(&json!([is_set, condition]), "{Bed}");
        // A variable gets a name only if it is used.
        let expected = match condition.get("assign") {
            Some(_) => {
                let text = rules(&json!([is_set, condition]), "{Bed} {X}");
                assert_parts(&text, &[expected]);
                continue;
            }
            None => expected,
        };
        assert_parts(&text, &["if let Some(bed) = &params.bed", expected]);
    }
}

#[test]
fn a_variable_is_not_visible_in_the_next_rule() {
    let rules = json!([
        {"type": "error", "error": "{X}", "conditions": [
            {"fn": "uriEncode", "argv": [reference("Row")], "assign": "X"},
            {"fn": "stringEquals", "argv": ["{X}", "a"]}]},
        {"type": "error", "error": "b", "conditions": []}
    ]);
    let rule_set = json!({"parameters": parameters(), "rules": rules});
    let text = flat(
        "src/config/endpoint/rules.rs",
        &json!({"smithy.rules#endpointRuleSet": rule_set}),
    );
    let expected = r#"{ { let x = endpoint::uri_encode(&params.row); if x == "a" { return rule_error(&x); } } rule_error("b") }"#;
    assert_parts(&text, &[expected]);
}

#[test]
fn parameters_have_types_settings_and_sources() {
    let service = json!({
        "smithy.rules#endpointRuleSet": {"parameters": parameters(), "rules": []},
        "smithy.rules#clientContextParams": {"Bed": {"type": "string", "documentation": "The bed."}}
    });
    assert_parts(
        &flat("src/config/endpoint.rs", &service),
        &[
            "pub(crate) row: String, pub(crate) tools: Vec<String>,",
            "/// Sets the parameter `Bed` of the rules. /// /// Where. #[inline] pub fn bed(",
            r#"#[deprecated(note = "No more.")] #[inline] pub fn old(&self) -> Option<bool>"#,
            "pub fn tools(&self) -> Option<&[String]> { Some(&self.tools) }",
            r#".ok_or(InvalidParams { field: "row", message: None, })?,"#,
            r#"tools: self.tools.unwrap_or_else(|| vec!["a".to_owned()]),"#,
            "bed: config.load::<settings::BedSetting>().map(|setting| setting.0.clone()),",
            "account: None,",
            "restjson1_runtime::endpoint::take_account_id(params)",
            "params.account.get_or_insert(account);",
            "write!(f, \"a required field was missing: `{}`\", self.field)",
        ],
    );
    assert_parts(
        &flat("src/config.rs", &service),
        &[
            "/// Sets `Bed`. /// /// The bed. #[inline] pub fn bed(mut self, value: impl Into<String>)",
            "self.inner.store_or_unset(value.map(endpoint::settings::BedSetting));",
            "pub fn set_account_id_endpoint_mode(",
            "builder.set_account_id_endpoint_mode(config.account_id_endpoint_mode().cloned());",
        ],
    );
    let manifest = flat("Cargo.toml", &service);
    assert_parts(&manifest, &[r#"features = ["endpoint-rules"] }"#]);
    assert!(!flat("Cargo.toml", &json!({})).contains("endpoint-rules"));
}

#[test]
fn only_errors_that_can_happen_are_documented() {
    let row = json!({"type": "string", "required": true});
    for (parameters, expected) in [
        (json!({"Region": null}), "/// Returns no error at present;"),
        (
            json!({}),
            "/// Returns an error if the region is not a valid host label. ",
        ),
        (
            json!({"Region": null, "Row": row}),
            "/// Returns an error if a required parameter is unset.",
        ),
    ] {
        let rule_set = json!({"parameters": parameters, "rules": []});
        let service = json!({"smithy.rules#endpointRuleSet": rule_set});
        assert_parts(&flat("src/config/endpoint.rs", &service), &[expected]);
    }
}

#[test]
fn operations_bind_parameters() {
    let shapes = json!({
        "Service": {"traits": {
            "smithy.rules#endpointRuleSet": {"parameters": parameters(), "rules": []}}},
        "Op": {"traits": {
            "smithy.rules#staticContextParams": {"Row": {"value": "r"}},
            "smithy.rules#operationContextParams": {"Tools": {"path": "parts[*].key"}}}},
        "In": {"members": {
            "parts": "Parts",
            "bed": {"target": "String", "traits": {"required": {},
                "smithy.rules#contextParam": {"name": "Bed"}}}}},
        "Parts": {"type": "list", "member": "Part"},
        "Part": {"type": "structure", "members": {"key": "String"}}
    });
    assert_parts(
        &flat_file("src/operation/op.rs", &shapes),
        &[
            "let mut params = config::endpoint::from_settings(config); if let Some(value) = input",
            ".filter_map(|item| item.key.as_ref()) .map(|string| string.as_str().to_owned())",
            ".filter(|string: &String| !string.trim().is_empty())",
            r#".ok_or("the endpoint cannot be found without `bed`")?"#,
            r#"params = params.row("r".to_owned()); config::endpoint::resolver_params(params)"#,
        ],
    );
}
