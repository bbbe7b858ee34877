//! Tests of traits that bind parameters, and of settings.

use serde_json::{Value, json};

use super::parameters;
use crate::ir::{BindingSource, InputPath, PathEnd, PathField, StringStep};
use crate::testing::{assert_diagnostic, client, diagnostic_lines};

/// Returns a service with the parameters, and an operation whose input has `members`.
fn shapes(operation: &Value, members: &Value, service: &Value) -> String {
    let rule_set = json!({"parameters": parameters(), "rules": []});
    let mut traits = service.clone();
    traits["smithy.rules#endpointRuleSet"] = rule_set;
    json!({
        "Service": {"traits": traits},
        "Op": {"traits": operation},
        "In": {"members": members},
        "Part": {"type": "structure",
            "members": {"key": "String", "flag": "Boolean", "texts": "Texts"}},
        "Lists": {"type": "list", "member": "Texts"},
        "Parts": {"type": "list", "member": "Part"},
        "Texts": {"type": "list", "member": "String"},
        "Named": {"type": "map", "key": "String", "value": "Part"}
    })
    .to_string()
}

fn members() -> Value {
    json!({"part": "Part", "parts": "Parts", "texts": "Texts", "named": "Named",
        "lists": "Lists", "text": "String", "flag": "Boolean"})
}

/// Prints the path in a short form.
fn short(path: &InputPath) -> String {
    let join = |fields: &[PathField]| {
        let fields = fields.iter().map(|field| {
            let optional = if field.optional { "?" } else { "" };
            format!("{}{optional}", field.rust)
        });
        fields.collect::<Vec<_>>().join(".")
    };
    let end = match &path.end {
        PathEnd::Boolean => "boolean".to_owned(),
        PathEnd::String => "string".to_owned(),
        PathEnd::Keys => "keys".to_owned(),
        PathEnd::Strings(steps) => {
            let steps = steps.iter().map(|step| match step {
                StringStep::Members(fields) => join(fields),
                StringStep::Elements { .. } => "elements".to_owned(),
                StringStep::Values { .. } => "values".to_owned(),
                StringStep::Each(paths) => {
                    let paths = paths.iter().map(|fields| join(fields));
                    format!("[{}]", paths.collect::<Vec<_>>().join(", "))
                }
            });
            steps.collect::<Vec<_>>().join(" > ")
        }
    };
    format!("{}: {end}", join(&path.fields))
}

#[test]
fn paths_select_values_of_the_input() {
    for (parameter, path, expected) in [
        ("Bed", "text", "text?: string"),
        ("Wet", "part.flag", "part?.flag?: boolean"),
        ("Tools", "texts", "texts?: elements"),
        ("Tools", "texts[*]", "texts?: elements"),
        ("Tools", "texts[]", "texts?: elements"),
        ("Tools", "lists[]", "lists?: elements > elements"),
        ("Tools", "lists[*][]", "lists?: elements > elements"),
        ("Tools", "lists[*][*][]", "lists?: elements > elements"),
        ("Tools", "parts[*].key", "parts?: elements > key?"),
        ("Tools", "parts[].key", "parts?: elements > key?"),
        ("Tools", "parts[*].key[]", "parts?: elements > key?"),
        ("Tools", "part.texts", "part?.texts?: elements"),
        (
            "Tools",
            "parts[*].texts[]",
            "parts?: elements > texts? > elements",
        ),
        (
            "Tools",
            "parts[*].texts[*][]",
            "parts?: elements > texts? > elements",
        ),
        ("Tools", "named.*.key", "named?: values > key?"),
        ("Bed", "\"part\".key", "part?.key?: string"),
        (
            "Tools",
            "named.*.texts[]",
            "named?: values > texts? > elements",
        ),
        ("Tools", "keys(named)", "named?: keys"),
        ("Tools", "[text, part.key]", ": [text?, part?.key?]"),
        ("Tools", "part.[key]", "part?: [key?]"),
        ("Tools", "part.[key, key][]", "part?: [key?, key?]"),
        (
            "Tools",
            "parts[*].[key,key][]",
            "parts?: elements > [key?, key?]",
        ),
    ] {
        let operation = json!({"smithy.rules#operationContextParams": {parameter: {"path": path}}});
        let client = client(&shapes(&operation, &members(), &json!({})));
        let [binding] = &*client.operations[0].endpoint else {
            panic!("{path}");
        };
        let BindingSource::Member {
            path: actual,
            required: None,
        } = &binding.source
        else {
            panic!("{path}");
        };
        assert_eq!(short(actual), expected, "{path}");
        assert!(client.endpoint.needs_library);
    }
}

#[test]
fn unsupported_paths_are_errors() {
    let no_string = "the value at the path is not a string, boolean or list of strings";
    for (path, reason) in [
        ("gone", "`Op` has no member `gone`"),
        ("text.key", "`key` follows a value that is not a structure"),
        ("parts[0]", "the path `parts[0]` cannot be parsed at `[0]`"),
        (
            "parts[*][key][]",
            "the path `parts[*][key][]` cannot be parsed at `[key][]`",
        ),
        (
            "parts[*].[key, flag][]",
            "`[a, b]` selects a value that is not a string",
        ),
        ("parts[*].[key]", no_string),
        ("part.[key", "the path `part.[key` ends too early"),
        (
            "texts.[key]",
            "`[a, b]` follows a value that is not a structure",
        ),
        ("text[]", "`[*]` or `[]` follows a value that is not a list"),
        ("parts[*]", no_string),
        ("parts[*].texts[*]", no_string),
        ("lists", no_string),
        ("part", no_string),
        (
            "keys(parts[*])",
            "the argument of `keys` is not a single map",
        ),
        ("keys(parts)", "the argument of `keys` is not a single map"),
        ("keys(named", "the path `keys(named` ends too early"),
        ("length(texts)", "the function `length` is not supported"),
        (
            "text[*]",
            "`[*]` or `[]` follows a value that is not a list",
        ),
        ("parts.*", "`*` follows a value that is not a map"),
        (
            "text == 'a'",
            "the path has an expression that paths do not support",
        ),
        ("a b", "the path `a b` cannot be parsed at `b`"),
        (
            "text",
            "the value at the path does not have the type of `Tools`: `stringArray`",
        ),
    ] {
        let operation = json!({"smithy.rules#operationContextParams": {"Tools": {"path": path}}});
        let shapes = shapes(&operation, &members(), &json!({}));
        assert_diagnostic(&shapes, &format!("E0720 t#Op: {reason}"));
    }
}

#[test]
fn bindings_are_in_order_of_increasing_precedence() {
    let operation = json!({
        "smithy.rules#staticContextParams": {"Bed": {"value": "tulip"}},
        "smithy.rules#operationContextParams": {"Bed": {"path": "text"}}
    });
    let members = json!({"text": "String", "bed": {"target": "String",
        "traits": {"required": {}, "smithy.rules#contextParam": {"name": "Bed"}}}});
    let client = client(&shapes(&operation, &members, &json!({})));
    let sources = client.operations[0].endpoint.iter();
    let sources: Vec<_> = sources
        .map(|binding| match &binding.source {
            BindingSource::Static(_) => "static",
            BindingSource::Member {
                required: Some(_), ..
            } => "required",
            BindingSource::Member { required: None, .. } => "member",
        })
        .collect();
    assert_eq!(sources, ["member", "required", "static"]);
}

#[test]
fn binding_that_does_not_fit_its_parameter_is_an_error() {
    let bound = |trait_id: &str, value: Value| json!({"part": {"target": "Part", "traits": {trait_id: value}}});
    for (operation, members, expected) in [
        (
            json!({"smithy.rules#staticContextParams": {"Bed": {"value": 1}}}),
            members(),
            "E0720 t#Op: the value of `Bed` has the wrong type",
        ),
        (
            json!({"smithy.rules#staticContextParams": {"Gone": {"value": 1}}}),
            members(),
            "E0712 t#Op: `Gone` is not a parameter of the endpoint rules",
        ),
        (
            json!({}),
            bound("smithy.rules#contextParam", json!({"name": "Bed"})),
            "E0720 t#In$part: the member does not have the type of `Bed`: `string`",
        ),
        (
            json!({}),
            bound("smithy.rules#contextParam", json!({"name": "Bad"})),
            "E0712 t#In$part: `Bad` is not a parameter of the endpoint rules",
        ),
    ] {
        assert_diagnostic(&shapes(&operation, &members, &json!({})), expected);
    }
}

#[test]
fn parameters_can_be_settings_of_the_client() {
    let settings = json!({"Bed": {"type": "string", "documentation": "The bed."},
        "Wet": {"type": "Boolean"}});
    let service = json!({"smithy.rules#clientContextParams": settings});
    let client = client(&shapes(&json!({}), &members(), &service));
    let settings = client
        .endpoint
        .parameters
        .iter()
        .filter_map(|parameter| parameter.setting.as_ref());
    let settings: Vec<_> = settings
        .map(|setting| (&*setting.type_name, setting.docs.join(" ")))
        .collect();
    let expected = [
        ("BedSetting", "The bed.".to_owned()),
        ("WetSetting", String::new()),
    ];
    assert_eq!(settings, expected);
}

#[test]
fn setting_that_does_not_fit_its_parameter_is_an_error() {
    for (setting, expected) in [
        (
            json!({"Gone": {"type": "string"}}),
            "E0712 t#Service: `Gone` is not a parameter of the endpoint rules",
        ),
        (
            json!({"Bed": {"type": "boolean"}}),
            "E0720 t#Service: the setting `Bed` has the type `\"boolean\"`",
        ),
        (
            json!({"Tools": {"type": "stringArray"}}),
            "E0720 t#Service: the setting `Tools` would be a list",
        ),
        (
            json!({"Region": {"type": "string"}}),
            "E0704 t#Service: every client has a setting `region`",
        ),
    ] {
        let service = json!({"smithy.rules#clientContextParams": setting});
        assert_diagnostic(&shapes(&json!({}), &members(), &service), expected);
    }
    let service = json!({"smithy.rules#clientContextParams": {"Bed": 1}});
    let diagnostics = diagnostic_lines(&shapes(&json!({}), &members(), &service));
    assert!(
        diagnostics[0].starts_with("E0402 t#Service"),
        "{diagnostics:#?}"
    );
}
