//! One fault gives one diagnostic, and hides no other.

use crate::testing::{generate, model};

/// Returns one line per diagnostic about a model: code and place.
fn lines(model: &serde_json::Value) -> Vec<String> {
    let diagnostics = match generate(model) {
        Ok(generated) => generated.warnings,
        Err(diagnostics) => diagnostics,
    };
    let line = |diagnostic: &crate::Diagnostic| {
        format!("{} {}", diagnostic.code.as_str(), diagnostic.place)
    };
    diagnostics.iter().map(line).collect()
}

#[test]
fn one_fault_gives_one_diagnostic() {
    for (shapes, expected) in [
        // The target is visited twice: for input and output.
        (
            r#"{"In": {"members": {"a": "Part"}}, "Out": {"members": {"a": "Part"}},
                "Part": {"type": "structure", "members": {"x": {"target": "t#Gone",
                    "traits": {"default": 1, "httpQuery": "q"}}}}}"#,
            "E0301 shapes/t#Part/members/x/t#Gone",
        ),
        // Errors of the service are errors of each operation.
        (
            r#"{"Service": {"errors": [{"target": "t#Gone"}], "operations": ["Op", "Other"]},
                "Other": {"type": "operation", "traits": {"http": {"method": "GET", "uri": "/"}}}}"#,
            "E0301 shapes/t#Service/t#Gone",
        ),
        // Labels and pagination are not checked against an unknown input.
        (
            r#"{"Op": {"input": {"target": "t#Gone"}, "traits": {"http": {"uri": "/{a}"},
                "paginated": {"inputToken": "b", "outputToken": "c", "pageSize": "d"}}},
                "Out": {"members": {"c": "String"}}}"#,
            "E0301 shapes/t#Op/t#Gone",
        ),
        (
            r#"{"Op": {"traits": {"http": {"uri": "/{a-b}"}}},
                "In": {"members": {"a-b": {"target": "String", "traits": {"httpLabel": {}}}}}}"#,
            "E0206 shapes/t#In/members/a-b",
        ),
        // An unreadable shape still exists.
        (
            r#"{"Part": {"type": "structrue"}, "In": {"members": {"a": "Part",
                "b": {"target": "Part", "traits": {"default": "x", "httpHeader": "h"}}}},
                "Part$m": {"type": "apply", "traits": {"title": "x"}}}"#,
            "E0203 shapes/t#Part/type",
        ),
        (
            r#"{"Service": {"type": "servcie"}}"#,
            "E0203 shapes/t#Service/type",
        ),
        (r#"{"Op": {"type": "operatoin"}}"#, "E0203 shapes/t#Op/type"),
        (
            r#"{"In": {"members": {"a": {"target": 1, "traits": {"default": 1}}}}}"#,
            "E0207 shapes/t#In/members/a/target",
        ),
        (
            r#"{"L": {"type": "list"}, "In": {"members": {
                "a": {"target": "L", "traits": {"default": 1, "httpQuery": "q"}}}}}"#,
            "E0205 shapes/t#L",
        ),
        (
            r#"{"L": {"type": "list", "member": "L", "traits": {"sensitive": {}}}, "In": {"members": {
                "a": {"target": "L", "traits": {"default": [], "httpQuery": "q"}}}}}"#,
            "E0305 shapes/t#L",
        ),
        (
            r#"{"In": {"members": {"a": {"target": "Unit", "traits": {"default": 0}}}}}"#,
            "E0405 shapes/t#In/members/a/target",
        ),
        // A misspelled trait is not also reported as missing.
        (
            r#"{"Service": {"traits": {"title": null, "titel": "x"}}}"#,
            "E0401 shapes/t#Service/traits/smithy.api#titel",
        ),
        (
            r#"{"Op": {"traits": {"http": null, "htttp": {}}}}"#,
            "E0401 shapes/t#Op/traits/smithy.api#htttp",
        ),
        (
            r#"{"Service": {"traits": {"title": 1}}}"#,
            "E0402 shapes/t#Service/traits/smithy.api#title",
        ),
        (
            r#"{"Service": {"traits": {"paginated": {"items": 1}}}, "Op": {"traits": {"paginated": {}}}}"#,
            "E0402 shapes/t#Service/traits/smithy.api#paginated",
        ),
    ] {
        assert_eq!(lines(&model(shapes)), [expected], "{shapes}");
    }
}

#[test]
fn no_fault_hides_another() {
    let shapes = r#"{
        "Service": {"traits": {"title": null}},
        "Op": {"traits": {"http": {"method": "A B", "uri": "x/{c}"}, "made.up#trait": {}}},
        "In": {"members": {"a": {"target": "Gone"}, "b": "L", "c": "Part",
            "d": {"target": "Integer", "traits": {"default": "x"}}}},
        "L": {"type": "list", "member": "L"},
        "Part": {"type": "structrue"}
    }"#;
    let expected = [
        "E0403 shapes/t#Service/traits/smithy.api#title",
        "E0408 shapes/t#Op/traits/smithy.api#http/method",
        "E0409 shapes/t#Op/traits/smithy.api#http/uri",
        "E0410 shapes/t#Op/traits/smithy.api#http/uri",
        "E0401 shapes/t#Op/traits/made.up#trait",
        "E0301 shapes/t#In/members/a/smithy.api#Gone",
        "E0412 shapes/t#In/members/d/traits/smithy.api#default",
        "E0305 shapes/t#L",
        "E0203 shapes/t#Part/type",
    ];
    assert_eq!(lines(&model(shapes)), expected);
}
