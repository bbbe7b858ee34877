//! Writes generated files to a folder.
//!
//! Files that an earlier run generated and this one does not are removed; a marker in their first
//! lines identifies them. Other files in the folder are kept.

mod plan;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::diff;
use plan::Plan;

/// The prefix of a file's name while it is being written.
const TEMPORARY: &str = ".xtask-tmp-";

/// The text of generated files by path, relative to their folder, with `/`.
pub(crate) type Files = BTreeMap<String, String>;

/// The numbers of files that `write` changed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    /// The number of files added or changed.
    pub(crate) written: usize,
    /// The number of files removed, which an earlier run had generated.
    pub(crate) removed: usize,
}

/// Writes the files that differ, and removes those that are no longer generated.
///
/// An interrupted run leaves each file either old or new; the next run completes it.
pub(crate) fn write(folder: &Path, files: &Files) -> Result<Counts> {
    let plan = Plan::new(folder, files)?;
    // Remove first: a path can change from a folder to a file, or from a file to a folder.
    for path in plan.leftovers.iter().chain(plan.stale.keys()) {
        remove(folder, path)?;
    }
    for change in &plan.changes {
        write_file(&folder.join(change.path), change.new)?;
    }
    Ok(Counts {
        written: plan.changes.len(),
        removed: plan.stale.len(),
    })
}

/// Compares the folder with the files: returns a diff and the number of files that differ.
///
/// The diff calls the folder `name`. Nothing is written.
pub(crate) fn check(folder: &Path, name: &str, files: &Files) -> Result<(String, usize)> {
    let plan = Plan::new(folder, files)?;
    let changes = plan
        .changes
        .iter()
        .map(|change| (change.path, change.old.as_deref(), Some(change.new)));
    let stale = plan
        .stale
        .iter()
        .map(|(path, old)| (path.as_str(), Some(old.as_str()), None));
    let mut differences: Vec<_> = changes.chain(stale).collect();
    differences.sort_by_key(|(path, ..)| *path);
    let diff = differences
        .iter()
        .map(|(path, old, new)| diff::unified(&format!("{name}/{path}"), *old, *new))
        .collect();
    Ok((diff, differences.len()))
}

/// Writes a file atomically: under a temporary name, which is then renamed.
pub(crate) fn write_file(path: &Path, text: &str) -> Result<()> {
    let write = || {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(std::io::ErrorKind::InvalidFilename.into());
        };
        fs::create_dir_all(folder)?;
        let temporary = folder.join(format!(
            "{TEMPORARY}{}-{}",
            std::process::id(),
            name.display()
        ));
        let written = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, path));
        if written.is_err() {
            // The first error is the one to report.
            let _ = fs::remove_file(&temporary);
        }
        written
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}

/// Removes a file, and the folders below `folder` that this leaves empty.
fn remove(folder: &Path, path: &str) -> Result<()> {
    let path = folder.join(path);
    fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    // `remove_dir` fails for a folder that is not empty, which ends the loop.
    let _ = path
        .ancestors()
        .skip(1)
        .take_while(|parent| *parent != folder)
        .try_for_each(fs::remove_dir);
    Ok(())
}
