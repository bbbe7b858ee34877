//! Tests of the removal of stale entries from overlays.

use super::super::overlays::{Pruned, is_stale, prune};
use super::*;
use crate::testing;

/// Merges `overlay` into a tiny model with these shapes, and prunes it.
fn pruned(shapes: &str, overlay: &Value) -> Option<Pruned> {
    let model = testing::model(shapes).to_string();
    let overlay = overlay.to_string();
    let sources = Sources {
        model: source(&model),
        overlays: vec![Source {
            name: "overlay.json",
            text: &overlay,
        }],
        ..EMPTY
    };
    let diagnostics = crate::generate(&sources, &testing::options()).err()?;
    let stale = diagnostics
        .iter()
        .filter(|diagnostic| is_stale(diagnostic))
        .count();
    let pruned = prune(sources.overlays[0], 0, &diagnostics, &model);
    assert_eq!(pruned.is_some(), stale > 0, "{diagnostics}");
    if let Some(text) = pruned.as_ref().and_then(|pruned| pruned.text.as_ref()) {
        let sources = Sources {
            overlays: vec![Source {
                name: "overlay.json",
                text,
            }],
            ..sources
        };
        let again = crate::generate(&sources, &testing::options())
            .err()
            .unwrap_or_default();
        assert!(!again.iter().any(is_stale), "{text}: {again}");
    }
    pruned
}

fn apply(traits: Value) -> Value {
    json!({"type": "apply", "traits": traits})
}

/// Returns the removed entries, with `?` after those that need a review.
fn entries(pruned: &Pruned) -> Vec<String> {
    let removed = pruned.removed.iter();
    removed
        .map(|removed| {
            format!(
                "{}{}",
                removed.entry,
                if removed.needs_review { "?" } else { "" }
            )
        })
        .collect()
}

const SHAPES: &str = r#"{
    "In": {"members": {"a": "Name", "b": "Name", "c": "Name"}},
    "Name": {"type": "string", "traits": {"pattern": "^new$", "sensitive": {}}}
}"#;

#[test]
fn statements_about_missing_shapes_are_removed() {
    let docs = json!({"smithy.api#documentation": "A text."});
    let overlay = json!({"smithy": "2.0", "shapes": {
        "t#Gone": apply(docs.clone()), "t#In": apply(docs.clone()), "t#In$gone": apply(docs.clone()),
    }});
    let pruned = pruned(SHAPES, &overlay).unwrap();
    assert_eq!(
        entries(&pruned),
        [
            "smithy.api#documentation of t#Gone",
            "smithy.api#documentation of t#In$gone"
        ]
    );
    let expected = json!({"smithy": "2.0", "shapes": {"t#In": apply(docs)}});
    let expected = serde_json::to_string_pretty(&expected).unwrap() + "\n";
    assert_eq!(pruned.text, Some(expected));
}

#[test]
fn an_overlay_without_other_entries_is_removed() {
    let overlay =
        json!({"smithy": "2.0", "shapes": {"t#Gone": apply(json!({"smithy.api#title": "T"}))}});
    assert_eq!(pruned(SHAPES, &overlay).unwrap().text, None);
}

#[test]
fn outdated_corrections_are_removed_with_their_values() {
    let correction = |id: &str, replaces: Value| json!({"shape": "t#Name", "trait": id, "replaces": replaces, "reason": "r"});
    for (ours, entry) in [
        ("^new$", "smithy.api#pattern of t#Name"),
        ("^ours$", "smithy.api#pattern of t#Name (`\"^ours$\"`)?"),
    ] {
        let overlay = json!({
            "smithy": "2.0",
            "metadata": {"corrections": [correction("smithy.api#pattern", json!("^old$"))]},
            "shapes": {"t#Name": apply(json!({"smithy.api#pattern": ours}))},
        });
        let pruned = pruned(SHAPES, &overlay).unwrap();
        assert_eq!(entries(&pruned), [entry]);
        assert_eq!(pruned.text, None);
    }
    let overlay = json!({
        "smithy": "2.0",
        "metadata": {"corrections": [correction("smithy.api#length", json!({"min": 1}))]},
        "shapes": {"t#Name": apply(json!({"smithy.api#length": {"min": 2}, "smithy.api#documentation": "A text."}))},
    });
    let pruned = pruned(SHAPES, &overlay).unwrap();
    assert_eq!(entries(&pruned), ["smithy.api#length of t#Name"]);
    let rest = json!({"smithy": "2.0", "shapes": {"t#Name": apply(json!({"smithy.api#documentation": "A text."}))}});
    assert_eq!(
        pruned.text.unwrap(),
        serde_json::to_string_pretty(&rest).unwrap() + "\n"
    );
}

#[test]
fn traits_that_the_model_now_has_are_removed() {
    let overlay =
        json!({"smithy": "2.0", "shapes": {"t#Name": apply(json!({"smithy.api#sensitive": {}}))}});
    let pruned = pruned(SHAPES, &overlay).unwrap();
    assert_eq!(entries(&pruned), ["smithy.api#sensitive of t#Name"]);
}

#[test]
fn member_orders_lose_what_the_model_has_or_lacks() {
    let orders = json!({"t#In": ["c", "gone", "a", "lost"], "t#Out": ["x", "y"]});
    let overlay = json!({"smithy": "2.0", "metadata": {"memberOrder": orders}});
    let pruned = pruned(SHAPES, &overlay).unwrap();
    assert_eq!(
        entries(&pruned),
        [
            "\"gone\" in the order of members of t#In",
            "\"lost\" in the order of members of t#In",
            "the order of members of t#Out",
        ]
    );
    let rest = json!({"smithy": "2.0", "metadata": {"memberOrder": {"t#In": ["c", "a"]}}});
    assert_eq!(
        pruned.text.unwrap(),
        serde_json::to_string_pretty(&rest).unwrap() + "\n"
    );
}

#[test]
fn facts_about_missing_operations_are_removed() {
    let overlay = json!({"smithy": "2.0", "metadata": {
        "example": "t#Gone",
        "resources": [
            {"name": "A", "operations": ["t#Gone", "t#Op", "t#Lost"]},
            {"name": "B", "operations": ["t#Gone"]},
        ],
        "callRates": {"t#Gone": {"account": 1}, "t#Op": {"account": 2}},
    }});
    let pruned = pruned(SHAPES, &overlay).unwrap();
    let entries = entries(&pruned);
    assert_eq!(
        entries,
        [
            "the example t#Gone",
            "t#Gone of the resource A",
            "t#Lost of the resource A",
            "t#Gone of the resource B",
            "the quota of t#Gone",
        ]
    );
    let rest = json!({"smithy": "2.0", "metadata": {
        "resources": [{"name": "A", "operations": ["t#Op"]}],
        "callRates": {"t#Op": {"account": 2}},
    }});
    assert_eq!(
        pruned.text.unwrap(),
        serde_json::to_string_pretty(&rest).unwrap() + "\n"
    );
}

#[test]
fn overlays_without_stale_entries_are_not_changed() {
    let overlay = json!({"smithy": "2.0", "shapes": {"t#In": apply(json!({"smithy.api#documentation": "A text."}))}});
    assert_eq!(pruned(SHAPES, &overlay), None);
}
