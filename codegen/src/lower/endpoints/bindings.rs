//! What operations say about parameters of the endpoint rules.

use std::collections::BTreeMap;

use serde_json::Value;

use super::parameters::{parameter_value, word};
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

/// Finds the bindings of all operations: last the ones that count before others.
pub(in crate::lower) fn bindings(
    types: &Types<'_>,
    client: &mut Client,
    diagnostics: &mut Diagnostics,
) {
    let names = client.operations.iter().enumerate();
    let names = names.map(|(place, operation)| (operation.name.wire.clone(), place));
    let places: BTreeMap<_, _> = names.collect();
    for shapes in &types.closure.operations {
        let Some(place) = places.get(shapes.shape.id.name()) else {
            continue;
        };
        let mut binder = Binder {
            client,
            operation: &client.operations[*place],
            diagnostics,
            bindings: Vec::new(),
        };
        let traits = &shapes.shape.traits;
        if let Some(paths) = traits.get(PATHS) {
            binder.paths(&shapes.shape.id, paths);
        }
        for member in shapes.input.into_iter().flat_map(|input| input.members()) {
            if let Some(value) = member.traits.get(MEMBER) {
                let required = member.traits.is_required();
                binder.member(&member.id, &member.name, value, required);
            }
        }
        if let Some(values) = traits.get(STATIC) {
            binder.fixed(&shapes.shape.id, values);
        }
        let bindings = binder.bindings;
        client.endpoint.needs_library |= !bindings.is_empty();
        client.operations[*place].endpoint = bindings;
    }
}

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

    /// The parameter called `name`; one that there is not is a diagnostic about `at`, in `value`.
    fn parameter(
        &mut self,
        (id, trait_id): (&ShapeId, &str),
        name: &str,
        value: &Value,
        at: &Value,
    ) -> Option<&'a Parameter> {
        let parameters = &self.client.endpoint.parameters;
        let parameter = parameters.iter().find(|own| own.name.wire == name);
        if parameter.is_none() {
            let reason = format!("`{name}` is not a parameter of the endpoint rules");
            let help = "name one of `parameters`, or add it there";
            let names = parameters.iter().map(|own| &*own.name.wire);
            self.diagnostics
                .shape_trait(Code::UnknownParameter, id, trait_id, reason, help)
                .below(path_to(value, at).unwrap_or_default())
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
            .below(path_to(value, at).unwrap_or_default());
    }

    fn fixed(&mut self, id: &ShapeId, values: &Value) {
        for (name, holder) in object(Some(values)) {
            let Some(parameter) = self.parameter((id, STATIC), name, values, holder) else {
                continue;
            };
            let value = holder.get("value").unwrap_or(&Value::Null);
            match parameter_value(value, parameter.kind) {
                Some(value) => self.bind(parameter, BindingSource::Static(value)),
                None => {
                    let reason = format!("the value of `{name}` is of another type");
                    let help = format!("give a `value` of type `{}`", word(parameter.kind));
                    self.problem((id, STATIC), (values, holder), reason, help);
                }
            }
        }
    }

    fn member(&mut self, id: &ShapeId, member: &str, value: &Value, required: bool) {
        let at = value.get("name").unwrap_or(value);
        let name = at.as_str().unwrap_or_default();
        let Some(parameter) = self.parameter((id, MEMBER), name, value, at) else {
            return;
        };
        let path = paths::of_member(self.client, &self.operation.input, member);
        let path = path.filter(|path| fits(path, parameter.kind));
        let Some(path) = path else {
            let kind = word(parameter.kind);
            let reason = format!("the member is not of the type of `{name}`");
            let help = format!("bind a member whose type fits `{kind}`");
            self.problem((id, MEMBER), (value, at), reason, help);
            return;
        };
        let required = required.then(|| member.to_owned());
        self.bind(parameter, BindingSource::Member { path, required });
    }

    fn paths(&mut self, id: &ShapeId, values: &Value) {
        for (name, holder) in object(Some(values)) {
            let Some(parameter) = self.parameter((id, PATHS), name, values, holder) else {
                continue;
            };
            let at = holder.get("path").unwrap_or(holder);
            let text = at.as_str().unwrap_or_default();
            let path = paths::read(self.client, &self.operation.input, text);
            let path = path.and_then(|path| match fits(&path, parameter.kind) {
                true => Ok(path),
                false => Err(format!(
                    "what the path leads to is not of the type of `{name}`: `{}`",
                    word(parameter.kind)
                )),
            });
            match path {
                Ok(path) => self.bind(
                    parameter,
                    BindingSource::Member {
                        path,
                        required: None,
                    },
                ),
                Err(reason) => {
                    let help = "the generator supports members joined by dots, one `[*]` or `.*`, \
                                and `keys(…)`";
                    self.problem((id, PATHS), (values, at), reason, help);
                }
            }
        }
    }
}

fn fits(path: &InputPath, kind: ParameterKind) -> bool {
    match &path.end {
        PathEnd::Boolean => kind == ParameterKind::Boolean,
        PathEnd::String => kind == ParameterKind::String,
        PathEnd::Keys | PathEnd::Strings(_) => kind == ParameterKind::StringArray,
    }
}
