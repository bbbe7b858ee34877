//! The source texts of a run.

use crate::diagnostics::Input;

/// A source text, with the name that diagnostics use for it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Usually the file's path, as the user wrote it.
    pub name: &'a str,
    /// The file's contents.
    pub text: &'a str,
}

/// All source texts of a run.
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
    /// Returns the source text that `input` stands for; `None` for an input that is not a text.
    pub fn get(&self, input: Input) -> Option<Source<'a>> {
        match input {
            Input::Model => Some(self.model),
            Input::Overlay(index) => self.overlays.get(index).copied(),
            Input::Partitions => Some(self.partitions),
            Input::Other => None,
        }
    }
}
