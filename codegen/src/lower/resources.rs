//! Operations by resource, for documentation.
//!
//! The resources are those of the model or, because most models have none, those of an overlay.

use std::collections::{BTreeMap, BTreeSet};

use super::case::snake;
use super::closure::Closure;
use crate::ast::ShapeKind;
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::ir::{Operation, Resource};
use crate::printable::escape;
use crate::shape_id::ShapeId;

/// Returns the resources with their operations; one without a resource is in the last entry.
pub(super) fn all(
    closure: &Closure<'_>,
    operations: &[Operation],
    diagnostics: &mut Diagnostics,
) -> Vec<Resource> {
    let indices = operations.iter().enumerate();
    let indices = indices.map(|(index, operation)| (&*operation.name.wire, index));
    let mut remaining: BTreeMap<&str, usize> = indices.collect();
    let mut resources = Vec::new();
    for (name, ids) in declared(closure) {
        let operations = ids.iter().filter_map(|id| remaining.remove(id.name()));
        let operations: Vec<_> = operations.collect();
        if !operations.is_empty() {
            resources.push(Resource { name, operations });
        }
    }
    let facts = &closure.model.facts;
    if !facts.resources.is_empty() && !facts.has_faulty_resources {
        report(closure, &remaining, diagnostics);
    }
    if !remaining.is_empty() {
        let name = match resources.is_empty() {
            true => "Operations",
            false => "Other operations",
        };
        let mut operations: Vec<_> = remaining.into_values().collect();
        operations.sort();
        resources.push(Resource {
            name: name.to_owned(),
            operations,
        });
    }
    resources
}

/// Returns the names, in Markdown, and operations of the resources that overlay or model declare.
fn declared<'a>(closure: &Closure<'a>) -> Vec<(String, &'a [ShapeId])> {
    let facts = closure.model.facts.resources.iter();
    let facts = facts.map(|resource| (escape::line(&resource.name), &*resource.operations));
    let mut declared: Vec<_> = facts.collect();
    if !declared.is_empty() {
        return declared;
    }
    let mut pending = match &closure.service.kind {
        ShapeKind::Service { resources, .. } => resources.iter().rev().collect(),
        _ => Vec::new(),
    };
    let mut seen = BTreeSet::new();
    while let Some(id) = pending.pop() {
        let shape = closure.model.shape(id).filter(|_| seen.insert(id));
        if let Some(ShapeKind::Resource {
            operations,
            resources,
        }) = shape.map(|shape| &shape.kind)
        {
            declared.push((words(id.name()), &**operations));
            pending.extend(resources.iter().rev());
        }
    }
    declared
}

/// Returns the words of a shape's name: `StreamKey` gives `Stream key`.
fn words(name: &str) -> String {
    let words = snake(name).replace('_', " ");
    let mut characters = words.trim().chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

/// Warns about operations that the overlay has in none of its resources.
fn report(closure: &Closure<'_>, missing: &BTreeMap<&str, usize>, diagnostics: &mut Diagnostics) {
    for operation in &closure.operations {
        let id = &operation.shape.id;
        if missing.contains_key(id.name()) {
            let reason = "no resource of the overlays has the operation";
            let help = "add it to a resource in `metadata.resources`";
            let diagnostic = diagnostics.shape(Code::Resource, id, reason, help);
            diagnostic.severity = Severity::Warning;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostics;
    use crate::ir::Client;
    use crate::testing::{ast, lowered, model, source};

    const SHAPES: &str = r#"{
        "Service": {"operations": ["Op"], "resources": ["StreamKey", "Bed"]},
        "StreamKey": {"type": "resource", "create": "ListKeys", "read": "GetKey",
            "resources": ["Value"]},
        "Value": {"type": "resource", "operations": ["SetValue"]},
        "Bed": {"type": "resource", "resources": ["Value"]},
        "GetKey": {"type": "operation", "traits": {"http": {"method": "GET", "uri": "/a"}}},
        "ListKeys": {"type": "operation", "traits": {"http": {"method": "GET", "uri": "/b"}}},
        "SetValue": {"type": "operation", "traits": {"http": {"method": "GET", "uri": "/c"}}}
    }"#;

    /// Returns the resources of a client, each with the names of its operations.
    fn resources(client: &Client) -> Vec<(&str, Vec<&str>)> {
        let operation = |index: &usize| &*client.operations[*index].name.wire;
        let resources = client.resources.iter();
        let resources = resources.map(|resource| {
            let operations = resource.operations.iter().map(operation);
            (&*resource.name, operations.collect())
        });
        resources.collect()
    }

    #[test]
    fn resources_of_the_model_are_listed_with_nested_ones() {
        let client = crate::testing::client(SHAPES);
        let expected = [
            ("Stream key", vec!["ListKeys", "GetKey"]),
            ("Value", vec!["SetValue"]),
            ("Other operations", vec!["Op"]),
        ];
        assert_eq!(resources(&client), expected);
        let client = crate::testing::client("{}");
        assert_eq!(resources(&client), [("Operations", vec!["Op"])]);
    }

    #[test]
    fn resources_of_an_overlay_replace_them() {
        let mut model = ast(&model(SHAPES).to_string());
        let overlay = r#"{"metadata": {"resources": [
            {"name": "Beds*", "operations": ["t#SetValue", "t#GetKey"]},
            {"name": "Keys", "operations": ["t#GetKey", "t#Op"]}]}}"#;
        let mut diagnostics = Diagnostics::default();
        crate::ast::apply(Some(&mut model), 0, source(overlay), &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics}");
        let Ok(lowered) = lowered(&model) else {
            panic!("an error");
        };
        let expected = [
            (r"Beds\*", vec!["SetValue", "GetKey"]),
            ("Keys", vec!["Op"]),
            ("Other operations", vec!["ListKeys"]),
        ];
        assert_eq!(resources(&lowered.client), expected);
        let warnings: Vec<_> = lowered.warnings.iter().map(ToString::to_string).collect();
        let [warning] = &*warnings else {
            panic!("{warnings:#?}");
        };
        assert!(warning.contains("warning[E0611]: no resource"), "{warning}");
        assert!(warning.contains("shape: t#ListKeys"), "{warning}");
    }
}
