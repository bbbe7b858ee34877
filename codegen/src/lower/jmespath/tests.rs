use super::{Expression, parse};

#[test]
fn length_depth_and_syntax_are_checked() {
    let deep = format!("{}a{}", "(".repeat(100), ")".repeat(100));
    let error = "the path is nested more than 32 levels deep";
    assert_eq!(parse(&deep), Err(error.to_owned()));
    let long = "a.".repeat(2000);
    let error = "the path is longer than 2048 bytes";
    assert_eq!(parse(&long), Err(error.to_owned()));
    let error = Err("the path has more than 128 parts".to_owned());
    assert_eq!(parse(&vec!["a"; 200].join(".")), error);
    assert_eq!(parse(&vec!["a"; 200].join(" && ")), error);
    for path in [
        "", "a b", "'a", "`1", "\"a", "a[", "(a", "f(a", "a ==", "1", "a[*", "!", "a.[", "a.[]",
        "[a", "a.[b c]", "a.",
    ] {
        assert!(parse(path).is_err(), "{path}");
    }
}

#[test]
fn literals_and_quoted_names_are_parsed() {
    let literal = |value: serde_json::Value| Ok(Expression::Literal(value));
    assert_eq!(parse("'it\\'s'"), literal("it's".into()));
    assert_eq!(parse("`\"a\"`"), literal("a".into()));
    assert_eq!(parse("`a`"), literal("a".into()));
    let current = Box::new(Expression::Current);
    let member = Expression::Member(current, "a b".to_owned());
    assert_eq!(parse("!!\"a b\""), Ok(member));
}

#[test]
fn selections_and_wildcards_are_parsed() {
    let current = || Box::new(Expression::Current);
    let member = |name: &str| Expression::Member(current(), name.to_owned());
    let each = Expression::Each {
        list: Box::new(member("a")),
        flat: false,
    };
    let selected = Expression::Select(Box::new(each), vec![member("b"), member("c")]);
    assert_eq!(parse("a[*].[b, c]"), Ok(selected));
    let selected = Expression::Select(current(), vec![member("b")]);
    assert_eq!(parse("[b]"), Ok(selected));
    assert_eq!(parse("*"), Ok(Expression::Values(current())));
    let values = Expression::Values(Box::new(member("a")));
    assert_eq!(parse("a.*"), Ok(values));
}
