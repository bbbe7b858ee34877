use crate::diagnostics::Severity;
use crate::lower::Choices;
use crate::testing::{assert_diagnostic, ast, client, generate, lower_with, model, options};

#[test]
fn rejected_traits_are_errors_unless_allowed() {
    assert_diagnostic(
        r#"{"Op": {"traits": {"aws.api#awsChunked": {}}}}"#,
        "E0417 t#Op: the trait requires request bodies in signed chunks, which the generator does not \
         support",
    );
    let text = model(r#"{"Op": {"traits": {"aws.api#awsChunked": {}}}}"#).to_string();
    let options = crate::Options {
        allowed_traits: vec!["aws.api#awsChunked".to_owned()],
        ..options()
    };
    let generated = crate::generate(&crate::testing::sources(&text), &options);
    let warnings = generated.expect("a client").warnings;
    assert_eq!(warnings.iter().count(), 1);
}

#[test]
fn other_protocols_of_the_service_are_one_warning() {
    let warnings = |traits: &str| {
        let shapes = format!(r#"{{"Service": {{"traits": {{{traits}}}}}}}"#);
        let warnings = generate(&model(&shapes)).expect("a client").warnings;
        let lines = warnings.iter().map(|warning| {
            let trait_id = warning.trait_id.as_deref().unwrap_or_default();
            format!("{} {trait_id}: {}", warning.code.as_str(), warning.reason)
        });
        lines.collect::<Vec<_>>()
    };
    assert_eq!(
        warnings(r#""smithy.protocols#rpcv2Cbor": {}, "aws.protocols#awsQuery": {}"#),
        [
            "E0423 smithy.protocols#rpcv2Cbor: the service also supports other protocols than \
             restJson1: `smithy.protocols#rpcv2Cbor`, `aws.protocols#awsQuery`"
        ]
    );
    assert!(warnings(r#""aws.protocols#awsQueryCompatible": {}"#).is_empty());
}

#[test]
fn unknown_traits_are_errors_on_shapes_and_members() {
    for (shapes, id) in [
        (
            r#"{"Service": {"traits": {"made.up#trait": {}}}}"#,
            "t#Service",
        ),
        (r#"{"Op": {"traits": {"made.up#trait": {}}}}"#, "t#Op"),
        (r#"{"In": {"traits": {"made.up#trait": {}}}}"#, "t#In"),
        (
            r#"{"In": {"members": {"a": {"target": "String", "traits": {"made.up#trait": {}}}}}}"#,
            "t#In$a",
        ),
        (
            r#"{"Op": {"errors": ["E"]},
                "E": {"type": "structure", "traits": {"error": "client", "made.up#trait": {}}}}"#,
            "t#E",
        ),
        (
            r#"{"In": {"members": {"a": "L"}},
                "L": {"type": "list", "member": {"target": "String", "traits": {"made.up#trait": {}}}}}"#,
            "t#L$member",
        ),
    ] {
        assert_diagnostic(
            shapes,
            &format!("E0401 {id}: the generator does not know the trait"),
        );
    }
    client(r#"{"Unused": {"type": "string", "traits": {"made.up#trait": {}}}}"#);
}

#[test]
fn allowed_traits_are_warnings() {
    let shapes = r#"{"In": {"traits": {"made.up#trait": {}, "made.up#other": {}}}}"#;
    let ast = ast(&model(shapes).to_string());
    let lower = |allowed: &[&str]| {
        let allowed: Vec<_> = allowed.iter().map(|id| (*id).to_owned()).collect();
        let choices = Choices {
            allowed_traits: &allowed,
            ..Choices::default()
        };
        lower_with(&ast, Vec::new(), choices)
    };
    let Ok(lowered) = lower(&["made.up#trait", "made.up#other"]) else {
        panic!("both are allowed");
    };
    assert_eq!(lowered.warnings.iter().count(), 2);
    let diagnostics = lower(&["made.up#trait"]).err().expect("one is not allowed");
    let severity = |id: &str| {
        let mut diagnostics = diagnostics.iter();
        diagnostics
            .find(|diagnostic| diagnostic.trait_id.as_deref() == Some(id))
            .map(|diagnostic| diagnostic.severity)
    };
    assert_eq!(severity("made.up#trait"), Some(Severity::Warning));
    assert_eq!(severity("made.up#other"), Some(Severity::Error));
    assert!(
        diagnostics
            .to_string()
            .contains("--allow-trait made.up#other"),
        "{diagnostics}"
    );
    assert!(options().allowed_traits.is_empty());
}

#[test]
fn allowed_traits_that_do_not_exist_are_reported_once() {
    let text = model(r#"{"Unused": {"type": "string", "traits": {"made.up#trait": {}}}}"#);
    let text = text.to_string();
    let warnings = |allowed: &[&str]| {
        let options = crate::Options {
            allowed_traits: allowed.iter().map(|id| (*id).to_owned()).collect(),
            ..options()
        };
        let generated = crate::generate(&crate::testing::sources(&text), &options);
        let warnings = generated.expect("a client").warnings;
        warnings
            .iter()
            .map(|warning| (warning.code, warning.nearest.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(warnings(&["made.up#trait", "aws.api#awsChunked"]), []);
    let nearest = |id: &str| (crate::Code::AllowedTrait, Some(id.to_owned()));
    assert_eq!(
        warnings(&["made.up#trai", "made.up#trai", "aws.api#awsChunkd"]),
        [nearest("aws.api#awsChunked"), nearest("made.up#trait")]
    );
}

#[test]
fn members_of_the_unit_type_are_errors() {
    assert_diagnostic(
        r#"{"In": {"members": {"a": "Unit"}}}"#,
        "E0405 t#In$a: the member targets the unit type",
    );
}

#[test]
fn trait_values_of_the_wrong_form_are_errors() {
    assert_diagnostic(
        r#"{"In": {"members": {"a": {"target": "String", "traits": {"jsonName": 1}}}}}"#,
        "E0402 t#In$a: the trait's value has the wrong form",
    );
}

#[test]
fn enum_values_must_be_strings_or_32_bit_integers() {
    for (kind, value, fits) in [
        ("enum", r#""a""#, true),
        ("enum", "1", false),
        ("intEnum", "-1", true),
        ("intEnum", "2147483648", false),
        ("intEnum", r#""a""#, false),
    ] {
        let shapes = format!(
            r#"{{"In": {{"members": {{"a": "A"}}}}, "A": {{"type": "{kind}", "members": {{
                "B": {{"target": "Unit", "traits": {{"enumValue": {value}}}}}}}}}}}"#
        );
        if fits {
            client(&shapes);
        } else {
            assert_diagnostic(&shapes, "E0402 t#A$B: the trait's value has the wrong form");
        }
    }
}

#[test]
fn map_keys_must_be_strings_or_enums() {
    for (key, fits) in [("Name", true), ("Number", false), ("Integer", false)] {
        let shapes = format!(
            r#"{{"In": {{"members": {{"a": "M"}}}},
            "M": {{"type": "map", "key": "{key}", "value": "String"}},
            "Name": {{"type": "enum", "members": {{"A": "Unit"}}}},
            "Number": {{"type": "intEnum", "members": {{"A": "Unit"}}}}}}"#
        );
        if fits {
            client(&shapes);
        } else {
            assert_diagnostic(&shapes, "E0304 t#M$key: a map's key is not a string");
        }
    }
}

#[test]
fn other_protocols_are_errors() {
    assert_diagnostic(
        r#"{"Service": {"traits": {"aws.protocols#restJson1": null}}}"#,
        "E0404 t#Service: the service does not support the protocol restJson1",
    );
    // Traits that other protocols lack are not reported as missing.
    assert_diagnostic(
        r#"{"Service": {"traits": {"aws.protocols#restJson1": null, "aws.protocols#restXml": {}}},
            "Op": {"traits": {"http": null}}}"#,
        "E0404 t#Service: the service does not support the protocol restJson1",
    );
}
