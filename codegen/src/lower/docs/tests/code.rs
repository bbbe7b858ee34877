//! Names of the API in the Rust code of pages.

use super::super::code::Names;
use super::super::links::Links;
use crate::diagnostics::Diagnostics;
use crate::lower::names;
use crate::testing::{ast, lowered, model};

const SHAPES: &str = r#"{
    "Op": {"errors": ["Full"]},
    "In": {"members": {"bedName": "String", "type": "String"}},
    "Out": {"members": {"bed": "Bed", "colour": "Colour", "tool": "Tool"}},
    "Bed": {"type": "structure", "members": {"bedName": "String"}},
    "Colour": {"type": "enum", "members": {"BLUE": "Unit"}},
    "Tool": {"type": "union", "members": {"spade": "String"}},
    "Full": {"type": "structure", "traits": {"error": "client"}}
}"#;

/// Fails unless the unknown names of the code and the items without them are as expected.
fn assert_unknown(code: &str, expected: &[(&str, &str)]) {
    let page = format!("`a`\n\n```rust\n{code}\n```\n\n```toml\nclient.gone();\n```\n");
    let model = ast(&model(SHAPES).to_string());
    let Ok(lowered) = lowered(&model) else {
        panic!("an error");
    };
    let mut diagnostics = Diagnostics::default();
    let names = names::assign(&lowered.closure, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics}");
    let links = Links::new(&lowered.closure, &names);
    let unknown = Names::new(&lowered.closure, &links).unknown(&page);
    for name in &unknown {
        assert_eq!(page[name.range.clone()], name.name, "{code}");
    }
    let unknown: Vec<_> = unknown
        .iter()
        .map(|name| (&*name.name, &*name.owner))
        .collect();
    assert_eq!(unknown, expected, "{code}");
}

#[test]
fn code_of_the_api_has_no_unknown_names() {
    for code in [
        "client.op().bed_name(\"a\").r#type(f()).set_type(None).send().await?.gone();",
        "client.config().gone(); client.wait_until_gone(); f(client); other.gone();",
        "use {{ lib_name }}::types::{Bed, Colour::{self, Blue}, error::*};\n\
         let a = (Colour::Blue, Colour::Unknown(b), Colour::from(c), Bed::builder());",
        "use {{ lib_name }} as tiny;\nuse tiny::{Client, Error};\n\
         mock!(Client::op); Client::new(a); Error::Full(b); Error::Unhandled(c);",
        "# use {{ lib_name }}::operation::op::{OpError, OpInput, builders::OpInputBuilder};\n\
         matches!(a, OpError::Full(_)); {{ lib_name }}::types::Tool::Spade(b);",
        "#[cfg(test)]\nuse other::types::Gone; use {{ lib_name }}::config::Gone;",
        "let a = \"{{ lib_name }}::types::Gone",
    ] {
        assert_unknown(code, &[]);
    }
}

#[test]
fn unknown_names_are_found() {
    for (code, expected) in [
        ("client.gone().a(b).send();", ("gone", "Client")),
        (
            "# let a = mock!({{ lib_name }}::Client::gone);",
            ("gone", "Client"),
        ),
        (
            "client.op().gone(a).send(); gone();",
            ("gone", "OpFluentBuilder"),
        ),
        (
            "client.op().bed_name((a, b)).set_gone(c);",
            ("set_gone", "OpFluentBuilder"),
        ),
        (
            "use {{ lib_name }}::types::Gone;\nGone::A;",
            ("Gone", "types"),
        ),
        (
            "use {{ lib_name }}::{a, types::{Bed, Gone}};",
            ("Gone", "types"),
        ),
        (
            "{{ lib_name }}::types::error::Gone::builder()",
            ("Gone", "types::error"),
        ),
        (
            "use {{ lib_name }}::types::Colour as C;\nC::Gone;",
            ("Gone", "Colour"),
        ),
        ("f({{ lib_name }}::types::Tool::Gone(a))", ("Gone", "Tool")),
        (
            "use {{ lib_name }}::operation::gone::GoneInput;",
            ("gone", "operation"),
        ),
        (
            "use {{ lib_name }}::operation::op::GoneInput;",
            ("GoneInput", "operation::op"),
        ),
        (
            "use {{ lib_name }}::operation::op::OpError;\nOpError::Gone(a)",
            ("Gone", "OpError"),
        ),
        ("{{ lib_name }}::Error::Gone(a)", ("Gone", "Error")),
    ] {
        assert_unknown(code, &[expected]);
    }
}
