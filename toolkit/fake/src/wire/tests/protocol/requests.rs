//! `httpRequestTests`: the request must reach the behaviour with the case's parameters.

use std::time::SystemTime;

use serde_json::Value;

use super::cases::{Case, cases, request};
use super::{Suite, Tally, params};

pub(super) fn run(suite: &Suite, tally: &mut Tally) {
    for case in cases(suite, "httpRequestTests", tally) {
        tally.add(case.id(), check(suite, &case));
    }
}

fn check(suite: &Suite, case: &Case<'_>) -> Result<(), String> {
    let request = request(case.value)?;
    let reply = suite.wire.handle(&request, SystemTime::now());
    let Some((operation, input)) = suite.call() else {
        let response = reply.response.expect("a response");
        return Err(format!("{} {response:?}", request.uri()));
    };
    if operation != case.shape {
        return Err(format!("the operation is {operation}, not {}", case.shape));
    }
    let members = suite.table().input(case.shape).unwrap_or_default();
    let expected = Value::Object(params::members(
        suite.table(),
        members,
        &case.value["params"],
    ));
    let actual = Value::Object(input);
    match params::same(&expected, &actual) {
        true => Ok(()),
        false => Err(format!("the input is {actual}, not {expected}")),
    }
}
