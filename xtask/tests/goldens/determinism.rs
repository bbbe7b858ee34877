//! Nine processes generate the same bytes, whatever the order of shapes in the model.

use std::path::Path;

use serde_json::{Map, Value};

use crate::files::{self, Files, root, scratch};
use crate::run;

/// The number of times that a crate is generated from each model.
const RUNS: usize = 9;

/// Returns `model` with its shapes in a different order for each `seed`; 0 keeps the order.
///
/// Members keep their order because it is the order on the wire.
fn shuffled(model: &str, seed: usize) -> String {
    let mut model: Value = serde_json::from_str(model).expect("JSON");
    let shapes = model["shapes"].as_object_mut().expect("shapes");
    let mut remaining: Vec<_> = std::mem::take(shapes).into_iter().collect();
    let mut order = Map::new();
    // Knuth's random number generator chooses the next shape; any deterministic one would do.
    let mut state = seed as u64;
    while !remaining.is_empty() {
        let at = match seed {
            0 => 0,
            _ => (state >> 33) as usize % remaining.len(),
        };
        order.extend([remaining.remove(at)]);
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
    }
    *shapes = order;
    model.to_string()
}

/// Asserts that each order of the model's shapes gives the same crate. Each is generated in a
/// separate process and folder.
fn assert_same(name: &str, model: &Path, overlays: &[String]) {
    let model = files::text(&root().join(model));
    let folder = files::emptied(scratch("determinism").join(name));
    let mut orders = Vec::new();
    let mut first: Option<Files> = None;
    for seed in 0..RUNS {
        let text = shuffled(&model, seed);
        assert!(!orders.contains(&text), "{name}: two orders are the same");
        // The models have the same file name: their folders must have no effect on the output.
        let (file, out) = (
            folder.join(format!("{seed}/model.json")),
            folder.join(format!("{seed}/out")),
        );
        files::write(&file, &text);
        orders.push(text);
        let file = file.to_str().expect("a path in UTF-8");
        let mut arguments = vec!["--model", file, "--crate-name", "garden-sdk"];
        arguments.extend(overlays.iter().flat_map(|overlay| ["--overlay", overlay]));
        let run = run::generate(arguments, &out);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{name}, order {seed}");
        let generated = files::read(&out);
        match &first {
            None => first = Some(generated),
            Some(first) => {
                assert!(
                    first.keys().eq(generated.keys()),
                    "{name}, order {seed}: the paths differ"
                );
                for (path, text) in first {
                    assert!(
                        generated[path] == *text,
                        "{name}, order {seed}: {path} differs"
                    );
                }
            }
        }
    }
}

#[test]
fn golden_models_give_the_same_crate_in_nine_orders() {
    for golden in ["names-types", "recursion", "resources", "errors"] {
        let model = format!("tests/goldens/{golden}/model.json");
        assert_same(golden, Path::new(&model), &[]);
    }
}

#[test]
fn project_model_gives_the_same_crate_in_nine_orders() {
    let folder = root().join("model/overlay");
    let names = files::names(&folder).into_iter();
    let overlays = names.filter(|name| name.ends_with(".json"));
    let overlays: Vec<_> = overlays
        .map(|name| format!("model/overlay/{name}"))
        .collect();
    assert!(!overlays.is_empty());
    assert_same("ivs", Path::new("model/ivs.json"), &overlays);
}
