use super::{Expression, parse};

#[test]
fn expressions_have_an_end() {
    let deep = format!("{}a{}", "(".repeat(100), ")".repeat(100));
    assert_eq!(parse(&deep), Err("a path lies too deep".to_owned()));
    let long = "a.".repeat(2000);
    assert_eq!(parse(&long), Err("a path is too long".to_owned()));
    for text in [
        "", "a b", "'a", "`1", "\"a", "a[", "(a", "f(a", "a ==", "1", "a[*", "!", "a.[", "a.[]",
        "[a", "a.[b c]", "a.",
    ] {
        assert!(parse(text).is_err(), "{text}");
    }
    let literal = |value: serde_json::Value| Ok(Expression::Literal(value));
    assert_eq!(parse("'it\\'s'"), literal("it's".into()));
    assert_eq!(parse("`\"a\"`"), literal("a".into()));
    assert_eq!(parse("`a`"), literal("a".into()));
    let current = Box::new(Expression::Current);
    let member = Expression::Member(current, "a b".to_owned());
    assert_eq!(parse("!!\"a b\""), Ok(member));
}

#[test]
fn members_may_be_selected() {
    let current = || Box::new(Expression::Current);
    let member = |name: &str| Expression::Member(current(), name.to_owned());
    let of = Expression::Each {
        of: Box::new(member("a")),
        flat: false,
    };
    let selected = Expression::Select(Box::new(of), vec![member("b"), member("c")]);
    assert_eq!(parse("a[*].[b, c]"), Ok(selected));
    let selected = Expression::Select(current(), vec![member("b")]);
    assert_eq!(parse("[b]"), Ok(selected));
    assert_eq!(parse("*"), Ok(Expression::Values(current())));
    let values = Expression::Values(Box::new(member("a")));
    assert_eq!(parse("a.*"), Ok(values));
}
