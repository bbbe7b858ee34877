//! The file that keeps the state across restarts.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};

use super::state::State;

/// The version of the file's format.
const VERSION: u32 = 1;

/// A state file that cannot be used. The file is as it was before.
#[derive(Clone, Debug)]
pub struct StateFileError {
    path: PathBuf,
    cause: Arc<Cause>,
}

#[derive(Debug)]
enum Cause {
    Read(io::Error),
    Write(io::Error),
    Parse(serde_json::Error),
    Version(u32),
}

impl StateFileError {
    fn new(path: &Path, cause: Cause) -> Self {
        Self {
            path: path.to_owned(),
            cause: Arc::new(cause),
        }
    }

    /// Returns the error that a file cannot be written.
    pub(super) fn write(path: &Path, error: io::Error) -> Self {
        Self::new(path, Cause::Write(error))
    }
}

impl std::fmt::Display for StateFileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let path = self.path.display();
        match &*self.cause {
            Cause::Read(error) => write!(f, "cannot read the state file {path}: {error}"),
            Cause::Write(error) => write!(f, "cannot write the state file {path}: {error}"),
            Cause::Parse(error) => write!(
                f,
                "{path} is not a state file of ivs-fake, and was not changed: {error}"
            ),
            Cause::Version(version) => write!(
                f,
                "{path} has version {version} of the state file's format, this program reads \
                 version {VERSION}; the file was not changed"
            ),
        }
    }
}

impl std::error::Error for StateFileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.cause {
            Cause::Read(error) | Cause::Write(error) => Some(error),
            Cause::Parse(error) => Some(error),
            Cause::Version(_) => None,
        }
    }
}

/// The part of the file that all versions have.
#[derive(Deserialize)]
struct Header {
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Contents<S> {
    version: u32,
    state: S,
}

/// Reads the state, or returns `None` if there is no file.
pub(crate) fn load(path: &Path) -> Result<Option<State>, StateFileError> {
    let fail = |cause| StateFileError::new(path, cause);
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fail(Cause::Read(error))),
    };
    let Header { version } =
        serde_json::from_str(&text).map_err(|error| fail(Cause::Parse(error)))?;
    if version != VERSION {
        return Err(fail(Cause::Version(version)));
    }
    let contents: Contents<State> =
        serde_json::from_str(&text).map_err(|error| fail(Cause::Parse(error)))?;
    Ok(Some(contents.state))
}

/// Writes the state to a temporary file beside `path`, and then moves it there: a reader finds the
/// old state or the new one.
pub(crate) fn save(path: &Path, state: &State) -> Result<(), StateFileError> {
    let temporary = temporary(path);
    write(&temporary, state)
        .and_then(|()| fs::rename(&temporary, path))
        .map_err(|error| {
            // The temporary file may not exist; what failed is reported anyway.
            let _ = fs::remove_file(&temporary);
            StateFileError::write(path, error)
        })
}

/// Checks that [`save`] can create its temporary file.
pub(crate) fn check_writable(path: &Path) -> Result<(), StateFileError> {
    let temporary = temporary(path);
    fs::File::create(&temporary)
        .and_then(|_| fs::remove_file(&temporary))
        .map_err(|error| StateFileError::write(path, error))
}

/// Returns a new path beside `path`.
fn temporary(path: &Path) -> PathBuf {
    // Two fakes of one process may have one file.
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}-{number}.tmp", std::process::id()));
    path.with_file_name(name)
}

fn write(path: &Path, state: &State) -> io::Result<()> {
    let mut file = BufWriter::new(fs::File::create(path)?);
    let contents = Contents {
        version: VERSION,
        state,
    };
    serde_json::to_writer(&mut file, &contents)?;
    file.flush()?;
    file.get_ref().sync_all()
}
