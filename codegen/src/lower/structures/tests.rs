use crate::ir::{Absent, Document, Literal, Presence};
use crate::testing::{assert_diagnostic, client, member, structure};

/// Returns a client with `members` in an input, an output and a nested structure.
fn in_all_roles(members: &str) -> crate::ir::Client {
    client(&format!(
        r#"{{
        "Part": {{"type": "structure", "members": {members}}},
        "Empty": {{"type": "structure"}},
        "Choice": {{"type": "union", "members": {{"a": "String"}}}},
        "Kind": {{"type": "enum", "members": {{"A": "Unit"}}}},
        "List": {{"type": "list", "member": "String"}},
        "In": {{"members": {members}}},
        "Out": {{"members": {members}}},
        "Op": {{"errors": ["Bad"]}},
        "Bad": {{"type": "structure", "members": {{"part": "Part"}}, "traits": {{"error": "client"}}}}
    }}"#
    ))
}

const MEMBERS: &str = r#"{
    "plain": "String",
    "required": {"target": "String", "traits": {"required": {}}},
    "careful": {"target": "String", "traits": {"required": {}, "clientOptional": {}}},
    "default": {"target": "Boolean", "traits": {"default": false}},
    "primitive": {"target": "PrimitiveBoolean", "traits": {"default": false}},
    "always": {"target": "Boolean", "traits": {"default": true, "required": {}}},
    "null": {"target": "Boolean", "traits": {"default": null}},
    "structure": {"target": "Empty", "traits": {"required": {}}},
    "union": {"target": "Choice", "traits": {"required": {}}},
    "kind": {"target": "Kind", "traits": {"required": {}}}
}"#;

#[test]
fn fields_without_a_value_or_placeholder_are_optional() {
    let client = in_all_roles(MEMBERS);
    for (name, optional) in [
        ("plain", true),
        ("required", false),
        ("careful", true),
        ("default", false),
        ("always", false),
        ("null", true),
        ("structure", true),
        ("union", true),
        ("kind", false),
    ] {
        assert!(member(&client, "OpInput", name).optional, "{name}");
        for holder in ["OpOutput", "Part"] {
            assert_eq!(
                member(&client, holder, name).optional,
                optional,
                "{holder}.{name}"
            );
        }
    }
}

#[test]
fn absent_members_get_a_default_or_placeholder() {
    let client = in_all_roles(MEMBERS);
    for (name, absent) in [
        ("plain", Absent::None),
        ("required", Absent::Placeholder),
        ("careful", Absent::SomePlaceholder),
        ("default", Absent::Default(Literal::Zero)),
        ("always", Absent::Default(Literal::True)),
        ("structure", Absent::SomePlaceholder),
        ("union", Absent::SomePlaceholder),
        ("kind", Absent::Placeholder),
    ] {
        assert_eq!(
            member(&client, "OpInput", name).absent,
            Absent::None,
            "{name}"
        );
        for holder in ["OpOutput", "Part"] {
            assert_eq!(
                member(&client, holder, name).absent,
                absent,
                "{holder}.{name}"
            );
        }
    }
}

#[test]
fn defaults_shared_with_the_target_are_not_written() {
    let client = in_all_roles(MEMBERS);
    for (name, presence) in [
        ("plain", Presence::WhenSet),
        ("required", Presence::WhenSet),
        ("default", Presence::WhenSet),
        ("primitive", Presence::UnlessDefault(Literal::Zero)),
        ("always", Presence::WhenSet),
        ("structure", Presence::WhenSet),
    ] {
        assert_eq!(member(&client, "OpInput", name).presence, Presence::WhenSet);
        assert_eq!(member(&client, "Part", name).presence, presence, "{name}");
    }
}

#[test]
fn building_can_fail_if_a_required_field_has_no_default() {
    let fallible = |target: &str, traits: &str| {
        let members = format!(r#"{{"m": {{"target": "{target}", "traits": {{{traits}}}}}}}"#);
        let client = in_all_roles(&members);
        (
            structure(&client, "Part").fallible,
            structure(&client, "OpInput").fallible,
        )
    };
    assert_eq!(fallible("String", r#""required": {}"#), (true, false));
    assert_eq!(
        fallible("String", r#""required": {}, "clientOptional": {}"#),
        (false, false)
    );
    assert_eq!(
        fallible("String", r#""required": {}, "default": """#),
        (false, false)
    );
    assert_eq!(fallible("Empty", r#""required": {}"#), (false, false));
    assert_eq!(fallible("String", ""), (false, false));
}

#[test]
fn bodies_of_inputs_are_sorted_and_others_keep_the_models_order() {
    let members = r#"{
        "b": "String",
        "c": {"target": "String", "traits": {"jsonName": "A"}},
        "a": "String"
    }"#;
    let client = in_all_roles(members);
    let body = |name| {
        let structure = structure(&client, name);
        let body = structure.body.iter();
        body.map(|index| &*structure.members[*index].name.wire)
            .collect::<Vec<_>>()
    };
    assert_eq!(body("OpInput"), ["a", "b", "A"]);
    assert_eq!(body("OpOutput"), ["b", "A", "a"]);
    assert_eq!(body("Part"), ["b", "A", "a"]);
    let fields = &structure(&client, "OpInput").members;
    let fields: Vec<_> = fields.iter().map(|member| &*member.name.rust).collect();
    assert_eq!(fields, ["b", "c", "a"], "fields are in the model's order");
}

#[test]
fn only_unbound_members_are_in_the_body() {
    let client = client(
        r#"{"In": {"members": {
            "q": {"target": "String", "traits": {"httpQuery": "q"}},
            "h": {"target": "String", "traits": {"httpHeader": "h"}},
            "b": "String"}}}"#,
    );
    assert_eq!(structure(&client, "OpInput").body, [2]);
}

#[test]
fn defaults_must_be_supported_values_of_their_type() {
    for (target, value, expected) in [
        ("Boolean", "true", Some(Literal::True)),
        ("Boolean", "0", None),
        ("Byte", "127", Some(Literal::Integer(127))),
        ("Byte", "128", None),
        ("Short", "-32769", None),
        ("Integer", "-7", Some(Literal::Integer(-7))),
        ("Integer", "2147483648", None),
        ("Integer", "1.5", None),
        ("Level", "0", Some(Literal::Zero)),
        ("Level", "7", Some(Literal::Integer(7))),
        ("Level", "\"A\"", None),
        ("Long", "2147483648", Some(Literal::Integer(2_147_483_648))),
        ("Long", "18446744073709551615", None),
        ("Double", "1.5", Some(Literal::Float(1.5))),
        ("Double", "0", Some(Literal::Zero)),
        ("Float", "1e+300", None),
        ("String", "\"\"", Some(Literal::Zero)),
        ("String", "\"a\"", Some(Literal::String("a".to_owned()))),
        ("Kind", "\"A\"", Some(Literal::String("A".to_owned()))),
        ("Blob", "\"\"", Some(Literal::Zero)),
        ("Blob", "\"YQ==\"", Some(Literal::Bytes(b"a".to_vec()))),
        ("Blob", "\"a\"", None),
        ("Timestamp", "0", Some(Literal::Zero)),
        ("Timestamp", "1", Some(Literal::Seconds(1.0))),
        ("Timestamp", "\"a\"", None),
        ("BigInteger", "7", Some(Literal::String("7".to_owned()))),
        ("BigInteger", "1.5", None),
        ("BigDecimal", "1.5", Some(Literal::String("1.5".to_owned()))),
        ("Document", "[]", Some(Literal::Document(Document::List))),
        ("Document", "[1]", None),
        ("List", "[]", Some(Literal::Zero)),
        ("List", "[\"a\"]", None),
        ("Map", "{}", Some(Literal::Zero)),
    ] {
        let shapes = format!(
            r#"{{
            "Kind": {{"type": "enum", "members": {{"A": "Unit"}}}},
            "Level": {{"type": "intEnum", "members": {{"A": "Unit"}}}},
            "List": {{"type": "list", "member": "String"}},
            "Map": {{"type": "map", "key": "String", "value": "String"}},
            "Out": {{"members": {{"m": {{"target": "{target}", "traits": {{"default": {value}}}}}}}}}
        }}"#
        );
        match expected {
            Some(literal) => {
                let default = member(&client(&shapes), "OpOutput", "m").default.clone();
                assert_eq!(default, Some(literal), "{target} {value}");
            }
            None => assert_diagnostic(
                &shapes,
                &format!("E0412 t#Out$m: `{value}` is not a supported default"),
            ),
        }
    }
}

#[test]
fn member_with_a_taken_name_is_renamed() {
    for (members, names) in [
        (
            r#""fooBar": "String", "FooBar": "String""#,
            ["foo_bar", "foo_bar_value"],
        ),
        (r#""a": "String", "setA": "String""#, ["a", "set_a_value"]),
        (r#""getA": "String", "a": "String""#, ["get_a", "a_value"]),
        (
            r#""_1": "String", "intoPaginator": "String""#,
            ["_1", "into_paginator_value"],
        ),
        (
            r#""type": "String", "_type": "String""#,
            ["r#type", "type_value"],
        ),
    ] {
        let client = client(&format!(r#"{{"In": {{"members": {{{members}}}}}}}"#));
        let members = &structure(&client, "OpInput").members;
        let rust: Vec<_> = members.iter().map(|member| &*member.name.rust).collect();
        assert_eq!(rust, names);
    }
}

#[test]
fn inner_function_is_renamed_if_a_member_has_its_name() {
    let client = client(r#"{"Out": {"members": {"empty": "String"}}}"#);
    let output = structure(&client, "OpOutput");
    assert_eq!(
        (&*output.members[0].name.rust, &*output.empty_function),
        ("empty", "empty_")
    );
}

#[test]
fn output_members_may_have_names_that_are_reserved_in_inputs() {
    client(r#"{"Out": {"members": {"new": "String", "read": "String", "sendWith": "String"}}}"#);
}
