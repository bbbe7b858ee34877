//! The order of shapes in the model has no effect on the generated files.

use serde_json::{Map, Value};

use crate::generate::Generated;
use crate::source::Sources;
use crate::testing::{options, source};

const PARTITIONS: &str = include_str!("../../../model/partitions.json");

fn model() -> Value {
    serde_json::from_str(include_str!("../../../model/ivs.json")).expect("JSON")
}

fn generate(model: &Value) -> Generated {
    let text = model.to_string();
    let sources = Sources {
        model: source(&text),
        overlays: Vec::new(),
        partitions: source(PARTITIONS),
    };
    match crate::generate(&sources, &options()) {
        Ok(generated) => generated,
        Err(diagnostics) => panic!("{diagnostics}"),
    }
}

/// Reverses shapes, traits, operations and errors, but not members, because their order is that of
/// the JSON that the client sends.
fn reverse_model(model: &mut Value) {
    let shapes = model["shapes"].as_object_mut().expect("shapes");
    for shape in shapes.values_mut() {
        for list in ["operations", "errors"] {
            if let Some(list) = shape.get_mut(list).and_then(Value::as_array_mut) {
                list.reverse();
            }
        }
        if let Some(traits) = shape.get_mut("traits").and_then(Value::as_object_mut) {
            reverse(traits);
        }
    }
    reverse(shapes);
}

fn reverse(object: &mut Map<String, Value>) {
    let entries: Vec<_> = std::mem::take(object).into_iter().collect();
    object.extend(entries.into_iter().rev());
}

#[test]
fn shapes_in_another_order_give_the_same_files() {
    let ordered = model();
    let mut reversed = ordered.clone();
    reverse_model(&mut reversed);
    assert_ne!(ordered.to_string(), reversed.to_string());
    let (ordered, reversed) = (generate(&ordered).files, generate(&reversed).files);
    let paths = |files: &std::collections::BTreeMap<String, String>| {
        files.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(paths(&ordered), paths(&reversed));
    for (path, text) in &ordered {
        assert!(reversed[path] == *text, "{path} differs");
    }
}
