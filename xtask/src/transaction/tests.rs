//! Failures and kills between all steps.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::*;
use crate::test_folder::Folder;

/// The child's environment: the workspace, and the number of the point to stop at.
const ROOT: &str = "XTASK_TEST_TRANSACTION_ROOT";
const POINT: &str = "XTASK_TEST_TRANSACTION_POINT";

fn change(path: &str, new: Option<&str>) -> Change {
    Change {
        path: path.to_owned(),
        new: new.map(str::to_owned),
    }
}

fn apply_all(root: &Path, changes: &[Change]) -> Result<()> {
    apply(root, changes, &mut |_| Ok(()))
}

/// Changes of each kind; a file becomes a folder and the other way round.
fn changes() -> Vec<Change> {
    vec![
        change("model/ivs.json", Some("new")),
        change("model/gone.json", None),
        change("deep/er/added", Some("added")),
        change("file", None),
        change("file/inside", Some("inside")),
        change("folder/inside", None),
        change("folder", Some("file")),
        change("never/existed", None),
    ]
}

fn workspace() -> Folder {
    let folder = Folder::new("transaction");
    for path in [
        "model/ivs.json",
        "model/gone.json",
        "file",
        "folder/inside",
        "other",
    ] {
        folder.put(path, "old");
    }
    folder
}

/// Lists the files of the workspace, as Git sees them.
fn tree(folder: &Folder) -> Vec<(String, String)> {
    let mut files = folder.list();
    files.retain(|(path, _)| !path.starts_with(FOLDER));
    files
}

fn is_empty(folder: &Folder) -> bool {
    let files = folder.list().into_iter();
    let staged = files.filter(|(path, _)| path.starts_with(FOLDER));
    staged.map(|(path, _)| path).eq([format!("{FOLDER}/lock")])
}

/// Returns all points of a run.
fn points() -> Vec<Point> {
    let mut points = Vec::new();
    let folder = workspace();
    let applied = apply(folder.path(), &changes(), &mut |point| {
        points.push(point);
        Ok(())
    });
    applied.unwrap();
    points
}

#[test]
fn all_changes_are_applied() {
    let folder = workspace();
    apply_all(folder.path(), &changes()).unwrap();
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    assert_eq!(
        tree(&folder),
        [
            file("deep/er/added", "added"),
            file("file/inside", "inside"),
            file("folder", "file"),
            file("model/ivs.json", "new"),
            file("other", "old"),
        ]
    );
    assert!(is_empty(&folder), "{:?}", folder.list());
}

#[test]
fn failure_at_any_point_leaves_the_tree_as_it_was() {
    let points = points();
    assert_eq!(points.len(), 8 + 1 + 7 + 1, "{points:?}");
    for failing in points {
        let folder = workspace();
        let before = tree(&folder);
        let result = apply(folder.path(), &changes(), &mut |point| {
            ensure!(point != failing, "injected");
            Ok(())
        });
        assert_eq!(result.unwrap_err().to_string(), "injected");
        assert_eq!(tree(&folder), before, "{failing:?}");
        assert!(is_empty(&folder), "{:?}", folder.list());
    }
}

/// The child, a run of this test with the environment set, stops at a point and waits for its end.
#[test]
fn killed_process_leaves_the_tree_as_it_was() {
    if let (Ok(root), Ok(stop)) = (std::env::var(ROOT), std::env::var(POINT)) {
        let mut number = 0;
        let applied = apply(Path::new(&root), &changes(), &mut |_| {
            if number.to_string() == stop {
                println!("\nstopped");
                io::stdout().flush()?;
                thread::sleep(Duration::from_secs(60));
                bail!("nobody killed this process");
            }
            number += 1;
            Ok(())
        });
        return applied.unwrap();
    }
    let points = points();
    for (number, point) in points.iter().enumerate() {
        let folder = workspace();
        let before = tree(&folder);
        let test = "transaction::tests::killed_process_leaves_the_tree_as_it_was";
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([test, "--exact", "--nocapture"])
            .env(ROOT, folder.path())
            .env(POINT, number.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap() == "stopped"), "{point:?}");
        child.kill().unwrap();
        child.wait().unwrap();
        // Before the journal is written, nothing needs to be restored.
        if matches!(point, Point::Stage(_) | Point::Journal) {
            assert_eq!(tree(&folder), before, "{point:?}");
        }
        recover(folder.path()).unwrap();
        assert_eq!(tree(&folder), before, "{point:?}");
        // What the killed process staged is no obstacle.
        apply_all(folder.path(), &changes()).unwrap();
        assert!(is_empty(&folder), "{:?}", folder.list());
    }
}

#[test]
fn interrupted_recovery_can_be_repeated() {
    let folder = workspace();
    let before = tree(&folder);
    let staging = Staging::open(folder.path()).unwrap();
    let entries = staging.stage(&changes(), &mut |_| Ok(())).unwrap();
    let at = &mut |point| {
        ensure!(point != Point::Commit, "injected");
        Ok(())
    };
    assert!(staging.swap(&entries, at).is_err());
    // A part of the work of a recovery, which was then interrupted.
    staging
        .put_back(0, &folder.path().join(&entries[0].1))
        .unwrap_err();
    fs::remove_dir_all(folder.path().join("file")).unwrap();
    drop(staging);
    recover(folder.path()).unwrap();
    assert_eq!(tree(&folder), before);
}

#[test]
fn files_outside_of_the_workspace_and_broken_journals_are_errors() {
    let folder = workspace();
    let before = tree(&folder);
    let outside = apply_all(folder.path(), &[change("../outside", Some("x"))]);
    assert_eq!(
        outside.unwrap_err().to_string(),
        "../outside leaves the workspace"
    );
    for journal in ["replace ../other\n", "move other\n", "other"] {
        folder.put(&format!("{FOLDER}/{JOURNAL}"), journal);
        let error = recover(folder.path()).unwrap_err().to_string();
        assert!(
            error.ends_with("is not a journal: restore the workspace with Git"),
            "{error}"
        );
    }
    assert_eq!(tree(&folder), before);
}

#[cfg(unix)]
#[test]
fn file_that_cannot_be_created_leaves_the_tree_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let folder = workspace();
    // A link in the place of a parent folder: the file below it cannot be created.
    std::os::unix::fs::symlink("nowhere", folder.path().join("deep")).unwrap();
    let mode = fs::metadata(folder.path().join("other"))
        .unwrap()
        .permissions()
        .mode();
    let result = apply_all(folder.path(), &changes());
    assert!(result.unwrap_err().to_string().contains("deep/er/added"));
    fs::remove_file(folder.path().join("deep")).unwrap();
    let expected = tree(&workspace());
    assert_eq!(tree(&folder), expected);
    let after = fs::metadata(folder.path().join("model/ivs.json")).unwrap();
    assert_eq!(after.permissions().mode(), mode);
}
