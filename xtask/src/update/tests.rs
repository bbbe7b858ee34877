//! Complete updates of small workspaces.

mod models;
mod reference;
mod rejected;
mod sources;
mod written;

use serde_json::{Value, json};

use super::*;
use crate::test_folder::Folder;

const CHANGELOG: &str = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n";
const LOCK: &str = "[[package]]\nname = \"ivs-sdk\"\nversion = \"0.1.0\"\n";

fn args(from: PathBuf, date: &str) -> Args {
    Args {
        from,
        partitions: None,
        date: Some(date.to_owned()),
        dry_run: false,
        allow_older: false,
        report: None,
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// A workspace with the client of the golden `minimal`, published in 2024-06.
fn workspace() -> Folder {
    let folder = Folder::new("update");
    let partitions = read(&path::root().join(PARTITIONS));
    folder.put(PARTITIONS, &partitions);
    folder.put("model/overlay/documentation.json", &overlay("Plant"));
    folder.put("CHANGELOG.md", CHANGELOG);
    folder.put("Cargo.lock", LOCK);
    let case = "fn plant() -> Case { Case::new(\"Plant\") }\n";
    folder.put("tests/client/operations/plants.rs", case);
    let first = published(&folder, |_| {});
    assert_eq!(
        update(&args(first, "2024-06"), folder.path()).unwrap(),
        ExitCode::SUCCESS
    );
    folder
}

/// An overlay that documents a shape.
fn overlay(shape: &str) -> String {
    let statement = r#"{"type": "apply", "traits": {"smithy.api#documentation": "A text."}}"#;
    format!(r#"{{"smithy": "2.0", "shapes": {{"example.garden#{shape}": {statement}}}}}"#)
}

/// Returns the golden `minimal` with changes.
fn model(change: impl Fn(&mut Value)) -> Value {
    let text = read(&path::root().join("tests/goldens/minimal/model.json"));
    let mut model = serde_json::from_str(&text).unwrap();
    change(&mut model);
    model
}

/// Writes the golden `minimal` with changes, as a published model.
fn published(folder: &Folder, change: impl Fn(&mut Value)) -> PathBuf {
    folder.put("published.json", &model(change).to_string());
    folder.path().join("published.json")
}

/// Returns the text of a file of the workspace.
fn text(folder: &Folder, path: &str) -> String {
    read(&folder.path().join(path))
}

/// Lists the files of the workspace, as Git sees them, without the published model.
fn tree(folder: &Folder) -> Vec<(String, String)> {
    let mut files = folder.list();
    files.retain(|(path, _)| !path.starts_with(".xtask-update/") && path != "published.json");
    files
}
