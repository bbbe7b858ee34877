//! No text leads to a panic: each is generated from, or has diagnostics.

use serde_json::{Value, json};

use crate::testing::{lower_with, source};
use crate::{Diagnostics, Source, Sources, Style, ast, lower, report};

const PARTITIONS: &str = include_str!("../../../model/partitions.json");

/// How many of the model's values are spoilt; all of them would take minutes.
const SAMPLE: usize = 250;

/// Lowers the model, and for each hundredth one emits it too: lowering refuses what emitters could
/// stumble over, and is the quicker by far.
fn run(model: &Value, index: usize) {
    let text = model.to_string();
    let sources = Sources {
        model: source(&text),
        overlays: Vec::new(),
        partitions: source(PARTITIONS),
    };
    let mut diagnostics = Diagnostics::default();
    let partitions = lower::partitions(sources.partitions, &mut diagnostics);
    // A model with diagnostics is lowered all the same.
    let Some(ast) = ast::parse(sources.model, &mut diagnostics) else {
        return;
    };
    let lowered = lower_with(&ast, partitions, lower::Choices::default());
    if let Err(other) = &lowered {
        diagnostics.extend(other.clone());
    }
    let diagnostics = report::locate(diagnostics, &sources);
    assert!(
        diagnostics.iter().all(|one| one.span.is_some()),
        "{diagnostics}"
    );
    assert_eq!(
        diagnostics.is_empty(),
        report(&diagnostics, &sources, Style::Plain).is_empty()
    );
    if let Ok(lowered) = lowered
        && diagnostics.is_empty()
        && index.is_multiple_of(100)
    {
        crate::emit::emit(&lowered.client, &crate::testing::options()).expect("Rust");
    }
}

/// The places of all values below shapes, as JSON pointers.
fn places(value: &Value, place: &str, places: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value))
            .collect(),
        Value::Array(array) => array
            .iter()
            .enumerate()
            .map(|(index, value)| (index.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    for (key, child) in children {
        let place = format!("{place}/{key}");
        self::places(child, &place, places);
        places.push(place);
    }
}

#[test]
fn a_spoilt_model_is_generated_from_or_refused() {
    let mut model: Value =
        serde_json::from_str(include_str!("../../../model/ivs.json")).expect("JSON");
    let mut all = Vec::new();
    places(&model["shapes"], "/shapes", &mut all);
    let wrong = [
        json!(null),
        json!(""),
        json!(-1),
        json!([]),
        json!({}),
        json!("_"),
        json!("{"),
    ];
    // A step that has no divisor in common with the model's regularities.
    let step = (all.len() / SAMPLE) | 1;
    for (index, place) in all.iter().step_by(step).enumerate() {
        let value = model.pointer_mut(place).expect("a place");
        let right = std::mem::replace(value, wrong[index % wrong.len()].clone());
        run(&model, index);
        *model.pointer_mut(place).expect("a place") = right;
    }
}

#[test]
fn names_that_are_none_are_refused_and_not_printed() {
    for name in ["1x", "_", "__", "", "a b", "ä", "a-b"] {
        for shapes in [
            format!(r#"{{"In": {{"members": {{"{name}": "String"}}}}}}"#),
            format!(
                r#"{{"In": {{"members": {{"u": "U"}}}},
                "U": {{"type": "union", "members": {{"{name}": "String"}}}}}}"#
            ),
            format!(
                r#"{{"In": {{"members": {{"s": "{name}"}}}}, "{name}": {{"type": "structure"}}}}"#
            ),
            format!(
                r#"{{"Service": {{"operations": ["{name}"]}}, "{name}": {{"type": "operation"}}}}"#
            ),
            format!(r#"{{"Op": {{"errors": ["{name}"]}}, "{name}": {{"type": "structure"}}}}"#),
        ] {
            let generated = crate::testing::generate(&crate::testing::model(&shapes));
            assert!(generated.is_err(), "{name}: {shapes}");
        }
    }
}

#[test]
fn spoilt_partitions_are_refused() {
    let mut table: Value = serde_json::from_str(PARTITIONS).expect("JSON");
    let mut all = Vec::new();
    places(&table, "", &mut all);
    for place in all.iter().step_by(7) {
        for wrong in [json!(null), json!(""), json!(-1), json!([]), json!({})] {
            let value = table.pointer_mut(place).expect("a place");
            let right = std::mem::replace(value, wrong);
            let text = table.to_string();
            // Some values may be anything; what counts is that there is an end.
            let partitions = Source {
                name: "partitions",
                text: &text,
            };
            let _ = lower::partitions(partitions, &mut Diagnostics::default());
            *table.pointer_mut(place).expect("a place") = right;
        }
    }
}
