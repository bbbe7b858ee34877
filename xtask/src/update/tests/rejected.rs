//! The models that are rejected, without a change of a file.

use super::*;

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
    assert_rejected(&folder, &args(other, "2024-07"), message);
}

#[test]
fn older_model_is_rejected_unless_allowed() {
    let folder = workspace();
    let same = published(&folder, |_| {});
    let mut older = args(same.clone(), "2024-05");
    assert_rejected(&folder, &older, "its date is 2024-05, not 2024-06");
    older.allow_older = true;
    assert!(update(&older, folder.path()).is_ok());
    let old_version = published(&folder, |model| {
        model["shapes"]["example.garden#Garden"]["version"] = "2023-01-01".into();
    });
    let message = "its api version is 2023-01-01, not 2024-01-01";
    assert_rejected(&folder, &args(old_version, "2024-07"), message);
    let same = published(&folder, |_| {});
    let with_partitions = |month| Args {
        partitions: Some(folder.path().join(PARTITIONS)),
        ..args(same.clone(), month)
    };
    assert!(update(&with_partitions("2024-08"), folder.path()).is_ok());
    assert!(update(&with_partitions("2024-07"), folder.path()).is_err());
}

#[test]
fn model_that_cannot_be_generated_from_is_rejected() {
    let folder = workspace();
    let unsupported = published(&folder, |model| {
        model["shapes"]["example.garden#Plant"]["traits"]["made.up#trait"] = true.into();
    });
    assert_rejected(&folder, &args(unsupported, "2024-07"), "");
}

#[test]
fn missing_date_is_an_error() {
    let folder = workspace();
    let same = published(&folder, |_| {});
    let mut args = args(same, "");
    args.date = None;
    let message = "published.json does not end in a month; set it with `--date YYYY-MM`";
    assert_rejected(&folder, &args, message);
}

#[test]
fn client_with_files_of_others_is_rejected() {
    let folder = workspace();
    folder.put("generated/src/operation/get_plant.rs", "// By hand.\n");
    let new = published(&folder, models::add);
    assert_rejected(
        &folder,
        &args(new, "2024-07"),
        "holds files that the generator did not write",
    );
}

#[test]
fn workspace_without_a_changelog_is_an_error() {
    let folder = workspace();
    fs::remove_file(folder.path().join("CHANGELOG.md")).unwrap();
    let new = published(&folder, models::add);
    assert_rejected(&folder, &args(new, "2024-07"), "cannot read CHANGELOG.md");
}

#[test]
fn present_model_with_errors_is_an_error() {
    let folder = workspace();
    folder.put(MODEL, "{");
    let new = published(&folder, models::add);
    assert_rejected(&folder, &args(new, "2024-07"), "");
}

/// Adds a member with an enum to the only operation's input.
fn add_kind(model: &mut Value) {
    let shapes = model["shapes"].as_object_mut().unwrap();
    let unit = json!({"target": "smithy.api#Unit"});
    let kind = json!({"type": "enum", "members": {"HERB": unit, "TREE": unit}});
    shapes.insert("example.garden#Kind".to_owned(), kind);
    let input = &mut shapes["example.garden#PlantInput"]["members"];
    input["kind"] = json!({"target": "example.garden#Kind"});
}

/// Replaces a member and a value of an enum.
fn replace_name_and_herb(model: &mut Value) {
    add_kind(model);
    let shapes = &mut model["shapes"];
    shapes["example.garden#Kind"]["members"] =
        json!({"BUSH": {"target": "smithy.api#Unit"}, "TREE": {"target": "smithy.api#Unit"}});
    let members = &mut shapes["example.garden#PlantInput"]["members"];
    members["title"] = json!({"target": "smithy.api#String"});
    members.as_object_mut().unwrap().shift_remove("name");
}

#[test]
fn examples_and_code_that_no_longer_fit_are_reported_and_nothing_is_written() {
    let folder = workspace();
    let first = published(&folder, add_kind);
    update(&args(first, "2024-07"), folder.path()).unwrap();
    let example = |input: Value| json!({"title": "Plant it", "input": input, "output": {}});
    let examples = json!([
        example(json!({"name": "a"})),
        example(json!({"kind": "HERB"}))
    ]);
    let traits = json!({"smithy.api#examples": examples});
    let shapes = json!({"example.garden#Plant": {"type": "apply", "traits": traits}});
    let overlay = json!({"smithy": "2.0", "shapes": shapes}).to_string();
    folder.put("model/overlay/examples.json", &overlay);
    let code = "use {{ lib_name }}::types::Kind;\nclient.plant().name(\"a\").kind(Kind::Herb);";
    let page = format!("The plants.\n\n```rust\n{code}\n```\n");
    folder.put("model/overlay/guide/plants.md", &page);
    let same = published(&folder, add_kind);
    assert!(update(&args(same, "2024-07"), folder.path()).is_ok());

    let new = published(&folder, replace_name_and_herb);
    assert_rejected(&folder, &args(new, "2024-08"), "");
    let present = Present::read(folder.path()).unwrap();
    let mut input = present.input().unwrap();
    input.model.text = model(replace_name_and_herb).to_string();
    let options = proposal::options(folder.path(), "garden".to_owned(), "0.1.0".to_owned());
    let diagnostics = proposal::prune(&mut input, &options.unwrap()).unwrap_err();
    let facts = diagnostics.iter().map(|diagnostic| {
        assert!(!diagnostic.help.is_empty(), "{}", diagnostic.reason);
        let shape = diagnostic.shape.as_deref().unwrap_or_default();
        (&*diagnostic.file, shape, &*diagnostic.reason)
    });
    let mut facts: Vec<_> = facts.collect();
    facts.sort_unstable();
    let [examples, plants] = [
        "model/overlay/examples.json",
        "model/overlay/guide/plants.md",
    ];
    let expected = [
        (
            examples,
            "example.garden#Plant",
            "`\"HERB\"` is not a value of example.garden#Kind",
        ),
        (
            examples,
            "example.garden#Plant",
            "example.garden#PlantInput has no member `name`",
        ),
        (
            plants,
            "",
            "the code uses `Herb`, which `Kind` does not have",
        ),
        (
            plants,
            "",
            "the code uses `name`, which `PlantFluentBuilder` does not have",
        ),
    ];
    assert_eq!(facts, expected);
}
