//! Removes the entries of overlays that a new model makes stale.

use serde_json::Value;

use crate::ast::{brief, object, parse_json};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Input, Step};
use crate::source::Source;

/// An overlay without its stale entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pruned {
    /// The new text; `None` if no entry is left.
    pub text: Option<String>,
    /// The removed entries, in the order of the file.
    pub removed: Vec<Removed>,
}

/// An entry that was removed from an overlay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The entry, for example `smithy.api#pattern of com.example#Name`.
    pub entry: String,
    /// The reason, as a clause.
    pub reason: String,
    /// `true` if a person must decide whether the model is right: it now has a third value.
    pub needs_review: bool,
}

/// Returns `true` if the diagnostic is about an entry that [`prune`] removes.
pub fn is_stale(diagnostic: &Diagnostic) -> bool {
    let codes = [
        Code::OverlayTarget,
        // The model now has the trait itself.
        Code::Replacement,
        Code::CorrectionOutdated,
        Code::CorrectionGone,
        Code::MemberOrder,
    ];
    matches!(diagnostic.input, Input::Overlay(_)) && codes.contains(&diagnostic.code)
}

/// Removes the entries of the overlay at `index` that the diagnostics call stale; `model` is the
/// text of the model that they were found with.
///
/// `None` if the overlay has none.
pub fn prune(
    overlay: Source<'_>,
    index: usize,
    diagnostics: &Diagnostics,
    model: &str,
) -> Option<Pruned> {
    let stale: Vec<_> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.input == Input::Overlay(index) && is_stale(diagnostic))
        .collect();
    if stale.is_empty() {
        return None;
    }
    let mut root = parse_json(overlay.without_mark().text).ok()?;
    let model = parse_json(model).ok()?;
    let mut removed = Vec::new();
    // From the back, so that the indexes of corrections and names stay valid.
    for diagnostic in stale.into_iter().rev() {
        removed.extend(remove(&mut root, diagnostic, &model));
    }
    removed.reverse();
    remove_empty(&mut root);
    let is_empty = object(Some(&root)).all(|(key, _)| key == "smithy");
    // Pretty JSON of a value cannot fail.
    let text = serde_json::to_string_pretty(&root).ok()?;
    Some(Pruned {
        text: (!is_empty).then_some(text + "\n"),
        removed,
    })
}

/// Removes the entry that a diagnostic is about.
fn remove(root: &mut Value, diagnostic: &Diagnostic, model: &Value) -> Option<Removed> {
    let removed = |entry: String, needs_review| {
        let reason = diagnostic.reason.clone();
        Some(Removed {
            entry,
            reason,
            needs_review,
        })
    };
    let keys = |step: &Step| match step {
        Step::Key(key) => Some(key.clone()),
        Step::Index(index) => Some(index.to_string()),
        _ => None,
    };
    let path: Option<Vec<_>> = diagnostic.place.steps.iter().map(keys).collect();
    let path = path.unwrap_or_default();
    let path: Vec<_> = path.iter().map(String::as_str).collect();
    match *path {
        ["metadata", "memberOrder", shape] => {
            let orders = root.pointer_mut("/metadata/memberOrder")?;
            orders.as_object_mut()?.shift_remove(shape)?;
            removed(format!("the order of members of {shape}"), false)
        }
        ["metadata", "memberOrder", shape, index] => {
            let orders = root.pointer_mut("/metadata/memberOrder")?;
            let names = orders.get_mut(shape)?.as_array_mut()?;
            let index: usize = index.parse().ok()?;
            let name = (index < names.len()).then(|| names.remove(index))?;
            removed(format!("{name} in the order of members of {shape}"), false)
        }
        ["metadata", "resources", resource, "operations", index] => {
            let resource = format!("/metadata/resources/{resource}");
            let name = root.pointer(&resource)?["name"].as_str()?.to_owned();
            let path = format!("{resource}/operations");
            let operations = root.pointer_mut(&path)?.as_array_mut()?;
            let index: usize = index.parse().ok()?;
            let id = (index < operations.len()).then(|| operations.remove(index))?;
            removed(format!("{} of the resource {name}", id.as_str()?), false)
        }
        ["metadata", "callRates", operation] => {
            let rates = root.pointer_mut("/metadata/callRates")?;
            rates.as_object_mut()?.shift_remove(operation)?;
            removed(format!("the quota of {operation}"), false)
        }
        ["metadata", "example"] => {
            let metadata = root.pointer_mut("/metadata")?.as_object_mut()?;
            let id = metadata.shift_remove("example")?;
            removed(format!("the example {}", id.as_str()?), false)
        }
        ["metadata", "corrections", index, ..] => {
            let corrections = root.pointer_mut("/metadata/corrections")?.as_array_mut()?;
            let index: usize = index.parse().ok()?;
            let entry = (index < corrections.len()).then(|| corrections.remove(index))?;
            let [shape, trait_id] = ["shape", "trait"].map(|key| entry[key].as_str());
            let (shape, trait_id) = (shape?, trait_id?);
            let ours = take_trait(root, shape, trait_id)?;
            let theirs = trait_of(model, shape, trait_id);
            let mut entry = format!("{trait_id} of {shape}");
            let needs_review = theirs.is_some_and(|theirs| *theirs != ours);
            if needs_review {
                entry.push_str(&format!(" ({})", brief(&ours)));
            }
            removed(entry, needs_review)
        }
        _ => {
            let shape = diagnostic.shape.as_deref()?;
            match &diagnostic.trait_id {
                Some(trait_id) => {
                    let ours = take_trait(root, shape, trait_id)?;
                    let theirs = trait_of(model, shape, trait_id);
                    let needs_review = theirs.is_some_and(|theirs| *theirs != ours);
                    removed(format!("{trait_id} of {shape}"), needs_review)
                }
                None => {
                    let shapes = root.get_mut("shapes")?.as_object_mut()?;
                    let statement = shapes.shift_remove(shape)?;
                    let corrections = root.pointer_mut("/metadata/corrections");
                    if let Some(Value::Array(corrections)) = corrections {
                        corrections.retain(|entry| entry["shape"] != *shape);
                    }
                    let ids: Vec<_> = object(statement.get("traits"))
                        .map(|(id, _)| &**id)
                        .collect();
                    removed(format!("{} of {shape}", ids.join(", ")), false)
                }
            }
        }
    }
}

/// Removes a trait from an apply statement, and the statement if it becomes empty.
fn take_trait(root: &mut Value, shape: &str, trait_id: &str) -> Option<Value> {
    let shapes = root.get_mut("shapes")?.as_object_mut()?;
    let traits = shapes.get_mut(shape)?.get_mut("traits")?.as_object_mut()?;
    let value = traits.shift_remove(trait_id)?;
    if traits.is_empty() {
        shapes.shift_remove(shape);
    }
    Some(value)
}

/// Returns a trait of a shape or member of the model, without apply statements.
fn trait_of<'a>(model: &'a Value, id: &str, trait_id: &str) -> Option<&'a Value> {
    let shapes = model.get("shapes")?;
    let owner = match id.split_once('$') {
        Some((shape, member)) => {
            let shape = shapes.get(shape)?;
            let named = shape.get("members").and_then(|members| members.get(member));
            named.or_else(|| shape.get(member))?
        }
        None => shapes.get(id)?,
    };
    owner.get("traits")?.get(trait_id)
}

/// Removes empty lists and objects of the overlay's metadata, and `shapes` if it is empty.
fn remove_empty(root: &mut Value) {
    let is_empty = |value: &Value| match value {
        Value::Object(object) => object.is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    };
    let Some(root) = root.as_object_mut() else {
        return;
    };
    if let Some(Value::Object(orders)) = root
        .get_mut("metadata")
        .and_then(|metadata| metadata.get_mut("memberOrder"))
    {
        orders.retain(|_, names| !is_empty(names));
    }
    if let Some(Value::Array(resources)) = root
        .get_mut("metadata")
        .and_then(|metadata| metadata.get_mut("resources"))
    {
        resources.retain(|resource| !is_empty(&resource["operations"]));
    }
    if let Some(Value::Object(metadata)) = root.get_mut("metadata") {
        metadata.retain(|_, value| !is_empty(value));
    }
    root.retain(|key, value| key == "smithy" || !is_empty(value));
}
