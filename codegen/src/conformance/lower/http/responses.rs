//! Tests of responses.

use super::trait_case::TraitCase;
use super::{ValueContext, info, params};
use crate::ast::Shape;
use crate::conformance::ir::{ComparedField, FieldComparison, ResponseTest};
use crate::conformance::lower::values::required_input;
use crate::diagnostics::Diagnostics;
use crate::ir::{Operation, Structure, Type};

/// Returns the test for a case of an operation.
pub(super) fn output(
    context: &ValueContext<'_>,
    operation: &Operation,
    case: &TraitCase<'_>,
    diagnostics: &mut Diagnostics,
) -> ResponseTest {
    response(
        context,
        operation,
        &operation.output,
        None,
        case,
        diagnostics,
    )
}

/// Returns the test for a case of an error; `operation` declares the error and receives the
/// response.
pub(super) fn error(
    context: &ValueContext<'_>,
    shape: &Shape,
    operation: &Operation,
    case: &TraitCase<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<ResponseTest> {
    let wire = shape.id.name();
    let mut errors = context.client.errors.iter();
    let structure = errors.find(|error| error.name.wire == wire)?;
    let variant = (operation.error.clone(), structure.name.rust.clone());
    Some(response(
        context,
        operation,
        structure,
        Some(variant),
        case,
        diagnostics,
    ))
}

fn response(
    context: &ValueContext<'_>,
    operation: &Operation,
    structure: &Structure,
    error: Option<(String, String)>,
    case: &TraitCase<'_>,
    diagnostics: &mut Diagnostics,
) -> ResponseTest {
    let code = case.get("code").and_then(serde_json::Value::as_u64);
    let status = code.and_then(|code| u16::try_from(code).ok());
    if status.is_none() {
        case.error("code", "it is not an HTTP status code", diagnostics);
    }
    let expected = params(context, &structure.members, case, diagnostics);
    let fields = structure.members.iter().map(|member| {
        let name = &member.name.rust;
        let mut calls = expected.iter().filter(|call| call.field == *name);
        let comparison = if member.ty == Type::Stream {
            FieldComparison::Collected
        } else if calls.any(|call| call.value.has_nan()) {
            FieldComparison::Debug
        } else {
            FieldComparison::Equality
        };
        ComparedField {
            name: name.clone(),
            comparison,
        }
    });
    ResponseTest {
        info: info(operation, case),
        status: status.unwrap_or_default(),
        headers: case.string_pairs("headers", diagnostics),
        body: case.string("body").as_bytes().to_vec(),
        input: required_input(operation),
        error,
        ty: structure.name.rust.clone(),
        fields: fields.collect(),
        expected,
        fallible: structure.fallible,
    }
}
