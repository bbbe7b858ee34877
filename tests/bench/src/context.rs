//! The context shared by all measures.

use std::cell::RefCell;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::cli::Cli;
use crate::measure::{Family, Measure};
use crate::programs::Programs;
use crate::progress::Progress;
use crate::{cargo, tools};

/// Paths, command-line settings, progress and notes of a run.
pub(crate) struct Context<'a> {
    /// The root of the repository.
    pub(crate) root: PathBuf,
    /// The folder in which measures may build and write.
    pub(crate) scratch: PathBuf,
    pub(crate) cli: &'a Cli,
    pub(crate) progress: Progress,
    pub(crate) programs: Programs,
    /// `true` if valgrind is installed.
    pub(crate) has_valgrind: bool,
    notes: RefCell<Vec<String>>,
}

impl<'a> Context<'a> {
    /// Creates the context for a run with the command line `cli`.
    pub(crate) fn new(cli: &'a Cli) -> Result<Self> {
        let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let root = package.ancestors().nth(2).context("no repository")?;
        let scratch = cargo::target_directory(&package)?.join("measured");
        Ok(Self {
            programs: Programs::new(package.join("programs"), scratch.clone()),
            root: root.to_owned(),
            scratch,
            cli,
            progress: Progress::default(),
            has_valgrind: tools::has_valgrind(),
            notes: RefCell::default(),
        })
    }

    /// Adds `note`, to be printed below the table.
    pub(crate) fn note(&self, note: impl Into<String>) {
        self.notes.borrow_mut().push(note.into());
    }

    /// Returns the notes so far.
    pub(crate) fn notes(&self) -> Vec<String> {
        self.notes.borrow().clone()
    }

    /// Returns the selected measures of `family`.
    pub(crate) fn selected(&self, family: Family) -> Vec<&'static Measure> {
        let measures = family.measures();
        measures
            .filter(|measure| self.cli.selects(measure))
            .collect()
    }
}
