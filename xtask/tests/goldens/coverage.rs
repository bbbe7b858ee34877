//! Whatever the generator knows is in a golden that it makes a crate of, and does there what the
//! table of traits says.

use crate::files::{self, root};
use crate::golden::Golden;
use codegen::{Options, RuntimeDependency, Source, Sources, Treatment, known_traits};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The types of shapes in models; `set` is an older name of `list`, `apply` is not a shape.
const KINDS: [&str; 22] = [
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

/// The files that are made of a model; `None` where it is refused.
fn generate(model: &Value, golden: &Golden) -> Option<BTreeMap<String, String>> {
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

/// The goldens that a crate is made of: the golden, its model and the crate's files.
fn accepted() -> Vec<(Golden, Value, BTreeMap<String, String>)> {
    let goldens = Golden::all().into_iter();
    let accepted = goldens.filter_map(|golden| {
        let model = model(&golden)?;
        let files = generate(&model, &golden)?;
        Some((golden, model, files))
    });
    accepted.collect()
}

/// What is said about a model that is refused.
fn refusal(golden: &Golden) -> Option<String> {
    let path = golden.folder().join("expected.err");
    path.exists().then(|| files::text(&path))
}

fn kinds(model: &Value) -> impl Iterator<Item = &str> {
    let shapes = model["shapes"].as_object().into_iter().flatten();
    shapes.filter_map(|(_, shape)| shape["type"].as_str())
}

/// Takes the trait away from whatever has it, and tells whether anything had.
fn take_away(value: &mut Value, trait_id: &str) -> bool {
    match value {
        Value::Object(object) => {
            let traits = object.get_mut("traits").and_then(Value::as_object_mut);
            let had = traits.is_some_and(|traits| traits.remove(trait_id).is_some());
            let below = object.values_mut();
            below.fold(had, |had, value| take_away(value, trait_id) || had)
        }
        _ => false,
    }
}

#[test]
fn each_kind_of_shape_is_in_a_golden() {
    let accepted = accepted();
    let found: BTreeSet<_> = accepted.iter().flat_map(|(_, m, _)| kinds(m)).collect();
    for kind in KINDS {
        assert!(found.contains(kind), "{kind}");
    }
}

#[test]
fn each_trait_has_the_effect_that_the_table_says() {
    let accepted = accepted();
    let mut faults = Vec::new();
    let refused: Vec<_> = Golden::all().iter().filter_map(refusal).collect();
    for (trait_id, treatment) in known_traits() {
        if matches!(treatment, Treatment::Rejected(_)) {
            let trait_line = format!("= trait: {trait_id}\n");
            let is_shown = |text: &String| text.contains(&trait_line);
            if !refused.iter().any(is_shown) {
                faults.push(format!("{trait_id} is refused in no golden"));
            }
            continue;
        }
        let effects = accepted.iter().filter_map(|(golden, model, files)| {
            let mut without = model.clone();
            let had = take_away(&mut without, trait_id);
            had.then(|| generate(&without, golden).as_ref() != Some(files))
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
