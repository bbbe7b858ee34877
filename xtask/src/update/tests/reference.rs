//! The update of IVS from the model of 2025-04 to that of 2026-11, which need the reference files.

use std::io::Write;

use super::*;

/// Returns the folder of published models; `None` and a message if there is none.
fn models() -> Option<PathBuf> {
    let folder = match std::env::var_os("IVS_REFERENCE") {
        Some(folder) => PathBuf::from(folder),
        None => path::root().join("../shared"),
    };
    let models = folder.join("models");
    if models.is_dir() {
        return Some(models);
    }
    // Not with `eprintln!`, whose output the test runner hides.
    let message = "\nSKIPPED update::tests::reference: no reference files (set IVS_REFERENCE)\n";
    io_stderr(message);
    None
}

fn io_stderr(message: &str) {
    std::io::stderr().write_all(message.as_bytes()).unwrap();
}

#[test]
fn ivs_of_2025_is_updated_to_2026() {
    let Some(models) = models() else { return };
    let folder = Folder::new("update-ivs");
    folder.put("model/overlay/README.md", "");
    folder.put("CHANGELOG.md", CHANGELOG);
    let cases = path::root().join("tests/client/operations");
    for entry in fs::read_dir(cases).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        folder.put(&format!("tests/client/operations/{name}"), &read(&path));
    }
    let args = |month: &str| Args {
        partitions: Some(models.join("partitions-2026-11.json")),
        date: None,
        ..super::args(models.join(format!("ivs-{month}.json")), "")
    };
    assert_eq!(
        update(&args("2025-04"), folder.path()).unwrap(),
        ExitCode::SUCCESS
    );
    let report = folder.path().join("report.md");
    let new = Args {
        report: Some(report.clone()),
        ..args("2026-11")
    };
    assert_eq!(update(&new, folder.path()).unwrap(), ExitCode::SUCCESS);
    assert_eq!(text(&folder, MODEL), text_of_workspace());
    let source = text(&folder, SOURCE);
    assert!(
        source.contains("version = \"0.1.1\"") && source.contains("date = \"2026-11\""),
        "{source}"
    );
    let changelog = text(&folder, "CHANGELOG.md").replace("\n  ", " ");
    for part in [
        "the operations `CreateAdConfiguration`, `DeleteAdConfiguration`, `GetAdConfiguration`, \
         `ListAdConfigurations` and `UpdateAdConfiguration`",
        "the operations `CreateFailoverSlateConfiguration`, `DeleteFailoverSlateConfiguration`, \
         `GetFailoverSlateConfiguration`, `ListFailoverSlateConfigurations` and \
         `UpdateFailoverSlateConfiguration`",
        "the operation `InsertAdBreak`",
        "the members `adConfigurationArn` and `failoverSlateConfigurationArn` of `Channel`, \
         `ChannelSummary`, `CreateChannelRequest` and `UpdateChannelRequest`",
        "the errors `AccessDeniedException`, `ServiceUnavailable` and `ValidationException` of \
         `BatchGetChannel`",
        "the error `ThrottlingException` of `UpdateChannel`",
    ] {
        assert!(changelog.contains(part), "{part}\n{changelog}");
    }
    assert!(!changelog.contains("Breaking"), "{changelog}");
    // All operations have a test case, and new ones have no documentation without the overlays.
    let report = read(&report);
    assert!(!report.contains("add cases to"), "{report}");
    assert!(report.contains("- [ ] document "), "{report}");
    let after = tree(&folder);
    assert_eq!(update(&new, folder.path()).unwrap(), ExitCode::SUCCESS);
    let without_report = |mut tree: Vec<(String, String)>| {
        tree.retain(|(path, _)| path != "report.md");
        tree
    };
    assert_eq!(without_report(tree(&folder)), without_report(after));
}

/// Returns the model of this workspace, which was updated from the same file.
fn text_of_workspace() -> String {
    read(&path::root().join(MODEL))
}
