//! Facts of the model that the IR lacks, because clients do not need them.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::ast::{Member, Shape, ShapeKind, TimestampFormat, ids};
use crate::lower::{Closure, OperationShapes, timestamp_seconds};

const HTTP_ERROR: &str = "smithy.api#httpError";
const INTERNAL: &str = "smithy.api#internal";

/// The shapes of the closure by their names on the wire.
pub(super) struct Facts<'a> {
    closure: &'a Closure<'a>,
    operations: BTreeMap<&'a str, &'a OperationShapes<'a>>,
    shapes: BTreeMap<&'a str, &'a Shape>,
    errors: BTreeMap<&'a str, &'a Shape>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(closure: &'a Closure<'a>) -> Self {
        let operations = closure.operations.iter();
        let shapes = closure.shapes.values();
        let errors = closure.errors.values();
        Self {
            closure,
            operations: operations
                .map(|shapes| (shapes.shape.id.name(), shapes))
                .collect(),
            shapes: shapes
                .map(|(shape, _)| (closure.shape_name(&shape.id), *shape))
                .collect(),
            errors: errors.map(|shape| (shape.id.name(), *shape)).collect(),
        }
    }

    /// Returns `true` if the operation has an input structure, which may be empty.
    pub(super) fn has_input(&self, operation: &str) -> bool {
        let operation = self.operations.get(operation);
        operation.is_some_and(|operation| operation.input.is_some())
    }

    /// Returns `true` if the operation has an output structure, which may be empty.
    pub(super) fn has_output(&self, operation: &str) -> bool {
        let operation = self.operations.get(operation);
        operation.is_some_and(|operation| operation.output.is_some())
    }

    /// Returns the status of a successful response.
    pub(super) fn success_status(&self, operation: &str) -> u64 {
        let http = self
            .operations
            .get(operation)
            .and_then(|operation| operation.shape.traits.get(ids::HTTP));
        let code = http.and_then(|http| http.get("code")?.as_u64());
        code.unwrap_or(200)
    }

    /// Returns the status of an error response.
    pub(super) fn error_status(&self, error: &str) -> u64 {
        let traits = self.errors.get(error).map(|shape| &shape.traits);
        let status = traits.and_then(|traits| traits.get(HTTP_ERROR)?.as_u64());
        let is_server = traits
            .is_some_and(|traits| traits.get(ids::ERROR).and_then(Value::as_str) == Some("server"));
        status.unwrap_or(if is_server { 500 } else { 400 })
    }

    /// Returns `true` if the model declares this member of an error.
    pub(super) fn declares(&self, error: &str, member: &str) -> bool {
        find(self.errors.get(error).copied(), member).is_some()
    }

    /// Returns the default of an input's member, unless it is the default of the member's target.
    pub(super) fn input_default(&self, operation: &str, member: &str) -> Option<Value> {
        let member = find(self.operations.get(operation)?.input, member)?;
        let default = member.traits.default_value()?;
        let target = self.closure.model.shape(&member.target);
        let target_default = target.and_then(|target| target.traits.default_value());
        let is_primitive = member.target.as_str().starts_with("smithy.api#Primitive");
        let is_inherited = target_default == Some(default) || is_primitive;
        (!is_inherited).then(|| self.default(member))?
    }

    /// Returns the default of an output's member.
    pub(super) fn output_default(&self, operation: &str, member: &str) -> Option<Value> {
        self.default(find(self.operations.get(operation)?.output, member)?)
    }

    /// Returns the default of a nested structure's member.
    pub(super) fn structure_default(&self, structure: &str, member: &str) -> Option<Value> {
        self.default(find(self.shapes.get(structure).copied(), member)?)
    }

    /// Returns the default of an error's member.
    pub(super) fn error_default(&self, error: &str, member: &str) -> Option<Value> {
        self.default(find(self.errors.get(error).copied(), member)?)
    }

    fn default(&self, member: &Member) -> Option<Value> {
        let default = member.traits.default_value()?;
        let target = self.closure.model.shape(&member.target);
        let is_timestamp = match target {
            Some(shape) => matches!(shape.kind, ShapeKind::Timestamp),
            None => member.target.name() == "Timestamp",
        };
        let Some(string) = default.as_str().filter(|_| is_timestamp) else {
            return Some(default.clone());
        };
        let declared = member.traits.timestamp_format();
        let declared =
            declared.or_else(|| target.and_then(|target| target.traits.timestamp_format()));
        let format = declared.and_then(Result::ok);
        let seconds = timestamp_seconds(string, format.unwrap_or(TimestampFormat::DateTime))?;
        Some(seconds.into())
    }

    /// Returns the values of an enum that messages must not name.
    pub(super) fn internal_values(&self, shape: &str) -> Vec<&'a str> {
        let Some(shape) = self.shapes.get(shape) else {
            return Vec::new();
        };
        if let ShapeKind::Enum(members) = &shape.kind {
            let internal = members.iter().filter(|member| member.traits.has(INTERNAL));
            let values = internal.map(|member| {
                let value = member.traits.enum_value().and_then(Value::as_str);
                value.unwrap_or(&member.name)
            });
            return values.collect();
        }
        let definitions = shape.traits.get(ids::ENUM).and_then(Value::as_array);
        let internal = definitions.into_iter().flatten().filter(|definition| {
            let tags = definition.get("tags").and_then(Value::as_array);
            tags.into_iter().flatten().any(|tag| tag == "internal")
        });
        let values = internal.filter_map(|definition| definition.get("value")?.as_str());
        values.collect()
    }
}

fn find<'a>(shape: Option<&'a Shape>, name: &str) -> Option<&'a Member> {
    shape?.members().find(|member| member.name == name)
}
