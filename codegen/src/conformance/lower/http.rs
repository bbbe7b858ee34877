//! The protocol tests, lowered to calls and values of the client.

mod requests;
mod responses;
mod trait_case;

use std::collections::{BTreeMap, BTreeSet};

use crate::ast::{Shape, ids};
use crate::conformance::ir::{CaseInfo, HttpTests, SkipReason, SkippedCase};
use crate::diagnostics::Diagnostics;
use crate::ir::{FieldValue, Member, Operation};
use crate::lower::Lowered;
use crate::lower::case::snake;
use crate::lower::values::{self, ValueContext};
use trait_case::{TraitCase, trait_cases};

/// Returns the protocol tests of the client's operations and errors.
///
/// All other cases are added to `skipped`.
pub(super) fn tests(
    lowered: &Lowered<'_>,
    skipped: &mut Vec<SkippedCase>,
    diagnostics: &mut Diagnostics,
) -> HttpTests {
    let client = &lowered.client;
    let context = ValueContext::new(client);
    let mut tests = HttpTests::default();
    let mut errors: BTreeMap<&str, (&Shape, &Operation)> = BTreeMap::new();
    let operations: BTreeMap<&str, &Operation> = client
        .operations
        .iter()
        .map(|operation| (&*operation.name.wire, operation))
        .collect();
    for shapes in &lowered.closure.operations {
        let Some(operation) = operations.get(shapes.shape.id.name()) else {
            continue;
        };
        for case in client_cases(shapes.shape, ids::HTTP_REQUEST_TESTS, skipped, diagnostics) {
            let test = requests::request(&context, operation, &case, diagnostics);
            tests.requests.push(test);
        }
        for case in client_cases(shapes.shape, ids::HTTP_RESPONSE_TESTS, skipped, diagnostics) {
            let test = responses::output(&context, operation, &case, diagnostics);
            tests.responses.push(test);
        }
        for error in &shapes.errors {
            errors.entry(error.id.name()).or_insert((error, operation));
        }
    }
    for (shape, operation) in errors.into_values() {
        for case in client_cases(shape, ids::HTTP_RESPONSE_TESTS, skipped, diagnostics) {
            let test = responses::error(&context, shape, operation, &case, diagnostics);
            tests.responses.extend(test);
        }
    }
    skip_rest(lowered, skipped, diagnostics);
    name_functions(&mut tests);
    tests
}

/// Returns the cases of `shape` that test a client of this protocol, and skips the others.
fn client_cases<'a>(
    shape: &'a Shape,
    trait_id: &'static str,
    skipped: &mut Vec<SkippedCase>,
    diagnostics: &mut Diagnostics,
) -> Vec<TraitCase<'a>> {
    let mut cases = trait_cases(shape, trait_id, diagnostics);
    cases.retain(|case| match skip_reason(case) {
        Some(reason) => {
            skipped.push(case.skipped(reason));
            false
        }
        None => true,
    });
    cases
}

/// Returns the reason to skip a case, or `None` if it tests a client of this protocol.
fn skip_reason(case: &TraitCase<'_>) -> Option<SkipReason> {
    if case.string("protocol") != ids::REST_JSON1 {
        Some(SkipReason::Protocol)
    } else if case.trait_id == ids::EVENT_STREAM_TESTS {
        Some(SkipReason::EventStream)
    } else if case.string("appliesTo") == "server" {
        Some(SkipReason::Server)
    } else {
        None
    }
}

/// Skips the cases of event streams, and of shapes that the client lacks.
fn skip_rest(lowered: &Lowered<'_>, skipped: &mut Vec<SkippedCase>, diagnostics: &mut Diagnostics) {
    let closure = &lowered.closure;
    let operations = closure.operations.iter().map(|shapes| &shapes.shape.id);
    let client_shapes: BTreeSet<_> = operations.chain(closure.errors.keys().copied()).collect();
    for shape in closure.model.shapes() {
        let trait_ids: &[_] = match client_shapes.contains(&shape.id) {
            true => &[ids::EVENT_STREAM_TESTS],
            false => &[
                ids::HTTP_REQUEST_TESTS,
                ids::HTTP_RESPONSE_TESTS,
                ids::EVENT_STREAM_TESTS,
            ],
        };
        for trait_id in trait_ids {
            for case in trait_cases(shape, trait_id, diagnostics) {
                let reason = skip_reason(&case).unwrap_or(SkipReason::NotInClient);
                skipped.push(case.skipped(reason));
            }
        }
    }
}

/// Returns the setter calls for the case's `params`.
fn params(
    context: &ValueContext<'_>,
    members: &[Member],
    case: &TraitCase<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<FieldValue> {
    values::params(context, members, case.get("params")).unwrap_or_else(|reason| {
        case.error("params", &reason, diagnostics);
        Vec::new()
    })
}

/// Returns the names of a case; [`name_functions`] sets the function.
fn info(operation: &Operation, case: &TraitCase<'_>) -> CaseInfo {
    CaseInfo {
        id: case.id().to_owned(),
        function: String::new(),
        module: operation.module.clone(),
        method: operation.method_name.clone(),
    }
}

/// Sorts the tests and names their functions.
///
/// Ids need not be unique: a request and a response, or two cases of an operation, may share one.
fn name_functions(tests: &mut HttpTests) {
    let key = |info: &CaseInfo| (info.module.clone(), info.id.clone());
    tests.requests.sort_by_key(|test| key(&test.info));
    tests.responses.sort_by_key(|test| key(&test.info));
    let requests = tests.requests.iter_mut().map(|test| &mut test.info);
    let responses = tests.responses.iter_mut().map(|test| &mut test.info);
    let requests = requests.map(|info| (info, "request"));
    let responses = responses.map(|info| (info, "response"));
    let mut taken = BTreeSet::new();
    for (info, prefix) in requests.chain(responses) {
        let base = format!("{prefix}_{}", snake(&info.id));
        let mut function = base.clone();
        let mut number = 2;
        while !taken.insert((info.module.clone(), function.clone())) {
            function = format!("{base}_{number}");
            number += 1;
        }
        info.function = function;
    }
}

#[cfg(test)]
mod tests;
