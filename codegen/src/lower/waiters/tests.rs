use crate::ir::{Comparison, Matcher, Operand, Path, PathStep, Predicate, State, Type, Waiter};
use crate::testing::{client, client_with_warning};

/// Returns shapes with one waiter, which has one acceptor.
fn shapes(matcher: &str) -> String {
    format!(
        r#"{{
        "Op": {{"traits": {{"smithy.waiters#waitable": {{"ThingReady": {{
            "documentation": "Ours.", "minDelay": 5,
            "acceptors": [{{"state": "success", "matcher": {matcher}}}]}}}}}}}},
        "In": {{"members": {{"name": "String"}}}},
        "Out": {{"members": {{
            "state": "String", "kind": "Kind", "done": "Boolean", "count": "Integer",
            "inner": "Inner", "inners": "Inners", "strings": "Strings",
            "must": {{"target": "String", "traits": {{"required": {{}}}}}}}}}},
        "Inner": {{"type": "structure", "members": {{"state": "String", "strings": "Strings",
            "inner": "Inner"}}}},
        "Inners": {{"type": "list", "member": "Inner"}},
        "Strings": {{"type": "list", "member": "String"}},
        "Kind": {{"type": "enum", "members": {{"A": "Unit"}}}}
    }}"#
    )
}

fn output_matcher(path: &str, comparator: &str, expected: &str) -> String {
    format!(
        r#"{{"output": {{"path": "{path}", "comparator": "{comparator}", "expected": "{expected}"}}}}"#
    )
}

fn waiter(matcher: &str) -> Waiter {
    let client = client(&shapes(matcher));
    client.operations[0].waiters[0].clone()
}

fn matcher(path: &str, comparator: &str, expected: &str) -> Matcher {
    let waiter = waiter(&output_matcher(path, comparator, expected));
    waiter.acceptors[0].matcher.clone()
}

fn step(rust: &str) -> PathStep {
    PathStep::Member {
        rust: rust.to_owned(),
        optional: rust != "must",
        boxed: false,
    }
}

#[test]
fn a_waiter_has_names_delays_and_acceptors() {
    let waiter = waiter(r#"{"errorType": "com.example#Gone"}"#);
    assert_eq!(
        (&*waiter.name, &*waiter.module),
        ("ThingReady", "thing_ready")
    );
    assert_eq!(waiter.fluent_builder, "ThingReadyFluentBuilder");
    assert_eq!(waiter.final_poll, "ThingReadyFinalPoll");
    assert_eq!(waiter.error, "WaitUntilThingReadyError");
    assert_eq!((waiter.min_delay, waiter.max_delay), (5, 120));
    assert_eq!(waiter.docs, ["Ours."]);
    let [acceptor] = &*waiter.acceptors else {
        panic!("{:?}", waiter.acceptors);
    };
    assert_eq!(acceptor.state, State::Success);
    assert_eq!(acceptor.matcher, Matcher::Error("Gone".to_owned()));
}

#[test]
fn paths_pass_through_members_and_lists() {
    let path_to_string = |steps: Vec<PathStep>, several| Path {
        from_input: false,
        steps,
        ty: Type::String,
        several,
    };
    let equal = |path| Matcher::String(Operand::Path(path), "READY".to_owned());
    let path = path_to_string(vec![step("must")], false);
    assert_eq!(matcher("must", "stringEquals", "READY"), equal(path));
    let path = path_to_string(vec![step("inner"), step("state")], false);
    assert_eq!(matcher("inner.state", "stringEquals", "READY"), equal(path));
    let path = path_to_string(vec![step("inners"), PathStep::Each, step("state")], true);
    let all = Matcher::AllStrings(path.clone(), "READY".to_owned());
    assert_eq!(matcher("inners[].state", "allStringEquals", "READY"), all);
    let any = Matcher::AnyString(path, "READY".to_owned());
    assert_eq!(matcher("inners[*].state", "anyStringEquals", "READY"), any);
    let each = PathStep::Each;
    let flat = vec![step("inners"), each.clone(), step("strings"), each.clone()];
    let all = Matcher::AllStrings(path_to_string(flat, true), "A".to_owned());
    assert_eq!(matcher("inners[].strings[]", "allStringEquals", "A"), all);
    let all = Matcher::AllStrings(
        path_to_string(vec![step("strings"), each], true),
        "A".to_owned(),
    );
    assert_eq!(matcher("strings", "allStringEquals", "A"), all);
}

#[test]
fn conditions_combine_comparisons() {
    let Matcher::Boolean(Predicate::And(both), true) = matcher(
        "length(inners) > `0` && !(state == 'A' || count != `2`)",
        "booleanEquals",
        "true",
    ) else {
        panic!("not a conjunction");
    };
    assert!(matches!(
        both[0],
        Predicate::Compare(
            Comparison::Greater,
            Operand::Length(_),
            Operand::Number(0.0)
        )
    ));
    let Predicate::Not(or) = &both[1] else {
        panic!("{both:?}");
    };
    assert!(matches!(&**or, Predicate::Or(either) if either.len() == 2));
    assert!(matches!(
        matcher("done", "booleanEquals", "true"),
        Matcher::Boolean(Predicate::Value(_), true)
    ));
    assert!(matches!(
        matcher("done", "booleanEquals", "false"),
        Matcher::Boolean(Predicate::Value(_), false)
    ));
}

#[test]
fn a_path_may_begin_at_the_input() {
    let matcher = r#"{"inputOutput": {"path": "input.name == output.state",
        "comparator": "booleanEquals", "expected": "true"}}"#;
    let Matcher::Boolean(Predicate::Compare(_, Operand::Path(a), Operand::Path(b)), true) =
        &waiter(matcher).acceptors[0].matcher
    else {
        panic!("no comparison");
    };
    assert_eq!((a.from_input, b.from_input), (true, false));
}

/// Fails unless the only waiter is omitted for this reason.
fn assert_omitted(shapes: &str, reason: &str) {
    let client = client_with_warning(shapes, &format!("E0422 t#Op: {reason}"));
    assert!(client.operations[0].waiters.is_empty());
}

#[test]
fn waiters_with_unsupported_paths_are_omitted() {
    for (path, comparator, reason) in [
        ("none", "stringEquals", "`OpOutput` has no member `none`"),
        (
            "state.x",
            "stringEquals",
            "the holder of `x` is not a structure",
        ),
        (
            "inner",
            "stringEquals",
            "the path does not yield a string, number or boolean",
        ),
        (
            "inners[].state",
            "stringEquals",
            "the path yields several values",
        ),
        (
            "state",
            "allStringEquals",
            "the path takes elements of a value that is not a list",
        ),
        (
            "state",
            "booleanEquals",
            "the path does not yield a boolean",
        ),
        ("count", "stringEquals", "the path does not yield a string"),
        (
            "state < 'a'",
            "booleanEquals",
            "the compared values have different types, or cannot be ordered",
        ),
        (
            "join(state)",
            "stringEquals",
            "the function `join` is not known",
        ),
        (
            "length(count) == `1`",
            "booleanEquals",
            "the argument of `length` has no length",
        ),
        (
            "state[?a]",
            "stringEquals",
            "the path `state[?a]` cannot be parsed at `[?a]`",
        ),
        ("state.", "stringEquals", "the path `state.` ends too early"),
        ("state", "same", "`same` is not a comparator"),
        (
            "done && state",
            "booleanEquals",
            "the path does not yield a boolean",
        ),
        (
            "inner && done",
            "booleanEquals",
            "the path does not yield a boolean",
        ),
    ] {
        let expected = if comparator == "booleanEquals" {
            "true"
        } else {
            "x"
        };
        assert_omitted(&shapes(&output_matcher(path, comparator, expected)), reason);
    }
    assert_omitted(
        &shapes(&output_matcher("done", "booleanEquals", "x")),
        "`x` is not a boolean",
    );
    assert_omitted(&shapes("{}"), "an acceptor has no supported matcher");
}

#[test]
fn malformed_waiters_are_omitted() {
    let success = r#"{"success": true}"#;
    let name = "the name of the waiter `9x` is invalid";
    let delays = "the delays of the waiter `ThingReady` are invalid";
    for (from, to, reason) in [
        ("ThingReady", "9x", name),
        ("\"minDelay\": 5", "\"minDelay\": 500", delays),
        ("\"minDelay\": 5", "\"minDelay\": 0", delays),
        ("\"minDelay\": 5", "\"minDelay\": \"5\"", delays),
        ("\"minDelay\": 5", "\"maxDelay\": 3000000000", delays),
        (
            "\"acceptors\"",
            "\"acceptor\"",
            "the waiter `ThingReady` has no acceptors",
        ),
        (
            "\"state\": \"success\"",
            "\"state\": 1",
            "an acceptor has no valid `state`",
        ),
    ] {
        assert_omitted(&shapes(success).replacen(from, to, 1), reason);
    }
    let shapes = r#"{"Op": {"traits": {"smithy.waiters#waitable": []}}}"#;
    client_with_warning(shapes, "E0402 t#Op: the trait's value has the wrong form");
}

#[test]
fn the_later_waiter_of_the_same_name_is_omitted() {
    for (first, second) in [("Up", "up"), ("UpTo", "Upto"), ("ABed", "Abed")] {
        let waiter = r#"{"acceptors": [{"state": "success", "matcher": {"success": true}}]}"#;
        let shapes = format!(
            r#"{{"Service": {{"operations": ["Op", "Another"]}},
                "Another": {{"type": "operation", "traits": {{
                    "http": {{"method": "POST", "uri": "/another"}},
                    "smithy.waiters#waitable": {{"{first}": {waiter}}}}}}},
                "Op": {{"traits": {{"smithy.waiters#waitable": {{"{second}": {waiter}}}}}}}}}"#
        );
        let reason = format!("the waiters `{first}` and `{second}` have the same name");
        let client = client_with_warning(&shapes, &format!("E0422 t#Op: {reason}"));
        let mut operations = client.operations.iter();
        let all = operations.find(|operation| operation.name.wire == "Another");
        assert_eq!(all.expect("the operation").waiters.len(), 1);
    }
}

#[test]
fn predicates_state_which_booleans_they_can_yield() {
    for (path, when_true, when_false) in [
        ("count > `1`", true, true),
        ("done || state", true, false),
        ("state || done", true, true),
        ("done && state", false, true),
        ("state && done", true, true),
        ("state && state", false, false),
        ("!state", true, true),
        ("!(strings && inners[].state)", true, true),
    ] {
        for (expected, can_be) in [("true", when_true), ("false", when_false)] {
            let shapes = shapes(&output_matcher(path, "booleanEquals", expected));
            match can_be {
                true => assert_eq!(client(&shapes).operations[0].waiters.len(), 1),
                false => assert_omitted(&shapes, "the path does not yield a boolean"),
            }
        }
    }
}
