//! Tests of the layout. The expected texts are what rustfmt prints for the same code.

use super::{Code, Method, binding, filled, statement};
use crate::emit::examples::literals::{atom, call, method, some, string};

fn chain(root: &str, methods: Vec<Method>) -> Code {
    Code::Chain {
        root: root.to_owned(),
        methods,
    }
}

fn list(prefix: &'static str, elements: &[&str]) -> Code {
    let elements = elements.iter().map(atom).collect();
    Code::List { prefix, elements }
}

#[test]
fn chain_is_broken_above_60_columns() {
    let code = |length: usize| {
        let argument = "a".repeat(length);
        chain(
            "client",
            vec![
                method("op", vec![atom(argument)]),
                method("send", Vec::new()),
            ],
        )
    };
    let short = code(42);
    assert_eq!(short.one_line().len(), 60);
    assert_eq!(statement(&short), format!("{};", short.one_line()));
    let long = format!("client\n    .op({})\n    .send();", "a".repeat(43));
    assert_eq!(statement(&code(43)), long);
}

#[test]
fn several_arguments_are_broken_above_60_columns() {
    let (short, long) = ("a".repeat(29), "a".repeat(30));
    let code = |first: &str| call("assert_eq!", vec![atom(first), atom(&short)]);
    assert_eq!(
        statement(&code(&short)),
        format!("assert_eq!({short}, {short});")
    );
    assert_eq!(
        statement(&code(&format!("{long}b"))),
        format!("assert_eq!(\n    {long}b,\n    {short}\n);")
    );
}

#[test]
fn single_argument_may_fill_the_line() {
    let code = |length| {
        chain(
            "a",
            vec![
                method("b", Vec::new()),
                method("c", vec![string(&"x".repeat(length))]),
            ],
        )
    };
    assert!(statement(&code(88)).ends_with(&format!("\n    .c(\"{}\");", "x".repeat(88))));
    let vertical = format!("\n    .c(\n        \"{}\",\n    );", "x".repeat(91));
    assert!(
        statement(&code(91)).ends_with(&vertical),
        "{}",
        statement(&code(91))
    );
}

#[test]
fn single_argument_is_broken_inside_unless_it_is_a_chain() {
    let elements = ["a".repeat(40), "b".repeat(40)];
    let elements: Vec<_> = elements.iter().map(String::as_str).collect();
    let inner = format!("vec![\n    {},\n    {},\n]", elements[0], elements[1]);
    let code = some(call("f", vec![list("vec!", &elements)]));
    assert_eq!(statement(&code), format!("Some(f({inner}));"));
    let builder = || {
        chain(
            "Part::builder()",
            vec![
                method("x", vec![atom("y".repeat(50))]),
                method("build", Vec::new()),
            ],
        )
    };
    let broken = |indent: &str| {
        format!(
            "Part::builder()\n{indent}    .x({})\n{indent}    .build()",
            "y".repeat(50)
        )
    };
    let outer = |name: &str| statement(&call(name, vec![builder()]));
    assert_eq!(outer("part"), format!("part(\n    {},\n);", broken("    ")));
    assert_eq!(outer("s3"), format!("s3({});", broken("")));
}

#[test]
fn list_of_tiny_elements_is_filled() {
    let elements = vec!["1234567"; 12];
    let line = ["1234567"; 10].join(", ");
    let expected = format!("[\n    {line},\n    1234567, 1234567,\n];");
    assert_eq!(statement(&list("", &elements)), expected);
    let names = ["a".repeat(50), "b".repeat(44)];
    assert_eq!(filled(&names, 4).lines().count(), 3);
}

#[test]
fn value_of_a_binding_moves_to_the_next_line_instead_of_breaking_a_single_call() {
    let code = |length: usize| chain(&"a".repeat(length), vec![method("b", Vec::new())]);
    assert_eq!(
        binding("x", &code(87)),
        format!("let x = {}.b();", "a".repeat(87))
    );
    assert_eq!(
        binding("x", &code(88)),
        format!("let x =\n    {}.b();", "a".repeat(88))
    );
}

#[test]
fn lines_of_a_string_are_separated_if_they_do_not_fit() {
    let code = |length: usize| call("f", vec![string(&format!("{}\nb\n", "a".repeat(length)))]);
    assert_eq!(statement(&code(2)), "f(\"aa\\nb\\n\");");
    for line in ["# hidden", " indented"] {
        let code = call("f", vec![string(&format!("{}\n{line}", "a".repeat(99)))]);
        assert!(!statement(&code).contains("\\\n"), "{line}");
    }
    let expected = format!("f(\"{}\\n\\\n     b\\n\");", "a".repeat(99));
    assert_ne!(
        statement(&code(99)),
        expected,
        "the argument begins on a new line"
    );
    let expected = format!("f(\n    \"{}\\n\\\n     b\\n\",\n);", "a".repeat(99));
    assert_eq!(statement(&code(99)), expected);
}
