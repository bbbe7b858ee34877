//! Hand-written tests for what the model `suite.json` cannot define.
//!
//! They are in the file `suite.rs` beside the model, or in a folder `suite` with a `main.rs`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::writer;

/// Copies the tests beside `model` to `tests/by_hand` of the package in `folder`.
pub(super) fn copy(model: &Path, folder: &Path) -> Result<()> {
    let destination = folder.join("tests/by_hand");
    let new = sources(model)?;
    let old = match destination.is_dir() {
        true => files_in(&destination)?,
        false => BTreeMap::new(),
    };
    for name in old.keys().filter(|name| !new.contains_key(*name)) {
        fs::remove_file(destination.join(name)).context("cannot remove a test")?;
    }
    // An unchanged file keeps its modification time, so that cargo does not compile it again.
    for (name, text) in new
        .iter()
        .filter(|(name, text)| old.get(*name) != Some(text))
    {
        writer::write_file(&destination.join(name), text)?;
    }
    Ok(())
}

/// Returns the tests beside `model`, by their file names in the copy.
fn sources(model: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let (file, folder) = (model.with_extension("rs"), model.with_extension(""));
    if folder.is_dir() {
        return files_in(&folder);
    }
    let mut sources = BTreeMap::new();
    if file.is_file() {
        sources.insert(PathBuf::from("main.rs"), read(&file)?);
    }
    Ok(sources)
}

/// Returns the text of each file in a folder, by name.
fn files_in(folder: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let mut files = BTreeMap::new();
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().map(PathBuf::from);
        if let Some(name) = name.filter(|_| path.is_file()) {
            files.insert(name, read(&path)?);
        }
    }
    Ok(files)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::copy;
    use crate::test_folder::Folder;

    #[test]
    fn copy_adds_and_removes_tests() {
        let folder = Folder::new("by-hand");
        let copied = || {
            copy(
                &folder.path().join("suite.json"),
                &folder.path().join("out"),
            )
            .unwrap();
            let mut files = folder.list();
            files.retain(|(path, _)| path.starts_with("out/"));
            files
        };
        let entry = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        assert_eq!(copied(), []);
        folder.put("suite/main.rs", "mod a;");
        folder.put("suite/a.rs", "");
        let both = [
            entry("out/tests/by_hand/a.rs", ""),
            entry("out/tests/by_hand/main.rs", "mod a;"),
        ];
        assert_eq!(copied(), both);
        std::fs::remove_dir_all(folder.path().join("suite")).unwrap();
        folder.put("suite.rs", "// One.");
        assert_eq!(copied(), [entry("out/tests/by_hand/main.rs", "// One.")]);
    }
}
