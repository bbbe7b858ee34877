//! What a model cannot state is tested by hand, beside it: in `suite.rs` of `suite.json`, or in the
//! folder `suite` with a `main.rs`.

use crate::writer;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Brings `tests/by_hand` of the package in `folder` up to what stands beside `model`.
pub(super) fn copy(model: &Path, folder: &Path) -> Result<()> {
    let copy = folder.join("tests/by_hand");
    let wanted = sources(model)?;
    let known = match copy.is_dir() {
        true => folder_of(&copy)?,
        false => BTreeMap::new(),
    };
    for name in known.keys().filter(|name| !wanted.contains_key(*name)) {
        fs::remove_file(copy.join(name)).context("cannot remove a test")?;
    }
    // What is as it was keeps its time, so that cargo has nothing to do.
    for (name, text) in wanted
        .iter()
        .filter(|(name, text)| known.get(*name) != Some(text))
    {
        writer::write_file(&copy.join(name), text)?;
    }
    Ok(())
}

fn sources(model: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let (file, folder) = (model.with_extension("rs"), model.with_extension(""));
    if folder.is_dir() {
        return folder_of(&folder);
    }
    let mut sources = BTreeMap::new();
    if file.is_file() {
        sources.insert(PathBuf::from("main.rs"), read(&file)?);
    }
    Ok(sources)
}

/// The files in a folder, by name.
fn folder_of(folder: &Path) -> Result<BTreeMap<PathBuf, String>> {
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
    fn the_copy_is_what_stands_beside_the_model() {
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
