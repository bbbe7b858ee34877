//! Text of a model stays text: hostile strings in every place where a model can have text.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use serde_json::{Value, json};

use crate::printable::is_hidden;
use crate::testing::{generate, model};

/// Parts of hostile strings: ends of comments, strings and code spans, code that rustdoc would run,
/// and hidden characters.
const PIECES: [&str; 48] = [
    "a",
    "b c",
    " ",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\t",
    "`",
    "``",
    "```",
    "\n```\nf();\n```\n",
    "\n```rust\n",
    "\n```should_panic",
    "\n~~~\n",
    "\n~~~~ no_run\n",
    "\n\n    f();\n",
    "- ",
    "* ",
    "1. ",
    "# ",
    "> ",
    "[x]",
    "](y)",
    "![",
    "<b>",
    "<Key>",
    "<p>",
    "</p>",
    "<pre>",
    "<!--",
    "-->",
    "https://e.com/a_b",
    "*/",
    "/*",
    "//",
    "\"",
    "\\",
    "#[doc]",
    "&#x202e;",
    "\0",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "\u{2066}",
    "\u{200f}",
    "\u{61c}",
    "é—",
];

/// A generator of random strings.
struct Random(u64);

impl Random {
    fn number(&mut self) -> usize {
        // Knuth's constants for a linear congruential generator.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize
    }

    fn text(&mut self) -> String {
        let length = 1 + self.number() % 12;
        let pieces = (0..length).map(|_| PIECES[self.number() % PIECES.len()]);
        pieces.collect()
    }
}

/// Returns a model with hostile strings.
fn hostile(random: &mut Random) -> Value {
    // It is also part of a header.
    let is_rejected = |c: char| !c.is_ascii_alphanumeric();
    let sdk_id = format!("A{}", random.text().replace(is_rejected, ""));
    let mut next = || random.text();
    // Names need a letter, and none that is not ASCII.
    let mut name = |start: &str| format!("{start}{}", next().replace('é', ""));
    let (waiter, documented_waiter) = (name("A"), name("B"));
    let (parameter, required) = (name("A"), name("B"));
    let shapes = json!({
        "Service": {
            "version": next(),
            "traits": {
                "title": next(),
                "aws.api#service": {"sdkId": sdk_id},
                "documentation": next(),
                "deprecated": {"message": next(), "since": next()},
                "smithy.rules#clientContextParams": {
                    &parameter: {"type": "string", "documentation": next()},
                },
            },
        },
        "Op": {"errors": ["Bad"], "traits": {
            "documentation": next(),
            "deprecated": {"message": next()},
            "smithy.waiters#waitable": {
                waiter: {"acceptors": [
                    {"state": "success", "matcher": {"errorType": next()}},
                    {"state": "success", "matcher": {"output": {
                        "path": "a", "expected": next(), "comparator": "stringEquals"}}},
                ]},
                documented_waiter: {"documentation": next(), "acceptors": [
                    {"state": "success", "matcher": {"success": true}}]},
            },
        }},
        "Bad": {
            "type": "structure",
            "members": {"message": {"target": "String", "traits": {"documentation": next()}}},
            "traits": {"error": "client", "documentation": next()},
        },
        "Kind": {"type": "enum", "traits": {"documentation": next()}, "members": {
            "A": {"target": "Unit", "traits": {"enumValue": next() + "a"}},
            "B": {"target": "Unit", "traits": {
                "enumValue": next() + "b",
                "documentation": next(),
                "deprecated": {"message": next()},
            }},
        }},
        "Old": {"type": "string", "traits": {"enum": [
            {"value": next() + "a", "name": "A"},
            {"value": next() + "b", "name": "B", "documentation": next(), "deprecated": true},
        ]}},
        "Pattern": {"type": "string", "traits": {"pattern": next()}},
        "Union": {"type": "union", "traits": {"documentation": next()}, "members": {
            "a": "Pattern", "b": {"target": "String", "traits": {"documentation": next()}}}},
        "Part": {"type": "structure", "traits": {"documentation": next()}, "members": {
            "a": {"target": "String", "traits": {"default": next(), "jsonName": next()}}}},
        "In": {"members": {
            "a": {"target": "String", "traits": {"default": next()}},
            "b": {"target": "String", "traits": {
                "required": {}, "documentation": next(), "pattern": next()}},
            "c": {"target": "Part", "traits": {"deprecated": {"message": next(), "since": next()}}},
        }},
        "Out": {"members": {
            "a": "Pattern", "b": "Union", "c": "Part", "d": "Kind", "e": "Old",
            "f": {"target": "String", "traits": {"documentation": next()}},
        }},
    });
    let mut model = model(&shapes.to_string());
    let rule_set = &mut model["shapes"]["t#Service"]["traits"]["smithy.rules#endpointRuleSet"];
    rule_set["parameters"][parameter] =
        json!({"type": "string", "documentation": next(), "deprecated": {"message": next()}});
    rule_set["parameters"][required] =
        json!({"type": "string", "required": true, "default": next()});
    rule_set["rules"][1]["error"] = json!(next());
    model
}

/// Parses Markdown with the extensions that rustdoc uses.
fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    Parser::new_ext(markdown, options)
}

/// Fails if rustdoc would compile a code block.
fn assert_no_code(markdown: &str) {
    for event in events(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language)))
                if ["text", "toml"].contains(&&*language) => {}
            Event::Start(Tag::CodeBlock(kind)) => panic!("{kind:?} in\n{markdown}"),
            _ => {}
        }
    }
}

/// Returns the documentation of each item: the text of adjacent doc comments.
fn docs(text: &str) -> Vec<String> {
    let mut docs = vec![String::new()];
    for line in text.lines().map(str::trim_start) {
        match line.strip_prefix("///").or(line.strip_prefix("//!")) {
            Some(doc) => {
                let last = docs.last_mut().expect("an item");
                last.push_str(doc.strip_prefix(' ').unwrap_or(doc));
                last.push('\n');
            }
            None => docs.push(String::new()),
        }
    }
    docs.retain(|doc| !doc.is_empty());
    docs
}

/// Returns the notes of all `deprecated` attributes.
fn notes(text: &str) -> Vec<String> {
    let strings = text.split("note = \"").skip(1).map(|rest| {
        let mut is_escaped = false;
        let end = rest.find(|c| {
            let is_end = c == '"' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            is_end
        });
        let literal = format!("\"{}\"", &rest[..end.expect("an end")]);
        syn::parse_str::<syn::LitStr>(&literal).expect("a string")
    });
    strings.map(|string| string.value()).collect()
}

fn assert_harmless(path: &str, text: &str) {
    let hidden = text.find(|c| c != '\n' && is_hidden(c));
    assert_eq!(hidden, None, "{path}: {text:?}");
    if !path.ends_with(".rs") {
        return;
    }
    assert!(!text.contains("#[doc = "), "{path}: {text}");
    syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    // The doc tests of the generator that are complete programs: the first call and an error, and a
    // configuration.
    let programs = match path {
        "src/lib.rs" => 2,
        "src/config.rs" => 1,
        _ => 0,
    };
    let doc_tests = docs(text).concat().matches("```rust,no_run\n").count();
    assert!(doc_tests <= programs, "{path}: {text}");
    // A setting and each waiter have two examples of the generator.
    let has_examples = path == "src/config.rs" || path.starts_with("src/waiters/");
    let examples = docs(text).concat().matches("```no_run\n# ").count();
    assert_eq!(examples, if has_examples { 2 } else { 0 }, "{path}: {text}");
    // Modules of features have an example, with names of items of the crate only.
    let has_example = ["src/check.rs", "src/serde.rs"].contains(&path);
    for doc in docs(text).iter().filter(|_| !has_example) {
        let doc = doc.replace("```rust,no_run\n", "```text\n");
        assert_no_code(&doc.replace("```no_run\n# ", "```text\n# "));
    }
    for note in notes(text) {
        let is_inline = |event: &Event<'_>| match event {
            Event::Start(tag) => matches!(tag, Tag::Paragraph | Tag::Link { .. }),
            Event::End(_) | Event::Text(_) | Event::Code(_) => true,
            _ => false,
        };
        let other = events(&note).find(|event| !is_inline(event));
        assert_eq!(other, None, "{path}: {note}");
    }
}

#[test]
fn hostile_text_is_only_text_in_all_files() {
    for seed in 0..40 {
        let model = hostile(&mut Random(seed));
        let generated = match generate(&model) {
            Ok(generated) => generated,
            Err(diagnostics) => panic!("{seed}: {diagnostics}"),
        };
        for (path, text) in &generated.files {
            assert_harmless(path, text);
        }
        let readme = &generated.files["README.md"];
        assert_no_code(&readme.replacen("```rust\n// src/main.rs", "```text", 1));
        let comments = events(readme).filter(|event| matches!(event, Event::Html(_)));
        assert_eq!(comments.count(), 1, "{readme}");
    }
}
