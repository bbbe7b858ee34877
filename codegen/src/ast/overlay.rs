//! Overlays: Smithy `apply` statements in this repository, merged into a model.
//!
//! An overlay adds traits. To replace a trait of the model, it needs a correction: an entry in
//! `metadata.corrections` with the shape, the trait, the replaced value and the reason. If the
//! model no longer has that value, the correction is outdated, which is an error. With
//! `"remove": true`, a correction removes the trait, and needs no apply statement.
//!
//! A Markdown file among the overlays is a page of the crate's documentation.

mod enums;
mod facts;
mod order;
mod pages;

use serde_json::Value;

use super::value::{brief, json, object};
use super::{Model, Traits};
use crate::diagnostics::{Code, Diagnostics, Input, Place, Step};
use crate::shape_id::ShapeId;
use crate::source::Source;

/// A value of the model that an overlay replaces.
struct Correction<'a> {
    index: usize,
    shape: &'a str,
    trait_id: &'a str,
    /// `None` if the correction is incomplete, which has been reported.
    replaces: Option<&'a Value>,
    /// `true` if the trait is removed instead.
    removes: bool,
}

/// A trait that an overlay applies.
struct Statement<'a> {
    trait_id: &'a str,
    value: &'a Value,
    correction: Option<Correction<'a>>,
}

/// Merges the overlay at `index` into the model. Without a model, only the form of the overlay is
/// checked.
pub(crate) fn apply(
    model: Option<&mut Model>,
    index: usize,
    overlay: Source<'_>,
    diagnostics: &mut Diagnostics,
) {
    let mut overlay_diagnostics = Diagnostics::about(Input::Overlay(index), overlay.name);
    if let Some(name) = overlay.markdown_name() {
        pages::apply(model, index, overlay, name, &mut overlay_diagnostics);
        diagnostics.extend(overlay_diagnostics);
        return;
    }
    let help = "use an overlay in the form of the Smithy JSON AST";
    if let Some(root) = json(overlay, help, &mut overlay_diagnostics) {
        merge(model, &root, &mut overlay_diagnostics);
    }
    diagnostics.extend(overlay_diagnostics);
}

fn merge(mut model: Option<&mut Model>, root: &Value, diagnostics: &mut Diagnostics) {
    let mut corrections = corrections(root, diagnostics);
    if root.get("shapes").is_some_and(|shapes| !shapes.is_object()) {
        let help = "write `\"shapes\": {\"namespace#Name\": {…}}`";
        diagnostics
            .file(Code::Form, "`shapes` is not an object", help)
            .below(["shapes".into()]);
    }
    for (key, statement) in object(root.get("shapes")) {
        let kind = statement.get("type").and_then(Value::as_str);
        let Some(id) = ShapeId::parse(key).filter(|_| kind == Some("apply")) else {
            let help =
                "overlays only hold `\"namespace#Name\": {\"type\": \"apply\", \"traits\": {…}}`";
            diagnostics
                .file(
                    Code::NotApply,
                    format!("`{key}` is not an apply statement"),
                    help,
                )
                .below([Step::Shape(key.clone())])
                .key();
            continue;
        };
        let traits = statement.get("traits");
        if traits.is_some_and(|traits| !traits.is_object()) {
            let help = "write `\"traits\": {\"namespace#name\": …}`";
            diagnostics
                .shape(Code::Form, &id, "`traits` is not an object", help)
                .below(["traits".into()]);
        }
        // Even if the model lacks the shape, its corrections count as used.
        let mut statements = Vec::new();
        for (trait_id, value) in object(traits) {
            let correction = corrections
                .iter()
                .position(|correction| correction.shape == key && correction.trait_id == trait_id);
            let correction = correction.map(|index| corrections.swap_remove(index));
            statements.push(Statement {
                trait_id,
                value,
                correction,
            });
        }
        let Some(model) = &mut model else {
            continue;
        };
        if let Some(target) = model.traits_mut(&id) {
            for statement in statements {
                let (trait_id, correction) = (statement.trait_id, statement.correction.as_ref());
                check(&id, trait_id, target, correction, diagnostics);
                target.overlay(trait_id, statement.value.clone());
            }
        } else if !enums::apply(model, &id, &statements, diagnostics) && !model.is_unreadable(&id) {
            let reason = "the overlay applies traits to a shape that the model does not have";
            let help = "remove the statement, or correct the id";
            diagnostics
                .shape(Code::OverlayTarget, &id, reason, help)
                .did_you_mean(id.as_str(), model.ids());
        }
    }
    facts::apply(model.as_deref_mut(), root, diagnostics);
    remove(model.as_deref_mut(), &mut corrections, diagnostics);
    order::apply(model, root, diagnostics);
    corrections.sort_by_key(|correction| correction.index);
    let complete = corrections
        .iter()
        .filter(|correction| correction.replaces.is_some());
    for correction in complete {
        let reason = format!(
            "the correction of {} on {} has no apply statement",
            correction.trait_id, correction.shape
        );
        let help = "add the statement with the correct value, or remove the correction";
        diagnostics
            .file(Code::CorrectionUnused, reason, help)
            .below(place(correction.index))
            .below(["shape".into()]);
    }
}

/// Removes the traits that are wrong without a replacement.
fn remove(
    mut model: Option<&mut Model>,
    corrections: &mut Vec<Correction<'_>>,
    diagnostics: &mut Diagnostics,
) {
    for correction in corrections.extract_if(.., |correction| correction.removes) {
        let id = ShapeId::parse(correction.shape);
        let (Some(model), Some(id)) = (model.as_deref_mut(), id) else {
            continue;
        };
        let is_unreadable = model.is_unreadable(&id);
        match model.traits_mut(&id) {
            Some(traits) => {
                check(
                    &id,
                    correction.trait_id,
                    traits,
                    Some(&correction),
                    diagnostics,
                );
                *traits = traits.without(|trait_id| trait_id == correction.trait_id);
            }
            None if is_unreadable => {}
            None => {
                let reason = "the correction is about a shape that the model does not have";
                let help = "remove the correction, or correct the id";
                diagnostics
                    .file(Code::OverlayTarget, reason, help)
                    .below(place(correction.index))
                    .below(["shape".into()]);
            }
        }
    }
}

/// Reports a trait that replaces a trait of the model without a matching correction.
fn check(
    id: &ShapeId,
    trait_id: &str,
    traits: &Traits,
    correction: Option<&Correction<'_>>,
    diagnostics: &mut Diagnostics,
) {
    let correction = match correction.map(|correction| (correction.replaces, correction.index)) {
        Some((None, _)) => return,
        Some((Some(replaces), index)) => Some((replaces, index)),
        None => None,
    };
    let (code, reason, help) = match (traits.get(trait_id), correction) {
        (None, None) => return,
        (Some(current), Some((replaces, _))) if current == replaces => return,
        (Some(current), Some((replaces, _))) => (
            Code::CorrectionOutdated,
            format!(
                "the correction replaces {}, but the model now has {}",
                brief(replaces),
                brief(current)
            ),
            "remove the correction if the model was fixed; otherwise update its `replaces`",
        ),
        (None, Some((replaces, _))) => (
            Code::CorrectionGone,
            format!(
                "the correction replaces {}, but the model no longer has the trait",
                brief(replaces)
            ),
            "remove the correction from `metadata.corrections`",
        ),
        (Some(_), None) => (
            Code::Replacement,
            "the overlay would replace a trait of the model".to_owned(),
            "add an entry to `metadata.corrections` with `shape`, `trait`, `replaces` and `reason`",
        ),
    };
    let diagnostic = diagnostics.shape_trait(code, id, trait_id, reason, help);
    if let Some((_, index)) = correction {
        diagnostic.place = Place::default().down(place(index));
        diagnostic.below(["replaces".into()]);
    }
}

fn place(correction: usize) -> [Step; 3] {
    ["metadata".into(), "corrections".into(), correction.into()]
}

fn corrections<'a>(root: &'a Value, diagnostics: &mut Diagnostics) -> Vec<Correction<'a>> {
    let list = root.pointer("/metadata/corrections");
    if list.is_some_and(|list| !list.is_array()) {
        let help = "write `\"corrections\": [{\"shape\": …, \"trait\": …, \"replaces\": …, \"reason\": …}]`";
        diagnostics
            .file(Code::Form, "`corrections` is not a list", help)
            .below(["metadata".into(), "corrections".into()]);
    }
    let list = list.and_then(Value::as_array).into_iter().flatten();
    let mut corrections = Vec::new();
    for (index, entry) in list.enumerate() {
        let string = |key| {
            let string = entry.get(key).and_then(Value::as_str);
            string.filter(|string| !string.is_empty())
        };
        let id = string("shape").zip(string("trait"));
        let replaces = entry.get("replaces").filter(|_| string("reason").is_some());
        if id.is_none() || replaces.is_none() {
            let help = "write `shape`, `trait`, `replaces` and `reason`";
            diagnostics
                .file(Code::CorrectionForm, "a correction is incomplete", help)
                .below(place(index));
        }
        if let Some((shape, trait_id)) = id {
            corrections.push(Correction {
                index,
                shape,
                trait_id,
                replaces,
                removes: entry.get("remove") == Some(&Value::Bool(true)),
            });
        }
    }
    corrections
}

#[cfg(test)]
mod tests;
