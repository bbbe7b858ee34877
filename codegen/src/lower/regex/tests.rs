use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{Patterns, compile};
use crate::testing::{client_with_warning, member};

fn matches(pattern: &str, string: &str) -> bool {
    let regex = compile(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
    regex.is_match(string)
}

#[test]
fn translated_patterns_match_as_in_ecma_262() {
    for (pattern, matching, others) in [
        (r"^\d+$", &["12"][..], &["١٢", "a"][..]),
        (r"^[\d\-_]+$", &["1-_"], &["\\"]),
        (r"^\w+$", &["aZ_9"], &["é", "-"]),
        (r"^[^\s]+$", &["a"], &["\u{FEFF}", "\u{A0}", " "]),
        (r"^\S\s$", &["a\u{2028}"], &["a\u{85}"]),
        ("^.$", &["a", "é", "\u{85}"], &["\n", "\r", "\u{2028}"]),
        ("^a$", &["a"], &["a\n"]),
        ("b", &["abc"], &["ac"]),
        ("^[[]&&~~--]$", &[], &["["]),
        ("^[[&&~~.]$", &["[", "&", "~", "."], &["a"]),
        ("^[a-z--]+$", &["-", "b"], &["A"]),
        (r"^[\[\]\/]$", &["[", "]", "/"], &["\\"]),
        (r"^[ -\.]$", &[" ", "."], &["a"]),
        (r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$", &["é 1-@", ""], &["#"]),
        (r"^[^ /\.$\x22]*$", &["a"], &["\"", "$"]),
        (r"^\f\v\0[\b]$", &["\u{C}\u{B}\0\u{8}"], &[]),
        (r"^(?:a|b)(?<name>c)$", &["ac"], &["c"]),
        (r"^\u00e9\-$", &["é-"], &[]),
    ] {
        for string in matching {
            assert!(matches(pattern, string), "{pattern} {string:?}");
        }
        for string in others {
            assert!(!matches(pattern, string), "{pattern} {string:?}");
        }
    }
}

#[test]
fn a_pattern_is_compiled_once() {
    let patterns = Patterns::default();
    let matches = |string: &str| {
        patterns.with("^a+$", |regex| {
            regex.map(|regex| regex.is_match(string)).ok()
        })
    };
    assert_eq!([matches("aa"), matches("b")], [Some(true), Some(false)]);
    let error = |pattern: &str| patterns.with(pattern, |regex| regex.err().cloned());
    assert_eq!(error("("), Some("unclosed group".to_owned()));
    assert_eq!(error("("), error("("));
    assert_eq!(patterns.0.borrow().len(), 2);
}

#[test]
fn patterns_without_counterpart_are_warnings() {
    for (pattern, reason) in [
        (r"(?!a)b", "it has an assertion about neighbors, `(?!`"),
        (r"a(?<=a)", "it has an assertion about neighbors, `(?<=`"),
        (r"\bA", r"it has a word boundary, `\b`"),
        (r"(a)\1", "it has a back-reference"),
        (r"\q", r"it has an unknown escape, `\q`"),
        (r"[]", "it has an empty class"),
        ("a\\", "it ends with a backslash"),
        ("(", "unclosed group"),
        ("((a{999}){999}){999}", "it is too large"),
    ] {
        let trait_value = Value::from(pattern);
        let shapes = format!(
            r#"{{"Name": {{"type": "string", "traits": {{"pattern": {trait_value}}}}},
                "In": {{"members": {{"a": "Name", "b": "Name"}}}}}}"#
        );
        let warning = format!("E0426 t#Name: clients cannot check the pattern: {reason}");
        let client = client_with_warning(&shapes, &warning);
        assert_eq!(member(&client, "OpInput", "a").constraints.regex, None);
    }
}

/// Published models of services, if this machine has them.
#[test]
fn patterns_of_published_models_compile_unless_they_look_around() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model");
    let mut files = vec![folder.join("ivs.json")];
    let reference = std::env::var_os("IVS_REFERENCE");
    let reference = reference.map(|folder| Path::new(&folder).join("models"));
    for entry in reference
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
    {
        files.push(entry.unwrap().path());
    }
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "json")
    });
    let mut count = 0;
    for file in files {
        let model = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let mut values: Vec<&Value> = vec![&model];
        while let Some(value) = values.pop() {
            if let Some(pattern) = value.get("smithy.api#pattern").and_then(Value::as_str) {
                count += 1;
                let looks_around = ["(?!", "(?=", "(?<!", "(?<="];
                let looks_around = looks_around.iter().any(|start| pattern.contains(start));
                assert_eq!(compile(pattern).is_err(), looks_around, "{pattern}");
            }
            values.extend(
                value
                    .as_object()
                    .into_iter()
                    .flat_map(|object| object.values()),
            );
            values.extend(value.as_array().into_iter().flatten());
        }
    }
    assert!(count > 20, "only {count} patterns");
}
