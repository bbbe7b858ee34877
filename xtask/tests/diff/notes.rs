//! Release notes of pairs of models: the complete Markdown, in `tests/diff/notes`.
//!
//! `changes.json` of a pair names its model: `garden` is `base.json`, with the keys of a mutation;
//! `ivs` is the model of this workspace, which `old` and `new` change for one side each. There,
//! `without` lists operations that the side lacks. `accepted` is a policy.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::diff::{Accepted, Format, Policy, Rule, Version, compare};
use codegen::{Options, Style};
use serde_json::{Value, json};

use crate::models::{self, Texts};
use crate::table::{options, sources};
use crate::workspace;

const NAMESPACE: &str = "com.amazonaws.ivs";
const SERVICE: &str = "com.amazonaws.ivs#AmazonInteractiveVideoService";

fn folder() -> PathBuf {
    workspace::root().join("tests/diff/notes")
}

/// Returns the folders of the pairs, sorted.
fn pairs() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).expect("a folder");
    let mut pairs: Vec<_> = entries
        .map(|entry| entry.expect("a folder").path())
        .collect();
    pairs.sort();
    pairs
}

fn parse(path: &Path) -> Value {
    let text = workspace::read(path);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Changes the model of this workspace.
fn change_ivs(model: &mut Value, change: &Value) {
    for name in change["without"].as_array().into_iter().flatten() {
        let name = name.as_str().expect("an operation");
        let target = json!({"target": format!("{NAMESPACE}#{name}")});
        let operations = &mut model["shapes"][SERVICE]["operations"];
        let operations = operations.as_array_mut().expect("a list");
        let count = operations.len();
        operations.retain(|operation| *operation != target);
        assert_ne!(operations.len(), count, "there is no operation {name}");
    }
    for (name, change) in change["shapes"].as_object().into_iter().flatten() {
        let id = format!("{NAMESPACE}#{name}");
        assert!(model["shapes"][&id].is_object(), "there is no shape {name}");
        models::merge_value(&mut model["shapes"], &id, change);
    }
}

fn texts(changes: &Value) -> [Texts; 2] {
    match changes["model"].as_str() {
        Some("garden") => models::both(changes),
        Some("ivs") => {
            let ivs = workspace::ivs();
            ["old", "new"].map(|side| {
                let mut model = serde_json::from_str(&ivs.model).expect("JSON");
                change_ivs(&mut model, &changes[side]);
                Texts {
                    model: model.to_string(),
                    partitions: ivs.partitions.clone(),
                }
            })
        }
        model => panic!("{model:?} is not a model"),
    }
}

/// Returns the release notes of a pair.
fn notes(pair: &Path) -> String {
    let changes = parse(&pair.join("changes.json"));
    let [old, new] = texts(&changes);
    let version = changes["version"].as_str().and_then(Version::parse);
    let version = version.expect("a version");
    let options = Options {
        crate_name: match changes["model"].as_str() {
            Some("ivs") => "ivs-sdk".to_owned(),
            _ => options().crate_name,
        },
        ..options()
    };
    let report = compare(&sources(&old), &sources(&new), &options);
    let mut report = report.unwrap_or_else(|failure| panic!("{failure:?}"));
    let accepted = changes["accepted"].as_array().into_iter().flatten();
    let string = |entry: &Value, key: &str| entry[key].as_str().expect("a string").to_owned();
    let accepted = accepted.map(|entry| Accepted {
        shape: string(entry, "shape"),
        rule: Rule::from_id(&string(entry, "rule")).expect("a rule"),
        reason: string(entry, "reason"),
    });
    let policy = Policy {
        accepted: accepted.collect(),
        ..Policy::default()
    };
    assert_eq!(report.apply(&policy), Ok(()));
    report.render(Format::Markdown, &version, Style::Plain)
}

#[test]
fn release_notes_are_as_expected() {
    let pairs = pairs();
    assert!(pairs.len() >= 5, "{}", pairs.len());
    let mut faults = Vec::new();
    for pair in pairs {
        let (notes, file) = (notes(&pair), pair.join("expected.md"));
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(&file, &notes).expect("a file");
        } else if fs::read_to_string(&file).ok().as_ref() != Some(&notes) {
            faults.push(format!("{} differs from:\n{notes}", file.display()));
        }
    }
    assert!(
        faults.is_empty(),
        "{}\nto accept them: UPDATE_GOLDENS=1 cargo test -p xtask --test diff notes",
        faults.join("\n")
    );
}

#[test]
fn each_breaking_change_has_a_line_with_a_path_and_a_hint() {
    for pair in pairs() {
        let notes = notes(&pair);
        let Some((_, breaking)) = notes.split_once("## Breaking changes\n") else {
            continue;
        };
        let (breaking, _) = breaking.split_once("\n## ").expect("another section");
        let lines = breaking.lines().filter(|line| line.starts_with("- "));
        for line in lines {
            assert!(line.contains("::") && line.ends_with(".*"), "{line}");
        }
    }
}
