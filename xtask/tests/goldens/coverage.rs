//! Every shape type and trait is in a golden, and each trait has the effect that the table of
//! traits states.

use std::collections::BTreeSet;

use codegen::{Options, RuntimeDependency, Source, Sources, Treatment, known_traits};
use serde_json::Value;

use crate::files::{self, Files, root};
use crate::golden::Golden;

/// The types of shapes in models, except `set` (an older name of `list`) and `apply` (not a shape).
const SHAPE_TYPES: [&str; 22] = [
    "bigDecimal",
    "bigInteger",
    "blob",
    "boolean",
    "byte",
    "document",
    "double",
    "enum",
    "float",
    "intEnum",
    "integer",
    "list",
    "long",
    "map",
    "operation",
    "resource",
    "service",
    "short",
    "string",
    "structure",
    "timestamp",
    "union",
];

fn model(golden: &Golden) -> Option<Value> {
    serde_json::from_str(&files::text(&golden.folder().join("model.json"))).ok()
}

/// Generates the files of a model; `None` if the model is rejected.
fn generate(model: &Value, golden: &Golden) -> Option<Files> {
    let source = |text| Source { name: "", text };
    let options = Options {
        crate_name: "garden-sdk".to_owned(),
        crate_version: "0.1.0".to_owned(),
        runtime: RuntimeDependency::Version(codegen::RUNTIME_VERSION.to_owned()),
        allowed_traits: golden.flag("--allow-trait").cloned().collect(),
        skip_unsupported: golden.has_flag("--skip-unsupported"),
    };
    let partitions = files::text(&root().join("model/partitions.json"));
    let model = model.to_string();
    let sources = Sources {
        model: source(&model),
        overlays: Vec::new(),
        partitions: source(&partitions),
    };
    Some(codegen::generate(&sources, &options).ok()?.files)
}

/// Returns the goldens whose models are accepted, with model and generated files.
pub(crate) fn accepted() -> Vec<(Golden, Value, Files)> {
    let goldens = Golden::all().into_iter();
    let accepted = goldens.filter_map(|golden| {
        let model = model(&golden)?;
        let files = generate(&model, &golden)?;
        Some((golden, model, files))
    });
    accepted.collect()
}

/// Returns the messages about a model that is rejected.
fn errors(golden: &Golden) -> Option<String> {
    files::existing(&golden.folder().join("expected.err"))
}

fn shape_types(model: &Value) -> impl Iterator<Item = &str> {
    let shapes = model["shapes"].as_object().into_iter().flatten();
    shapes.filter_map(|(_, shape)| shape["type"].as_str())
}

/// Removes all applications of a trait and returns `true` if there were any.
fn remove_trait(value: &mut Value, trait_id: &str) -> bool {
    match value {
        Value::Object(object) => {
            let traits = object.get_mut("traits").and_then(Value::as_object_mut);
            let removed = traits.is_some_and(|traits| traits.remove(trait_id).is_some());
            let children = object.values_mut();
            children.fold(removed, |removed, value| {
                remove_trait(value, trait_id) || removed
            })
        }
        _ => false,
    }
}

#[test]
fn every_shape_type_is_in_a_golden() {
    let accepted = accepted();
    let found: BTreeSet<_> = accepted
        .iter()
        .flat_map(|(_, model, _)| shape_types(model))
        .collect();
    for shape_type in SHAPE_TYPES {
        assert!(found.contains(shape_type), "{shape_type}");
    }
}

#[test]
fn every_trait_has_the_effect_that_the_table_states() {
    let accepted = accepted();
    let mut faults = Vec::new();
    let errors: Vec<_> = Golden::all().iter().filter_map(errors).collect();
    for (trait_id, treatment) in known_traits() {
        if matches!(treatment, Treatment::Rejected(_)) {
            let trait_line = format!("= trait: {trait_id}\n");
            let is_shown = |errors: &String| errors.contains(&trait_line);
            if !errors.iter().any(is_shown) {
                faults.push(format!("no golden shows the error for {trait_id}"));
            }
            continue;
        }
        let effects = accepted.iter().filter_map(|(golden, model, files)| {
            let mut without = model.clone();
            let removed = remove_trait(&mut without, trait_id);
            removed.then(|| generate(&without, golden).as_ref() != Some(files))
        });
        let effects: Vec<bool> = effects.collect();
        match treatment {
            _ if effects.is_empty() => faults.push(format!("{trait_id} is in no golden")),
            Treatment::Implemented if !effects.contains(&true) => {
                faults.push(format!("{trait_id} has no effect in any golden"));
            }
            Treatment::WithoutEffect(_) if effects.contains(&true) => {
                faults.push(format!("{trait_id} has an effect in a golden"));
            }
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
