use crate::testing::{assert_lines, file};

#[test]
fn a_waiter_has_a_builder_an_acceptor_and_a_client_method() {
    let shapes = r#"{
        "Op": {"errors": ["Gone"], "traits": {"smithy.waiters#waitable": {"ThingReady": {
            "minDelay": 5, "acceptors": [
                {"state": "success", "matcher": {"output": {"path": "state", "expected": "A",
                    "comparator": "stringEquals"}}},
                {"state": "retry", "matcher": {"errorType": "Gone"}},
                {"state": "failure", "matcher": {"success": true}}]}}}},
        "Gone": {"type": "structure", "traits": {"error": "client"}},
        "In": {"members": {"name": "String"}},
        "Out": {"members": {"state": "String"}}
    }"#;
    assert_lines(
        &file("src/waiters/thing_ready.rs", shapes),
        &[
            "builder: ThingReadyFluentBuilder,",
            "min_delay: 5,",
            "max_delay: 120,",
            "successes: 1,",
            "fn accept(",
            "if let Ok(output) = result",
            r#"&& (output.state.as_ref().map(AsRef::<str>::as_ref) == Some("A"))"#,
            "return waiters::AcceptorState::Success;",
            r#"if result.is_err_and(|error| error.meta().code() == Some("Gone")) {"#,
            "return waiters::AcceptorState::Retry;",
            "if result.is_ok() {",
            "return waiters::AcceptorState::Failure;",
            "waiters::AcceptorState::NoAcceptorsMatched",
        ],
    );
    assert_lines(
        &file("src/operation/op/builders.rs", shapes),
        &["crate::waiters::thing_ready::ThingReadyFluentBuilder,"],
    );
    assert_lines(
        &file("src/client.rs", shapes),
        &[
            "pub trait Waiters {",
            "fn wait_until_thing_ready(",
            "impl Waiters for Client {",
        ],
    );
    assert_lines(&file("src/lib.rs", shapes), &["pub mod waiters;"]);
    let manifest = file("Cargo.toml", shapes);
    assert!(manifest.contains(r#"features = ["waiters"]"#), "{manifest}");
}

/// Returns the condition of a waiter that expects a boolean at the path, in one line.
fn condition(path: &str, expected: bool) -> String {
    let shapes = format!(
        r#"{{
        "Op": {{"traits": {{"smithy.waiters#waitable": {{"Ready": {{"acceptors": [
            {{"state": "success", "matcher": {{"output": {{"path": "{path}",
                "expected": "{expected}", "comparator": "booleanEquals"}}}}}}]}}}}}}}},
        "Out": {{"members": {{"n": "Integer", "a": "Boolean", "b": "Boolean", "s": "String",
            "list": "List", "parts": "Parts",
            "must": {{"target": "Boolean", "traits": {{"required": {{}}}}}}}}}},
        "List": {{"type": "list", "member": "String"}},
        "Parts": {{"type": "list", "member": "Part"}},
        "Part": {{"type": "structure", "members": {{"list": "List",
            "name": {{"target": "String", "traits": {{"required": {{}}}}}}}}}}
    }}"#
    );
    let text = file("src/waiters/ready.rs", &shapes);
    let words: Vec<_> = text.split_whitespace().collect();
    let text = words.join(" ");
    let (_, condition) = text
        .split_once("if let Ok(output) = result && ")
        .expect("the condition");
    let (condition, _) = condition.split_once(" { return").expect("the condition");
    condition.to_owned()
}

#[test]
fn null_is_neither_true_nor_false() {
    let a = "output.a.as_ref().copied()";
    let (a_true, a_false) = (
        format!("{a}.unwrap_or_default()"),
        format!("({a} == Some(false))"),
    );
    let [b_true, b_false] = [&a_true, &a_false].map(|text| text.replace("output.a", "output.b"));
    let n = "output.n.as_ref().map(|value| *value as f64)";
    let s_truthy =
        "output.s.as_ref().map(AsRef::<str>::as_ref).is_some_and(|value| !value.is_empty())";
    for (path, expected, condition) in [
        ("a", true, a_true.clone()),
        ("a", false, a_false.clone()),
        ("!a", true, format!("!{a_true}")),
        ("!a", false, a_true.clone()),
        (
            "n > `5`",
            true,
            format!("{n}.zip(Some(5f64)).is_some_and(|(a, b)| a > b)"),
        ),
        (
            "n > `5`",
            false,
            format!("({n}.zip(Some(5f64)).map(|(a, b)| a > b) == Some(false))"),
        ),
        ("n == `5`", false, format!("({n} != Some(5f64))")),
        ("a && b", true, format!("({a_true} && {b_true})")),
        (
            "a && b",
            false,
            format!("({a_false} || ({a_true} && {b_false}))"),
        ),
        ("a || b", true, format!("({a_true} || {b_true})")),
        ("a || b", false, format!("(!{a_true} && {b_false})")),
        ("s && a", true, format!("({s_truthy} && {a_true})")),
        ("s && a", false, format!("({s_truthy} && {a_false})")),
        ("s || a", true, format!("(!{s_truthy} && {a_true})")),
        ("a || s", true, a_true.clone()),
        ("!s && a", false, format!("({s_truthy} || {a_false})")),
        (
            "!list",
            true,
            "!output.list.as_ref().is_some_and(|value| !value.is_empty())".to_owned(),
        ),
        (
            "length(parts[].name) == `0`",
            true,
            "(output.parts.as_ref().map(|list| list.len() as f64) == Some(0f64))".to_owned(),
        ),
        (
            "length(parts[].list[]) == `0`",
            true,
            "(output .parts .as_ref() .map(|list| { list.iter().filter_map(|value| \
             value.list.as_ref()).flatten().count() as f64 }) == Some(0f64))"
                .to_owned(),
        ),
    ] {
        let without_blanks = |text: &str| text.split_whitespace().collect::<String>();
        let actual = self::condition(path, expected);
        let (actual, condition) = (without_blanks(&actual), without_blanks(&condition));
        let actual = actual.replace(",)", ")");
        assert_eq!(actual, condition, "{path} {expected}");
    }
}

#[test]
fn long_conditions_are_not_nested_deeply() {
    let operands: Vec<_> = (0..60).map(|_| "(a||b)").collect();
    let condition = condition(&operands.join(" && "), false);
    let mut depth = 0_usize;
    let depths = condition.chars().map(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth
    });
    assert!(depths.max() < Some(20));
    assert!(condition.len() < 100_000, "{}", condition.len());
}
