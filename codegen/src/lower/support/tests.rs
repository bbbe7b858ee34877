use super::{Treatment, known_traits};
use crate::Severity;
use crate::lower::Choices;
use crate::testing::{assert_diagnostic, ast, client, lower_with, model, options};

#[test]
fn the_table_is_sorted() {
    assert!(known_traits().is_sorted_by(|a, b| a.0 < b.0));
}

#[test]
fn the_table_lists_each_published_trait_and_no_other() {
    let published: Vec<_> = include_str!("traits.txt").lines().collect();
    assert_eq!(published.len(), 144);
    let known: Vec<_> = known_traits().map(|(id, _)| id).collect();
    assert_eq!(known, published);
}

#[test]
fn the_table_lists_each_trait_of_the_models_here() {
    let mut models = 0;
    for text in [
        include_str!("../../../../model/ivs.json"),
        include_str!("../../../../model/overlay/corrections.json"),
        include_str!("../../../../model/overlay/documentation.json"),
    ] {
        let root: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let mut left = vec![&root["shapes"]];
        while let Some(value) = left.pop() {
            let ids = value.get("traits").and_then(serde_json::Value::as_object);
            for id in ids.into_iter().flat_map(serde_json::Map::keys) {
                assert!(super::is_known(id), "{id}");
            }
            left.extend(
                value
                    .as_object()
                    .into_iter()
                    .flat_map(serde_json::Map::values),
            );
        }
        models += 1;
    }
    assert_eq!(models, 3);
}

#[test]
fn a_trait_whose_effect_would_be_missed_is_refused_but_can_be_allowed() {
    let refused =
        known_traits().filter(|(_, treatment)| matches!(treatment, Treatment::Refused(_)));
    assert!(refused.count() > 0);
    assert_diagnostic(
        r#"{"Op": {"traits": {"aws.api#awsChunked": {}}}}"#,
        "E0417 t#Op: it is about bodies in signed chunks, which the generator does not support",
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
fn a_trait_that_is_not_known_is_refused_wherever_it_is() {
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
fn an_allowed_trait_is_a_warning() {
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
            .find(|one| one.trait_id.as_deref() == Some(id))
            .map(|one| one.severity)
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
fn kinds_that_are_not_supported_are_refused() {
    assert_diagnostic(
        r#"{"In": {"members": {"a": "Unit"}}}"#,
        "E0405 t#In$a: it is a member of the unit type",
    );
}

#[test]
fn a_trait_has_the_value_that_it_should() {
    assert_diagnostic(
        r#"{"In": {"members": {"a": {"target": "String", "traits": {"jsonName": 1}}}}}"#,
        "E0402 t#In$a: the generator cannot read the trait's value",
    );
}

#[test]
fn a_value_of_an_enum_is_a_text_or_a_number() {
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
            assert_diagnostic(
                &shapes,
                "E0402 t#A$B: the generator cannot read the trait's value",
            );
        }
    }
}

#[test]
fn the_keys_of_a_map_are_texts() {
    for (key, fits) in [("Text", true), ("Number", false), ("Integer", false)] {
        let shapes = format!(
            r#"{{"In": {{"members": {{"a": "M"}}}},
            "M": {{"type": "map", "key": "{key}", "value": "String"}},
            "Text": {{"type": "enum", "members": {{"A": "Unit"}}}},
            "Number": {{"type": "intEnum", "members": {{"A": "Unit"}}}}}}"#
        );
        if fits {
            client(&shapes);
        } else {
            assert_diagnostic(&shapes, "E0304 t#M$key: a map's key is not a text");
        }
    }
}

#[test]
fn other_protocols_are_refused() {
    assert_diagnostic(
        r#"{"Service": {"traits": {"aws.protocols#restJson1": null}}}"#,
        "E0404 t#Service: the service does not speak restJson1",
    );
    // What other protocols do not have is not missed.
    assert_diagnostic(
        r#"{"Service": {"traits": {"aws.protocols#restJson1": null, "aws.protocols#restXml": {}}},
            "Op": {"traits": {"http": null}}}"#,
        "E0404 t#Service: the service does not speak restJson1",
    );
}
