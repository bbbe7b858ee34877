//! Writes generated files to a folder.
//!
//! A list in the folder, `.generated-files`, names the files that the generator wrote. Only these
//! are replaced, and removed once they are no longer generated. If another file or a link is in the
//! way, nothing is written. The folder may be a link; links inside it are not followed.

mod manifest;
mod plan;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, bail};

use manifest::{Locked, Manifest};
use plan::Plan;

/// The prefix of a file's name while it is being written.
const TEMPORARY: &str = ".xtask-tmp-";

/// The text of generated files by path, relative to their folder, separated by `/`.
pub(crate) type Files = BTreeMap<String, String>;

/// A generated crate.
pub(crate) struct Output<'a> {
    pub(crate) files: &'a Files,
    /// The shape id of the service.
    pub(crate) service: &'a str,
    /// The start of the header of the service's files, as in [`codegen::Generated`].
    pub(crate) header: &'a str,
}

impl Output<'_> {
    fn manifest(&self) -> Manifest {
        Manifest {
            service: self.service.to_owned(),
            paths: self.files.keys().cloned().collect(),
        }
    }
}

/// The numbers of files that `write` changed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    /// The number of files added or changed, including the list of files.
    pub(crate) written: usize,
    /// The number of files removed, which an earlier run had generated.
    pub(crate) removed: usize,
}

/// Writes the files that differ, and removes those that are no longer generated.
///
/// An interrupted run leaves each file either old or new; the next run completes it.
///
/// # Errors
/// If a file or link that the generator did not write is in the way: then nothing was written. Or
/// if a file cannot be read, written or removed.
pub(crate) fn write(folder: &Path, output: &Output<'_>) -> Result<Counts> {
    check_folder(folder)?;
    if !manifest::exists(folder)? {
        // Before the folder and the list are created.
        Plan::new(folder, output, None)?;
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let mut list = Locked::open(folder)?;
    let listed = list.read()?;
    let plan = Plan::new(folder, output, listed.as_ref())?;
    let new = output.manifest();
    let is_outdated = listed.as_ref() != Some(&new);
    if is_outdated {
        // If this run is interrupted, the next one must know the files of both.
        let mut both = new.clone();
        both.paths
            .extend(listed.into_iter().flat_map(|old| old.paths));
        list.write(&both)?;
    }
    // Remove first: a path can change from a folder to a file, or from a file to a folder.
    for path in plan.leftovers.iter().chain(plan.stale.keys()) {
        remove(folder, path)?;
    }
    for change in &plan.changes {
        write_file(&folder.join(change.path), change.new)?;
    }
    if is_outdated {
        list.write(&new)?;
    }
    Ok(Counts {
        written: plan.changes.len() + usize::from(is_outdated),
        removed: plan.stale.len(),
    })
}

/// A file that differs from the output: path, present text and generated text.
type Difference = (String, Option<String>, Option<String>);

/// The result of [`check`].
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// The files that differ, sorted by path.
    pub(crate) differences: Vec<Difference>,
    /// The files that the generator did not write, sorted by path.
    pub(crate) strays: Vec<String>,
}

/// Compares the folder with the output. Nothing is written.
///
/// # Errors
/// As for [`write`].
pub(crate) fn check(folder: &Path, output: &Output<'_>) -> Result<Comparison> {
    check_folder(folder)?;
    let listed = Manifest::read(folder)?;
    let plan = Plan::new(folder, output, listed.as_ref())?;
    let changes = plan.changes.into_iter();
    let mut differences: Vec<Difference> = changes
        .map(|change| {
            (
                change.path.to_owned(),
                change.old,
                Some(change.new.to_owned()),
            )
        })
        .collect();
    let stale = plan.stale.into_iter();
    differences.extend(stale.map(|(path, old)| (path, Some(old), None)));
    let new = output.manifest();
    if listed.as_ref() != Some(&new) {
        let old = listed.map(|listed| listed.text());
        differences.push((manifest::NAME.to_owned(), old, Some(new.text())));
    }
    differences.sort();
    Ok(Comparison {
        differences,
        strays: plan.strays,
    })
}

/// Fails if there is a file at the path of a folder, or above it.
///
/// The error that the operating system returns for such a path depends on the platform.
fn check_folder(folder: &Path) -> Result<()> {
    let mut existing = folder.ancestors().filter(|path| path.exists());
    match existing.next() {
        Some(path) if !path.is_dir() => bail!(
            "{} is not a folder; choose another folder with --out",
            path.display()
        ),
        _ => Ok(()),
    }
}

/// Returns `true` if the path is relative and does not leave its folder.
pub(crate) fn is_inside(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    !path.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
}

/// Writes a file atomically: under a temporary name, which is then renamed.
pub(crate) fn write_file(path: &Path, text: &str) -> Result<()> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let write = || {
        let Some(folder) = path.parent().filter(|_| path.file_name().is_some()) else {
            return Err(std::io::ErrorKind::InvalidFilename.into());
        };
        fs::create_dir_all(folder)?;
        // Not longer than the file's name may be, and different for each file of each process.
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let temporary = folder.join(format!("{TEMPORARY}{}-{number}", std::process::id()));
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
