//! Constraints of members, in words.

use crate::testing::{client, member};

const SHAPES: &str = r#"{
    "Text": {"type": "string", "traits": {"length": {"min": 1, "max": 8}, "pattern": "^a$"}},
    "Name": {"type": "string", "traits": {"length": {"min": 0, "max": 1}, "pattern": "^[a-z]*$"}},
    "Arn": {"type": "string", "traits": {
        "length": {"max": 9}, "pattern": "^$|^arn:aws:tiny:[a-z]*:[0-9]*:bed/[a-z]+$"}},
    "Data": {"type": "blob", "traits": {"length": {"min": 2}}},
    "List": {"type": "list", "member": "Text", "traits": {"length": {"min": 1}}},
    "Arns": {"type": "list", "member": "Arn"},
    "Numbers": {"type": "list", "member": {"target": "Integer", "traits": {"range": {"max": 3}}}},
    "Map": {"type": "map", "key": "Name", "value": "Data"},
    "Level": {"type": "intEnum", "members": {
        "LOW": {"target": "Unit", "traits": {"enumValue": 1}},
        "HIGH": {"target": "Unit", "traits": {"enumValue": 9}},
        "NONE": "Unit"}},
    "Empty": {"type": "intEnum", "members": {"NONE": "Unit"}},
    "In": {"members": MEMBERS}, "Out": {"members": MEMBERS}
}"#;

const MEMBERS: &str = r#"{
    "a": {"target": "Text", "traits": {"required": {}}},
    "b": {"target": "Integer", "traits": {"default": 1, "range": {"min": 0}}},
    "c": {"target": "String", "traits": {"length": {"min": 2, "max": 2}, "pattern": "`"}},
    "d": {"target": "Text", "traits": {"documentation": "The d.", "length": {"max": 3}}},
    "e": {"target": "String", "traits": {"length": {"min": 0}}},
    "f": "List",
    "g": {"target": "Map", "traits": {"length": {"max": 9}}},
    "h": "Name",
    "i": {"target": "Arn", "traits": {"required": {}}},
    "j": "Arns",
    "k": "Numbers",
    "l": "Level",
    "m": {"target": "Level", "traits": {"documentation": "The m."}},
    "n": "Empty"
}"#;

#[test]
fn inputs_state_all_constraints() {
    let client = client(&SHAPES.replace("MEMBERS", MEMBERS));
    for (name, docs) in [
        (
            "a",
            &["Required. Length: 1 to 8 characters. Pattern: `^a$`."][..],
        ),
        ("b", &["Default: `1`. Range: at least 0."]),
        ("c", &["Length: exactly 2 characters. Pattern: `` ` ``."]),
        (
            "d",
            &[
                "The d.",
                "",
                "Length: at most 3 characters. Pattern: `^a$`.",
            ],
        ),
        ("e", &[""]),
        (
            "f",
            &["Items: at least 1. Each item: pattern `^a$`, 1 to 8 characters."],
        ),
        ("h", &["Characters: at most 1, of lower-case letters."]),
        (
            "i",
            &["Required. Length: at most 9 characters. Form: an ARN of a bed, or empty."],
        ),
        (
            "j",
            &["Each item: an ARN of a bed, or empty, at most 9 characters."],
        ),
        ("k", &["Each item: at most 3."]),
        ("l", &["Values: 1 (`LOW`), 9 (`HIGH`)."]),
        ("m", &["The m.", "", "Values: 1 (`LOW`), 9 (`HIGH`)."]),
        ("n", &[""]),
    ] {
        assert_docs(&member(&client, "OpInput", name).docs.field, name, docs);
    }
    let map = member(&client, "OpInput", "g").docs.field.join(" ");
    let expected = "The `g` member. Entries: at most 9. Each key: at most 1, of lower-case \
        letters. Each value: at least 2 bytes.";
    assert_eq!(map, expected);
}

#[test]
fn outputs_state_no_requirements_and_no_patterns() {
    let client = client(&SHAPES.replace("MEMBERS", MEMBERS));
    for (name, docs) in [
        ("a", &["Length: 1 to 8 characters."][..]),
        ("c", &["Length: exactly 2 characters."]),
        ("f", &["Items: at least 1. Each item: 1 to 8 characters."]),
        ("i", &["Length: at most 9 characters."]),
    ] {
        assert_docs(&member(&client, "OpOutput", name).docs.field, name, docs);
    }
}

/// Asserts that a member has these lines, or, without text, its name and this line.
fn assert_docs(docs: &[String], name: &str, expected: &[&str]) {
    match expected {
        [constraints] => {
            let line = format!("The `{name}` member. {constraints}");
            assert_eq!(docs, [line.trim_end()]);
        }
        expected => assert_eq!(docs, expected),
    }
}
