//! Links: from the names in documentation to the paths of generated items.

use std::collections::{BTreeMap, BTreeSet};

use super::super::closure::Closure;
use super::super::names::{Names, error_name, method_name, module_name, type_name};
use super::super::structures::member_names;
use super::super::{enums, unions};
use super::scope::{Scope, Subject};
use crate::ast::{ShapeKind, Traits, ids};
use crate::identifier::bare;
use crate::ir::Role;

/// The generated items that documentation can link to, by shape name.
#[derive(Debug, Default)]
pub(in crate::lower) struct Links {
    pub(super) items: BTreeMap<String, String>,
    /// The paths of fields and variants, by the names of shape and member. The name of an enum's
    /// value is that in the model or that on the wire.
    pub(super) members: BTreeMap<String, BTreeMap<String, String>>,
    /// The paths of variants by the values of enums; `None` if several enums have the value.
    pub(super) values: BTreeMap<String, Option<String>>,
    /// The paths of all these items, fields and variants.
    pub(super) paths: BTreeSet<String>,
    /// The service's names in URLs of its documentation.
    services: Vec<String>,
}

impl Links {
    /// Collects operations, their inputs and outputs, types and errors.
    pub(in crate::lower) fn new(closure: &Closure<'_>, names: &Names) -> Self {
        let mut items = BTreeMap::new();
        let types = closure.shapes.keys();
        let types = types.filter_map(|id| Some((*id, names.get(id)?)));
        // Names after the service's `rename` take precedence over names from shape ids.
        let renamed = types
            .clone()
            .map(|(id, name)| (closure.shape_name(id), name));
        for (wire, name) in renamed.chain(types.map(|(id, name)| (id.name(), name))) {
            let path = format!("crate::types::{name}");
            items.entry(wire.to_owned()).or_insert(path);
        }
        for id in closure.errors.keys() {
            let path = format!("crate::types::error::{}", error_name(id.name()));
            items.entry(id.name().to_owned()).or_insert(path);
        }
        for operation in &closure.operations {
            let wire = operation.shape.id.name();
            let (module, rust) = (module_name(wire), type_name(wire));
            for (part, suffix) in [(operation.input, "Input"), (operation.output, "Output")] {
                if let Some(shape) = part {
                    let path = format!("crate::operation::{module}::{rust}{suffix}");
                    items.entry(shape.id.name().to_owned()).or_insert(path);
                }
            }
        }
        // A name that both an operation and another shape have means the operation.
        for operation in &closure.operations {
            let wire = operation.shape.id.name();
            let method = method_name(wire);
            let path = format!("crate::client::Client::{}", bare(&method));
            items.insert(wire.to_owned(), path);
        }
        let members = members(closure, &items);
        let paths = members.values().flat_map(BTreeMap::values);
        let paths = items.values().chain(paths);
        Self {
            values: values(closure, &items),
            paths: paths.cloned().collect(),
            members,
            items,
            services: service_names(&closure.service.traits),
        }
    }

    /// Returns the scope of a text that documents `subject`.
    pub(in crate::lower) fn scope(&self, subject: Subject) -> Scope<'_> {
        Scope::new(self, subject)
    }

    /// Returns the `Name` of a URL that ends in `API_Name.html`, if it is a page of this service.
    pub(super) fn page<'t>(&self, url: &'t str) -> Option<&'t str> {
        let path = url.split(['#', '?']).next().unwrap_or_default();
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let name = file.strip_prefix("API_")?.strip_suffix(".html")?;
        let absolute = folder.split_once("://");
        let is_this_service = absolute.is_none_or(|(_, rest)| {
            let service = rest.split('/').nth(1).unwrap_or_default();
            self.is_this_service(service)
        });
        is_this_service.then_some(name)
    }

    pub(super) fn is_this_service(&self, name: &str) -> bool {
        self.services.iter().any(|service| service == name)
    }
}

/// Returns the paths of all fields and variants, by the names of shape and member.
fn members(
    closure: &Closure<'_>,
    items: &BTreeMap<String, String>,
) -> BTreeMap<String, BTreeMap<String, String>> {
    let types = closure
        .shapes
        .values()
        .map(|(shape, _)| (*shape, Role::Type));
    let errors = closure.errors.values().map(|shape| (*shape, Role::Error));
    let operations = closure.operations.iter().flat_map(|operation| {
        let shapes = [
            (operation.input, Role::Input),
            (operation.output, Role::Output),
        ];
        shapes.map(|(shape, role)| Some((shape?, role)))
    });
    let mut all = BTreeMap::new();
    for (shape, role) in types.chain(errors).chain(operations.flatten()) {
        let wire = match role {
            Role::Type => closure.shape_name(&shape.id),
            Role::Input | Role::Output | Role::Error => shape.id.name(),
        };
        let Some(path) = items.get(wire).filter(|_| !shape.is_partial) else {
            continue;
        };
        let mut paths = BTreeMap::new();
        match &shape.kind {
            ShapeKind::Structure(members) => {
                for (member, rust) in members.iter().zip(member_names(members, role)) {
                    let path = format!("field@{path}::{}", bare(&rust));
                    paths.insert(member.name.clone(), path);
                }
            }
            ShapeKind::Union(members) => {
                for (member, (variant, _)) in members.iter().zip(unions::names(members)) {
                    paths.insert(member.name.clone(), format!("{path}::{variant}"));
                }
            }
            _ => {
                for (model, name) in enums::names(shape).unwrap_or_default() {
                    let path = format!("{path}::{}", name.rust);
                    paths.insert(model.to_owned(), path.clone());
                    paths.insert(name.wire, path);
                }
            }
        }
        all.insert(wire.to_owned(), paths);
    }
    all
}

/// Returns the paths of the variants of all enums, by value.
fn values(
    closure: &Closure<'_>,
    items: &BTreeMap<String, String>,
) -> BTreeMap<String, Option<String>> {
    let mut values = BTreeMap::new();
    for (shape, _) in closure.shapes.values() {
        let path = items.get(closure.shape_name(&shape.id));
        let names = path.and_then(|_| enums::names(shape)).unwrap_or_default();
        for (_, name) in names {
            let path = path.map(|path| format!("{path}::{}", name.rust));
            let entry = values.entry(name.wire);
            entry.and_modify(|value| *value = None).or_insert(path);
        }
    }
    values
}

fn service_names(traits: &Traits) -> Vec<String> {
    let service = traits.get(ids::AWS_SERVICE);
    let string = |key| service.and_then(|service| service.get(key)?.as_str());
    let names = [
        traits.sdk_id(),
        traits.signing_name(),
        string("endpointPrefix"),
        string("arnNamespace"),
    ];
    let normalize = |name: &str| name.to_ascii_lowercase().replace(' ', "");
    names.into_iter().flatten().map(normalize).collect()
}
