//! The thread that writes the state file, so that requests do not wait for it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use super::persistence::StateFileError;
use super::state::State;

/// The least time between two writes: changes in between are written together.
const PAUSE: Duration = Duration::from_millis(100);

/// The least time between two writes, as a multiple of the time of a write: the thread takes at most
/// a fifth of a core.
const REST: u32 = 4;

/// Writes the state to a file.
type Write = fn(&Path, &State) -> Result<(), StateFileError>;

/// Keeps a state file up to date; dropping it writes the changes that the file lacks.
#[derive(Debug)]
pub(super) struct Saver {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    path: PathBuf,
    write: Write,
    state: Arc<Mutex<State>>,
    progress: Mutex<Progress>,
    /// Signals a change, a request to save, and the end to the thread.
    wake: Condvar,
    /// Signals the end of a write to those who wait for it.
    written: Condvar,
}

#[derive(Debug, Default)]
struct Progress {
    /// The number of changes.
    changes: u64,
    /// The number of changes that the file has.
    saved: u64,
    /// The error of the last write, with the number of changes that it would have saved.
    failed: Option<(u64, StateFileError)>,
    /// `true` if the thread must not pause.
    urgent: bool,
    closing: bool,
}

impl Saver {
    /// Starts the thread for a file.
    pub(super) fn start(
        path: PathBuf,
        write: Write,
        state: Arc<Mutex<State>>,
    ) -> Result<Self, StateFileError> {
        let shared = Arc::new(Shared {
            path,
            write,
            state,
            progress: Mutex::default(),
            wake: Condvar::new(),
            written: Condvar::new(),
        });
        let worker = Arc::clone(&shared);
        let thread = Builder::new().name("ivs-fake-state".to_owned());
        let thread = thread
            .spawn(move || worker.run())
            .map_err(|error| StateFileError::write(&shared.path, error))?;
        Ok(Self {
            shared,
            thread: Some(thread),
        })
    }

    /// Counts a change of the state, which the caller has locked.
    ///
    /// # Errors
    ///
    /// The last write failed. The thread tries again.
    pub(super) fn changed(&self) -> Result<(), StateFileError> {
        let mut progress = self.shared.progress();
        // Otherwise the thread knows already.
        if progress.changes == progress.saved {
            self.shared.wake.notify_one();
        }
        progress.changes += 1;
        match &progress.failed {
            Some((_, error)) => Err(error.clone()),
            None => Ok(()),
        }
    }

    /// Waits until the file has all changes.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub(super) fn save(&self) -> Result<(), StateFileError> {
        let mut progress = self.shared.progress();
        let goal = progress.changes;
        progress.failed = None;
        progress.urgent = true;
        self.shared.wake.notify_one();
        loop {
            if progress.saved >= goal {
                return Ok(());
            }
            if let Some((changes, error)) = &progress.failed
                && *changes >= goal
            {
                return Err(error.clone());
            }
            let waited = self.shared.written.wait(progress);
            progress = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.shared.progress().closing = true;
        self.shared.wake.notify_one();
        if let Some(thread) = self.thread.take() {
            // It does not panic.
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn progress(&self) -> MutexGuard<'_, Progress> {
        // Each change of it is one assignment.
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes changes until the saver is dropped.
    fn run(&self) {
        let mut pause = Duration::ZERO;
        while let Some(changes) = self.next(pause) {
            let start = Instant::now();
            // Rows are shared with the copy, so requests wait only for the copy of the pointers.
            let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            let copy = state.clone();
            drop(state);
            let result = (self.write)(&self.path, &copy);
            drop(copy);
            pause = PAUSE.max(start.elapsed() * REST);
            if self.finish(changes, result) {
                return;
            }
        }
    }

    /// Waits for the pause, then for a change. Returns the number of changes; `None` at the end.
    fn next(&self, pause: Duration) -> Option<u64> {
        let must_pause = |progress: &mut Progress| !progress.urgent && !progress.closing;
        let paused = self
            .wake
            .wait_timeout_while(self.progress(), pause, must_pause);
        let (progress, _) = paused.unwrap_or_else(PoisonError::into_inner);
        let is_idle =
            |progress: &mut Progress| progress.changes == progress.saved && !progress.closing;
        let waited = self.wake.wait_while(progress, is_idle);
        let mut progress = waited.unwrap_or_else(PoisonError::into_inner);
        progress.urgent = false;
        (progress.changes > progress.saved).then_some(progress.changes)
    }

    /// Records the result of a write. Returns `true` if it failed and must not be tried again.
    fn finish(&self, changes: u64, result: Result<(), StateFileError>) -> bool {
        let mut progress = self.progress();
        let gives_up = progress.closing && result.is_err();
        match result {
            Ok(()) => {
                progress.saved = changes;
                progress.failed = None;
            }
            Err(error) => progress.failed = Some((changes, error)),
        }
        self.written.notify_all();
        gives_up
    }
}
