//! The protocol tests that a model carries, lowered to calls and values of the client.

mod requests;
mod responses;
mod trait_case;

use std::collections::{BTreeMap, BTreeSet};

use super::values::{self, Context};
use crate::ast::Shape;
use crate::ast::ids;
use crate::conformance::ir::{CaseOf, HttpTests, LeftOut, LeftOutReason, Set};
use crate::diagnostics::Diagnostics;
use crate::ir::{Member, Operation};
use crate::lower::Lowered;
use crate::lower::case::snake;
use trait_case::{TraitCase, cases_of};

const REQUESTS: &str = ids::HTTP_REQUEST_TESTS;
const RESPONSES: &str = ids::HTTP_RESPONSE_TESTS;
const EVENT_STREAMS: &str = ids::EVENT_STREAM_TESTS;

/// The protocol tests of the operations and errors of a client.
pub(super) fn tests(lowered: &Lowered<'_>, diagnostics: &mut Diagnostics) -> HttpTests {
    let client = &lowered.client;
    let context = Context::new(client);
    let mut cases = HttpTests::default();
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
        for case in own_cases(shapes.shape, REQUESTS, &mut cases, diagnostics) {
            let case = requests::request(&context, operation, &case, diagnostics);
            cases.requests.push(case);
        }
        for case in own_cases(shapes.shape, RESPONSES, &mut cases, diagnostics) {
            let case = responses::output(&context, operation, &case, diagnostics);
            cases.responses.push(case);
        }
        for error in &shapes.errors {
            errors.entry(error.id.name()).or_insert((error, operation));
        }
    }
    for (shape, operation) in errors.into_values() {
        for case in own_cases(shape, RESPONSES, &mut cases, diagnostics) {
            let case = responses::error(&context, shape, operation, &case, diagnostics);
            cases.responses.extend(case);
        }
    }
    unused(lowered, &mut cases, diagnostics);
    name(&mut cases);
    cases
}

/// The cases of `shape` that are this client's; the others are left out.
fn own_cases<'a>(
    shape: &'a Shape,
    id: &'static str,
    cases: &mut HttpTests,
    diagnostics: &mut Diagnostics,
) -> Vec<TraitCase<'a>> {
    let mut own = cases_of(shape, id, diagnostics);
    own.retain(|case| {
        let left_out = left_out(case);
        let is_own = left_out.is_none();
        cases.left_out.extend(left_out);
        is_own
    });
    own
}

/// Why a case is none of this client's.
fn left_out(case: &TraitCase<'_>) -> Option<LeftOut> {
    let reason = if case.text("protocol") != ids::REST_JSON1 {
        LeftOutReason::Protocol
    } else if case.trait_id == EVENT_STREAMS {
        LeftOutReason::EventStream
    } else if case.text("appliesTo") == "server" {
        LeftOutReason::Server
    } else {
        return None;
    };
    Some(LeftOut {
        id: case.id().to_owned(),
        reason,
    })
}

/// The cases of shapes that the client does not have, and of event streams, which it has none of.
fn unused(lowered: &Lowered<'_>, cases: &mut HttpTests, diagnostics: &mut Diagnostics) {
    let closure = &lowered.closure;
    let operations = closure.operations.iter().map(|shapes| &shapes.shape.id);
    let known: BTreeSet<_> = operations.chain(closure.errors.keys().copied()).collect();
    for shape in closure.model.shapes() {
        let ids: &[_] = match known.contains(&shape.id) {
            true => &[EVENT_STREAMS],
            false => &[REQUESTS, RESPONSES, EVENT_STREAMS],
        };
        for id in ids {
            for case in cases_of(shape, id, diagnostics) {
                cases.left_out.push(left_out(&case).unwrap_or(LeftOut {
                    id: case.id().to_owned(),
                    reason: LeftOutReason::Unused,
                }));
            }
        }
    }
}

/// What the object under `params` sets of `members`.
fn params(
    context: &Context<'_>,
    members: &[Member],
    case: &TraitCase<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Set> {
    values::params(context, members, case.get("params")).unwrap_or_else(|reason| {
        case.wrong("params", &reason, diagnostics);
        Vec::new()
    })
}

fn of(operation: &Operation, case: &TraitCase<'_>) -> CaseOf {
    CaseOf {
        id: case.id().to_owned(),
        function: String::new(),
        module: operation.module.clone(),
        method: operation.method_name.clone(),
    }
}

/// Sorts the cases and names their functions; a request and an answer may have one id, and so may
/// two cases of one operation.
fn name(cases: &mut HttpTests) {
    let key = |of: &CaseOf| (of.module.clone(), of.id.clone());
    cases.requests.sort_by_key(|case| key(&case.of));
    cases.responses.sort_by_key(|case| key(&case.of));
    let mut taken = BTreeSet::new();
    let requests = cases
        .requests
        .iter_mut()
        .map(|case| (&mut case.of, "request"));
    let responses = cases
        .responses
        .iter_mut()
        .map(|case| (&mut case.of, "response"));
    for (of, kind) in requests.chain(responses) {
        let base = format!("{kind}_{}", snake(&of.id));
        let mut function = base.clone();
        let mut number = 2;
        while !taken.insert((of.module.clone(), function.clone())) {
            function = format!("{base}_{number}");
            number += 1;
        }
        of.function = function;
    }
}

#[cfg(test)]
mod tests;
