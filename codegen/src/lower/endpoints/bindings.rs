//! Operation traits that bind parameters of the endpoint rules.

use std::collections::BTreeMap;

use serde_json::Value;

use super::parameters::{parameter_value, type_string};
use super::paths;
use crate::ast::{ids, object};
use crate::diagnostics::{Code, Diagnostics, path_to};
use crate::ir::{
    BindingSource, Client, EndpointBinding, InputPath, Operation, Parameter, ParameterKind, PathEnd,
};
use crate::lower::types::Types;
use crate::shape_id::ShapeId;

const MEMBER: &str = ids::CONTEXT_PARAM;
const STATIC: &str = ids::STATIC_CONTEXT_PARAMS;
const PATHS: &str = ids::OPERATION_CONTEXT_PARAMS;

/// Adds the endpoint bindings of all operations, in order of increasing precedence.
pub(in crate::lower) fn bindings(
    types: &Types<'_>,
    client: &mut Client,
    diagnostics: &mut Diagnostics,
) {
    let operations = client.operations.iter().enumerate();
    let indices: BTreeMap<_, _> = operations
        .map(|(index, operation)| (operation.name.wire.clone(), index))
        .collect();
    for shapes in &types.closure.operations {
        let Some(index) = indices.get(shapes.shape.id.name()) else {
            continue;
        };
        let mut binder = Binder {
            client,
            operation: &client.operations[*index],
            diagnostics,
            bindings: Vec::new(),
        };
        let traits = &shapes.shape.traits;
        if let Some(paths) = traits.get(PATHS) {
            binder.bind_paths(&shapes.shape.id, paths);
        }
        for member in shapes.input.into_iter().flat_map(|input| input.members()) {
            if let Some(value) = member.traits.get(MEMBER) {
                let required = member.traits.is_required();
                binder.bind_member(&member.id, &member.name, value, required);
            }
        }
        if let Some(values) = traits.get(STATIC) {
            binder.bind_static(&shapes.shape.id, values);
        }
        let bindings = binder.bindings;
        client.endpoint.needs_library |= !bindings.is_empty();
        client.operations[*index].endpoint = bindings;
    }
}

/// Collects the bindings of one operation.
struct Binder<'a> {
    client: &'a Client,
    operation: &'a Operation,
    diagnostics: &'a mut Diagnostics,
    bindings: Vec<EndpointBinding>,
}

impl<'a> Binder<'a> {
    fn bind(&mut self, parameter: &Parameter, source: BindingSource) {
        self.bindings.push(EndpointBinding {
            parameter: parameter.name.rust.clone(),
            source,
        });
    }

    /// Returns the parameter called `name`, or reports that it is unknown.
    ///
    /// `at` is the part of the trait's `value` with the name.
    fn parameter(
        &mut self,
        (id, trait_id): (&ShapeId, &str),
        name: &str,
        value: &Value,
        at: &Value,
    ) -> Option<&'a Parameter> {
        let parameters = &self.client.endpoint.parameters;
        let parameter = parameters
            .iter()
            .find(|parameter| parameter.name.wire == name);
        if parameter.is_none() {
            let reason = format!("`{name}` is not a parameter of the endpoint rules");
            let help = "use one of the rule set's `parameters`, or add the parameter there";
            let names = parameters.iter().map(|parameter| &*parameter.name.wire);
            self.diagnostics
                .shape_trait(Code::UnknownParameter, id, trait_id, reason, help)
                .below(path_to(value, at))
                .did_you_mean(name, names);
        }
        parameter
    }

    fn problem(
        &mut self,
        (id, trait_id): (&ShapeId, &str),
        (value, at): (&Value, &Value),
        reason: String,
        help: impl Into<String>,
    ) {
        self.diagnostics
            .shape_trait(Code::ContextParam, id, trait_id, reason, help)
            .below(path_to(value, at));
    }

    fn bind_static(&mut self, id: &ShapeId, values: &Value) {
        for (name, holder) in object(Some(values)) {
            let Some(parameter) = self.parameter((id, STATIC), name, values, holder) else {
                continue;
            };
            let value = holder.get("value").unwrap_or(&Value::Null);
            match parameter_value(value, parameter.kind) {
                Some(value) => self.bind(parameter, BindingSource::Static(value)),
                None => {
                    let reason = format!("the value of `{name}` has the wrong type");
                    let help = format!("use a value of type `{}`", type_string(parameter.kind));
                    self.problem((id, STATIC), (values, holder), reason, help);
                }
            }
        }
    }

    fn bind_member(&mut self, id: &ShapeId, member: &str, value: &Value, required: bool) {
        let at = value.get("name").unwrap_or(value);
        let name = at.as_str().unwrap_or_default();
        let Some(parameter) = self.parameter((id, MEMBER), name, value, at) else {
            return;
        };
        let path = paths::to_member(self.client, &self.operation.input, member);
        let Some(path) = path.filter(|path| fits(path, parameter.kind)) else {
            let kind = type_string(parameter.kind);
            let reason = format!("the member does not have the type of `{name}`: `{kind}`");
            let help = format!("bind a member of type `{kind}`");
            self.problem((id, MEMBER), (value, at), reason, help);
            return;
        };
        let required = required.then(|| member.to_owned());
        self.bind(parameter, BindingSource::Member { path, required });
    }

    fn bind_paths(&mut self, id: &ShapeId, values: &Value) {
        for (name, holder) in object(Some(values)) {
            let Some(parameter) = self.parameter((id, PATHS), name, values, holder) else {
                continue;
            };
            let at = holder.get("path").unwrap_or(holder);
            let expression = at.as_str().unwrap_or_default();
            let reason = match paths::parse(self.client, &self.operation.input, expression) {
                Ok(path) if fits(&path, parameter.kind) => {
                    let required = None;
                    self.bind(parameter, BindingSource::Member { path, required });
                    continue;
                }
                Ok(_) => format!(
                    "the value at the path does not have the type of `{name}`: `{}`",
                    type_string(parameter.kind)
                ),
                Err(reason) => reason,
            };
            let help = "the generator supports members joined by dots, `[*]`, `[]`, `.*`, \
                        `[a, b]` and `keys(…)`";
            self.problem((id, PATHS), (values, at), reason, help);
        }
    }
}

/// Returns `true` if the value at the path has the parameter's type.
fn fits(path: &InputPath, kind: ParameterKind) -> bool {
    match &path.end {
        PathEnd::Boolean => kind == ParameterKind::Boolean,
        PathEnd::String => kind == ParameterKind::String,
        PathEnd::Keys | PathEnd::Strings(_) => kind == ParameterKind::StringArray,
    }
}
