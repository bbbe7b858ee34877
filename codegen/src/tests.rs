//! What holds for the generator as a whole.

mod cascades;
mod determinism;
mod robustness;

use crate::testing::{generate, model, options, source, sources};
use crate::{Input, RUNTIME_VERSION, Sources, ir_text};

/// The value of `key = "…"` below `section` of a manifest.
fn value<'a>(manifest: &'a str, section: &str, key: &str) -> &'a str {
    let (_, rest) = manifest.split_once(section).expect(section);
    let start = format!("\n{key} = \"");
    let (_, rest) = rest.split_once(&start).expect(key);
    rest.split_once('"').expect("an end").0
}

#[test]
fn the_runtime_that_is_meant_is_the_one_of_this_workspace() {
    let manifest = include_str!("../runtime/Cargo.toml");
    assert_eq!(value(manifest, "[package]", "version"), RUNTIME_VERSION);
}

#[test]
fn generated_crates_need_the_rust_that_the_workspace_needs() {
    let workspace = include_str!("../../Cargo.toml");
    let template = include_str!("../templates/Cargo.toml.tera");
    assert_eq!(
        value(template, "[package]", "rust-version"),
        value(workspace, "[workspace.package]", "rust-version"),
    );
}

/// The name and version of each dependency `name = "…"` or `name = { version = "…", … }`.
fn versions(manifest: &str) -> impl Iterator<Item = (&str, &str)> {
    manifest.lines().filter_map(|line| {
        let (name, rest) = line.split_once(" = ")?;
        let rest = rest.strip_prefix("{ version = ").unwrap_or(rest);
        let version = rest.strip_prefix('"')?.split('"').next()?;
        name.starts_with("aws-").then_some((name, version))
    })
}

#[test]
fn generated_crates_stand_on_the_runtime_versions_of_the_workspace() {
    let workspace: Vec<_> = versions(include_str!("../../Cargo.toml")).collect();
    let template: Vec<_> = versions(include_str!("../templates/Cargo.toml.tera")).collect();
    assert!(template.len() >= 8, "{template:?}");
    for dependency in template {
        assert!(workspace.contains(&dependency), "{dependency:?}");
    }
}

#[test]
fn findings_of_all_texts_come_at_once() {
    let sources = Sources {
        model: source("{"),
        overlays: vec![source("{"), source(r#"{"shapes": {"t#A": {}}}"#)],
        partitions: source("{}"),
    };
    let diagnostics = crate::generate(&sources, &options()).expect_err("nothing is right");
    let lines: Vec<_> = diagnostics
        .iter()
        .map(|one| (one.input, one.code.as_str()))
        .collect();
    let expected = [
        (Input::Model, "E0101"),
        (Input::Overlay(0), "E0101"),
        (Input::Overlay(1), "E0601"),
        (Input::Partitions, "E0716"),
    ];
    assert_eq!(lines, expected);
}

#[test]
fn what_was_generated_is_counted() {
    let shapes = r#"{"Op": {"errors": ["E"]}, "In": {"members": {"a": "A"}},
        "E": {"type": "structure", "traits": {"error": "client"}}, "A": {"type": "structure"}}"#;
    let generated = generate(&model(shapes)).expect("a crate");
    assert_eq!((generated.operations, generated.shapes), (1, 2));
    assert!(generated.warnings.is_empty());
}

#[test]
fn an_overlay_is_part_of_the_model() {
    let overlay = r#"{"shapes": {"t#Op": {"type": "apply",
        "traits": {"smithy.api#documentation": "Said later."}}}}"#;
    let text = model("{}").to_string();
    let mut sources = sources(&text);
    sources.overlays.push(source(overlay));
    let ir = ir_text(&sources, &options(), None, Some("Op"));
    assert!(ir.text.contains("Said later."));
}
