//! `httpResponseTests`: the case's parameters, as output or error, must give its response.

use serde_json::Value;

use super::cases::{Case, cases, check_body, check_head};
use super::{Suite, Tally, params};
use crate::behaviour::ServiceError;

pub(super) fn run(suite: &Suite, tally: &mut Tally) {
    for case in cases(suite, "httpResponseTests", tally) {
        tally.add(case.id(), check(suite, &case));
    }
}

fn check(suite: &Suite, case: &Case<'_>) -> Result<(), String> {
    let (table, value) = (suite.table(), case.value);
    let params = &value["params"];
    let result = match table.error(case.shape) {
        None => {
            let members = table.output(case.shape).unwrap_or_default();
            Ok(params::members(table, members, params))
        }
        Some(error) => {
            let members = params::members(table, &error.members, params);
            let message = error.message.as_ref();
            let message = message.and_then(|name| members.get(name)?.as_str());
            Err(ServiceError {
                code: case.shape.to_owned(),
                message: message.map(str::to_owned).unwrap_or_default(),
                members,
            })
        }
    };
    let response = suite.wire.response(case.shape, result);
    check_head(value, &response)?;
    match &value["body"] {
        Value::String(body) => {
            let is_json = value["bodyMediaType"] == "application/json";
            check_body(body, is_json, response.body())
        }
        _ => Ok(()),
    }
}
