//! Tests of the examples' form, of each check, and of severities.

use serde_json::json;

use crate::diagnostics::Diagnostics;
use crate::ir::{Client, ExampleOutcome, TypedValue};
use crate::testing::{ast, client, client_with_warning, lowered, model, source};

fn shapes(examples: &str) -> String {
    format!(r#"{{"Op": {{"traits": {{"examples": {examples}}}}}}}"#)
}

#[test]
fn malformed_example_is_a_warning() {
    for (examples, reason) in [
        ("{}", "the examples are not a list"),
        ("[5]", "the example is not an object"),
        (r#"[{"input": {}}]"#, "the example has no `title`"),
        (
            r#"[{"title": "a"}, {"title": 5}]"#,
            "`title` of the example is not a string",
        ),
        (
            r#"[{"title": "a", "documentation": []}]"#,
            "`documentation` of the example is not a string",
        ),
        (
            r#"[{"title": "a", "input": "b"}]"#,
            "`input` of the example is not an object",
        ),
        (
            r#"[{"title": "a", "output": []}]"#,
            "`output` of the example is not an object",
        ),
        (
            r#"[{"title": "a", "allowConstraintErrors": "true"}]"#,
            "`allowConstraintErrors` of the example is not a boolean",
        ),
        (
            r#"[{"title": "a", "allowConstraintErrors": true}]"#,
            "the example has `allowConstraintErrors`, but no `error`",
        ),
        (
            r#"[{"title": "a", "ouput": {}}]"#,
            "the example has an unknown key `ouput`",
        ),
        (
            r#"[{"tilte": "a"}]"#,
            "the example has an unknown key `tilte`",
        ),
        (
            r#"[{"title": "a", "error": "t#E"}]"#,
            "`error` of the example is not an object",
        ),
        (
            r#"[{"title": "a", "error": {"content": {}}}]"#,
            "the example's error has no `shapeId`",
        ),
        (
            r#"[{"title": "a", "error": {"shapeId": "t#E", "content": 1}}]"#,
            "`content` of the example's error is not an object",
        ),
        (
            r#"[{"title": "a", "error": {"shapeId": "t#E"}, "output": {}}]"#,
            "the example has both `output` and `error`",
        ),
    ] {
        let start = format!("E0402 t#Op: {reason}");
        let client = client_with_warning(&shapes(examples), &start);
        assert_eq!(client.operations.len(), 1);
    }
}

/// A member of each type that has constraints, or that examples write in a special way.
const TYPED: &str = r#"
    "In": {"members": {
        "must": {"target": "Name", "traits": {"required": {}}},
        "small": "Byte", "number": {"target": "Integer", "traits": {"range": {"min": 1, "max": 9}}},
        "ratio": "Float", "big": "BigInteger", "flag": "Boolean", "any": "Document",
        "data": {"target": "Blob", "traits": {"length": {"max": 3}}},
        "when": "Timestamp",
        "date": {"target": "Timestamp", "traits": {"timestampFormat": "http-date"}},
        "kind": "Kind", "old": "Old", "level": "Level",
        "list": "List", "sparse": "Sparse", "map": "Map", "part": "Part", "choice": "Choice",
        "token": {"target": "String", "traits": {"required": {}, "idempotencyToken": {}}}}},
    "Name": {"type": "string", "traits": {"pattern": "^[a-z]+$", "length": {"min": 2, "max": 4}}},
    "Kind": {"type": "enum", "members": {"A": {"target": "Unit", "traits": {"enumValue": "first"}}}},
    "Old": {"type": "string", "traits": {"enum": [{"value": "one", "name": "ONE"}]}},
    "Level": {"type": "intEnum", "members": {"L": {"target": "Unit", "traits": {"enumValue": 3}}}},
    "List": {"type": "list", "member": "Name", "traits": {"uniqueItems": {}}},
    "Sparse": {"type": "list", "member": "Integer", "traits": {"sparse": {}}},
    "Map": {"type": "map", "key": "Name", "value": "Integer", "traits": {"length": {"max": 1}}},
    "Part": {"type": "structure", "members": {
        "needed": {"target": "String", "traits": {"required": {}}},
        "defaulted": {"target": "Integer", "traits": {"required": {}, "default": 5}}}},
    "Choice": {"type": "union", "members": {"text": "String", "part": "Part"}},
    "Bad": {"type": "structure", "traits": {"error": "client"},
        "members": {"why": {"target": "String", "traits": {"required": {}}}}}"#;

fn typed(example: &str) -> String {
    format!(r#"{{"Op": {{"errors": ["Bad"], "traits": {{"examples": [{example}]}}}}, {TYPED}}}"#)
}

#[test]
fn value_that_does_not_fit_the_model_is_a_warning_and_omits_the_example() {
    for (member, reason) in [
        (r#""gone": 1"#, "E0428 t#Op: t#In has no member `gone`"),
        (
            r#""part": {}"#,
            "E0428 t#Op: the required member `needed` is missing",
        ),
        (
            r#""part": {"needed": "a", "x": 1}"#,
            "E0428 t#Op: t#Part has no member `x`",
        ),
        (
            r#""choice": {"x": 1}"#,
            "E0428 t#Op: t#Choice has no member `x`",
        ),
        (
            r#""choice": {}"#,
            "E0429 t#Op: the union has not exactly one member",
        ),
        (
            r#""choice": "text""#,
            "E0429 t#Op: `\"text\"` is not an object",
        ),
        (
            r#""small": 128"#,
            "E0429 t#Op: `128` is not an integer of 8 bits",
        ),
        (
            r#""number": 1.5"#,
            "E0429 t#Op: `1.5` is not an integer of 32 bits",
        ),
        (
            r#""number": null"#,
            "E0429 t#Op: `null` is not an integer of 32 bits",
        ),
        (
            r#""ratio": "half""#,
            "E0429 t#Op: `\"half\"` is not a number",
        ),
        (r#""big": 0.5"#, "E0429 t#Op: `0.5` is not an integer"),
        (
            r#""flag": "true""#,
            "E0429 t#Op: `\"true\"` is not a boolean",
        ),
        (
            r#""data": [1]"#,
            "E0429 t#Op: `[1]` is not a string with the blob's bytes",
        ),
        (
            r#""when": "noon""#,
            "E0429 t#Op: `\"noon\"` is not a timestamp: seconds",
        ),
        (
            r#""date": 5"#,
            "E0429 t#Op: `5` is not a timestamp of RFC 9110",
        ),
        (r#""list": {}"#, "E0429 t#Op: `{}` is not a list"),
        (r#""list": [null]"#, "E0429 t#Op: `null` is not a string"),
        (
            r#""map": {"ab": "1"}"#,
            "E0429 t#Op: `\"1\"` is not an integer of 32 bits",
        ),
        (
            r#""kind": "FIRST""#,
            "E0430 t#Op: `\"FIRST\"` is not a value of t#Kind",
        ),
        (
            r#""old": "ONE""#,
            "E0430 t#Op: `\"ONE\"` is not a value of t#Old",
        ),
        (r#""level": 4"#, "E0430 t#Op: `4` is not a value of t#Level"),
        (
            r#""number": 10"#,
            "E0430 t#Op: 10 is out of range: the model allows 1 to 9",
        ),
        (
            r#""data": "äa1""#,
            "E0430 t#Op: the value has 4 bytes, but the model allows at most 3",
        ),
        (
            r#""list": ["abcde"]"#,
            "E0430 t#Op: the value has 5 characters, but",
        ),
        (
            r#""list": ["AB"]"#,
            "E0430 t#Op: `\"AB\"` does not match the pattern",
        ),
        (
            r#""list": ["ab", "ab"]"#,
            "E0430 t#Op: the list has the element `\"ab\"` twice",
        ),
        (
            r#""map": {"ab": 1, "cd": 2}"#,
            "E0430 t#Op: the value has 2 entries, but",
        ),
        (
            r#""map": {"A": 1}"#,
            "E0430 t#Op: the value has 1 characters, but",
        ),
    ] {
        let example = format!(r#"{{"title": "a", "input": {{"must": "ab", {member}}}}}"#);
        let client = client_with_warning(&typed(&example), reason);
        assert!(client.operations[0].examples.is_empty(), "{member}");
    }
}

#[test]
fn missing_input_lacks_the_required_members() {
    let start = "E0428 t#Op: the required member `must` is missing";
    client_with_warning(&typed(r#"{"title": "a"}"#), start);
}

#[test]
fn error_is_checked() {
    for (error, start) in [
        (
            r#"{"shapeId": "t#Gone"}"#,
            "E0431 t#Op: the operation has no error `t#Gone`",
        ),
        (
            r#"{"shapeId": "t#Bad"}"#,
            "E0428 t#Op: the required member `why` is missing",
        ),
        (
            r#"{"shapeId": "t#Bad", "content": {"why": 5}}"#,
            "E0429 t#Op: `5` is not a string",
        ),
    ] {
        let example = format!(r#"{{"title": "a", "input": {{"must": "ab"}}, "error": {error}}}"#);
        client_with_warning(&typed(&example), start);
    }
}

#[test]
fn values_that_fit_have_no_diagnostic() {
    let client = client(&typed(
        r#"{"title": "All *values*", "input": {
            "must": "ab", "small": -128, "number": 9, "ratio": "NaN", "big": 18446744073709551615,
            "flag": false, "any": {"a": [null]}, "data": "abc", "when": "2024-05-01T06:30:00Z",
            "date": "Wed, 01 May 2024 07:00:00 GMT", "kind": "first", "old": "one", "level": 3,
            "list": ["ab", "cd"], "sparse": [1, null], "map": {"ab": 1},
            "part": {"needed": "x"}, "choice": {"part": {"needed": "y"}}}, "output": {}},
        {"title": "b", "allowConstraintErrors": true, "input": {"must": "TOO LONG"},
            "error": {"shapeId": "t#Bad", "content": {"why": "no"}}}"#,
    ));
    let [first, second] = &*client.operations[0].examples else {
        panic!("{:#?}", client.operations[0].examples);
    };
    assert_eq!((&*first.title, first.input.len()), (r"All \*values\*", 18));
    let value = |name: &str| {
        let mut fields = first.input.iter();
        let field = fields.find(|field| field.field == name).expect("a field");
        &field.value
    };
    assert!(matches!(
        value("when"),
        TypedValue::Timestamp(1_714_545_000, 0)
    ));
    assert!(matches!(
        value("date"),
        TypedValue::Timestamp(1_714_546_800, 0)
    ));
    assert!(matches!(value("kind"), TypedValue::Enum { variant: Some(name), .. } if name == "A"));
    let ExampleOutcome::Error(error) = &second.outcome else {
        panic!("{second:#?}");
    };
    assert_eq!((&*error.variant, &*error.method), ("Bad", "bad"));
    assert_eq!(error.members[0].field, "why");
}

/// Lowers a model with the examples of an overlay.
fn overlaid(examples: serde_json::Value) -> Result<Client, Diagnostics> {
    let shapes = format!("{{{TYPED}}}");
    let mut model = ast(&model(&shapes).to_string());
    let traits = json!({"smithy.api#examples": examples});
    let overlay = json!({"shapes": {"t#Op": {"type": "apply", "traits": traits}}}).to_string();
    let mut diagnostics = Diagnostics::default();
    crate::ast::apply(Some(&mut model), 0, source(&overlay), &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics}");
    lowered(&model).map(|lowered| lowered.client)
}

#[test]
fn faults_in_an_overlay_are_errors() {
    let diagnostics = overlaid(json!([{"title": "a", "input": {"must": "ab", "flag": 1}}]));
    let diagnostics = diagnostics.expect_err("an error");
    assert!(diagnostics.has_errors());
    let place = &diagnostics.iter().next().expect("a diagnostic").place;
    assert!(place.to_string().ends_with("/0/input/flag"), "{place}");
    assert!(overlaid(json!({})).is_err());
    let client = overlaid(
        json!([{"title": "a", "documentation": "See `Op`, `must` and `Kind`.",
        "input": {"must": "ab"}}]),
    );
    let docs = client.expect("a client").operations[0].examples[0]
        .docs
        .join(" ");
    assert!(
        docs.contains("[`Op`](crate::client::Client::op)") && docs.contains("`must`"),
        "{docs}"
    );
}

#[test]
fn constraints_that_are_malformed_are_not_checked() {
    let shapes = r#"{"Op": {"traits": {"examples": [{"title": "a", "input": {"name": "ab"}}]}},
        "In": {"members": {"name": {"target": "String", "traits": {"pattern": "(?=a)b"}}}}}"#;
    assert_eq!(client(shapes).operations[0].examples.len(), 1);
}
