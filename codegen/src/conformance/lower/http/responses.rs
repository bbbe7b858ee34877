//! What must be understood.

use super::trait_case::TraitCase;
use super::{Context, of, params};
use crate::ast::Shape;
use crate::conformance::ir::{ComparedBy, Field, ResponseTest};
use crate::conformance::lower::values::needed;
use crate::diagnostics::Diagnostics;
use crate::ir::{Operation, Structure, Type};

/// A case of an operation's output.
pub(super) fn output(
    context: &Context<'_>,
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

/// A case of an error, answered to an operation that declares it.
pub(super) fn error(
    context: &Context<'_>,
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
    context: &Context<'_>,
    operation: &Operation,
    structure: &Structure,
    error: Option<(String, String)>,
    case: &TraitCase<'_>,
    diagnostics: &mut Diagnostics,
) -> ResponseTest {
    let code = case.get("code").and_then(serde_json::Value::as_u64);
    let code = code.and_then(|code| u16::try_from(code).ok());
    if code.is_none() {
        case.wrong("code", "it is not an HTTP status", diagnostics);
    }
    let expected = params(context, &structure.members, case, diagnostics);
    let fields = structure.members.iter().map(|member| {
        let name = &member.name.rust;
        let mut sets = expected.iter().filter(|set| set.field == *name);
        let by = if member.ty == Type::Stream {
            ComparedBy::Collected
        } else if sets.any(|set| set.value.has_nan()) {
            ComparedBy::Printed
        } else {
            ComparedBy::Equality
        };
        Field {
            name: name.clone(),
            by,
        }
    });
    ResponseTest {
        of: of(operation, case),
        code: code.unwrap_or_default(),
        headers: case.pairs("headers", diagnostics),
        body: case.text("body").as_bytes().to_vec(),
        input: needed(operation),
        error,
        ty: structure.name.rust.clone(),
        fields: fields.collect(),
        expected,
        fallible: structure.fallible,
    }
}
