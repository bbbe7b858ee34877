//! Operations: names, URI, input, output, errors and pages.

use std::collections::BTreeMap;

use super::closure::OperationShapes;
use super::names::{module_name, type_name};
use super::structures::structure;
use super::types::Types;
use super::{bindings, docs, errors, pagination};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Name, Operation, Role, Structure, Type, Usage};

/// The operations of the service.
pub(super) fn all(types: &Types<'_>, found: &mut Diagnostics) -> Vec<Operation> {
    let mut operations = Vec::new();
    let mut modules = BTreeMap::new();
    for shapes in &types.closure.operations {
        let module = module_name(shapes.shape.id.name());
        if let Some(other) = modules.insert(module.clone(), &shapes.shape.id) {
            found.shape(
                Code::Name,
                &shapes.shape.id,
                format!("its module would be called `{module}`, like that of {other}"),
                "rename one of the two operations",
            );
        }
        operations.push(operation(types, shapes, module, found));
    }
    operations
}

fn operation(
    types: &Types<'_>,
    shapes: &OperationShapes<'_>,
    module: String,
    found: &mut Diagnostics,
) -> Operation {
    let shape = shapes.shape;
    let wire = shape.id.name().to_owned();
    let rust = type_name(&wire);
    let mut part = |shape, suffix: &str, role, usage| {
        let name = Name {
            rust: format!("{rust}{suffix}"),
            wire: wire.clone(),
        };
        structure(types, shape, name, role, usage, found)
    };
    let written = Usage {
        written: true,
        ..Usage::default()
    };
    let read = Usage {
        read: true,
        ..Usage::default()
    };
    let input = part(shapes.input, "Input", Role::Input, written);
    let output = part(shapes.output, "Output", Role::Output, read);
    let http = shape.traits.http();
    if http.is_none() {
        found.shape_trait(
            Code::TraitValue,
            &shape.id,
            "smithy.api#http",
            "the operation does not say its method and URI",
            "add the trait `http` with `method` and `uri`",
        );
    }
    let (method, uri) = http.map_or(("POST", "/"), |http| (http.method, http.uri));
    let (path, query_literals) = bindings::uri(shape, uri, &input.members, found);
    Operation {
        module,
        docs: docs::lines_or(&shape.traits, &format!("Calls `{wire}`.")),
        method: method.to_owned(),
        path,
        query_literals,
        pagination: pagination::pagination(types, shapes, &input, &output, found),
        errors: errors::variants(shapes),
        telemetry: telemetry(&input),
        name: Name { rust, wire },
        input,
        output,
    }
}

/// The texts at an input's top that are not secret.
fn telemetry(input: &Structure) -> Vec<usize> {
    let members = input.members.iter().enumerate();
    members
        .filter(|(_, member)| member.ty == Type::String && !member.sensitive)
        .map(|(index, _)| index)
        .collect()
}
