//! Links to the items that a text names.

use crate::testing::{client, member, structure};

/// Returns a service with an item of each kind; `text` documents the item at `place`.
fn shapes(place: &str, text: &str) -> String {
    let traits = |item: &str| match item == place {
        true => format!(r#""traits": {{"documentation": {text:?}}}"#),
        false => r#""traits": {}"#.to_owned(),
    };
    format!(
        r#"{{
        "Service": {{{service}, "operations": ["Op", "Match"]}},
        "Op": {{"errors": ["Full"], {op}}},
        "Match": {{"type": "operation", "input": "MatchInput",
            "traits": {{"http": {{"method": "GET", "uri": "/m"}}}}}},
        "MatchInput": {{"type": "structure"}},
        "In": {{"members": {{"type": "String", "other": {{"target": "Bed", {member}}}}}}},
        "Out": {{"members": {{"m": "Bed", "n": "Kind", "o": "Tool"}}}},
        "Bed": {{"type": "structure", "members": {{"type": "String", "w": "Integer"}}, {bed}}},
        "Kind": {{"type": "enum", "members": {{"A": {{"target": "Unit", {value}}}}}}},
        "Tool": {{"type": "union", "members": {{"Bed": "String"}}, {union}}},
        "Full": {{"type": "structure", "traits": {{"error": "client"{error}}}}}
    }}"#,
        service = traits("service"),
        op = traits("operation"),
        member = traits("member"),
        bed = traits("structure"),
        value = traits("value"),
        union = traits("union"),
        error = match place {
            "error" => format!(r#", "documentation": {text:?}"#),
            _ => String::new(),
        },
    )
}

fn docs(place: &str, text: &str) -> String {
    let client = client(&shapes(place, text));
    let lines = match place {
        "service" => client.service.docs.clone(),
        "operation" => client.operations[1].docs.clone(),
        "member" => member(&client, "OpInput", "other").docs.field.clone(),
        "structure" => structure(&client, "Bed").docs.clone(),
        "value" => client.enums[0].values[0].docs.clone(),
        "union" => client.unions[0].docs.clone(),
        _ => structure(&client, "Full").docs.clone(),
    };
    lines.join(" ")
}

#[test]
fn names_link_to_generated_items() {
    for (text, expected) in [
        ("<code>Op</code>", "[`Op`](crate::client::Client::op)"),
        ("<a>Match</a>", "[`Match`](crate::client::Client::match)"),
        (
            "<a href='API_Op.html'>that one</a>",
            "[that one](crate::client::Client::op)",
        ),
        (
            "<a href='./API_Op.html#x'><i>Op</i></a>",
            "_[`Op`](crate::client::Client::op)_",
        ),
        (
            "<a href='https://docs.example.com/tiny/latest/API_Op.html'>Op</a>",
            "[`Op`](crate::client::Client::op)",
        ),
        (
            "<a href='https://docs.example.com/huge/latest/API_Op.html'>Op</a>",
            "[Op](https://docs.example.com/huge/latest/API_Op.html)",
        ),
        ("<code>Bed</code>", "[`Bed`](crate::types::Bed)"),
        ("<code>Kind</code>", "[`Kind`](crate::types::Kind)"),
        ("<code>Tool</code>", "[`Tool`](crate::types::Tool)"),
        ("<code>Full</code>", "[`Full`](crate::types::error::Full)"),
        ("<code>In</code>", "[`In`](crate::operation::op::OpInput)"),
        ("<a>Out</a>", "[`Out`](crate::operation::op::OpOutput)"),
        ("<b><code>Bed</code></b>", "**[`Bed`](crate::types::Bed)**"),
        (
            "<a href='https://e.com'><code>Bed</code></a>",
            "[`Bed`](https://e.com)",
        ),
        ("<p>Bed</p>", "Bed"),
        ("<code>Bed.w</code>", "`Bed.w`"),
        ("<code>String</code> <a>Gone</a>", "`String` `Gone`"),
        ("`Bed`", "`Bed`"),
    ] {
        assert_eq!(docs("operation", text), expected, "{text}");
    }
}

#[test]
fn texts_do_not_link_to_the_documented_item() {
    for (place, text, expected) in [
        (
            "structure",
            "<code>Bed</code> <code>Op</code>",
            "`Bed` [`Op`](crate::client::Client::op)",
        ),
        (
            "union",
            "<code>Tool</code> <code>Bed</code>",
            "`Tool` [`Bed`](crate::types::Bed)",
        ),
        (
            "value",
            "<code>Kind</code> <code>Bed</code>",
            "`Kind` [`Bed`](crate::types::Bed)  On the wire: `A`.",
        ),
        (
            "error",
            "<code>Full</code> <code>Bed</code>",
            "`Full` [`Bed`](crate::types::Bed)",
        ),
        // The text is repeated on variants, in whose module the name is in scope.
        ("error", "<code>MatchInput</code>", "`MatchInput`"),
        (
            "member",
            "<code>MatchInput</code>",
            "[`MatchInput`](crate::operation::r#match::MatchInput)",
        ),
        ("member", "<code>In</code>", "`In`"),
        (
            "member",
            "<code>Out</code>",
            "[`Out`](crate::operation::op::OpOutput)",
        ),
    ] {
        let expected = expected.replace("r#match", "match_");
        assert_eq!(docs(place, text), expected, "{place}: {text}");
    }
}

#[test]
fn members_link_to_their_accessors() {
    let text = "<code>type</code> <code>other</code> <code>w</code>";
    let expected = "[`type`](crate::operation::op::OpInput::type()) `other` `w`";
    assert_eq!(docs("member", text), expected);
    let expected = "[`type`](crate::types::Bed::type()) `other` [`w`](crate::types::Bed::w())";
    assert_eq!(docs("structure", text), expected);
}

#[test]
fn the_readme_has_no_links_to_items() {
    let client = client(&shapes("service", "<p><a>Op</a> <code>Bed</code></p>"));
    let service = client.service;
    let expected = "[`Op`](crate::client::Client::op) [`Bed`](crate::types::Bed)";
    assert_eq!(service.docs.join(" "), expected);
    assert_eq!(service.readme, ["`Op` `Bed`"]);
}

#[test]
fn markdown_links_to_items_are_kept_if_the_items_exist() {
    for (place, path, is_kept) in [
        ("operation", "crate::types::Bed", true),
        ("operation", "crate::client::Client::match", true),
        ("operation", "crate::types::Gone", false),
        ("operation", "crate::types::Bed::gone", false),
        ("structure", "crate::types::Bed", false),
        ("structure", "self::Kind", false),
    ] {
        let text = format!("See *the* [bed]({path}).");
        let expected = match is_kept {
            true => text.clone(),
            false => "See _the_ bed.".to_owned(),
        };
        assert_eq!(docs(place, &text), expected, "{path}");
    }
}
