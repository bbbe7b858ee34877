//! The source files of a run.

use crate::diagnostics::Input;

/// A source file, with the name that diagnostics show.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The name, usually the path as the user wrote it.
    pub name: &'a str,
    /// The contents.
    pub text: &'a str,
}

/// The source files of a run.
#[derive(Clone, Debug)]
pub struct Sources<'a> {
    /// The Smithy model, as a JSON AST.
    pub model: Source<'a>,
    /// The overlays, in the order to apply them.
    pub overlays: Vec<Source<'a>>,
    /// The table of AWS partitions.
    pub partitions: Source<'a>,
}

impl<'a> Sources<'a> {
    /// Returns the source file of an input; `None` for [`Input::Other`].
    pub fn get(&self, input: Input) -> Option<Source<'a>> {
        match input {
            Input::Model => Some(self.model),
            Input::Overlay(index) => self.overlays.get(index).copied(),
            Input::Partitions => Some(self.partitions),
            Input::Other => None,
        }
    }
}
