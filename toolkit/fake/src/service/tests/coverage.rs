//! A test that each operation of the model succeeds, and fails with each error that it declares.

mod cases;

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::service::operations;
use cases::{CONFLICT, Fixture, cases};

const MODEL: &str = include_str!("../../../../../model/ivs.json");

/// Errors that the behaviour never raises, for any operation; tests order them as faults.
const ONLY_ORDERED: [(&str, &str); 5] = [
    ("AccessDeniedException", "the fake knows no permissions"),
    (
        "InternalServerException",
        "the fake does not fail, except to write its state file",
    ),
    ("PendingVerification", "the account is verified"),
    ("ServiceUnavailable", "the fake is never busy"),
    (
        "StreamUnavailable",
        "streams of the fake are always reachable",
    ),
];

/// Errors that one operation declares and never raises.
const NEVER: [(&str, &str, &str); 9] = [
    (
        "CreateAdConfiguration",
        "ConflictException",
        "no trigger is known",
    ),
    (
        "CreateAdConfiguration",
        "ResourceNotFoundException",
        "MediaTailor is not faked",
    ),
    (
        "CreateFailoverSlateConfiguration",
        "ConflictException",
        "no trigger is known",
    ),
    (
        "CreateRecordingConfiguration",
        "ConflictException",
        "no trigger is known",
    ),
    (
        "ListPlaybackRestrictionPolicies",
        "ConflictException",
        "no trigger is known",
    ),
    (
        "UpdateAdConfiguration",
        "ConflictException",
        "no trigger is known",
    ),
    (
        "UpdateAdConfiguration",
        "ServiceQuotaExceededException",
        "no trigger is known",
    ),
    (
        "UpdateFailoverSlateConfiguration",
        "ServiceQuotaExceededException",
        "no trigger is known",
    ),
    (
        "UpdatePlaybackRestrictionPolicy",
        "ConflictException",
        "no trigger is known",
    ),
];

/// Operations without a published call rate that declare ThrottlingException.
const NO_RATE: [&str; 3] = [
    "CreateFailoverSlateConfiguration",
    "UpdateAdConfiguration",
    "UpdateFailoverSlateConfiguration",
];

/// Returns the errors that each operation of the model declares.
fn declared() -> BTreeMap<String, BTreeSet<String>> {
    let model: Value = serde_json::from_str(MODEL).unwrap();
    let name = |id: &str| id.rsplit_once('#').unwrap().1.to_owned();
    let shapes = model["shapes"].as_object().unwrap().iter();
    let operations = shapes.filter(|(_, shape)| shape["type"] == "operation");
    let errors = |shape: &Value| {
        let errors = shape["errors"].as_array().cloned().unwrap_or_default();
        errors
            .iter()
            .map(|error| name(error["target"].as_str().unwrap()))
            .collect()
    };
    operations
        .map(|(id, shape)| (name(id), errors(shape)))
        .collect()
}

#[test]
fn all_operations_of_the_model_are_implemented() {
    let implemented: Vec<&str> = operations::OPERATIONS
        .iter()
        .map(|(name, _)| *name)
        .collect();
    let declared = declared();
    // The order is that of the binary search, too.
    assert_eq!(
        implemented,
        declared.keys().map(String::as_str).collect::<Vec<_>>()
    );
    let error = service()
        .call("GetRoom", Map::new(), &caller())
        .unwrap_err();
    assert_eq!(error.code, "UnknownOperationException");
}

#[test]
fn operations_succeed_and_fail_as_declared() {
    let mut seen = BTreeSet::new();
    let count = cases(&Fixture::new()).len();
    for index in 0..count {
        let fixture = Fixture::new();
        let (operation, input, expected) = cases(&fixture).swap_remove(index);
        if (operation, expected) == ("InsertAdBreak", CONFLICT) {
            call(&fixture.service, operation, input.clone());
        }
        if operation == "UpdateFailoverSlateConfiguration" && expected == CONFLICT {
            let get = json!({ "arn": fixture.slate });
            call(&fixture.service, "GetFailoverSlateConfiguration", get);
            call(&fixture.service, operation, input.clone());
        }
        let found = fixture
            .service
            .call(operation, object(input.clone()), &caller());
        if let Ok(output) = &found {
            shapes::check_output(operation, &Value::Object(output.clone()));
        }
        let found = found.err().map(|error| error.code);
        assert_eq!(found.as_deref(), expected, "{operation} {input}");
        seen.insert((operation.to_owned(), found.unwrap_or_default()));
    }
    for (operation, errors) in declared() {
        for error in errors {
            let ordered = ONLY_ORDERED.iter().any(|(code, _)| *code == error);
            let never = NEVER
                .iter()
                .any(|(name, code, _)| (*name, *code) == (&*operation, &*error));
            let throttled = error == "ThrottlingException";
            let expected = !ordered && !never && !throttled;
            let found = seen.contains(&(operation.clone(), error.clone()));
            assert_eq!(found, expected, "{operation} {error}");
            if throttled {
                let unpublished = crate::service::quota::rate(&operation).is_none();
                assert_eq!(unpublished, NO_RATE.contains(&&*operation), "{operation}");
            }
        }
    }
}
