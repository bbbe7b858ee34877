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
    /// The overlays, in the order to apply them: JSON or, if the name ends with `.md`, pages of the
    /// documentation in Markdown.
    pub overlays: Vec<Source<'a>>,
    /// The table of AWS partitions.
    pub partitions: Source<'a>,
}

impl<'a> Source<'a> {
    /// Returns the name of a Markdown file, without extension; `None` for other files.
    pub(crate) fn markdown_name(self) -> Option<&'a str> {
        self.name.strip_suffix(".md")
    }

    /// Returns the file without the byte order mark at its start, if it has one.
    ///
    /// The byte ranges of diagnostics are ranges of this text.
    pub(crate) fn without_mark(self) -> Self {
        Self {
            text: self.text.strip_prefix('\u{feff}').unwrap_or(self.text),
            ..self
        }
    }
}

impl<'a> Sources<'a> {
    /// Returns the source file of an input, without a byte order mark; `None` for
    /// [`Input::Other`].
    pub fn get(&self, input: Input) -> Option<Source<'a>> {
        let source = match input {
            Input::Model => Some(self.model),
            Input::Overlay(index) => self.overlays.get(index).copied(),
            Input::Partitions => Some(self.partitions),
            Input::Other => None,
        };
        source.map(Source::without_mark)
    }
}
