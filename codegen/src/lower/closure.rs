//! The service's closure: its operations, the shapes that they reach, and the usage of each.

mod prelude;
mod streams;
mod traversal;

use std::collections::BTreeMap;

use crate::ast::{Model, Shape, ShapeKind, ids};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Skipped, Usage};
use crate::shape_id::ShapeId;
pub(super) use prelude::{is_unit, prelude};
use traversal::{OPERATION_KEYS, Reference, Traversal};

/// The shapes that belong to the service.
#[derive(Debug)]
pub(crate) struct Closure<'a> {
    pub(crate) model: &'a Model,
    pub(crate) service: &'a Shape,
    /// The operations, sorted by id.
    pub(crate) operations: Vec<OperationShapes<'a>>,
    /// The shapes that inputs, outputs and errors reach, without these structures themselves.
    pub(crate) shapes: BTreeMap<&'a ShapeId, (&'a Shape, Usage)>,
    /// The error structures.
    pub(crate) errors: BTreeMap<&'a ShapeId, &'a Shape>,
    /// The omitted operations.
    pub(crate) skipped: Vec<Skipped>,
}

/// An operation with its input, output and errors.
#[derive(Debug)]
pub(crate) struct OperationShapes<'a> {
    pub(crate) shape: &'a Shape,
    /// `None` if the operation has no input.
    pub(crate) input: Option<&'a Shape>,
    /// `true` if all members of the input could be read; checks for unknown members need this.
    pub(crate) input_is_known: bool,
    /// `None` if the operation has no output.
    pub(crate) output: Option<&'a Shape>,
    /// `true` if all members of the output could be read.
    pub(crate) output_is_known: bool,
    pub(crate) errors: Vec<&'a Shape>,
}

impl<'a> Closure<'a> {
    /// Returns a shape's name, which the service may rename.
    pub(crate) fn shape_name(&self, id: &'a ShapeId) -> &'a str {
        let rename = match &self.service.kind {
            ShapeKind::Service { renames, .. } => renames.get(id),
            _ => None,
        };
        rename.map_or_else(|| id.name(), String::as_str)
    }

    /// Returns `true` if the service supports restJson1, the generator's protocol.
    pub(super) fn speaks_rest_json(&self) -> bool {
        self.service.traits.has(ids::REST_JSON1)
    }
}

/// Collects the shapes that the model's only service reaches.
///
/// With `skip_unsupported`, operations that the generator does not support are omitted. Returns
/// `None` if the model does not have exactly one service.
pub(crate) fn closure<'a>(
    model: &'a Model,
    skip_unsupported: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Closure<'a>> {
    let service = only_service(model, diagnostics)?;
    let mut traversal = Traversal::new(model, diagnostics);
    let (references, common_errors) = traversal.service_operations(service);
    let mut operations = Vec::new();
    let mut errors = BTreeMap::new();
    let mut skipped = Vec::new();
    for (id, from) in references {
        let reference = Reference {
            from,
            keys: OPERATION_KEYS,
            id,
        };
        let Some(shape) = traversal.resolve(reference) else {
            continue;
        };
        if let Some(operation) = traversal.check_streams(shape, skip_unsupported) {
            skipped.push(operation);
            continue;
        }
        let ShapeKind::Operation {
            input,
            output,
            errors: error_ids,
        } = &shape.kind
        else {
            traversal.report_kind(reference, "an operation");
            continue;
        };
        let (input, input_is_known) = traversal.structure(&shape.id, &["input"], input);
        let (output, output_is_known) = traversal.structure(&shape.id, &["output"], output);
        let mut operation_errors = Vec::new();
        let specific = error_ids.iter().map(|id| (&shape.id, id));
        let common = common_errors.iter().map(|id| (&service.id, id));
        for (from, id) in specific.chain(common) {
            if let (Some(error), _) = traversal.structure(from, &["errors"], id) {
                errors.insert(&error.id, error);
                if !operation_errors
                    .iter()
                    .any(|listed: &&Shape| listed.id == error.id)
                {
                    operation_errors.push(error);
                }
            }
        }
        let input_usage = Usage {
            in_requests: true,
            ..Usage::default()
        };
        let output_usage = Usage {
            in_responses: true,
            ..Usage::default()
        };
        traversal.visit_members(input, input_usage);
        traversal.visit_members(output, output_usage);
        for error in &operation_errors {
            traversal.visit_members(Some(error), output_usage);
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
    Some(Closure {
        model,
        service,
        operations,
        shapes: traversal.shapes,
        errors,
        skipped,
    })
}

fn only_service<'a>(model: &'a Model, diagnostics: &mut Diagnostics) -> Option<&'a Shape> {
    // A mixin is only a part of the services that refer to it.
    let mut services = model.shapes().filter(|shape| {
        matches!(shape.kind, ShapeKind::Service { .. }) && !shape.traits.has(ids::MIXIN)
    });
    match (services.next(), services.next()) {
        (Some(service), None) => Some(service),
        // The service may be one of the unreadable shapes, which were reported.
        (None, _) if model.has_unreadable() => None,
        (None, _) => {
            let help = "use a model with exactly one shape of type `service`";
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
                format!("the model has a second service besides {}", first.id),
                "use a model with exactly one shape of type `service`",
            );
            None
        }
    }
}

#[cfg(test)]
mod tests;
