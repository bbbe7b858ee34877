//! The changes that bring a folder up to date.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::manifest::{self, Manifest};
use super::{Output, TEMPORARY, is_inside};

/// The entries beside generated files that are never reported: those of cargo and Git.
const IGNORED: [&str; 3] = ["Cargo.lock", "target", ".git"];
/// The number of files that an error lists.
const LISTED: usize = 20;

/// A file to add or change.
#[derive(Debug)]
pub(super) struct Change<'a> {
    pub(super) path: &'a str,
    pub(super) old: Option<String>,
    pub(super) new: &'a str,
}

/// The changes that bring a folder up to date.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// Files to write.
    pub(super) changes: Vec<Change<'a>>,
    /// Files of an earlier run to remove: path and text.
    pub(super) stale: BTreeMap<String, String>,
    /// Temporary files of interrupted runs.
    pub(super) leftovers: Vec<String>,
    /// Files that the generator did not write.
    pub(super) strays: Vec<String>,
}

/// The kind of entry at a path.
enum Found {
    Nothing,
    File,
    Folder,
    /// A file where the path needs a folder.
    FileAbove(String),
    /// A link or a special file, at the path or above it.
    Link(String),
}

impl<'a> Plan<'a> {
    /// Compares `folder`, which need not exist, with the output.
    ///
    /// # Errors
    /// If a file or link that the generator did not write is in the way.
    pub(super) fn new(
        folder: &Path,
        output: &Output<'a>,
        listed: Option<&Manifest>,
    ) -> Result<Self> {
        let mut plan = Self {
            changes: Vec::new(),
            stale: BTreeMap::new(),
            leftovers: Vec::new(),
            strays: Vec::new(),
        };
        if let Some(listed) = listed {
            ensure!(
                listed.service == output.service,
                "{} holds the client of {}, not of {}: choose another folder with --out",
                folder.display(),
                listed.service,
                output.service,
            );
        }
        let context = || format!("cannot read folder {}", folder.display());
        let mut foreign = Vec::new();
        let mut is_known = listed.is_some();
        let is_stale = |path: &str| {
            !output.files.contains_key(path)
                && listed.is_some_and(|listed| listed.paths.contains(path))
        };
        for (path, new) in output.files {
            ensure!(
                is_inside(path),
                "the generated path {path} leaves its folder"
            );
            let old = match find(folder, path).with_context(context)? {
                Found::Nothing => None,
                Found::FileAbove(file) if is_stale(&file) => None,
                Found::Folder if holds_only(folder, path, &is_stale).with_context(context)? => None,
                Found::Folder => {
                    foreign.push(format!("{path}/"));
                    continue;
                }
                Found::FileAbove(file) => {
                    foreign.push(file);
                    continue;
                }
                Found::Link(link) => {
                    foreign.push(format!("{link} (not a regular file)"));
                    continue;
                }
                Found::File => {
                    let old = fs::read(folder.join(path));
                    let old = old.with_context(|| format!("cannot read {path}"))?;
                    let is_ours = match listed {
                        Some(listed) => listed.paths.contains(path),
                        // Written by a version of the generator that did not write the list.
                        None => has_header(&old, output.header),
                    };
                    is_known |= is_ours;
                    if is_same(&old, new) {
                        continue;
                    }
                    if !is_ours {
                        foreign.push(path.clone());
                    }
                    Some(old)
                }
            };
            let old = old.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            plan.changes.push(Change { path, old, new });
        }
        foreign.dedup();
        if !foreign.is_empty() {
            bail!(refusal(folder, &foreign));
        }
        if !is_known && !is_empty(folder).with_context(context)? {
            bail!(
                "{} is not empty, and the generator did not write its files: choose another folder \
                 with --out, or empty this one",
                folder.display()
            );
        }
        for path in listed.into_iter().flat_map(|listed| &listed.paths) {
            if is_stale(path) && matches!(find(folder, path).with_context(context)?, Found::File) {
                let text = fs::read(folder.join(path));
                let text = text.with_context(|| format!("cannot read {path}"))?;
                let text = String::from_utf8_lossy(&text).into_owned();
                plan.stale.insert(path.clone(), text);
            }
        }
        plan.walk(folder, "", output).with_context(context)?;
        plan.strays.sort();
        Ok(plan)
    }

    /// Searches the folder at `prefix`, recursively, for files that are not generated.
    ///
    /// Links are not followed.
    fn walk(&mut self, folder: &Path, prefix: &str, output: &Output<'_>) -> io::Result<()> {
        for (path, name, kind) in entries(folder, prefix)? {
            if prefix.is_empty() && (IGNORED.contains(&&*name) || name == manifest::NAME) {
                continue;
            }
            if kind.is_dir() {
                self.walk(folder, &path, output)?;
            } else if kind.is_file() && name.starts_with(TEMPORARY) {
                self.leftovers.push(path);
            } else if !output.files.contains_key(&path) && !self.stale.contains_key(&path) {
                self.strays.push(path);
            }
        }
        Ok(())
    }
}

/// Returns what is at `path` below `folder`, without following links below it.
fn find(folder: &Path, path: &str) -> io::Result<Found> {
    let ends = path.match_indices('/').map(|(end, _)| end);
    for end in ends.chain([path.len()]) {
        let part = &path[..end];
        let metadata = match fs::symlink_metadata(folder.join(part)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
            metadata => metadata?,
        };
        let is_last = end == path.len();
        match (metadata.is_dir(), metadata.is_file()) {
            (true, _) if is_last => return Ok(Found::Folder),
            (true, _) => {}
            (_, true) if is_last => return Ok(Found::File),
            (_, true) => return Ok(Found::FileAbove(part.to_owned())),
            _ => return Ok(Found::Link(part.to_owned())),
        }
    }
    Ok(Found::Nothing)
}

/// Returns `true` if all files in the folder at `prefix` are stale.
fn holds_only(folder: &Path, prefix: &str, is_stale: &dyn Fn(&str) -> bool) -> io::Result<bool> {
    for (path, name, kind) in entries(folder, prefix)? {
        let is_removed = if kind.is_dir() {
            holds_only(folder, &path, is_stale)?
        } else {
            kind.is_file() && (is_stale(&path) || name.starts_with(TEMPORARY))
        };
        if !is_removed {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Returns `true` if the folder has no entries, except those that are ignored.
fn is_empty(folder: &Path) -> io::Result<bool> {
    let mut entries = entries(folder, "")?.into_iter();
    Ok(entries.all(|(_, name, _)| IGNORED.contains(&&*name) || name == manifest::NAME))
}

/// Returns the entries of the folder at `prefix`: path, name and type.
fn entries(folder: &Path, prefix: &str) -> io::Result<Vec<(String, String, fs::FileType)>> {
    let read = match fs::read_dir(folder.join(prefix)) {
        Err(error) if prefix.is_empty() && error.kind() == ErrorKind::NotFound => {
            return Ok(Vec::new());
        }
        read => read?,
    };
    let mut entries = Vec::new();
    for entry in read {
        let entry = entry?;
        // All generated files have names in Unicode, so the name is only printed if it is not.
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = match prefix {
            "" => name.clone(),
            _ => format!("{prefix}/{name}"),
        };
        entries.push((path, name, entry.file_type()?));
    }
    Ok(entries)
}

/// Returns `true` if a file has the generated text. Git may have converted its line ends.
fn is_same(file: &[u8], text: &str) -> bool {
    file == text.as_bytes()
        || str::from_utf8(file).is_ok_and(|file| file.replace("\r\n", "\n") == text)
}

/// Returns `true` if the first line contains the header of this service's client.
fn has_header(text: &[u8], header: &str) -> bool {
    let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    String::from_utf8_lossy(line).contains(header)
}

fn refusal(folder: &Path, foreign: &[String]) -> String {
    let mut message = format!(
        "{} holds files that the generator did not write, where it would write its own:\n",
        folder.display()
    );
    for path in foreign.iter().take(LISTED) {
        // Writing to a `String` does not fail.
        let _ = writeln!(message, "  {path}");
    }
    if let Some(more @ 1..) = foreign.len().checked_sub(LISTED) {
        let _ = writeln!(message, "  and {more} more");
    }
    message.push_str("nothing was written; choose another folder with --out, or move these files");
    message
}
