//! Progress messages on stderr.

use std::cell::Cell;
use std::time::Instant;

/// The position within a run: the current family and the elapsed time.
pub(crate) struct Progress {
    started: Instant,
    family: Cell<usize>,
    families: Cell<usize>,
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            started: Instant::now(),
            family: Cell::new(0),
            families: Cell::new(0),
        }
    }
}

impl Progress {
    /// Sets the number of families in this run.
    pub(crate) fn expect_families(&self, count: usize) {
        self.families.set(count);
    }

    /// Starts the next family.
    pub(crate) fn start_family(&self, name: &str) {
        self.family.set(self.family.get() + 1);
        self.report(name);
    }

    /// Prints the current activity and the elapsed time.
    pub(crate) fn report(&self, activity: &str) {
        let seconds = self.started.elapsed().as_secs();
        let (family, families) = (self.family.get(), self.families.get());
        eprintln!("[{family} of {families}, {seconds} s] {activity}");
    }
}
