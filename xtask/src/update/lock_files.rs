//! The version of the client in lock files.

use std::path::Path;

use anyhow::{Context, Result};
use codegen::diff::Version;
use toml_edit::{DocumentMut, value};

use super::present;
use crate::transaction::Change;

/// The lock files that list the client.
const FILES: [&str; 3] = [
    "Cargo.lock",
    "tests/differential/Cargo.lock",
    "tests/bench/programs/Cargo.lock",
];

/// Returns the changes of the lock files if the version changes, each with the present text.
pub(super) fn changes(
    root: &Path,
    name: &str,
    old: &str,
    new: &Version,
) -> Result<Vec<(Change, String)>> {
    let new = new.to_string();
    let mut changes = Vec::new();
    for path in FILES {
        let Some(file) = present::read(root, path)? else {
            continue;
        };
        let text = with_version(&file.text, name, old, &new).context(path)?;
        if text != file.text {
            let change = Change {
                path: path.to_owned(),
                new: Some(text),
            };
            changes.push((change, file.text));
        }
    }
    Ok(changes)
}

/// Replaces the version of the package that comes from this workspace.
fn with_version(text: &str, name: &str, old: &str, new: &str) -> Result<String> {
    let mut document: DocumentMut = text.parse()?;
    let packages = document
        .get_mut("package")
        .and_then(|item| item.as_array_of_tables_mut());
    for package in packages.into_iter().flat_map(|list| list.iter_mut()) {
        let is = |key: &str, expected: &str| {
            package.get(key).and_then(|item| item.as_str()) == Some(expected)
        };
        // Packages of a registry have a source.
        if is("name", name) && is("version", old) && !package.contains_key("source") {
            package["version"] = value(new);
        }
    }
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::Folder;

    #[test]
    fn only_the_package_of_the_workspace_gets_the_version() {
        let lock = "version = 4\n\n[[package]]\nname = \"ivs-sdk\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"ivs-sdk\"\nversion = \"0.1.0\"\nsource = \"registry\"\n\n\
                    [[package]]\nname = \"other\"\nversion = \"0.1.0\"\n";
        let text = with_version(lock, "ivs-sdk", "0.1.0", "0.2.0").unwrap();
        assert_eq!(text, lock.replacen("0.1.0", "0.2.0", 1));
        assert_eq!(
            with_version(lock, "ivs-sdk", "0.1.1", "0.2.0").unwrap(),
            lock
        );
    }

    #[test]
    fn lock_files_that_exist_are_changed() {
        let folder = Folder::new("locks");
        let lock = "[[package]]\nname = \"a\"\nversion = \"0.1.0\"\n";
        folder.put("Cargo.lock", lock);
        let version = Version::parse("0.1.1").unwrap();
        let changes = changes(folder.path(), "a", "0.1.0", &version).unwrap();
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].0.path, "Cargo.lock");
        assert_eq!(
            changes[0].0.new.as_deref(),
            Some(&*lock.replace("0.1.0", "0.1.1"))
        );
    }

    /// The real files keep their form.
    #[test]
    fn lock_files_of_this_workspace_are_not_reformatted() {
        for path in FILES {
            let file = present::read(&crate::path::root(), path).unwrap().unwrap();
            let version = "9.9.9";
            assert!(file.text.contains("name = \"ivs-sdk\""), "{path}");
            assert_eq!(
                with_version(&file.text, "ivs-sdk", version, version).unwrap(),
                file.text
            );
        }
    }
}
