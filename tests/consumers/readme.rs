//! The examples of README.md, of the repository and of the generated crate, and of the guide about
//! tests, as packages.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use harness::{Response, Server};
use serde_json::json;

use crate::consumer::{Consumer, ROOT, environment};

/// The folder of the generated crate in the README of the repository.
const CHECKOUT: &str = "../ivs-sdk/generated";

#[tokio::test(flavor = "multi_thread")]
async fn the_examples_run_and_their_unit_tests_pass() {
    let page = json!({ "channels": [{ "name": "stage" }, {}], "nextToken": "2" });
    let server = Server::start([Response::ok(page.to_string())]).await;
    let readme = package("readme", &read("README.md"), CHECKOUT);
    let lines = readme.run(&[], environment(server.endpoint(), "AKIDREADME"));
    assert_eq!(lines, ["stage", "(no name)"]);
    let sent = server.requests();
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].path, "/ListChannels");
    assert_eq!(sent[0].text(), r#"{"maxResults":10}"#);

    let lines = readme.test();
    let passed = "test result: ok. 1 passed; 0 failed; 0 ignored;";
    let summaries = lines.iter().filter(|line| line.starts_with(passed));
    assert_eq!(summaries.count(), 1, "{}", lines.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_example_of_the_generated_crate_runs() {
    let page = json!({ "channels": [{ "arn": "arn:1" }] });
    let server = Server::start([Response::ok(page.to_string())]).await;
    let readme = read("generated/README.md");
    let readme = package("generated-readme", &readme, "path/to/ivs-sdk");
    let lines = readme.run(&[], environment(server.endpoint(), "AKIDREADME"));
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains(r#"arn: Some("arn:1")"#), "{lines:?}");
}

#[test]
fn the_unit_tests_of_the_guide_pass() {
    let page = read("generated/src/guide/testing.rs");
    let lines = page.lines().filter_map(|line| line.strip_prefix("//!"));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    let page: Vec<_> = lines.collect();
    let lines = package("guide-testing", &page.join("\n"), "path/to/ivs-sdk").test();
    let passed = "test result: ok. 2 passed; 0 failed; 0 ignored;";
    let summaries = lines.iter().filter(|line| line.starts_with(passed));
    assert_eq!(summaries.count(), 1, "{}", lines.join("\n"));
}

/// `renamed` moved from `aws-sdk-ivs` as the README describes.
#[test]
fn the_change_of_a_manifest_is_that_of_a_consumer() {
    let markdown = read("README.md");
    let added: Vec<_> = blocks(&markdown)
        .filter(|(language, _)| *language == "diff")
        .flat_map(|(_, lines)| lines)
        .filter_map(|line| line.strip_prefix('+'))
        .map(|line| line.replace(CHECKOUT, "../../../generated"))
        .collect();
    assert_eq!(added.len(), 1, "{added:?}");
    let manifest = read("tests/consumers/renamed/Cargo.toml");
    assert!(manifest.lines().any(|line| line == added[0]), "{added:?}");
}

/// Writes the examples of a page as a package. `path` is the generated crate's folder there.
fn package(name: &'static str, page: &str, path: &str) -> Consumer {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut files = files(page);
    let manifest = files.get_mut("Cargo.toml").expect("the dependencies");
    let generated = Path::new(ROOT).join("generated");
    let replaced = manifest.replace(&format!("{path:?}"), &format!("{generated:?}"));
    assert_ne!(
        *manifest, replaced,
        "{name}: no dependency with the path {path}"
    );
    *manifest = format!(
        r#"[package]
name = "{name}"
version = "0.1.0"
edition = "2024"
publish = false

[lints.rust]
warnings = "deny"

[workspace]

{replaced}"#
    );
    for (file, text) in files {
        let file = folder.join(file);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a writable folder");
        // Cargo builds anew what was written.
        if fs::read_to_string(&file).ok().as_ref() != Some(&text) {
            fs::write(file, text).expect("a writable folder");
        }
    }
    Consumer::in_folder(name, folder)
}

/// Returns the files that the examples of a page form.
///
/// The first line of an example names its file. If that is `continued`, the example is appended.
/// Doc tests without a name are no files. Lines that rustdoc hides are omitted.
fn files(markdown: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for (language, lines) in blocks(markdown) {
        let comment = match language {
            "rust" | "rust,no_run" => "// ",
            "toml" => "# ",
            "diff" | "sh" => continue,
            _ => panic!("code blocks are rust, toml, diff or sh, not '{language}'"),
        };
        let is_hidden = |line: &&str| line.starts_with("# ") && language == "rust,no_run";
        let lines: Vec<_> = lines.into_iter().filter(|line| !is_hidden(line)).collect();
        let name = lines.first().and_then(|line| line.strip_prefix(comment));
        if name.is_none() && language == "rust,no_run" {
            continue;
        }
        let name = name.unwrap_or_else(|| panic!("the example names no file: {lines:?}"));
        let (name, continued) = match name.strip_suffix(", continued") {
            Some(name) => (name, true),
            None => (name, false),
        };
        let text: &mut String = files.entry(name.to_owned()).or_default();
        assert_eq!(
            continued,
            !text.is_empty(),
            "{name} is begun twice or never"
        );
        if continued {
            text.push('\n');
        }
        for line in lines {
            text.push_str(line);
            text.push('\n');
        }
    }
    files
}

/// Returns the language and lines of each code block.
fn blocks(markdown: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    let mut lines = markdown.lines();
    std::iter::from_fn(move || {
        let language = lines.find_map(|line| line.strip_prefix("```"))?;
        let block = lines.by_ref().take_while(|line| *line != "```");
        Some((language, block.collect()))
    })
}

fn read(path: &str) -> String {
    let text = fs::read_to_string(Path::new(ROOT).join(path));
    text.unwrap_or_else(|error| panic!("{path}: {error}"))
}
