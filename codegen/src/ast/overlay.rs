//! Overlays: Smithy `apply` statements of ours, merged into a model.
//!
//! An overlay adds traits. To put one in the place of the model's it must say so: an entry of
//! `metadata.corrections` names shape, trait, the value that is replaced and the reason. Where the
//! model no longer has that value, the correction has had its day, and the merge fails.

use serde_json::Value;

use super::value::{json, object};
use super::{Model, ShapeId};
use crate::Source;
use crate::diagnostics::{Code, Diagnostics};

/// A value of the model that an overlay replaces.
struct Correction<'a> {
    shape: &'a str,
    trait_id: &'a str,
    replaces: &'a Value,
}

/// Merges `overlay` into `model`.
pub(crate) fn apply(model: &mut Model, overlay: Source<'_>) -> Result<(), Diagnostics> {
    let mut found = Diagnostics::about(overlay.name);
    let root = json(
        overlay,
        "give an overlay in the form of the Smithy JSON AST",
    )?;
    let mut corrections = corrections(&root, &mut found);
    for (text, statement) in object(root.get("shapes")) {
        let kind = statement.get("type").and_then(Value::as_str);
        let Some(id) = ShapeId::parse(text).filter(|_| kind == Some("apply")) else {
            found.text(
                Code::Overlay,
                format!("`{text}` is not an apply statement"),
                "overlays hold `\"namespace#Name\": {\"type\": \"apply\", \"traits\": {…}}` only",
            );
            continue;
        };
        let Some(traits) = model.traits_mut(&id) else {
            found.shape(
                Code::Overlay,
                &id,
                "the overlay applies traits to a shape that the model does not have",
                "take the statement out, or correct the id",
            );
            continue;
        };
        for (trait_id, value) in object(statement.get("traits")) {
            let correction = corrections
                .iter()
                .position(|known| known.shape == text && known.trait_id == trait_id)
                .map(|index| corrections.swap_remove(index));
            match (traits.get(trait_id), correction) {
                (None, None) => {}
                (Some(now), Some(correction)) if now == correction.replaces => {}
                (Some(now), Some(correction)) => found.shape_trait(
                    Code::Overlay,
                    &id,
                    trait_id,
                    format!(
                        "the correction replaces {}, but the model now says {now}",
                        correction.replaces
                    ),
                    "see whether the model was mended: then take the correction out; else bring \
                     its `replaces` up to date",
                ),
                (None, Some(correction)) => found.shape_trait(
                    Code::Overlay,
                    &id,
                    trait_id,
                    format!(
                        "the correction replaces {}, but the model no longer has the trait",
                        correction.replaces
                    ),
                    "take the correction out of `metadata.corrections`",
                ),
                (Some(_), None) => found.shape_trait(
                    Code::Overlay,
                    &id,
                    trait_id,
                    "the overlay would replace a trait of the model",
                    "add an entry to `metadata.corrections` with `shape`, `trait`, `replaces` and \
                     `reason`",
                ),
            }
            traits.insert(trait_id, value.clone());
        }
    }
    for left in corrections {
        found.text(
            Code::Overlay,
            format!(
                "the correction of {} on {} has no apply statement",
                left.trait_id, left.shape
            ),
            "add the statement with the right value, or take the correction out",
        );
    }
    found.or(())
}

fn corrections<'a>(root: &'a Value, found: &mut Diagnostics) -> Vec<Correction<'a>> {
    let list = root
        .pointer("/metadata/corrections")
        .and_then(Value::as_array);
    let mut corrections = Vec::new();
    for entry in list.into_iter().flatten() {
        let text = |key| {
            let text = entry.get(key).and_then(Value::as_str);
            text.filter(|text| !text.is_empty())
        };
        match (
            text("shape"),
            text("trait"),
            entry.get("replaces"),
            text("reason"),
        ) {
            (Some(shape), Some(trait_id), Some(replaces), Some(_)) => {
                corrections.push(Correction {
                    shape,
                    trait_id,
                    replaces,
                });
            }
            _ => found.text(
                Code::Overlay,
                format!("a correction is incomplete: {entry}"),
                "a correction has `shape`, `trait`, `replaces` and `reason`",
            ),
        }
    }
    corrections
}

#[cfg(test)]
mod tests {
    use crate::Source;
    use crate::ast::{Model, ShapeId, apply, parse};

    const MODEL: &str = r#"{"smithy": "2.0", "shapes": {"a#B": {"type": "string",
        "traits": {"smithy.api#pattern": "x"}}}}"#;

    fn model() -> Model {
        let source = Source {
            name: "model",
            text: MODEL,
        };
        parse(source).expect("a model")
    }

    fn with(overlay: &str) -> Result<Model, String> {
        let mut model = model();
        let source = Source {
            name: "overlay",
            text: overlay,
        };
        match apply(&mut model, source) {
            Ok(()) => Ok(model),
            Err(found) => Err(found.to_string()),
        }
    }

    fn correction(replaces: &str) -> String {
        format!(
            r#"{{"shapes": {{"a#B": {{"type": "apply", "traits": {{"smithy.api#pattern": "y"}}}}}},
            "metadata": {{"corrections": [{{"shape": "a#B", "trait": "smithy.api#pattern",
            "replaces": "{replaces}", "reason": "wrong"}}]}}}}"#
        )
    }

    #[test]
    fn a_trait_is_added() {
        let model = with(
            r#"{"shapes": {"a#B": {"type": "apply", "traits": {"smithy.api#documentation": "d"}}}}"#,
        )
        .expect("merged");
        let id = ShapeId::parse("a#B").expect("an id");
        let shape = model.shape(&id).expect("the shape");
        assert_eq!(shape.traits.documentation(), Some("d"));
    }

    #[test]
    fn a_correction_replaces_what_it_names() {
        assert!(with(&correction("x")).is_ok());
        let error = with(&correction("z")).expect_err("outdated");
        assert!(
            error.contains(r#"replaces "z", but the model now says "x""#),
            "{error}"
        );
    }

    #[test]
    fn a_silent_replacement_is_refused() {
        let error = with(
            r#"{"shapes": {"a#B": {"type": "apply", "traits": {"smithy.api#pattern": "y"}}}}"#,
        )
        .expect_err("no correction");
        assert!(error.contains("would replace a trait"), "{error}");
    }

    #[test]
    fn an_unknown_shape_is_refused() {
        let error = with(r#"{"shapes": {"a#C": {"type": "apply", "traits": {}}}}"#)
            .expect_err("no such shape");
        assert!(error.contains("a#C"), "{error}");
    }

    #[test]
    fn what_does_not_fit_the_model_is_refused() {
        let lonely = r#"{"metadata": {"corrections": [{"shape": "a#B", "trait": "t", "replaces": 1,
            "reason": "r"}]}}"#;
        let gone = correction("x").replace("smithy.api#pattern", "smithy.api#title");
        for (overlay, reason) in [
            ("{", "the text is not JSON"),
            (
                r#"{"shapes": {"a#B": {"type": "string"}}}"#,
                "is not an apply statement",
            ),
            (
                r#"{"shapes": {"B": {"type": "apply"}}}"#,
                "is not an apply statement",
            ),
            (
                r#"{"shapes": {"a#B$m": {"type": "apply"}}}"#,
                "that the model does not have",
            ),
            (
                r#"{"metadata": {"corrections": [{"shape": "a#B"}]}}"#,
                "a correction is incomplete",
            ),
            (
                &correction("x").replace("wrong", ""),
                "a correction is incomplete",
            ),
            (lonely, "the correction of t on a#B has no apply statement"),
            (&gone, "the model no longer has the trait"),
        ] {
            let error = with(overlay).expect_err(overlay);
            assert!(error.contains(reason), "{overlay}: {error}");
        }
    }
}
