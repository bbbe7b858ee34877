//! What each measure is given.

use std::cell::RefCell;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::cli::Cli;
use crate::measure::{Family, Measure};
use crate::programs::Programs;
use crate::progress::Progress;
use crate::{cargo, tools};

/// Where things are, what is wanted, and who is told.
pub(crate) struct Context<'a> {
    /// The repository.
    pub(crate) root: PathBuf,
    /// Where the measures may build and write.
    pub(crate) scratch: PathBuf,
    pub(crate) cli: &'a Cli,
    pub(crate) progress: Progress,
    pub(crate) programs: Programs,
    /// Whether there is a valgrind.
    pub(crate) valgrind: bool,
    notes: RefCell<Vec<String>>,
}

impl<'a> Context<'a> {
    /// For a run by `cli`.
    pub(crate) fn new(cli: &'a Cli) -> Result<Self> {
        let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let root = here.ancestors().nth(2).context("no repository")?.to_owned();
        let scratch = cargo::target_directory(&here)?.join("measured");
        Ok(Self {
            programs: Programs::new(here.join("programs"), scratch.clone()),
            root,
            scratch,
            cli,
            progress: Progress::default(),
            valgrind: tools::valgrind(),
            notes: RefCell::default(),
        })
    }

    /// Keeps `text`, to be said below the table.
    pub(crate) fn note(&self, text: impl Into<String>) {
        self.notes.borrow_mut().push(text.into());
    }

    /// What was kept.
    pub(crate) fn notes(&self) -> Vec<String> {
        self.notes.borrow().clone()
    }

    /// What of `family` was asked for.
    pub(crate) fn wanted(&self, family: Family) -> Vec<&'static Measure> {
        let wanted = family.measures().filter(|measure| self.cli.wants(measure));
        wanted.collect()
    }
}
