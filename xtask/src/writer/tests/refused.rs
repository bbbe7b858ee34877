//! Folders in which a file is in the way: nothing is written.

use super::*;

/// Fails unless writing `entries` is refused with a message that contains all `parts`, and the
/// folder stays as it was.
fn assert_refused(folder: &Folder, entries: &[(&str, &str)], parts: &[&str]) {
    let before = folder.list();
    let files = files(entries);
    let output = output(&files);
    for error in [
        write(folder.path(), &output).unwrap_err(),
        check(folder.path(), &output).unwrap_err(),
    ] {
        let error = format!("{error:#}");
        for part in parts {
            assert!(error.contains(part), "no `{part}` in: {error}");
        }
    }
    assert_eq!(folder.list(), before);
}

#[test]
fn files_of_others_are_not_replaced() {
    let folder = Folder::new("foreign");
    written(folder.path(), &[("a", "1")]);
    folder.put("src/lib.rs", "by hand");
    folder.put("file", "by hand");
    folder.put("folder/x", "by hand");
    let new = [
        ("a", "2"),
        ("file/below", ""),
        ("folder", ""),
        ("src/lib.rs", "generated"),
    ];
    let message = "did not write, where it would write its own:\n  file\n  folder/\n  src/lib.rs\n";
    assert_refused(&folder, &new, &[message, "nothing was written"]);
}

#[test]
fn long_lists_of_files_are_cut() {
    let folder = Folder::new("many");
    let names: Vec<_> = (10..35).map(|number| format!("f{number}")).collect();
    for name in &names {
        folder.put(name, "by hand");
    }
    let entries: Vec<_> = names.iter().map(|name| (&**name, "")).collect();
    assert_refused(&folder, &entries, &["  f29\n  and 5 more\n"]);
}

#[test]
fn folder_of_others_is_refused() {
    let folder = Folder::new("not-empty");
    folder.put("notes.txt", "by hand");
    assert_refused(&folder, &[("a", "")], &["is not empty"]);
}

#[test]
fn file_in_place_of_the_folder_is_an_error() {
    let folder = Folder::new("file");
    folder.put("out", "by hand");
    let files = files(&[("a", "")]);
    for path in ["out", "out/deep"] {
        let out = folder.path().join(path);
        for error in [
            write(&out, &output(&files)).unwrap_err(),
            check(&out, &output(&files)).unwrap_err(),
        ] {
            assert!(error.to_string().contains("out is not a folder"), "{error}");
        }
    }
    assert_eq!(folder.list(), list(&[("out", "by hand")]));
}

#[test]
fn new_repository_counts_as_empty() {
    let folder = Folder::new("repository");
    folder.put(".git/config", "");
    folder.put("Cargo.lock", "");
    assert_eq!(written(folder.path(), &[("a", "")]), (2, 0));
}

#[test]
fn folder_without_list_is_adopted_if_all_files_have_the_header() {
    let folder = Folder::new("adopted");
    let old = format!("// {HEADER}1. Do not edit.\nold");
    folder.put("a.rs", &old);
    folder.put("LICENSE", "same");
    folder.put("by_hand.rs", "by hand");
    let entries = [("LICENSE", "same"), ("a.rs", "new"), ("b.rs", "new")];
    let mut foreign = entries.to_vec();
    foreign.push(("by_hand.rs", "new"));
    assert_refused(&folder, &foreign, &["\n  by_hand.rs\n"]);
    folder.put("b.rs", "// @generated from the model of T 1. Do not edit.");
    assert_refused(&folder, &entries, &["\n  b.rs\n"]);
    folder.put("b.rs", &format!("\n{old}"));
    assert_refused(&folder, &entries, &["\n  b.rs\n"]);
    folder.put("b.rs", &old);
    assert_eq!(written(folder.path(), &entries), (3, 0));
    assert_eq!(written(folder.path(), &[]), (1, 3));
    assert_eq!(others(&folder), list(&[("by_hand.rs", "by hand")]));
}

#[test]
fn client_of_another_service_is_not_replaced() {
    let folder = Folder::new("service");
    folder.put(manifest::NAME, "service: ns#Other\na\n");
    folder.put("a", "");
    assert_refused(
        &folder,
        &[("a", "1")],
        &["holds the client of ns#Other, not of ns#S"],
    );
}

#[test]
fn list_that_cannot_be_read_is_an_error() {
    for text in [
        "a\n",
        "service: ns#S\n../x\n",
        "service: ns#S\n/x\n",
        "service: ns#S\n\n",
        "service: ns#S",
    ] {
        let folder = Folder::new("broken");
        folder.put(manifest::NAME, text);
        assert_refused(&folder, &[("a", "")], &["is not a list of generated files"]);
    }
}

#[test]
fn paths_outside_the_folder_are_errors() {
    let folder = Folder::new("outside");
    for path in ["../x", "/x", "a/../../x", ""] {
        assert_refused(&folder, &[(path, "x")], &["leaves its folder"]);
    }
}

#[cfg(unix)]
#[test]
fn links_inside_the_folder_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (folder, other) = (Folder::new("links"), Folder::new("linked"));
    let entries = [("a/x.rs", "old"), ("b.rs", "old")];
    written(folder.path(), &entries);
    for (path, text) in entries {
        other.put(path, text);
    }
    fs::remove_dir_all(folder.path().join("a")).unwrap();
    fs::remove_file(folder.path().join("b.rs")).unwrap();
    symlink(other.path().join("a"), folder.path().join("a")).unwrap();
    symlink(other.path().join("b.rs"), folder.path().join("b.rs")).unwrap();
    let files = files(&[("a/x.rs", "new"), ("b.rs", "new")]);
    let error = write(folder.path(), &output(&files)).unwrap_err();
    let expected = "\n  a (not a regular file)\n  b.rs (not a regular file)\n";
    assert!(error.to_string().contains(expected), "{error}");
    // Once they are stale, links are not removed either, nor the files behind them.
    assert_eq!(written(folder.path(), &[]), (1, 0));
    assert_eq!(other.list(), list(&entries));
    assert!(folder.path().join("a").is_symlink() && folder.path().join("b.rs").is_symlink());
}

#[cfg(unix)]
#[test]
fn list_that_is_a_link_is_an_error() {
    let (folder, other) = (Folder::new("list-link"), Folder::new("list-linked"));
    other.put("list", "");
    let link = folder.path().join(manifest::NAME);
    std::os::unix::fs::symlink(other.path().join("list"), link).unwrap();
    assert_refused(&folder, &[("a", "")], &["is not a file"]);
}

#[cfg(unix)]
#[test]
fn the_folder_itself_may_be_a_link() {
    let (folder, other) = (Folder::new("link"), Folder::new("real"));
    let link = folder.path().join("out");
    std::os::unix::fs::symlink(other.path(), &link).unwrap();
    assert_eq!(written(&link, &[("src/lib.rs", "1")]), (2, 0));
    assert_eq!(others(&other), list(&[("src/lib.rs", "1")]));
}
