//! What goes on, said on stderr.

use std::cell::Cell;
use std::time::Instant;

/// Counts the families of a run.
pub(crate) struct Progress {
    began: Instant,
    step: Cell<usize>,
    steps: Cell<usize>,
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            began: Instant::now(),
            step: Cell::new(0),
            steps: Cell::new(0),
        }
    }
}

impl Progress {
    /// There will be so many families.
    pub(crate) fn expect(&self, steps: usize) {
        self.steps.set(steps);
    }

    /// The next one begins.
    pub(crate) fn family(&self, name: &str) {
        self.step.set(self.step.get() + 1);
        self.say(name);
    }

    /// Within a family: `what` is being done.
    pub(crate) fn say(&self, what: &str) {
        let seconds = self.began.elapsed().as_secs();
        let (step, steps) = (self.step.get(), self.steps.get());
        eprintln!("[{step} of {steps}, {seconds} s] {what}");
    }
}
