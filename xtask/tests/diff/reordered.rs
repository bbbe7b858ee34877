//! Models in another order: keys, shapes, operations and errors are sets.

use serde_json::{Map, Value};

use crate::models::Texts;
use crate::random::Random;
use crate::table::{mutations, report};
use crate::{models, workspace};

const SEEDS: u64 = 8;

/// The lists of shape ids whose order is no fact.
const SETS: [&str; 4] = ["operations", "errors", "resources", "mixins"];

/// Shuffles all keys and sets. The order of members, including those of enums, is a fact.
fn shuffle(value: &mut Value, key: &str, random: &mut Random) {
    match value {
        Value::Object(object) => {
            let mut entries: Vec<_> = std::mem::take(object).into_iter().collect();
            for (key, value) in &mut entries {
                shuffle(value, key, random);
            }
            if key != "members" {
                random.shuffle(&mut entries);
            }
            *object = entries.into_iter().collect::<Map<_, _>>();
        }
        Value::Array(items) => {
            for item in &mut *items {
                shuffle(item, "", random);
            }
            if SETS.contains(&key) {
                random.shuffle(items);
            }
        }
        _ => {}
    }
}

fn shuffled(text: &str, random: &mut Random) -> String {
    let mut model = serde_json::from_str(text).expect("JSON");
    shuffle(&mut model, "", random);
    model.to_string()
}

/// Fails if a model in another order differs from itself.
fn assert_order_is_no_difference(name: &str, texts: &Texts) {
    for seed in 0..SEEDS {
        let random = &mut Random::new(seed);
        let other = Texts {
            model: shuffled(&texts.model, random),
            partitions: texts.partitions.clone(),
        };
        assert_ne!(other.model, texts.model, "{name}, seed {seed}");
        for [old, new] in [[texts, &other], [&other, texts]] {
            let differences = report(old, new).differences;
            assert!(
                differences.is_empty(),
                "{name}, seed {seed}: {differences:#?}"
            );
        }
    }
}

#[test]
fn order_of_keys_shapes_and_operations_is_no_difference() {
    let mutation = mutations().remove(0);
    let [base, _] = models::both(&mutation);
    assert_order_is_no_difference("base.json", &base);
    assert_order_is_no_difference("model/ivs.json", &workspace::ivs());
}

#[test]
fn order_of_published_models_is_no_difference() {
    let Some(reference) = workspace::reference("order_of_published_models_is_no_difference") else {
        return;
    };
    for name in ["ivs-2025-04", "ivschat-2025-04"] {
        let texts = Texts {
            model: workspace::read(&reference.join(format!("models/{name}.json"))),
            partitions: workspace::ivs().partitions,
        };
        assert_order_is_no_difference(name, &texts);
    }
}
