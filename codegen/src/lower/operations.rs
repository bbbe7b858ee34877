//! Operations: names, URI, input, output and errors.

use std::collections::{BTreeMap, BTreeSet};

use super::bindings::uri;
use super::closure::{Closure, OperationShapes};
use super::context::Context;
use super::docs::{Scope, Subject};
use super::names::{method_name, module_file, module_name, type_name};
use super::support::is_missing;
use super::types::Types;
use super::{auth, bindings, docs, errors, repeat, structures};
use crate::ast::{Facts, Shape, ids};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{HttpOptions, Name, Operation, Role, Structure, Type, Usage};
use crate::shape_id::ShapeId;

/// Returns the service's operations.
pub(super) fn all(context: &Context<'_>, diagnostics: &mut Diagnostics) -> Vec<Operation> {
    let mut operations = Vec::new();
    let mut modules = BTreeMap::new();
    let mut variants = BTreeMap::new();
    let sensitive = sensitive_shapes(context.types.closure);
    for shapes in &context.types.closure.operations {
        let module = module_name(shapes.shape.id.name());
        if let Some(other_id) = modules.insert(module.clone(), &shapes.shape.id) {
            diagnostics.shape(
                Code::OperationConflict,
                &shapes.shape.id,
                format!(
                    "the operation's module would be called `{module}`, like that of {other_id}"
                ),
                "rename one of the two operations",
            );
        }
        let mut operation = operation(context, shapes, module, diagnostics);
        let output = shapes.output.map(|output| &output.id);
        operation.sensitive_output = output.is_some_and(|id| sensitive.contains(id));
        operation.errors = errors::variants(context, shapes, &mut variants);
        operations.push(operation);
    }
    operations
}

fn operation(
    context: &Context<'_>,
    shapes: &OperationShapes<'_>,
    module: String,
    diagnostics: &mut Diagnostics,
) -> Operation {
    let types = &context.types;
    let shape = shapes.shape;
    let wire = shape.id.name().to_owned();
    let rust = type_name(&wire);
    let mut structure = |shape, suffix: &str, role, usage| {
        let name = Name {
            rust: format!("{rust}{suffix}"),
            wire: wire.clone(),
        };
        structures::structure(context, shape, name, role, usage, diagnostics)
    };
    let input_usage = Usage {
        in_requests: true,
        ..Usage::default()
    };
    let output_usage = Usage {
        in_responses: true,
        ..Usage::default()
    };
    let input = structure(shapes.input, "Input", Role::Input, input_usage);
    let output = structure(shapes.output, "Output", Role::Output, output_usage);
    let scope = scope(context, &input, &output);
    let summary = docs::summary(&shape.traits, &in_module(scope.clone(), &module, &rust));
    let bindings = bindings::request_bindings(&input.members);
    let http = shape.traits.http();
    let has_trait = shape.traits.has(ids::HTTP);
    if http.is_none()
        && types.closure.speaks_rest_json()
        && (has_trait || is_missing(&shape.traits, ids::HTTP))
    {
        diagnostics.shape_trait(
            Code::TraitMissing,
            &shape.id,
            ids::HTTP,
            "the operation does not state its method and URI",
            "add the trait `http` with `method` and `uri`",
        );
    }
    if let Some(http) = http {
        bindings::method::check(shape, http.method, diagnostics);
    }
    let method = http.map_or("POST", |http| http.method);
    let (path, query_literals) = http
        .map(|http| uri::uri(shapes, http.uri, &input.members, diagnostics))
        .unwrap_or_default();
    let host_prefix = uri::host_prefix(shapes, &input.members, diagnostics);
    let idempotency_token = idempotency_token(shapes, &input, diagnostics);
    Operation {
        module_file: module_file(&module),
        module,
        method_name: method_name(&wire),
        error: format!("{rust}Error"),
        fluent_builder: format!("{rust}FluentBuilder"),
        docs: repeat::with_note(shape, docs::operation(types.closure.model, shape, &scope)),
        summary,
        deprecated: docs::deprecation(&shape.traits),
        method: method.to_owned(),
        path,
        bindings,
        query_literals,
        // Filled in by `pagination::add`, which needs all structures.
        pagination: None,
        // Set by `all`, because operations share errors.
        errors: Vec::new(),
        telemetry: telemetry(&input),
        // Set by `all`, which searches all shapes once.
        sensitive_output: false,
        // Set by `endpoints::bindings`, which needs all structures.
        endpoint: Vec::new(),
        host_prefix,
        idempotency_token,
        auth: auth::operation_schemes(context, shape, diagnostics),
        http_options: http_options(types, shapes, &input, diagnostics),
        waiters: Vec::new(),
        repeatable: repeat::is_safe(shape, idempotency_token.is_some()),
        // Set by `examples::add`, which needs all types.
        examples: Vec::new(),
        sample: Vec::new(),
        name: Name { rust, wire },
        input,
        output,
    }
}

/// Returns the scope of an operation's documentation, which names members of input and output.
pub(super) fn scope<'a>(
    context: &'a Context<'_>,
    input: &'a Structure,
    output: &'a Structure,
) -> Scope<'a> {
    // The later one of two equal names counts, and is that of the input.
    let members = output.members.iter().chain(&input.members);
    let names = members.map(|member| (&*member.model, &*member.name.rust));
    context.links.scope(Subject::Other).with_members(names)
}

/// Returns the scope of a text in the module of the operation whose Rust name is `rust`.
pub(super) fn in_module<'a>(scope: Scope<'a>, module: &str, rust: &str) -> Scope<'a> {
    scope.with_subject(Subject::Operation(format!(
        "crate::operation::{module}::{rust}"
    )))
}

/// Returns the index of the operation that examples call: that of an overlay, the first paginated
/// one or the first.
pub(super) fn example(facts: &Facts, operations: &[Operation]) -> Option<usize> {
    let declared = facts.example.as_ref().map(ShapeId::name);
    let is_declared = |operation: &Operation| Some(&*operation.name.wire) == declared;
    let position = |predicate: &dyn Fn(&Operation) -> bool| operations.iter().position(predicate);
    position(&is_declared)
        .or_else(|| position(&|operation| operation.pagination.is_some()))
        .or((!operations.is_empty()).then_some(0))
}

/// Returns the index of the input's idempotency token, which is generated if it is unset.
fn idempotency_token(
    shapes: &OperationShapes<'_>,
    input: &Structure,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let id = ids::IDEMPOTENCY_TOKEN;
    let ast_members = shapes.input.into_iter().flat_map(Shape::members);
    let mut tokens = ast_members
        .enumerate()
        .filter(|(_, member)| member.traits.has(id));
    let (index, first) = tokens.next()?;
    if input.members[index].ty != Type::String {
        let reason = "the idempotency token is not a string";
        let help = "let the member target a shape of type `string`";
        diagnostics.shape_trait(Code::Binding, &first.id, id, reason, help);
    }
    for (_, other) in tokens {
        let reason = format!("the idempotency token of the input is `{}`", first.name);
        let help = "remove the trait from one of the two members";
        diagnostics.shape_trait(Code::BindingConflict, &other.id, id, reason, help);
    }
    Some(index)
}

/// Returns the HTTP options that the operation's traits set.
fn http_options(
    types: &Types<'_>,
    shapes: &OperationShapes<'_>,
    input: &Structure,
    diagnostics: &mut Diagnostics,
) -> HttpOptions {
    let traits = &shapes.shape.traits;
    let id = ids::REQUEST_COMPRESSION;
    let compressions = traits.compressions();
    if traits.has(id) && !compressions.contains(&"gzip") {
        let reason = "the generator supports none of the encodings";
        let help = "write `\"encodings\": [\"gzip\"]`";
        diagnostics.shape_trait(Code::Encoding, &shapes.shape.id, id, reason, help);
    }
    let stream_index = input
        .members
        .iter()
        .position(|member| member.ty == Type::Stream);
    let stream = stream_index.and_then(|index| shapes.input?.members().nth(index));
    let target = stream.and_then(|member| types.closure.model.shape(&member.target));
    HttpOptions {
        unsigned_payload: traits.has(ids::UNSIGNED_PAYLOAD),
        checksum: traits.has(ids::HTTP_CHECKSUM_REQUIRED),
        compression: traits.has(id),
        requires_length: target.is_some_and(|shape| shape.traits.has(ids::REQUIRES_LENGTH)),
    }
}

/// Returns the indices of an input's string members that are not sensitive.
fn telemetry(input: &Structure) -> Vec<usize> {
    let members = input.members.iter().enumerate();
    members
        .filter(|(_, member)| member.ty == Type::String && !member.sensitive)
        .map(|(index, _)| index)
        .collect()
}

/// Returns the shapes that are sensitive, or reach a sensitive member or shape.
fn sensitive_shapes<'a>(closure: &Closure<'a>) -> BTreeSet<&'a ShapeId> {
    let outputs = closure.operations.iter().filter_map(|shapes| shapes.output);
    let shapes = closure.shapes.values().map(|(shape, _)| *shape);
    let mut holders: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    let mut pending = Vec::new();
    for shape in shapes.chain(outputs) {
        let mut members = shape.members();
        if shape.traits.is_sensitive() || members.any(|member| member.traits.is_sensitive()) {
            pending.push(&shape.id);
        }
        for member in shape.members() {
            holders.entry(&member.target).or_default().push(&shape.id);
        }
    }
    let mut sensitive = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if sensitive.insert(id) {
            pending.extend(holders.get(id).into_iter().flatten());
        }
    }
    sensitive
}

#[cfg(test)]
mod tests {
    use crate::ir::Role;
    use crate::testing::{assert_diagnostic, client};

    #[test]
    fn operation_has_names_input_output_and_telemetry() {
        let client = client(
            r#"{
            "Service": {"operations": ["Op", "Match"]},
            "Match": {"type": "operation", "traits": {"http": {"method": "GET", "uri": "/m"}}},
            "In": {"members": {"text": "String", "number": "Long", "secret": "Secret"}},
            "Secret": {"type": "string", "traits": {"sensitive": {}}}
        }"#,
        );
        let [matching, op] = &*client.operations else {
            panic!("{:#?}", client.operations);
        };
        assert_eq!(
            (&*matching.name.rust, &*matching.module),
            ("Match", "match_")
        );
        assert_eq!(matching.method_name, "r#match");
        assert_eq!(
            client
                .example
                .map(|index| &*client.operations[index].method_name),
            Some("r#match")
        );
        assert_eq!((&*op.module, &*op.method_name), ("op", "op"));
        assert_eq!((&*matching.method, &*op.method), ("GET", "POST"));
        for (structure, name, role) in [
            (&op.input, "OpInput", Role::Input),
            (&op.output, "OpOutput", Role::Output),
        ] {
            let names = (&*structure.name.rust, &*structure.name.wire);
            assert_eq!((names, structure.role), ((name, "Op"), role));
        }
        assert_eq!(
            (op.input.usage.in_requests, op.output.usage.in_responses),
            (true, true)
        );
        assert_eq!(op.telemetry, [0], "strings that are not sensitive");
    }

    #[test]
    fn output_that_reaches_a_sensitive_shape_is_sensitive() {
        for (secret, sensitive) in [("\"sensitive\": {}", true), ("", false)] {
            let client = client(&format!(
                r#"{{"Out": {{"members": {{"list": "List"}}}},
                "List": {{"type": "list", "member": "Inner"}},
                "Inner": {{"type": "structure", "members": {{"back": "List", "key": "Key"}}}},
                "Key": {{"type": "string", "traits": {{{secret}}}}}}}"#
            ));
            assert_eq!(client.operations[0].sensitive_output, sensitive);
        }
    }

    #[test]
    fn the_readme_shows_a_paginated_operation() {
        let client = client(
            r#"{
            "Service": {"operations": ["First", "Op"]},
            "First": {"type": "operation", "traits": {"http": {"method": "GET", "uri": "/f"}}},
            "Op": {"traits": {"paginated": {"inputToken": "from", "outputToken": "next"}}},
            "In": {"members": {"from": "String"}}, "Out": {"members": {"next": "String"}}
        }"#,
        );
        assert_eq!(client.operations[0].module, "first");
        assert_eq!(
            client
                .example
                .map(|index| &*client.operations[index].method_name),
            Some("op")
        );
    }

    #[test]
    fn operations_with_equal_modules_conflict() {
        let operation = |name: &str| {
            format!(
                r#""{name}": {{"type": "operation", "traits": {{"http": {{"method": "GET", "uri": "/"}}}}}}"#
            )
        };
        let shapes = |first: &str, second: &str| {
            format!(
                r#"{{"Service": {{"operations": ["{first}", "{second}"]}}, {}, {}}}"#,
                operation(first),
                operation(second)
            )
        };
        assert_diagnostic(
            &shapes("GetIt", "Get_it"),
            "E0501 t#Get_it: the operation's module would be called `get_it`, like that of t#GetIt",
        );
        let client = client(&shapes("New", "_1"));
        let names: Vec<_> = client
            .operations
            .iter()
            .map(|operation| {
                (
                    &*operation.name.rust,
                    &*operation.module,
                    &*operation.method_name,
                )
            })
            .collect();
        assert_eq!(names, [("_1", "_1", "_1"), ("New", "new", "new_operation")]);
    }
}
