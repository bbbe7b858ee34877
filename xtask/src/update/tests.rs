//! The files that `update` writes, and the models that it rejects.

use super::*;
use crate::test_folder::Folder;

const TINY: &str = r#"{"shapes": {"ns#S": {"type": "service", "version": "1"}}, "smithy": "2.0"}"#;

fn args(from: PathBuf, partitions: Option<PathBuf>, date: Option<&str>) -> Args {
    Args {
        from,
        partitions,
        date: date.map(str::to_owned),
        dry_run: false,
        allow_older: false,
    }
}

/// Returns the new files for valid input.
fn updated(args: &Args, folder: &Path) -> Result<Vec<Target>> {
    let published = Published::read(args)?;
    let facts = published.facts(&published.sources("", "")).unwrap();
    targets(args, &published, facts, folder)
}

#[test]
fn partitions_change_only_if_given() {
    let folder = Folder::new("update");
    folder.put("m-2026-11.json", TINY);
    folder.put("p-2026-10.json", r#"{"partitions": []}"#);
    let [model, partitions] =
        ["m-2026-11.json", "p-2026-10.json"].map(|name| folder.path().join(name));
    let names_and_source = |args: &Args| {
        let targets = updated(args, folder.path()).unwrap();
        let source = targets.last().unwrap().new.clone();
        (
            targets
                .into_iter()
                .map(|target| target.name)
                .collect::<Vec<_>>(),
            source,
        )
    };
    let (files, source) = names_and_source(&args(model.clone(), None, None));
    assert_eq!(files, ["ivs.json", "source.toml"]);
    assert!(
        source.contains("date = \"2026-11\"") && source.contains("[partitions]\n\n"),
        "{source}"
    );
    let (files, source) = names_and_source(&args(model, Some(partitions), None));
    assert_eq!(files, ["ivs.json", "partitions.json", "source.toml"]);
    assert!(
        source.contains("[partitions]\ndate = \"2026-10\""),
        "{source}"
    );
}

#[test]
fn missing_date_is_an_error() {
    let folder = Folder::new("date");
    folder.put("m.json", TINY);
    let model = folder.path().join("m.json");
    let error = updated(&args(model.clone(), None, None), folder.path())
        .err()
        .unwrap()
        .to_string();
    assert!(
        error.ends_with("m.json does not end in a month; set it with `--date YYYY-MM`"),
        "{error}"
    );
    assert!(updated(&args(model, None, Some("2026-11")), folder.path()).is_ok());
}

/// Fails if the model was edited by hand, or the canonical form changed without an `update`.
#[test]
fn model_of_this_workspace_is_canonical() {
    let folder = path::root().join("model");
    let published = Published {
        model: read(&folder.join("ivs.json")).unwrap(),
        partitions: Some(read(&folder.join("partitions.json")).unwrap()),
    };
    let (model, partitions) = published.facts(&published.sources("", "")).unwrap();
    assert_eq!(model.text, published.model);
    assert_eq!(partitions, published.partitions);
}

#[test]
fn month_must_end_the_file_name() {
    let month = |name| month_in_name(Path::new(name));
    assert_eq!(month("some/ivs-2026-11.json").as_deref(), Some("2026-11"));
    for name in [
        "ivs.json",
        "ivs-2026-13.json",
        "ivs-2026-11-01.json",
        "2026-11-ivs.json",
        "ivs2026-11.json",
        "é026-11.json",
    ] {
        assert_eq!(month(name), None, "{name}");
    }
}

/// A workspace whose model/ has the golden `minimal`, published in 2024-06.
fn workspace() -> Folder {
    let folder = Folder::new("update-workspace");
    let partitions = read(&path::root().join("model/partitions.json")).unwrap();
    folder.put("model/partitions.json", &partitions);
    folder.put("model/overlay/documentation.json", &overlay("Plant"));
    let old = published(&folder, |_| {});
    assert_eq!(
        update(&args(old, None, Some("2024-06")), folder.path()).unwrap(),
        ExitCode::SUCCESS
    );
    folder
}

/// An overlay that documents a shape.
fn overlay(shape: &str) -> String {
    let statement = r#"{"type": "apply", "traits": {"smithy.api#documentation": "A text."}}"#;
    format!(r#"{{"smithy": "2.0", "shapes": {{"example.garden#{shape}": {statement}}}}}"#)
}

/// Writes the golden `minimal` with changes, as a published model.
fn published(folder: &Folder, change: impl Fn(&mut serde_json::Value)) -> PathBuf {
    let text = read(&path::root().join("tests/goldens/minimal/model.json")).unwrap();
    let mut model = serde_json::from_str(&text).unwrap();
    change(&mut model);
    folder.put("published.json", &model.to_string());
    folder.path().join("published.json")
}

/// Fails unless the update is rejected and nothing is written.
fn assert_rejected(folder: &Folder, args: &Args, message: &str) {
    let before = folder.list();
    match update(args, folder.path()) {
        Ok(code) => assert_eq!((code, message), (output::ERROR.into(), "")),
        Err(error) => assert!(error.to_string().contains(message), "{error}"),
    }
    assert_eq!(folder.list(), before);
}

#[test]
fn model_of_another_service_is_rejected() {
    let folder = workspace();
    let other = published(&folder, |model| {
        let shapes = model["shapes"].as_object_mut().unwrap();
        let service = shapes.remove("example.garden#Garden").unwrap();
        shapes.insert("example.garden#Kitchen".to_owned(), service);
    });
    let message = "is the model of example.garden#Kitchen, but model/ has that of";
    assert_rejected(&folder, &args(other, None, Some("2024-07")), message);
}

#[test]
fn older_model_is_rejected_unless_allowed() {
    let folder = workspace();
    let same = published(&folder, |_| {});
    let mut older = args(same.clone(), None, Some("2024-05"));
    assert_rejected(&folder, &older, "its date is 2024-05, not 2024-06");
    older.allow_older = true;
    assert!(update(&older, folder.path()).is_ok());
    let old_version = published(&folder, |model| {
        model["shapes"]["example.garden#Garden"]["version"] = "2023-01-01".into();
    });
    let message = "its api version is 2023-01-01, not 2024-01-01";
    assert_rejected(&folder, &args(old_version, None, Some("2024-07")), message);
    let same = published(&folder, |_| {});
    let partitions = folder.path().join("model/partitions.json");
    let update = |month| {
        update(
            &args(same.clone(), Some(partitions.clone()), Some(month)),
            folder.path(),
        )
    };
    assert!(update("2024-08").is_ok());
    assert!(update("2024-07").is_err());
}

#[test]
fn model_that_cannot_be_generated_from_is_rejected() {
    let folder = workspace();
    let unsupported = published(&folder, |model| {
        model["shapes"]["example.garden#Plant"]["traits"]["made.up#trait"] = true.into();
    });
    assert_rejected(&folder, &args(unsupported, None, Some("2024-07")), "");
}

#[test]
fn outdated_entries_of_overlays_are_left_to_do() {
    let folder = workspace();
    folder.put("model/overlay/documentation.json", &overlay("Tree"));
    let same = published(&folder, |_| {});
    let model = fs::read_to_string(folder.path().join("model/ivs.json")).unwrap();
    let text = folder
        .list()
        .into_iter()
        .find(|(path, _)| path == "model/source.toml");
    let source = SourceToml::new(text.as_ref().map(|(_, text)| &**text)).unwrap();
    let stale = checks::generates(folder.path(), &source, &model, None).unwrap();
    let stale = stale.expect("no other errors");
    let entry = "model/overlay/documentation.json:1:30: the overlay applies traits to a shape \
                 that the model does not have (example.garden#Tree)";
    assert_eq!(stale, [entry]);
    assert_eq!(
        summary(Some(&model), &model, &stale).unwrap(),
        format!(
            "\nThe facts of the model are unchanged.\nTo do by hand:\n\
             - correct or delete these entries of overlays:\n  {entry}\n"
        )
    );
    let code = update(&args(same, None, Some("2024-07")), folder.path()).unwrap();
    assert_eq!(code, ExitCode::SUCCESS);
}

#[test]
fn new_operations_are_left_to_do() {
    let old = r#"{"shapes": {"a#Gone": {"type": "operation"}}}"#;
    let new = r#"{"shapes": {"a#Op": {"type": "operation"},
        "a#E": {"type": "structure", "traits": {"smithy.api#error": "client"}}}}"#;
    let summary = summary(Some(old), new, &[]).unwrap();
    let (_, steps) = summary.split_once("To do by hand:\n").unwrap();
    assert_eq!(
        steps,
        "- document in model/overlay/documentation: 2 shapes: Op, E\n\
         - add cases to tests/client/operations for: 1 operation: Op\n\
         - remove test cases of: 1 operation: Gone\n"
    );
}
