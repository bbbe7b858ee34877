//! Tests of the complete generator.

mod cascades;
mod determinism;
mod hostile_text;
mod robustness;

use crate::RUNTIME_VERSION;
use crate::diagnostics::Input;
use crate::source::Sources;
use crate::testing::{generate, model, options, source, sources};
use crate::view::ir_text;

/// Returns the value of `key = "…"` below `section` of a manifest.
fn value<'a>(manifest: &'a str, section: &str, key: &str) -> &'a str {
    let (_, rest) = manifest.split_once(section).expect(section);
    let start = format!("\n{key} = \"");
    let (_, rest) = rest.split_once(&start).expect(key);
    rest.split_once('"').expect("an end").0
}

#[test]
fn the_runtime_version_is_that_of_the_runtime_crate() {
    let manifest = include_str!("../runtime/Cargo.toml");
    assert_eq!(value(manifest, "[package]", "version"), RUNTIME_VERSION);
}

#[test]
fn the_rust_version_of_clients_is_that_of_the_workspace() {
    let workspace = include_str!("../../Cargo.toml");
    let template = include_str!("../templates/Cargo.toml.tera");
    assert_eq!(
        value(template, "[package]", "rust-version"),
        value(workspace, "[workspace.package]", "rust-version"),
    );
}

/// Returns the name and version of each AWS dependency, with or without braces.
fn versions(manifest: &str) -> impl Iterator<Item = (&str, &str)> {
    manifest.lines().filter_map(|line| {
        let (name, rest) = line.split_once(" = ")?;
        let rest = rest.strip_prefix("{ version = ").unwrap_or(rest);
        let version = rest.strip_prefix('"')?.split('"').next()?;
        name.starts_with("aws-").then_some((name, version))
    })
}

#[test]
fn versions_of_aws_dependencies_are_those_of_the_workspace() {
    let workspace: Vec<_> = versions(include_str!("../../Cargo.toml")).collect();
    let template: Vec<_> = versions(include_str!("../templates/Cargo.toml.tera")).collect();
    assert!(template.len() >= 8, "{template:?}");
    for dependency in template {
        assert!(workspace.contains(&dependency), "{dependency:?}");
    }
}

#[test]
fn diagnostics_of_all_files_are_reported_at_once() {
    let sources = Sources {
        model: source("{"),
        overlays: vec![source("{"), source(r#"{"shapes": {"t#A": {}}}"#)],
        partitions: source("{}"),
    };
    let diagnostics = crate::generate(&sources, &options()).expect_err("errors");
    let lines: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| (diagnostic.input, diagnostic.code.as_str()))
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
fn operations_and_shapes_are_counted() {
    let shapes = r#"{"Op": {"errors": ["E"]}, "In": {"members": {"a": "A"}},
        "E": {"type": "structure", "traits": {"error": "client"}}, "A": {"type": "structure"}}"#;
    let generated = generate(&model(shapes)).expect("a crate");
    assert_eq!((generated.operations, generated.shapes), (1, 2));
    assert!(generated.warnings.is_empty());
}

#[test]
fn overlays_are_applied() {
    let overlay = r#"{"shapes": {"t#Op": {"type": "apply",
        "traits": {"smithy.api#documentation": "From the overlay."}}}}"#;
    let text = model("{}").to_string();
    let mut sources = sources(&text);
    sources.overlays.push(source(overlay));
    let ir = ir_text(&sources, &options(), None, Some("Op"));
    assert!(ir.text.contains("From the overlay."));
}
