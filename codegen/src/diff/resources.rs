//! The resources of a service, by which reports group differences.
//!
//! A resource is that of the model, or the noun of an operation's name: `Channel` of
//! `CreateChannel`, `BatchGetChannel` and `ListChannels`.

use std::collections::{BTreeMap, BTreeSet};

use super::side::Model;
use crate::ast::ShapeKind;
use crate::ir::{Client, Operation, Structure, Type};
use crate::lower::case::snake;

/// The group of differences that concern the service.
pub(super) const SERVICE: &str = "Service";
/// The group of differences in endpoint rules and partitions.
pub(super) const ENDPOINTS: &str = "Endpoints";
/// The group of differences in errors.
pub(super) const ERRORS: &str = "Errors";
/// The group of types that several resources use.
pub(super) const SHARED: &str = "Several resources";
/// The groups that follow the resources, in order.
pub(super) const LAST: [&str; 4] = [SHARED, ERRORS, ENDPOINTS, SERVICE];

/// The resources of operations and types.
pub(super) struct Resources {
    /// By the names of operations.
    operations: BTreeMap<String, String>,
    /// By the wire names of types.
    types: BTreeMap<String, String>,
}

impl Resources {
    pub(super) fn new(old: &Model<'_>, new: &Model<'_>) -> Self {
        let mut operations = BTreeMap::new();
        for model in [old, new] {
            for operation in &model.client.operations {
                let name = &operation.name.wire;
                let resource = modeled(model, name).unwrap_or_else(|| noun(name));
                operations.insert(name.clone(), resource);
            }
        }
        let mut users: BTreeMap<String, BTreeSet<&String>> = BTreeMap::new();
        for model in [old, new] {
            for operation in &model.client.operations {
                if let Some(resource) = operations.get(&operation.name.wire) {
                    for name in reached(model.client, operation) {
                        users.entry(name).or_default().insert(resource);
                    }
                }
            }
        }
        let all: BTreeSet<_> = operations.values().collect();
        let types = users.into_iter().map(|(name, users)| {
            let resource = by_name(&name, &all).or_else(|| only(&users));
            let resource = resource.unwrap_or_else(|| SHARED.to_owned());
            (name, resource)
        });
        Self {
            types: types.collect(),
            operations,
        }
    }

    /// Returns the resource of an operation.
    pub(super) fn of_operation(&self, wire: &str) -> String {
        let resource = self.operations.get(wire);
        resource.cloned().unwrap_or_else(|| noun(wire))
    }

    /// Returns the resource of a type below `crate::types`, except errors.
    pub(super) fn of_type(&self, wire: &str) -> String {
        let resource = self.types.get(wire);
        resource.cloned().unwrap_or_else(|| SHARED.to_owned())
    }
}

/// Returns the only resource.
fn only(resources: &BTreeSet<&String>) -> Option<String> {
    let mut resources = resources.iter();
    match (resources.next(), resources.next()) {
        (Some(resource), None) => Some((*resource).clone()),
        _ => None,
    }
}

/// Returns the resource of the model to which an operation belongs.
fn modeled(model: &Model<'_>, operation: &str) -> Option<String> {
    let id = &model.operation(operation)?.shape.id;
    let mut shapes = model.closure.model.shapes();
    let resource = shapes.find(|shape| match &shape.kind {
        ShapeKind::Resource { operations, .. } => operations.contains(id),
        _ => false,
    })?;
    Some(words(&snake(resource.id.name())))
}

/// Returns the noun of an operation's name, in the singular.
fn noun(operation: &str) -> String {
    if ["TagResource", "UntagResource", "ListTagsForResource"].contains(&operation) {
        return "Tags".to_owned();
    }
    let snake = snake(operation);
    let parts: Vec<_> = snake.split('_').collect();
    let verbs = match parts.first() {
        Some(&"batch") => 2,
        _ => 1,
    };
    let nouns = parts.get(verbs..).unwrap_or_default().iter();
    let prepositions = ["as", "by", "for", "from", "in", "of", "on", "to", "with"];
    let nouns: Vec<_> = nouns
        .take_while(|word| !prepositions.contains(*word))
        .copied()
        .collect();
    match nouns.is_empty() {
        true => words(&snake),
        false => words(&singular(&nouns.join("_"))),
    }
}

/// Returns words separated by spaces, the first one capitalized.
fn words(snake: &str) -> String {
    let text = snake.replace('_', " ");
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

fn singular(noun: &str) -> String {
    match (noun.strip_suffix("ies"), noun.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) if !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => noun.to_owned(),
    }
}

/// Returns the longest resource whose words begin the name of a type.
fn by_name(name: &str, resources: &BTreeSet<&String>) -> Option<String> {
    let name = format!("{} ", words(&snake(name)));
    let resources = resources.iter().copied();
    let fitting = resources.filter(|resource| name.starts_with(&format!("{resource} ")));
    fitting.max_by_key(|resource| resource.len()).cloned()
}

/// Returns the wire names of the types that an operation's input and output reach.
fn reached(client: &Client, operation: &Operation) -> BTreeSet<String> {
    let structures = client.structures.iter();
    let structures: BTreeMap<_, _> = structures
        .map(|structure| (&*structure.name.rust, structure))
        .collect();
    let mut seen = BTreeSet::new();
    let members = |structure: &'_ Structure| -> Vec<String> {
        let types = structure.members.iter().map(|member| &member.ty);
        types.flat_map(named).map(str::to_owned).collect()
    };
    let mut pending = members(&operation.input);
    pending.extend(members(&operation.output));
    while let Some(rust) = pending.pop() {
        if !seen.insert(rust.clone()) {
            continue;
        }
        if let Some(structure) = structures.get(&*rust) {
            pending.extend(members(structure));
        }
        let union = client.unions.iter().find(|union| union.name.rust == rust);
        let variants = union.iter().flat_map(|union| &union.variants);
        let types = variants
            .filter_map(|variant| variant.ty.as_ref())
            .flat_map(named);
        pending.extend(types.map(str::to_owned));
    }
    let names = client.structures.iter().map(|structure| &structure.name);
    let names = names.chain(client.unions.iter().map(|union| &union.name));
    let names = names.chain(client.enums.iter().map(|shape| &shape.name));
    let names = names.filter(|name| seen.contains(&name.rust));
    names.map(|name| name.wire.clone()).collect()
}

/// Returns the Rust names of the generated types that a type contains.
pub(super) fn named(ty: &Type) -> Vec<&str> {
    match ty {
        Type::Enum(reference) | Type::Structure(reference) | Type::Union(reference) => {
            vec![&reference.rust]
        }
        Type::List { element, .. } => named(element),
        Type::Map { key, value, .. } => [named(key), named(value)].concat(),
        Type::Scalar(_)
        | Type::String
        | Type::Blob
        | Type::Stream
        | Type::Big(_)
        | Type::Document
        | Type::Timestamp(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::noun;

    #[test]
    fn noun_of_an_operation_is_its_resource() {
        for (operation, expected) in [
            ("CreateChannel", "Channel"),
            ("ListChannels", "Channel"),
            ("BatchGetStreamKey", "Stream key"),
            (
                "ListPlaybackRestrictionPolicies",
                "Playback restriction policy",
            ),
            ("ListTagsForResource", "Tags"),
            ("UntagResource", "Tags"),
            ("ListInputDevicesByAccount", "Input device"),
            ("PutMetadata", "Metadata"),
            ("GetStatus", "Status"),
            ("Invoke", "Invoke"),
        ] {
            assert_eq!(noun(operation), expected, "{operation}");
        }
    }
}
