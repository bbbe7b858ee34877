//! No input causes a panic: every input yields a client or diagnostics.

use serde_json::{Value, json};

use crate::diagnostics::Diagnostics;
use crate::report::Style;
use crate::source::{Source, Sources};
use crate::testing::{lower_with, source};
use crate::{ast, lower, report};

const PARTITIONS: &str = include_str!("../../../model/partitions.json");

/// The number of values of the model that are corrupted; all of them would take minutes.
const SAMPLE: usize = 250;

/// Lowers the model, and also emits every hundredth one. Lowering rejects models that emitters
/// could not handle, and is much faster.
fn run(model: &Value, index: usize) {
    let text = model.to_string();
    let sources = Sources {
        model: source(&text),
        overlays: Vec::new(),
        partitions: source(PARTITIONS),
    };
    let mut diagnostics = Diagnostics::default();
    let partitions = lower::partitions(sources.partitions, &mut diagnostics);
    // A model with diagnostics is lowered too.
    let Some(ast) = ast::parse(sources.model, &mut diagnostics) else {
        return;
    };
    let lowered = lower_with(&ast, partitions, lower::Choices::default());
    if let Err(errors) = &lowered {
        diagnostics.extend(errors.clone());
    }
    let diagnostics = report::locate(diagnostics, &sources);
    assert!(
        diagnostics
            .iter()
            .all(|diagnostic| diagnostic.span.is_some()),
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

/// Collects the JSON pointers to all values below `value`.
fn collect_pointers(value: &Value, parent: &str, pointers: &mut Vec<String>) {
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
        let pointer = format!("{parent}/{key}");
        collect_pointers(child, &pointer, pointers);
        pointers.push(pointer);
    }
}

#[test]
fn corrupted_models_yield_a_client_or_diagnostics() {
    let mut model: Value =
        serde_json::from_str(include_str!("../../../model/ivs.json")).expect("JSON");
    let mut pointers = Vec::new();
    collect_pointers(&model["shapes"], "/shapes", &mut pointers);
    let wrong = [
        json!(null),
        json!(""),
        json!(-1),
        json!([]),
        json!({}),
        json!("_"),
        json!("{"),
    ];
    // An odd step, to vary the position in regular structures.
    let step = (pointers.len() / SAMPLE) | 1;
    for (index, pointer) in pointers.iter().step_by(step).enumerate() {
        let value = model.pointer_mut(pointer).expect("a value");
        let original = std::mem::replace(value, wrong[index % wrong.len()].clone());
        run(&model, index);
        *model.pointer_mut(pointer).expect("a value") = original;
    }
}

#[test]
fn invalid_names_are_errors() {
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
fn corrupted_partitions_cause_no_panic() {
    let mut table: Value = serde_json::from_str(PARTITIONS).expect("JSON");
    let mut pointers = Vec::new();
    collect_pointers(&table, "", &mut pointers);
    for pointer in pointers.iter().step_by(7) {
        for wrong in [json!(null), json!(""), json!(-1), json!([]), json!({})] {
            let value = table.pointer_mut(pointer).expect("a value");
            let original = std::mem::replace(value, wrong);
            let text = table.to_string();
            // Only panics and endless loops are faults: some values may be of any type.
            let partitions = Source {
                name: "partitions",
                text: &text,
            };
            let _ = lower::partitions(partitions, &mut Diagnostics::default());
            *table.pointer_mut(pointer).expect("a value") = original;
        }
    }
}
