use crate::ir::{Comparison, Matcher, Operand, Path, PathStep, Predicate, State, Type, Waiter};
use crate::testing::{assert_diagnostic, client};

/// A model whose operation has one waiter with one acceptor.
fn shapes(matcher: &str) -> String {
    format!(
        r#"{{
        "Op": {{"traits": {{"smithy.waiters#waitable": {{"ThingReady": {{
            "documentation": "Ours.", "minDelay": 5,
            "acceptors": [{{"state": "success", "matcher": {matcher}}}]}}}}}}}},
        "In": {{"members": {{"name": "String"}}}},
        "Out": {{"members": {{
            "state": "String", "kind": "Kind", "done": "Boolean", "count": "Integer",
            "inner": "Inner", "inners": "Inners", "texts": "Texts",
            "must": {{"target": "String", "traits": {{"required": {{}}}}}}}}}},
        "Inner": {{"type": "structure", "members": {{"state": "String", "texts": "Texts",
            "inner": "Inner"}}}},
        "Inners": {{"type": "list", "member": "Inner"}},
        "Texts": {{"type": "list", "member": "String"}},
        "Kind": {{"type": "enum", "members": {{"A": "Unit"}}}}
    }}"#
    )
}

fn output(path: &str, comparator: &str, expected: &str) -> String {
    format!(
        r#"{{"output": {{"path": "{path}", "comparator": "{comparator}", "expected": "{expected}"}}}}"#
    )
}

fn waiter(matcher: &str) -> Waiter {
    let client = client(&shapes(matcher));
    client.operations[0].waiters[0].clone()
}

fn condition(path: &str, comparator: &str, expected: &str) -> Predicate {
    match waiter(&output(path, comparator, expected)).acceptors[0]
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
        (&*waiter.name.rust, &*waiter.module),
        ("ThingReady", "thing_ready")
    );
    assert_eq!((waiter.min_delay, waiter.max_delay), (5, 120));
    assert_eq!(waiter.docs, ["Ours."]);
    let [acceptor] = &*waiter.acceptors else {
        panic!("{:?}", waiter.acceptors);
    };
    assert_eq!(acceptor.state, State::Success);
    assert_eq!(acceptor.matcher, Matcher::Error("Gone".to_owned()));
}

#[test]
fn paths_lead_through_members_and_lists() {
    let text = |steps: Vec<PathStep>, several| Path {
        from_input: false,
        steps,
        ty: Type::String,
        several,
    };
    let equal = |path| {
        let ready = Operand::String("READY".to_owned());
        Predicate::Compare(Comparison::Equal, Operand::Path(path), ready)
    };
    let path = text(vec![step("must")], false);
    assert_eq!(condition("must", "stringEquals", "READY"), equal(path));
    let path = text(vec![step("inner"), step("state")], false);
    assert_eq!(
        condition("inner.state", "stringEquals", "READY"),
        equal(path)
    );
    let path = text(vec![step("inners"), PathStep::Each, step("state")], true);
    let all = Predicate::All(path.clone(), "READY".to_owned());
    assert_eq!(condition("inners[].state", "allStringEquals", "READY"), all);
    let any = Predicate::Any(path, "READY".to_owned());
    assert_eq!(
        condition("inners[*].state", "anyStringEquals", "READY"),
        any
    );
    let each = PathStep::Each;
    let flat = vec![step("inners"), each.clone(), step("texts"), each.clone()];
    let all = Predicate::All(text(flat, true), "A".to_owned());
    assert_eq!(condition("inners[].texts[]", "allStringEquals", "A"), all);
    let all = Predicate::All(text(vec![step("texts"), each], true), "A".to_owned());
    assert_eq!(condition("texts", "allStringEquals", "A"), all);
}

#[test]
fn conditions_are_made_of_comparisons() {
    let Predicate::And(both) = condition(
        "length(inners) > `0` && !(state == 'A' || count != `2`)",
        "booleanEquals",
        "true",
    ) else {
        panic!("not both");
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
fn what_cannot_be_followed_is_refused() {
    for (path, comparator, reason) in [
        (
            "none",
            "stringEquals",
            "a path asks for `none`, which `Op` does not have",
        ),
        (
            "state.x",
            "stringEquals",
            "a path asks for `x` of no structure",
        ),
        (
            "inner",
            "stringEquals",
            "a path does not lead to a plain value",
        ),
        (
            "inners[].state",
            "stringEquals",
            "a path leads to several values",
        ),
        (
            "state",
            "allStringEquals",
            "a path asks for the elements of no list",
        ),
        ("state", "booleanEquals", "a path does not lead to a truth"),
        ("count", "stringEquals", "a path does not lead to a text"),
        (
            "state < 'a'",
            "booleanEquals",
            "two values are compared that cannot be",
        ),
        (
            "join(state)",
            "stringEquals",
            "the function `join` is not known",
        ),
        (
            "length(count) == `1`",
            "booleanEquals",
            "`length` is asked of what has none",
        ),
        (
            "state[?a]",
            "stringEquals",
            "the path `state[?a]` cannot be followed from `[?a]` on",
        ),
        ("state.", "stringEquals", "the path `state.` ends too early"),
        ("state", "same", "`same` is not a comparator"),
    ] {
        let diagnostic = format!("E0422 t#Op: {reason}");
        assert_diagnostic(&shapes(&output(path, comparator, "x")), &diagnostic);
    }
    assert_diagnostic(&shapes("{}"), "E0422 t#Op: an acceptor has no matcher");
}
