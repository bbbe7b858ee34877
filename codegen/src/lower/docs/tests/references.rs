//! Names of the API in the Markdown of overlays.

use crate::testing::{documented, documented_client, lowered, member, structure};

const SHAPES: &str = r#"{
    "Op": {"errors": ["Full"]},
    "In": {"members": {"bedName": "String", "type": "String"}},
    "Out": {"members": {"bed": "Bed", "colour": "Colour", "colours": "Colours", "kind": "Kind",
        "tool": "Tool"}},
    "Colours": {"type": "list", "member": "Colour"},
    "Bed": {"type": "structure", "members": {"bedName": "String", "type": "String"}},
    "Colour": {"type": "enum", "members": {"ALL": "Unit", "BLUE": "Unit",
        "RED": {"target": "Unit", "traits": {"enumValue": "red!"}}}},
    "Kind": {"type": "string", "traits": {"enum": [
        {"value": "big", "name": "BIG_ONE"}, {"value": "ALL", "name": "ALL"}]}},
    "Tool": {"type": "union", "members": {"spade": "String"}},
    "Full": {"type": "structure", "traits": {"error": "client"}, "members": {"bedName": "String"}}
}"#;

/// Returns the documentation of the item at `id`, for which an overlay has `text`.
fn docs(id: &str, text: &str) -> String {
    let client = documented_client(SHAPES, &[(id, text)]);
    let lines = match id {
        "Service" => &client.service.docs,
        "Op" => &client.operations[0].docs,
        "Bed" => &structure(&client, "Bed").docs,
        "Bed$type" => &member(&client, "Bed", "type").docs.setter,
        "In$type" => &member(&client, "OpInput", "type").docs.field,
        "Out$colour" => &member(&client, "OpOutput", "colour").docs.field,
        "Out$colours" => &member(&client, "OpOutput", "colours").docs.field,
        "Colour" => &client.enums[0].docs,
        "Full" => &client.operations[0].errors[0].docs,
        "Kind$BIG_ONE" => &client.enums[1].values[1].docs,
        _ => panic!("{id}"),
    };
    lines.join(" ")
}

#[test]
fn names_of_shapes_link_to_their_items() {
    for (text, expected) in [
        ("`Op`", "[`Op`](crate::client::Client::op)"),
        ("**`Bed`**", "**[`Bed`](crate::types::Bed)**"),
        ("`In`", "[`OpInput`](crate::operation::op::OpInput)"),
        ("`Full`", "[`Full`](crate::types::error::Full)"),
        ("[`Bed`](https://e.com)", "[`Bed`](https://e.com)"),
        ("[`Bed`]", "[[`Bed`](crate::types::Bed)]"),
        ("`Gone` `a b` Bed", "`Gone` `a b` Bed"),
        (
            "<p><code>Bed</code> `Bed`</p>",
            "[`Bed`](crate::types::Bed) \\`Bed\\`",
        ),
    ] {
        assert_eq!(docs("Service", text), expected, "{text}");
    }
}

#[test]
fn names_of_members_link_to_fields_and_variants() {
    for (text, expected) in [
        (
            "`Bed.bedName`",
            "[`Bed::bed_name`](field@crate::types::Bed::bed_name)",
        ),
        ("`Bed.type`", "[`Bed::type`](field@crate::types::Bed::type)"),
        (
            "`In.type`",
            "[`OpInput::type`](field@crate::operation::op::OpInput::type)",
        ),
        (
            "`Full.bedName`",
            "[`Full::bed_name`](field@crate::types::error::Full::bed_name)",
        ),
        ("`Colour.RED`", "[`Colour::Red`](crate::types::Colour::Red)"),
        (
            "`Colour.red!`",
            "[`Colour::Red`](crate::types::Colour::Red)",
        ),
        ("`Kind.big`", "[`Kind::BigOne`](crate::types::Kind::BigOne)"),
        ("`Tool.spade`", "[`Tool::Spade`](crate::types::Tool::Spade)"),
        ("`bed.type` `e.g.`", "`bed.type` `e.g.`"),
    ] {
        assert_eq!(docs("Service", text), expected, "{text}");
    }
}

#[test]
fn values_link_to_variants() {
    let path = "crate::types::Colour";
    for (id, text, expected) in [
        (
            "Bed",
            "`red!` `BLUE` `big` `BIG_ONE`",
            format!("`red!` [`BLUE`]({path}::Blue) `big` `BIG_ONE`"),
        ),
        // Two enums have the value.
        ("Bed", "`ALL`", "`ALL`".to_owned()),
        (
            "Out$colour",
            "The `red!`, `ALL`.",
            format!("The [`red!`]({path}::Red), [`ALL`]({path}::All)."),
        ),
        (
            "Out$colours",
            "A `red!`.",
            format!("A [`red!`]({path}::Red)."),
        ),
        (
            "Colour",
            "`ALL` `Colour`",
            format!("[`ALL`]({path}::All) `Colour`"),
        ),
        (
            "Kind$BIG_ONE",
            "`ALL`",
            "[`ALL`](crate::types::Kind::All)  On the wire: `big`.".to_owned(),
        ),
    ] {
        assert_eq!(docs(id, text), expected, "{id}: {text}");
    }
}

#[test]
fn members_of_the_documented_item_have_rust_names() {
    for (id, text, expected) in [
        ("Bed", "`bedName` `type`", "`bed_name` `type`"),
        ("Bed", "`Bed` `Bed.bedName`", "`Bed` `bed_name`"),
        ("Bed$type", "The `bedName`.", "Sets the `bed_name`."),
        (
            "In$type",
            "The `bedName` or `Out`.",
            "The `bed_name` or `OpOutput`.",
        ),
        ("In$type", "The `Out.colour`.", "The `OpOutput::colour`."),
        // Of an operation, the members of input and output.
        ("Op", "`bedName` `colour`", "`bed_name` `colour`"),
        ("Full", "`Full` `bedName`", "`Full` `bed_name`"),
        (
            "Kind$BIG_ONE",
            "`Kind` `Bed`",
            "`Kind` [`Bed`](crate::types::Bed)  On the wire: `big`.",
        ),
    ] {
        assert_eq!(docs(id, text), expected, "{id}: {text}");
    }
}

#[test]
fn names_of_missing_members_are_errors() {
    for (id, text, reason) in [
        (
            "Op",
            "`Bed.bedname`",
            "`bedname`, which `Bed` does not have",
        ),
        (
            "Kind$BIG_ONE",
            "`Colour.GREEN`",
            "`GREEN`, which `Colour` does not have",
        ),
    ] {
        let model = documented(SHAPES, &[(id, text)]);
        let diagnostics = lowered(&model).err().expect("an error").to_string();
        let expected = format!("error[E0609]: the documentation names {reason}");
        assert!(diagnostics.starts_with(&expected), "{diagnostics}");
    }
    for text in ["`Op.bedName`", "`Gone.bedName`", "`bedName.x`"] {
        assert_eq!(docs("Service", text), text);
    }
}
