//! Folders as maps of path to content.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The contents of the files below a folder, by the path relative to it, separated by `/`.
pub(crate) type Files = BTreeMap<String, String>;

/// Returns the workspace's root folder.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("a workspace").to_owned()
}

/// Returns a folder below cargo's target folder for the files of this test.
pub(crate) fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("goldens")
        .join(name)
}

/// Reads all files below `folder`; none if it does not exist.
pub(crate) fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    if folder.exists() {
        collect(folder, "", &mut files);
    }
    files
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) {
    for name in names(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files);
        } else {
            files.insert(format!("{prefix}{name}"), text(&path));
        }
    }
}

/// Returns the names of a folder's entries, sorted.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut names: Vec<_> = entries
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.into_string().expect("a name in Unicode"))
        .collect();
    names.sort();
    names
}

/// Reads a file; `None` if it does not exist.
pub(crate) fn existing(path: &Path) -> Option<String> {
    path.exists().then(|| text(path))
}

pub(crate) fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// Writes a file with the folders above it.
///
/// A file with the same content keeps its modification time, so that cargo does not compile it
/// again.
pub(crate) fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    let folder = path.parent().expect("a folder");
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, text));
    written.unwrap_or_else(|error| panic!("{path:?}: {error}"));
}

/// Removes a file, and the folders between it and `top` that become empty.
pub(crate) fn remove(top: &Path, path: &str) {
    let path = top.join(path);
    fs::remove_file(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let above = path.ancestors().skip(1);
    // `remove_dir` fails for a folder that is not empty.
    let _ = above
        .take_while(|folder| *folder != top)
        .try_for_each(fs::remove_dir);
}

/// Empties a folder, or creates it.
pub(crate) fn emptied(folder: PathBuf) -> PathBuf {
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    }
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    folder
}
