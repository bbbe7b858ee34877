//! Changes several files of the workspace together: all of them, or none.
//!
//! The files of a workspace cannot be replaced in one step, so the steps are these:
//!
//! 1. *Stage*: the new texts, and copies of the old files, are written to `.xtask-update/`, which
//!    Git ignores. Until here, an interrupted run leaves the tree as it was.
//! 2. *Journal*: the list of the changes is written and renamed to `.xtask-update/journal`.
//! 3. *Apply*: stale files are removed; then each new file is renamed to its place.
//! 4. *Commit*: the journal is removed, then the staged files.
//!
//! If a step fails, the copies are restored at once. If the process is killed during step 3, which
//! takes milliseconds, the journal remains, and the next command of `cargo xtask` restores the
//! copies before it does anything else. Restoring can itself be interrupted and repeated.
//!
//! Kills are handled, power failures are not: files are not synchronised to the disk.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::{output, writer};

/// The folder of staged files, in the root of the workspace.
pub(crate) const FOLDER: &str = ".xtask-update";
const JOURNAL: &str = "journal";

/// A change of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// The path relative to the root of the workspace, separated by `/`.
    pub(crate) path: String,
    /// The new text; `None` removes the file.
    pub(crate) new: Option<String>,
}

/// A point between two steps, for tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    /// Before a file is staged.
    Stage(usize),
    /// Before the journal is written.
    Journal,
    /// Before a change is applied.
    Apply(usize),
    /// Before the journal is removed.
    Commit,
}

/// Applies all changes, or none.
///
/// `at` is called between the steps. Its error has the same effect as that of a step.
///
/// # Errors
/// If a file cannot be read or written. The workspace is then as before; if restoring it failed as
/// well, the error says so, and the next command tries again.
pub(crate) fn apply(
    root: &Path,
    changes: &[Change],
    at: &mut dyn FnMut(Point) -> Result<()>,
) -> Result<()> {
    let staging = Staging::open(root)?;
    staging.restore()?;
    staging.clear()?;
    let staged = staging.stage(changes, at);
    let applied = staged.and_then(|entries| staging.swap(&entries, at));
    if let Err(error) = applied {
        // The journal exists only if something may have been changed.
        match staging.restore() {
            Ok(_) => staging.clear()?,
            Err(second) => bail!("{error:#}; the files were not restored either: {second:#}"),
        }
        return Err(error);
    }
    staging.clear()
}

/// Restores the files that an interrupted run changed, if there is one.
///
/// # Errors
/// If a file cannot be restored.
pub(crate) fn recover(root: &Path) -> Result<()> {
    if !root.join(FOLDER).join(JOURNAL).exists() {
        return Ok(());
    }
    let staging = Staging::open(root)?;
    if staging.restore()? {
        output::print_error("an update was interrupted; its changes were undone");
    }
    staging.clear()
}

/// The effect of a change on the file at its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Create,
    Replace,
    Remove,
}

impl Kind {
    const ALL: [(Self, &str); 3] = [
        (Self::Create, "create"),
        (Self::Replace, "replace"),
        (Self::Remove, "remove"),
    ];

    fn as_str(self) -> &'static str {
        let name = Self::ALL.iter().find(|(kind, _)| *kind == self);
        name.map_or("", |(_, name)| name)
    }
}

/// A staged change; its number names its files in the staging folder.
type Entry = (Kind, String);

/// The staging folder, locked until drop.
struct Staging<'a> {
    root: &'a Path,
    folder: PathBuf,
    _lock: File,
}

impl<'a> Staging<'a> {
    /// Opens the folder, or creates it, and waits until no other run uses it.
    fn open(root: &'a Path) -> Result<Self> {
        let folder = root.join(FOLDER);
        let open = || {
            fs::create_dir_all(&folder)?;
            let lock = File::create(folder.join("lock"))?;
            match lock.try_lock() {
                Err(TryLockError::WouldBlock) => {
                    output::print_error("waiting for another update of this workspace");
                    lock.lock()?;
                }
                // Some network file systems cannot lock files.
                Ok(()) | Err(TryLockError::Error(_)) => {}
            }
            io::Result::Ok(lock)
        };
        let lock = open().with_context(|| format!("cannot write {}", folder.display()))?;
        Ok(Self {
            root,
            folder,
            _lock: lock,
        })
    }

    fn file(&self, part: &str, number: usize) -> PathBuf {
        self.folder.join(part).join(number.to_string())
    }

    /// Writes the new texts and copies of the old files.
    fn stage(
        &self,
        changes: &[Change],
        at: &mut dyn FnMut(Point) -> Result<()>,
    ) -> Result<Vec<Entry>> {
        for part in ["new", "old"] {
            let folder = self.folder.join(part);
            fs::create_dir_all(&folder)
                .with_context(|| format!("cannot create {}", folder.display()))?;
        }
        // Removals first: a path can change from a folder to a file, or from a file to a folder.
        let mut sorted: Vec<_> = changes.iter().collect();
        sorted.sort_by_key(|change| (change.new.is_some(), &change.path));
        let mut entries = Vec::new();
        for change in sorted {
            let number = entries.len();
            at(Point::Stage(number))?;
            let path = &change.path;
            ensure!(writer::is_inside(path), "{path} leaves the workspace");
            let target = self.root.join(path);
            let is_file = match fs::symlink_metadata(&target) {
                Ok(metadata) => metadata.is_file(),
                Err(error)
                    if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
                {
                    false
                }
                Err(error) => return Err(error).with_context(|| format!("cannot read {path}")),
            };
            let kind = match (is_file, &change.new) {
                (true, Some(_)) => Kind::Replace,
                (true, None) => Kind::Remove,
                (false, Some(_)) => Kind::Create,
                (false, None) => continue,
            };
            let stage = || {
                if kind != Kind::Create {
                    fs::copy(&target, self.file("old", number))?;
                }
                match &change.new {
                    Some(new) => fs::write(self.file("new", number), new),
                    None => Ok(()),
                }
            };
            stage().with_context(|| format!("cannot stage {path}"))?;
            entries.push((kind, path.clone()));
        }
        Ok(entries)
    }

    /// Writes the journal, applies the changes, and removes the journal.
    fn swap(&self, entries: &[Entry], at: &mut dyn FnMut(Point) -> Result<()>) -> Result<()> {
        at(Point::Journal)?;
        let lines = entries.iter();
        let journal: String = lines
            .map(|(kind, path)| format!("{} {path}\n", kind.as_str()))
            .collect();
        writer::write_file(&self.folder.join(JOURNAL), &journal)?;
        for (number, (kind, path)) in entries.iter().enumerate() {
            at(Point::Apply(number))?;
            let target = self.root.join(path);
            let apply = || match kind {
                Kind::Remove => {
                    fs::remove_file(&target)?;
                    remove_empty(self.root, &target);
                    Ok(())
                }
                Kind::Create | Kind::Replace => {
                    if let Some(parent) = target.parent() {
                        fs::create_dir_all(parent)?;
                    }
                    fs::rename(self.file("new", number), &target)
                }
            };
            apply().with_context(|| format!("cannot change {path}"))?;
        }
        at(Point::Commit)?;
        fs::remove_file(self.folder.join(JOURNAL)).context("cannot remove the journal")
    }

    /// Restores the old files if there is a journal, and removes it. Returns `true` if there was one.
    fn restore(&self) -> Result<bool> {
        let path = self.folder.join(JOURNAL);
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            text => text.with_context(|| format!("cannot read {}", path.display()))?,
        };
        let mut entries = Vec::new();
        for line in text.lines() {
            let entry = line.split_once(' ').and_then(|(name, path)| {
                let (kind, _) = Kind::ALL.iter().find(|(_, known)| *known == name)?;
                writer::is_inside(path).then_some((*kind, path))
            });
            let entry = entry.with_context(|| {
                format!(
                    "{} is not a journal: restore the workspace with Git",
                    path.display()
                )
            })?;
            entries.push(entry);
        }
        for (number, (kind, path)) in entries.iter().enumerate().rev() {
            let target = self.root.join(path);
            let restored = match kind {
                Kind::Create => match fs::remove_file(&target) {
                    Err(error)
                        if !matches!(
                            error.kind(),
                            ErrorKind::NotFound | ErrorKind::NotADirectory
                        ) && !target.is_dir() =>
                    {
                        Err(error)
                    }
                    _ => {
                        remove_empty(self.root, &target);
                        Ok(())
                    }
                },
                Kind::Replace | Kind::Remove => self.put_back(number, &target),
            };
            restored.with_context(|| format!("cannot restore {path}"))?;
        }
        fs::remove_file(&path).context("cannot remove the journal")?;
        Ok(true)
    }

    /// Puts the copy of an old file back, atomically.
    fn put_back(&self, number: usize, target: &Path) -> io::Result<()> {
        let copy = self.folder.join("copy");
        fs::copy(self.file("old", number), &copy)?;
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::rename(copy, target)
    }

    /// Removes the staged files.
    ///
    /// The lock's file remains: without it, a run that waits and a new one could get two locks.
    fn clear(&self) -> Result<()> {
        for part in ["new", "old"] {
            match fs::remove_dir_all(self.folder.join(part)) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(error).with_context(|| format!("cannot clear {FOLDER}"));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// Removes the folders above `path`, below `root`, that are empty.
fn remove_empty(root: &Path, path: &Path) {
    // `remove_dir` fails for a folder that is not empty, which ends the loop.
    let _ = path
        .ancestors()
        .skip(1)
        .take_while(|parent| *parent != root)
        .try_for_each(fs::remove_dir);
}

#[cfg(test)]
mod tests;
