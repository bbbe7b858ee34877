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
