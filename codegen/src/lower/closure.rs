//! The service's closure: its operations and every shape that they reach, and which way each
//! travels.

mod prelude;
mod streams;
mod walk;

use std::collections::BTreeMap;

use crate::ast::{Model, Shape, ShapeKind, ids};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Skipped, Usage};
use crate::shape_id::ShapeId;
pub(super) use prelude::{is_unit, prelude};
use walk::{OPERATIONS, Reference, Walk};

/// What belongs to the service.
#[derive(Debug)]
pub(crate) struct Closure<'a> {
    pub(crate) model: &'a Model,
    pub(crate) service: &'a Shape,
    /// By id.
    pub(crate) operations: Vec<OperationShapes<'a>>,
    /// The shapes that inputs, outputs and errors reach, those three left out.
    pub(crate) shapes: BTreeMap<&'a ShapeId, (&'a Shape, Usage)>,
    /// The error structures.
    pub(crate) errors: BTreeMap<&'a ShapeId, &'a Shape>,
    /// The operations that are left out, by name.
    pub(crate) skipped: Vec<Skipped>,
}

/// An operation with the structures that it takes and gives; `None` stands for nothing.
#[derive(Debug)]
pub(crate) struct OperationShapes<'a> {
    pub(crate) shape: &'a Shape,
    pub(crate) input: Option<&'a Shape>,
    /// Whether all members of the input are known: where not, a name that is none of them means
    /// nothing.
    pub(crate) input_is_known: bool,
    pub(crate) output: Option<&'a Shape>,
    pub(crate) output_is_known: bool,
    pub(crate) errors: Vec<&'a Shape>,
}

impl<'a> Closure<'a> {
    /// A shape's name: the service may give it another one.
    pub(super) fn shape_name(&self, id: &'a ShapeId) -> &'a str {
        let rename = match &self.service.kind {
            ShapeKind::Service { renames, .. } => renames.get(id),
            _ => None,
        };
        rename.map_or_else(|| id.name(), String::as_str)
    }

    /// Whether the service speaks the protocol that the generator is for.
    pub(super) fn speaks_rest_json(&self) -> bool {
        self.service.traits.has(ids::REST_JSON1)
    }
}

/// Walks the model from its one service; with `skip_unsupported`, past operations that the generator
/// cannot make.
pub(crate) fn closure<'a>(
    model: &'a Model,
    skip_unsupported: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Closure<'a>> {
    let service = one_service(model, diagnostics)?;
    let mut walk = Walk::new(model, diagnostics);
    let (references, common_errors) = walk.service_operations(service);
    let mut operations = Vec::new();
    let mut errors = BTreeMap::new();
    let mut skipped = Vec::new();
    for (id, from) in references {
        let from = Reference {
            from,
            under: OPERATIONS,
            id,
        };
        let Some(shape) = walk.shape(from) else {
            continue;
        };
        if let Some(operation) = walk.skipped(shape, skip_unsupported) {
            skipped.push(operation);
            continue;
        }
        let ShapeKind::Operation {
            input,
            output,
            errors: own_errors,
        } = &shape.kind
        else {
            walk.wrong_kind(from, "an operation");
            continue;
        };
        let (input, input_is_known) = walk.part(&shape.id, &["input"], input);
        let (output, output_is_known) = walk.part(&shape.id, &["output"], output);
        let mut operation_errors = Vec::new();
        let own_errors = own_errors.iter().map(|id| (&shape.id, id));
        let common_errors = common_errors.iter().map(|id| (&service.id, id));
        for (from, id) in own_errors.chain(common_errors) {
            if let (Some(error), _) = walk.part(from, &["errors"], id) {
                errors.insert(&error.id, error);
                if !operation_errors
                    .iter()
                    .any(|known: &&Shape| known.id == error.id)
                {
                    operation_errors.push(error);
                }
            }
        }
        let written = Usage {
            in_requests: true,
            ..Usage::default()
        };
        let read = Usage {
            in_responses: true,
            ..Usage::default()
        };
        walk.members_of(input, written);
        walk.members_of(output, read);
        for error in &operation_errors {
            walk.members_of(Some(error), read);
        }
        operations.push(OperationShapes {
            shape,
            input,
            input_is_known,
            output,
            output_is_known,
            errors: operation_errors,
        });
    }
    operations.sort_by_key(|operation| &operation.shape.id);
    let shapes = walk.shapes;
    Some(Closure {
        model,
        service,
        operations,
        shapes,
        errors,
        skipped,
    })
}

fn one_service<'a>(model: &'a Model, diagnostics: &mut Diagnostics) -> Option<&'a Shape> {
    let mut services = model
        .shapes()
        .filter(|shape| matches!(shape.kind, ShapeKind::Service { .. }));
    match (services.next(), services.next()) {
        (Some(service), None) => Some(service),
        // It may be one of those.
        (None, _) if model.has_unreadable() => None,
        (None, _) => {
            let help = "give a model with one shape of type `service`";
            diagnostics
                .file(Code::NoService, "the model has no service", help)
                .below(["shapes".into()])
                .key();
            None
        }
        (Some(first), Some(second)) => {
            diagnostics.shape(
                Code::SeveralServices,
                &second.id,
                format!("the model has a second service, beside {}", first.id),
                "give a model with one shape of type `service`",
            );
            None
        }
    }
}

#[cfg(test)]
mod tests;
