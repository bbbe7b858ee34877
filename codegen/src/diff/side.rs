//! One of the two models, with the shape ids and Rust paths of its items.

use std::collections::BTreeMap;

use crate::ast::Shape;
use crate::identifier::prefixed;
use crate::ir::{Client, Member, Operation, Role, Structure};
use crate::lower::{Closure, Lowered, OperationShapes};
use crate::shape_id::ShapeId;

/// The old or the new model.
pub(super) struct Model<'a> {
    pub(super) client: &'a Client,
    pub(super) closure: &'a Closure<'a>,
    /// The name of the library crate.
    lib: &'a str,
    operations: BTreeMap<&'a str, &'a OperationShapes<'a>>,
    shapes: BTreeMap<&'a str, &'a Shape>,
    errors: BTreeMap<&'a str, &'a Shape>,
}

/// A structure, and the operation whose input or output it is.
#[derive(Clone, Copy)]
pub(super) struct Owner<'a> {
    pub(super) structure: &'a Structure,
    pub(super) operation: Option<&'a Operation>,
}

impl<'a> Model<'a> {
    pub(super) fn new(lowered: &'a Lowered<'a>, lib: &'a str) -> Self {
        let closure = &lowered.closure;
        let operations = closure.operations.iter();
        let shapes = closure.shapes.values();
        let errors = closure.errors.values();
        Self {
            client: &lowered.client,
            closure,
            lib,
            operations: operations
                .map(|shapes| (shapes.shape.id.name(), shapes))
                .collect(),
            shapes: shapes
                .map(|(shape, _)| (closure.shape_name(&shape.id), *shape))
                .collect(),
            errors: errors.map(|shape| (shape.id.name(), *shape)).collect(),
        }
    }

    /// Returns the absolute path of an item of the crate.
    pub(super) fn path(&self, path: &str) -> String {
        format!("{}::{path}", self.lib)
    }

    /// Returns the shapes of an operation.
    pub(super) fn operation(&self, wire: &str) -> Option<&'a OperationShapes<'a>> {
        self.operations.get(wire).copied()
    }

    /// Returns the shape of a type below `crate::types`, except errors.
    pub(super) fn shape(&self, wire: &str) -> Option<&'a Shape> {
        self.shapes.get(wire).copied()
    }

    /// Returns the shape of an error.
    pub(super) fn error(&self, wire: &str) -> Option<&'a Shape> {
        self.errors.get(wire).copied()
    }

    /// Returns the shape of a structure; that of the operation if it has no input or output.
    pub(super) fn structure_shape(&self, owner: Owner<'_>) -> Option<&'a Shape> {
        let structure = owner.structure;
        let operation = || self.operation(&structure.name.wire);
        match structure.role {
            Role::Type => self.shape(&structure.name.wire),
            Role::Error => self.error(&structure.name.wire),
            Role::Input => operation().map(|shapes| shapes.input.unwrap_or(shapes.shape)),
            Role::Output => operation().map(|shapes| shapes.output.unwrap_or(shapes.shape)),
        }
    }

    /// Returns the id of a member; that of the structure if the model does not declare the member.
    pub(super) fn member_id(&self, owner: Owner<'_>, member: &Member) -> Option<ShapeId> {
        let shape = self.structure_shape(owner)?;
        let is_declared = shape
            .members()
            .any(|declared| declared.name == member.model);
        Some(match is_declared {
            true => shape.id.member(&member.model),
            false => shape.id.clone(),
        })
    }

    /// Returns the path of a structure.
    pub(super) fn structure_path(&self, structure: &Structure) -> String {
        let Structure { name, module, .. } = structure;
        let rust = &name.rust;
        self.path(&match structure.role {
            Role::Type => format!("types::{rust}"),
            Role::Error => format!("types::error::{rust}"),
            Role::Input | Role::Output => format!("operation::{module}::{rust}"),
        })
    }

    /// Returns the path of a structure's builder.
    pub(super) fn builder_path(&self, structure: &Structure) -> String {
        let Structure {
            builder_name,
            module,
            ..
        } = structure;
        self.path(&match structure.role {
            Role::Type => format!("types::builders::{builder_name}"),
            Role::Error => format!("types::error::builders::{builder_name}"),
            Role::Input | Role::Output => format!("operation::{module}::builders::{builder_name}"),
        })
    }

    /// Returns the paths of an operation: the client's method, and the module of its types.
    pub(super) fn operation_items(&self, operation: &Operation) -> Vec<String> {
        let Operation {
            method_name,
            module,
            ..
        } = operation;
        vec![
            self.path(&format!("client::Client::{method_name}")),
            self.path(&format!("operation::{module}")),
        ]
    }

    /// Returns the path of an operation's fluent builder.
    pub(super) fn fluent_path(&self, operation: &Operation) -> String {
        let Operation {
            module,
            fluent_builder,
            ..
        } = operation;
        self.path(&format!("operation::{module}::builders::{fluent_builder}"))
    }

    /// Returns the paths of a member: the field with its accessor, and the builders' methods.
    pub(super) fn member_items(&self, owner: Owner<'_>, member: &Member) -> Vec<String> {
        let mut items = vec![format!(
            "{}::{}",
            self.structure_path(owner.structure),
            member.name.rust
        )];
        for builder in self.setter_owners(owner) {
            items.extend(setters(&builder, &member.name.rust));
        }
        items
    }

    /// Returns the paths of the builders that have setters of the structure's members.
    pub(super) fn setter_owners(&self, owner: Owner<'_>) -> Vec<String> {
        let mut builders = vec![self.builder_path(owner.structure)];
        let operation = owner
            .operation
            .filter(|_| owner.structure.role == Role::Input);
        if let Some(operation) = operation {
            builders.push(self.fluent_path(operation));
            builders.extend(operation.waiters.iter().map(|waiter| {
                self.path(&format!(
                    "waiters::{}::{}",
                    waiter.module, waiter.fluent_builder
                ))
            }));
        }
        builders
    }
}

/// Returns the paths of a member's methods of a builder.
fn setters(builder: &str, name: &str) -> [String; 3] {
    ["", "set_", "get_"].map(|prefix| match prefix {
        "" => format!("{builder}::{name}"),
        prefix => format!("{builder}::{}", prefixed(prefix, name)),
    })
}
