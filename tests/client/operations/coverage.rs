//! Compares the cases with the model: no operation and no member is missing.

use std::collections::{BTreeMap, BTreeSet};

use harness::{Binding, model};
use serde_json::Value;

use super::{Case, all_cases};

/// The members that the cases contain, by shape.
type Seen = BTreeMap<&'static str, BTreeSet<String>>;

#[test]
fn every_operation_has_one_case() {
    let mut cases: Vec<_> = all_cases().iter().map(|case| case.operation).collect();
    cases.sort_unstable();
    assert_eq!(cases, model().operations().into_keys().collect::<Vec<_>>());
}

#[test]
fn every_target_matches_the_uri_of_the_model() {
    let operations = model().operations();
    for case in all_cases() {
        let uri = operations[case.operation].uri;
        let (path, _) = case.target.split_once('?').unwrap_or((&case.target, ""));
        let (actual, expected) = (path.split('/'), uri.split('/'));
        assert_eq!(
            actual.clone().count(),
            expected.clone().count(),
            "{}",
            case.operation
        );
        for (actual, expected) in actual.zip(expected) {
            let is_label = expected.starts_with('{') && !actual.is_empty();
            assert!(
                is_label || actual == expected,
                "{}: {path} is not {uri}",
                case.operation
            );
        }
    }
}

#[test]
fn every_input_member_is_sent() {
    let operations = model().operations();
    for case in all_cases() {
        let members = model().members(operations[case.operation].input);
        let query = case.target.split_once('?').map_or("", |(_, query)| query);
        let sent = keys(&body(&case));
        for member in &members {
            let found = match member.binding {
                Binding::Body => sent.contains(member.name),
                // Checked by `every_target_matches_the_uri_of_the_model`.
                Binding::Label => true,
                Binding::Query(name) => query.split('&').any(|pair| pair.starts_with(name)),
                Binding::Header(name) => panic!("an input member is bound to the header {name}"),
            };
            assert!(found, "{}.{} is not sent", case.operation, member.name);
        }
        let expected = members
            .iter()
            .filter(|member| member.binding == Binding::Body)
            .count();
        assert_eq!(sent.len(), expected, "{} sends {sent:?}", case.operation);
    }
}

#[test]
fn every_output_member_is_in_the_response() {
    let operations = model().operations();
    for case in all_cases() {
        let members = model().members(operations[case.operation].output);
        let received = keys(case.response.as_ref().unwrap_or(&Value::Null));
        for member in &members {
            let found = match member.binding {
                Binding::Header(name) => case
                    .response_headers
                    .iter()
                    .any(|(bound, _)| *bound == name),
                _ => received.contains(member.name),
            };
            assert!(
                found,
                "{}.{} is not in the response",
                case.operation, member.name
            );
        }
        let expected = members
            .iter()
            .filter(|member| member.binding == Binding::Body)
            .count();
        assert_eq!(
            received.len(),
            expected,
            "{} receives {received:?}",
            case.operation
        );
    }
}

#[test]
fn every_nested_member_is_sent_and_received() {
    let operations = model().operations();
    let (mut sent, mut received) = (Seen::new(), Seen::new());
    for case in all_cases() {
        let operation = &operations[case.operation];
        collect_members(&body(&case), operation.input, &mut sent);
        collect_members(
            case.response.as_ref().unwrap_or(&Value::Null),
            operation.output,
            &mut received,
        );
    }
    for (direction, seen) in [("sent", sent), ("received", received)] {
        assert!(seen.len() > 20, "only {seen:?} was found");
        for (shape, found) in seen {
            for member in model().members(shape) {
                let covered = member.binding != Binding::Body || found.contains(member.name);
                assert!(covered, "{shape}.{} is never {direction}", member.name);
            }
        }
    }
}

/// Collects the members of every structure in the value.
///
/// A structure that never occurs is reported as a missing member of its parent, unless it is the
/// element of a list that is always empty.
fn collect_members(value: &Value, shape: &'static str, seen: &mut Seen) {
    let members = model().members(shape);
    if !members.is_empty() {
        seen.entry(shape).or_default().extend(keys(value));
    }
    for member in members {
        if let Some(value) = value.get(member.name) {
            collect_members(value, member.target, seen);
        }
    }
    if let (Some(element), Value::Array(values)) = (model().element(shape), value) {
        for value in values {
            collect_members(value, element, seen);
        }
    }
}

fn body(case: &Case) -> Value {
    match case.body {
        "" => Value::Null,
        json => serde_json::from_str(json).expect("an expected body in JSON"),
    }
}

fn keys(value: &Value) -> BTreeSet<String> {
    value
        .as_object()
        .into_iter()
        .flat_map(|members| members.keys().cloned())
        .collect()
}
