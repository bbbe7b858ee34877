//! Nothing is forgotten: the cases against the model.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Case, all};
use harness::{Binding, model};

type Seen = BTreeMap<&'static str, BTreeSet<String>>;

#[test]
fn every_operation_has_one_case() {
    let mut cases: Vec<_> = all().iter().map(|case| case.operation).collect();
    cases.sort_unstable();
    assert_eq!(cases, model().operations().into_keys().collect::<Vec<_>>());
}

#[test]
fn every_case_goes_to_the_uri_of_the_model() {
    let operations = model().operations();
    for case in all() {
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
            let label = expected.starts_with('{') && !actual.is_empty();
            assert!(
                label || actual == expected,
                "{}: {path} is not {uri}",
                case.operation
            );
        }
    }
}

#[test]
fn every_input_member_is_sent() {
    let operations = model().operations();
    for case in all() {
        let members = model().members(operations[case.operation].input);
        let query = case.target.split_once('?').map_or("", |(_, query)| query);
        let sent = keys(&body(&case));
        for member in &members {
            let found = match member.binding {
                Binding::Body => sent.contains(member.name),
                // Proven by `every_case_goes_to_the_uri_of_the_model`.
                Binding::Label => true,
                Binding::Query(name) => query.split('&').any(|pair| pair.starts_with(name)),
                Binding::Header(name) => panic!("no IVS input binds a header, yet: {name}"),
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
fn every_output_member_is_answered() {
    let operations = model().operations();
    for case in all() {
        let members = model().members(operations[case.operation].output);
        let answered = keys(case.answer.as_ref().unwrap_or(&Value::Null));
        for member in &members {
            let found = match member.binding {
                Binding::Header(name) => {
                    case.answer_headers.iter().any(|(bound, _)| *bound == name)
                }
                _ => answered.contains(member.name),
            };
            assert!(found, "{}.{} is not answered", case.operation, member.name);
        }
        let expected = members
            .iter()
            .filter(|member| member.binding == Binding::Body)
            .count();
        assert_eq!(
            answered.len(),
            expected,
            "{} answers {answered:?}",
            case.operation
        );
    }
}

#[test]
fn every_nested_member_is_sent_and_answered_somewhere() {
    let operations = model().operations();
    let (mut sent, mut answered) = (Seen::new(), Seen::new());
    for case in all() {
        let operation = &operations[case.operation];
        walk(&body(&case), operation.input, &mut sent);
        walk(
            case.answer.as_ref().unwrap_or(&Value::Null),
            operation.output,
            &mut answered,
        );
    }
    for (direction, seen) in [("sent", sent), ("answered", answered)] {
        assert!(seen.len() > 20, "the walk found only {seen:?}");
        for (shape, found) in seen {
            for member in model().members(shape) {
                let known = member.binding != Binding::Body || found.contains(member.name);
                assert!(known, "{shape}.{} is never {direction}", member.name);
            }
        }
    }
}

/// Collects the members of every structure in the value; a structure that the value lacks is one
/// that its parent's entry misses.
fn walk(value: &Value, shape: &'static str, seen: &mut Seen) {
    let members = model().members(shape);
    if !members.is_empty() {
        seen.entry(shape).or_default().extend(keys(value));
    }
    for member in members {
        if let Some(value) = value.get(member.name) {
            walk(value, member.target, seen);
        }
    }
    if let (Some(element), Value::Array(values)) = (model().element(shape), value) {
        for value in values {
            walk(value, element, seen);
        }
    }
}

fn body(case: &Case) -> Value {
    match case.body {
        "" => Value::Null,
        text => serde_json::from_str(text).expect("an expected body in JSON"),
    }
}

fn keys(value: &Value) -> BTreeSet<String> {
    value
        .as_object()
        .into_iter()
        .flat_map(|members| members.keys().cloned())
        .collect()
}
