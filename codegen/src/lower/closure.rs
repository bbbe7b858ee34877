//! The service's closure: its operations and every shape that they reach, and which way each
//! travels.

use std::collections::BTreeMap;

use crate::ast::{Member, Model, Shape, ShapeId, ShapeKind};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::Usage;

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
}

/// An operation with the structures that it takes and gives; `None` stands for nothing.
#[derive(Debug)]
pub(crate) struct OperationShapes<'a> {
    pub(crate) shape: &'a Shape,
    pub(crate) input: Option<&'a Shape>,
    pub(crate) output: Option<&'a Shape>,
    pub(crate) errors: Vec<&'a Shape>,
}

/// Walks the model from its one service.
pub(crate) fn closure<'a>(model: &'a Model, found: &mut Diagnostics) -> Option<Closure<'a>> {
    let service = one_service(model, found)?;
    let mut walk = Walk {
        model,
        found,
        shapes: BTreeMap::new(),
    };
    let (ids, common_errors) = walk.service_operations(service);
    let mut operations = Vec::new();
    let mut errors = BTreeMap::new();
    for id in ids {
        let Some(shape) = walk.shape(&service.id, id) else {
            continue;
        };
        let ShapeKind::Operation {
            input,
            output,
            errors: own_errors,
        } = &shape.kind
        else {
            walk.wrong_kind(&service.id, id, "an operation");
            continue;
        };
        let input = walk.structure(&shape.id, input);
        let output = walk.structure(&shape.id, output);
        let mut operation_errors = Vec::new();
        for id in own_errors.iter().chain(common_errors) {
            if let Some(error) = walk.structure(&shape.id, id) {
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
            written: true,
            ..Usage::default()
        };
        let read = Usage {
            read: true,
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
            output,
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
    })
}

fn one_service<'a>(model: &'a Model, found: &mut Diagnostics) -> Option<&'a Shape> {
    let mut services = model
        .shapes()
        .filter(|shape| matches!(shape.kind, ShapeKind::Service { .. }));
    match (services.next(), services.next()) {
        (Some(service), None) => Some(service),
        (None, _) => {
            found.text(
                Code::Ast,
                "the model has no service",
                "give a model with one shape of type `service`",
            );
            None
        }
        (Some(first), Some(second)) => {
            found.text(
                Code::Ast,
                format!(
                    "the model has several services: {}, {}, …",
                    first.id, second.id
                ),
                "give a model with one shape of type `service`",
            );
            None
        }
    }
}

struct Walk<'a, 'f> {
    model: &'a Model,
    found: &'f mut Diagnostics,
    shapes: BTreeMap<&'a ShapeId, (&'a Shape, Usage)>,
}

impl<'a> Walk<'a, '_> {
    /// The ids of all operations, those of resources included, and the errors that all share.
    fn service_operations(&mut self, service: &'a Shape) -> (Vec<&'a ShapeId>, &'a [ShapeId]) {
        let ShapeKind::Service {
            operations,
            resources,
            errors,
            ..
        } = &service.kind
        else {
            return (Vec::new(), &[]);
        };
        let mut ids: Vec<&ShapeId> = operations.iter().collect();
        let mut left: Vec<&ShapeId> = resources.iter().collect();
        let mut seen = Vec::new();
        while let Some(id) = left.pop() {
            if seen.contains(&id) {
                continue;
            }
            seen.push(id);
            match self.shape(&service.id, id).map(|shape| &shape.kind) {
                Some(ShapeKind::Resource {
                    operations,
                    resources,
                }) => {
                    ids.extend(operations);
                    left.extend(resources);
                }
                Some(_) => self.wrong_kind(&service.id, id, "a resource"),
                None => {}
            }
        }
        ids.sort();
        ids.dedup();
        (ids, errors)
    }

    fn shape(&mut self, from: &ShapeId, id: &ShapeId) -> Option<&'a Shape> {
        let shape = self.model.shape(id);
        if shape.is_none() {
            self.found.shape(
                Code::Target,
                from,
                format!("it refers to {id}, which the model does not have"),
                "add the shape, or correct the reference",
            );
        }
        shape
    }

    fn wrong_kind(&mut self, from: &ShapeId, id: &ShapeId, expected: &str) {
        self.found.shape(
            Code::Target,
            from,
            format!("it refers to {id}, which is not {expected}"),
            format!("refer to {expected}"),
        );
    }

    /// A structure; `None` for the unit type too.
    fn structure(&mut self, from: &ShapeId, id: &ShapeId) -> Option<&'a Shape> {
        if is_unit(id) {
            return None;
        }
        let shape = self.shape(from, id)?;
        if !matches!(shape.kind, ShapeKind::Structure(_)) {
            self.wrong_kind(from, id, "a structure");
            return None;
        }
        Some(shape)
    }

    fn members_of(&mut self, shape: Option<&'a Shape>, usage: Usage) {
        for member in shape.into_iter().flat_map(Shape::members) {
            let bound = Usage {
                bound: member.traits.is_http_label()
                    || member.traits.http_query().is_some()
                    || member.traits.http_header().is_some(),
                ..usage
            };
            self.reach(member, bound);
        }
    }

    /// Visits what a member targets and all that this reaches: by a list of what is left, for
    /// models may be deep.
    fn reach(&mut self, member: &'a Member, usage: Usage) {
        let mut left = vec![member];
        while let Some(member) = left.pop() {
            if let Some(shape) = self.visit(member, usage) {
                left.extend(shape.members());
            }
        }
    }

    /// The shape that a member targets, where its members are to be visited as well.
    fn visit(&mut self, member: &'a Member, usage: Usage) -> Option<&'a Shape> {
        let (from, id) = (&member.id, &member.target);
        if is_unit(id) || prelude(id).is_some() {
            return None;
        }
        let shape = self.shape(from, id)?;
        if !is_data(&shape.kind) {
            self.wrong_kind(from, id, "a shape of data");
            return None;
        }
        let known = self
            .shapes
            .entry(&shape.id)
            .or_insert((shape, Usage::default()));
        let merged = Usage {
            read: known.1.read || usage.read,
            written: known.1.written || usage.written,
            bound: known.1.bound || usage.bound,
        };
        let is_new = merged != known.1;
        known.1 = merged;
        let is_enum = matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_));
        (is_new && !is_enum).then_some(shape)
    }
}

fn is_data(kind: &ShapeKind) -> bool {
    !matches!(
        kind,
        ShapeKind::Service { .. } | ShapeKind::Resource { .. } | ShapeKind::Operation { .. }
    )
}

pub(super) fn is_unit(id: &ShapeId) -> bool {
    id.as_str() == "smithy.api#Unit"
}

/// The shapes that every model has without stating them.
pub(super) fn prelude(id: &ShapeId) -> Option<ShapeKind> {
    let name = id.as_str().strip_prefix("smithy.api#")?;
    Some(match name.strip_prefix("Primitive").unwrap_or(name) {
        "Blob" => ShapeKind::Blob,
        "Boolean" => ShapeKind::Boolean,
        "String" => ShapeKind::String,
        "Timestamp" => ShapeKind::Timestamp,
        "Byte" => ShapeKind::Byte,
        "Short" => ShapeKind::Short,
        "Integer" => ShapeKind::Integer,
        "Long" => ShapeKind::Long,
        "Float" => ShapeKind::Float,
        "Double" => ShapeKind::Double,
        "BigInteger" => ShapeKind::BigInteger,
        "BigDecimal" => ShapeKind::BigDecimal,
        "Document" => ShapeKind::Document,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
