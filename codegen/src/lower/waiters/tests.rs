use crate::ir::{Comparison, Matcher, Operand, Path, PathStep, Predicate, State, Type, Waiter};
use crate::testing::{assert_diagnostic, client};

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

fn condition(path: &str, comparator: &str, expected: &str) -> Predicate {
    match waiter(&output_matcher(path, comparator, expected)).acceptors[0]
        .matcher
        .clone()
    {
        Matcher::Holds(condition) => condition,
        other => panic!("{other:?}"),
    }
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
    let equal = |path| {
        let ready = Operand::String("READY".to_owned());
        Predicate::Compare(Comparison::Equal, Operand::Path(path), ready)
    };
    let path = path_to_string(vec![step("must")], false);
    assert_eq!(condition("must", "stringEquals", "READY"), equal(path));
    let path = path_to_string(vec![step("inner"), step("state")], false);
    assert_eq!(
        condition("inner.state", "stringEquals", "READY"),
        equal(path)
    );
    let path = path_to_string(vec![step("inners"), PathStep::Each, step("state")], true);
    let all = Predicate::All(path.clone(), "READY".to_owned());
    assert_eq!(condition("inners[].state", "allStringEquals", "READY"), all);
    let any = Predicate::Any(path, "READY".to_owned());
    assert_eq!(
        condition("inners[*].state", "anyStringEquals", "READY"),
        any
    );
    let each = PathStep::Each;
    let flat = vec![step("inners"), each.clone(), step("strings"), each.clone()];
    let all = Predicate::All(path_to_string(flat, true), "A".to_owned());
    assert_eq!(condition("inners[].strings[]", "allStringEquals", "A"), all);
    let all = Predicate::All(
        path_to_string(vec![step("strings"), each], true),
        "A".to_owned(),
    );
    assert_eq!(condition("strings", "allStringEquals", "A"), all);
}

#[test]
fn conditions_combine_comparisons() {
    let Predicate::And(both) = condition(
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
        condition("done", "booleanEquals", "true"),
        Predicate::True(_)
    ));
    assert!(matches!(
        condition("done", "booleanEquals", "false"),
        Predicate::Compare(Comparison::Equal, Operand::Path(_), Operand::Bool(false))
    ));
}

#[test]
fn a_path_may_begin_at_the_input() {
    let matcher = r#"{"inputOutput": {"path": "input.name == output.state",
        "comparator": "booleanEquals", "expected": "true"}}"#;
    let Matcher::Holds(Predicate::Compare(_, Operand::Path(a), Operand::Path(b))) =
        &waiter(matcher).acceptors[0].matcher
    else {
        panic!("no comparison");
    };
    assert_eq!((a.from_input, b.from_input), (true, false));
}

#[test]
fn unsupported_paths_are_errors() {
    for (path, comparator, reason) in [
        ("none", "stringEquals", "`Op` has no member `none`"),
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
    ] {
        let diagnostic = format!("E0422 t#Op: {reason}");
        assert_diagnostic(&shapes(&output_matcher(path, comparator, "x")), &diagnostic);
    }
    assert_diagnostic(
        &shapes("{}"),
        "E0422 t#Op: an acceptor has no supported matcher",
    );
}
