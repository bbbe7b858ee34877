//! Brings a folder into line with the files that were generated for it.
//!
//! Files that an earlier run made and this one does not are removed; they are known by their marker
//! alone. Whatever else lies in the folder is left alone.

mod plan;
#[cfg(test)]
mod tests;

use crate::diff;
use anyhow::{Context, Result};
use plan::Plan;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How the names of files start while they are being written.
const TEMPORARY: &str = ".xtask-tmp-";

/// Generated files by path relative to their folder, with `/`.
pub(crate) type Files = BTreeMap<String, String>;

/// What `write` did.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Done {
    /// How many files were made or changed.
    pub(crate) written: usize,
    /// How many files of an earlier run were removed.
    pub(crate) removed: usize,
}

/// Writes the files that differ, and removes those that are no longer generated.
///
/// A run that is interrupted leaves each file either old or new; the next run does the rest.
pub(crate) fn write(folder: &Path, files: &Files) -> Result<Done> {
    let plan = Plan::new(folder, files)?;
    // Removed first: a folder may stand where a file shall be, and the other way round.
    for path in plan.leftovers.iter().chain(plan.stale.keys()) {
        remove(folder, path)?;
    }
    for change in &plan.changes {
        write_file(&folder.join(change.path), change.new)?;
    }
    Ok(Done {
        written: plan.changes.len(),
        removed: plan.stale.len(),
    })
}

/// The differences between the folder and the files, as a diff that calls the folder `name`, and the
/// number of files that differ. Nothing is written.
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
    let mut all: Vec<_> = changes.chain(stale).collect();
    all.sort_by_key(|(path, ..)| *path);
    let diff = all
        .iter()
        .map(|(path, old, new)| diff::unified(&format!("{name}/{path}"), *old, *new))
        .collect();
    Ok((diff, all.len()))
}

/// Writes a whole file or nothing: under another name first, so that no reader sees half of it.
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

/// Removes a file, and the folders below `folder` that are empty without it.
fn remove(folder: &Path, path: &str) -> Result<()> {
    let path = folder.join(path);
    fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    // `remove_dir` refuses a folder that still holds something.
    let _ = path
        .ancestors()
        .skip(1)
        .take_while(|parent| *parent != folder)
        .try_for_each(fs::remove_dir);
    Ok(())
}
