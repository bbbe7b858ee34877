//! Endpoint rules that are large: nested as deeply as a model can, or long.

use serde_json::{Value, json};

use crate::testing::{files, model, options, sources};

/// Returns the words of `rules.rs`.
fn rules(parameters: &Value, rules: &Value) -> String {
    let rule_set = json!({"parameters": parameters, "rules": rules});
    let shapes = json!({"Service": {"traits": {"smithy.rules#endpointRuleSet": rule_set}}});
    let files = files(&shapes.to_string());
    let words = files["src/config/endpoint/rules.rs"].split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

fn call(function: &str, argv: Value) -> Value {
    json!({"fn": function, "argv": argv})
}

fn assign(function: &str, argv: Value, name: &str) -> Value {
    json!({"fn": function, "argv": argv, "assign": name})
}

fn error(conditions: &[Value], message: &str) -> Value {
    json!({"type": "error", "conditions": conditions, "error": message})
}

/// Nests a value in itself.
fn nested(depth: usize, innermost: Value, around: impl Fn(Value) -> Value) -> Value {
    (0..depth).fold(innermost, |value, _| around(value))
}

#[test]
fn nested_values_are_printed_once() {
    let parameters = json!({
        "Bed": {"type": "string"},
        "Row": {"type": "string", "required": true},
        "Wet": {"type": "boolean", "required": true}
    });
    let (bed, row, wet) = (
        json!({"ref": "Bed"}),
        json!({"ref": "Row"}),
        json!({"ref": "Wet"}),
    );
    let ite = |value| call("ite", json!([wet, value, "x"]));
    let owned_ite = |value| call("ite", json!([wet, value, "{Row}-"]));
    let coalesce = |value| call("coalesce", json!([value, bed]));
    let substring = |value| {
        let part = call("substring", json!([value, 0, 1, false]));
        call("coalesce", json!([part, "x"]))
    };
    let encode = |value| call("uriEncode", json!([value]));
    for (value, word) in [
        (nested(50, json!("y"), ite), "choose("),
        (nested(50, json!("{Row}"), owned_ite), "choose("),
        (nested(50, bed.clone(), coalesce), ".or("),
        (nested(25, row, substring), "substring("),
        (nested(50, json!("y"), encode), "uri_encode("),
    ] {
        let value = call("coalesce", json!([value, "z"]));
        let condition = assign("parseURL", json!([value]), "Url");
        let text = rules(&parameters, &json!([error(&[condition], "{Url#path}")]));
        let count = text.matches(word).count();
        let expected = if word == "substring(" { 25 } else { 50 };
        assert_eq!(count, expected, "{word}");
    }
}

#[test]
fn long_rules_are_statements() {
    let parameters = json!({
        "Bed": {"type": "string"},
        "Row": {"type": "string"},
        "Wet": {"type": "boolean", "required": true},
        "Dry": {"type": "boolean"}
    });
    let is_set = |name: &str| call("isSet", json!([{"ref": name}]));
    let equal = |left: &str| call("stringEquals", json!([left, "a"]));
    let conditions = [
        is_set("Bed"),
        assign("uriEncode", json!(["{Bed}"]), "A"),
        equal("{A}"),
        call("not", json!([equal("{Bed}")])),
        assign("uriEncode", json!(["{A}"]), "B"),
        is_set("Row"),
        call("not", json!([is_set("Dry")])),
        call("not", json!([{"ref": "Wet"}])),
        assign("uriEncode", json!(["{B}"]), "C"),
        call("isValidHostLabel", json!(["{C}", true])),
        assign("substring", json!(["{C}", 0, 1, true]), "D"),
    ];
    let tree = json!({"type": "tree", "conditions": conditions, "rules": [
        error(&conditions[..0], "{D}")]});
    let expected = "'rule_0: { let Some(bed) = &params.bed else { break 'rule_0; }; \
        let a = endpoint::uri_encode(bed); if a != \"a\" { break 'rule_0; } \
        if bed == \"a\" { break 'rule_0; } let b = endpoint::uri_encode(&a); \
        if params.row.is_none() { break 'rule_0; } if params.dry.is_some() { break 'rule_0; } \
        if params.wet { break 'rule_0; } let c = endpoint::uri_encode(&b); \
        if !endpoint::is_valid_host_label(&c, true) { break 'rule_0; } \
        let Some(d) = endpoint::substring(&c, 0, 1, true) else { break 'rule_0; }; \
        return rule_error(d); } rule_error(\"No endpoint rule matched\")";
    let text = rules(&parameters, &json!([tree]));
    assert!(text.contains(expected), "{text}");
}

#[test]
fn time_and_output_are_linear_in_the_number_of_conditions() {
    let condition = |index: usize| {
        let (url, name) = (format!("https://a{index}"), format!("u{index}"));
        assign("parseURL", json!([url]), &name)
    };
    let size = |count: usize| {
        let conditions: Vec<_> = (0..count).map(condition).collect();
        rules(&json!({}), &json!([error(&conditions, "x")])).len()
    };
    let (small, large) = (size(500), size(5000));
    assert!(large < small * 11, "{small} {large}");
}

#[test]
fn variables_of_a_tree_are_shared_by_many_rules() {
    let conditions: Vec<_> = (0..500)
        .map(|index| assign("uriEncode", json!(["a"]), &format!("v{index}")))
        .collect();
    let inner = (0..500).map(|index| {
        let equal = call("stringEquals", json!([format!("{{v{index}}}"), "a"]));
        error(&[equal], "x")
    });
    let inner: Vec<_> = inner.collect();
    let tree = json!({"type": "tree", "conditions": conditions, "rules": inner});
    let text = rules(&json!({}), &json!([tree]));
    assert_eq!(text.matches("let v").count(), 500);
}

#[test]
fn nesting_as_deep_as_json_allows_does_not_overflow_the_stack() {
    // Models are JSON files, whose nesting serde_json limits to 128 levels.
    let temporary = |index: usize| {
        let string = format!("a{index}");
        let encoded = call("uriEncode", json!([string]));
        call("isSet", json!([call("parseURL", json!([encoded]))]))
    };
    let conditions: Vec<_> = (0..10).map(temporary).collect();
    let mut rules_of_tree = json!([error(&conditions, "x")]);
    for _ in 0..55 {
        rules_of_tree = json!([{"type": "tree", "conditions": conditions, "rules": rules_of_tree}]);
    }
    assert!(rules(&json!({}), &rules_of_tree).contains("'rule_55"));

    let text = model(r#"{"In": {"traits": {"tags": ["deep"]}}}"#).to_string();
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let text = text.replace("\"deep\"", &deep);
    let diagnostics = crate::generate(&sources(&text), &options()).expect_err("too deep");
    let text = diagnostics.to_string();
    let expected = "error[E0101]: values in the file are nested more than 127 levels deep";
    assert!(text.contains(expected), "{text}");
}
