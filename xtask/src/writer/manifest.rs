//! The list of the files that the generator wrote to a folder.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, Write as _};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::is_inside;
use crate::output;

/// The name of the list's file.
pub(crate) const NAME: &str = ".generated-files";

const COMMENT: &str =
    "# The files that `cargo xtask generate` wrote. It replaces and removes no others.";
const SERVICE: &str = "service: ";

/// The list: the service of the generated client, and paths relative to the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) service: String,
    pub(super) paths: BTreeSet<String>,
}

impl Manifest {
    /// Reads the list of a folder; `None` if the folder has none.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>> {
        if !exists(folder)? {
            return Ok(None);
        }
        let path = folder.join(NAME);
        let text = fs::read_to_string(&path);
        Self::parse(
            &text.with_context(|| format!("cannot read {}", path.display()))?,
            folder,
        )
    }

    /// Parses the list. An empty file, which an interrupted first run leaves, is none.
    fn parse(text: &str, folder: &Path) -> Result<Option<Self>> {
        if text.is_empty() {
            return Ok(None);
        }
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let service = lines.next().and_then(|line| line.strip_prefix(SERVICE));
        let service = service.filter(|_| text.ends_with('\n'));
        let paths: BTreeSet<_> = lines.map(str::to_owned).collect();
        match service {
            Some(service) if paths.iter().all(|path| is_inside(path)) => Ok(Some(Self {
                service: service.to_owned(),
                paths,
            })),
            _ => bail!(
                "{} is not a list of generated files; restore it, or choose another folder",
                folder.join(NAME).display()
            ),
        }
    }

    /// Returns the file's text.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{COMMENT}\n{SERVICE}{}\n", self.service);
        for path in &self.paths {
            // Writing to a `String` does not fail.
            let _ = writeln!(text, "{path}");
        }
        text
    }
}

/// Returns `true` if the folder has the file; a link or a folder in its place is an error.
pub(super) fn exists(folder: &Path) -> Result<bool> {
    let path = folder.join(NAME);
    match fs::symlink_metadata(&path) {
        Ok(metadata) => {
            ensure!(metadata.is_file(), "{} is not a file", path.display());
            Ok(true)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// The list's file, locked until drop, so that two runs do not write to one folder.
pub(super) struct Locked<'a> {
    file: File,
    folder: &'a Path,
}

impl<'a> Locked<'a> {
    /// Opens the file, or creates it, and waits until no other run has locked it.
    pub(super) fn open(folder: &'a Path) -> Result<Self> {
        exists(folder)?;
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = options.open(folder.join(NAME)).and_then(|file| {
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => {
                    let folder = folder.display();
                    output::print_error(&format!("waiting for another run to write to {folder}"));
                    file.lock()?;
                }
                // Some network file systems cannot lock files.
                Ok(()) | Err(TryLockError::Error(_)) => {}
            }
            Ok(file)
        });
        let file = file.with_context(|| format!("cannot write {}", folder.join(NAME).display()))?;
        Ok(Self { file, folder })
    }

    /// Reads the list; `None` if it was just created.
    pub(super) fn read(&mut self) -> Result<Option<Manifest>> {
        let mut text = String::new();
        let read = self.file.rewind();
        read.and_then(|()| self.file.read_to_string(&mut text))
            .with_context(|| format!("cannot read {}", self.folder.join(NAME).display()))?;
        Manifest::parse(&text, self.folder)
    }

    /// Replaces the list.
    pub(super) fn write(&mut self, manifest: &Manifest) -> Result<()> {
        let mut replace = || -> io::Result<()> {
            self.file.rewind()?;
            self.file.set_len(0)?;
            self.file.write_all(manifest.text().as_bytes())
        };
        replace().with_context(|| format!("cannot write {}", self.folder.join(NAME).display()))
    }
}
