//! Errors and warnings about the input of a run, collected and reported all at once.

mod code;
mod nearest;
mod place;
#[cfg(test)]
mod tests;

use std::fmt;

use crate::shape_id::ShapeId;
pub use code::Code;
pub(crate) use nearest::nearest;
pub(crate) use place::{Part, Paths, Step, path_to};
pub use place::{Place, Span};

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Stops the generation.
    Error,
    /// Does not stop the generation.
    Warning,
}

/// The input file that a diagnostic is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// The model.
    Model,
    /// An overlay, by its index in the order of application.
    Overlay(usize),
    /// The table of partitions.
    Partitions,
    /// None of these: a flag, or a generated file.
    #[default]
    Other,
}

/// An error or a warning about the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable code.
    pub code: Code,
    /// The severity.
    pub severity: Severity,
    /// The input file.
    pub input: Input,
    /// The name of the file.
    pub file: String,
    /// The place in the file, as a path.
    pub place: Place,
    /// The range of bytes in the file: that of the place or, if the place does not exist, of its
    /// nearest existing ancestor. `None` if the input has no text.
    pub span: Option<Span>,
    /// The shape or member.
    pub shape: Option<String>,
    /// The trait.
    pub trait_id: Option<String>,
    /// The problem, as one clause.
    pub reason: String,
    /// A known name that resembles the wrong one.
    pub nearest: Option<String>,
    /// Advice on how to solve the problem.
    pub help: String,
    /// `true` for the first diagnostics of a pass. The others have no suggestions, because a search
    /// for each of many faults takes quadratic time.
    may_suggest: bool,
}

/// The number of diagnostics of a pass that may have suggestions; reports show no more.
const SUGGESTED: usize = 100;

impl Diagnostic {
    /// Moves the place down to a nested value.
    pub(crate) fn below(&mut self, steps: impl IntoIterator<Item = Step>) -> &mut Self {
        self.place = std::mem::take(&mut self.place).down(steps);
        self
    }

    /// Moves the place down to the target `id` of a reference below one of the keys.
    pub(crate) fn target(&mut self, under: &'static [&'static str], id: &ShapeId) -> &mut Self {
        let id = id.as_str().to_owned();
        self.below([Step::Target { under, id }])
    }

    /// Points at the key of the place instead of the value.
    pub(crate) fn key(&mut self) -> &mut Self {
        self.place.part = Part::Key;
        self
    }

    /// Suggests the known name that resembles `name`, if there is one.
    pub(crate) fn did_you_mean<'a>(
        &mut self,
        name: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> &mut Self {
        if self.may_suggest {
            self.nearest = nearest(name, known).map(str::to_owned);
        }
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}[{}]: {}", self.code.as_str(), self.reason)?;
        write!(f, "\n  file:  {}", self.file)?;
        if let Some(span) = &self.span {
            write!(f, ":{}:{}", span.line, span.column)?;
        }
        if let Some(shape) = &self.shape {
            write!(f, "\n  shape: {shape}")?;
        }
        if let Some(trait_id) = &self.trait_id {
            write!(f, "\n  trait: {trait_id}")?;
        }
        if let Some(nearest) = &self.nearest {
            write!(f, "\n  help:  did you mean `{nearest}`?")?;
        }
        write!(f, "\n  help:  {}", self.help)
    }
}

/// The diagnostics of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    input: Input,
    file: String,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Returns an empty list for diagnostics about the file called `file`.
    pub(crate) fn about(input: Input, file: &str) -> Self {
        Self {
            input,
            file: file.to_owned(),
            diagnostics: Vec::new(),
        }
    }

    /// Adds a diagnostic about a shape or one of its members.
    pub(crate) fn shape(
        &mut self,
        code: Code,
        shape: &ShapeId,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        let diagnostic = self.file(code, reason, help);
        diagnostic.shape = Some(shape.to_string());
        diagnostic.place = Place::shape(shape);
        diagnostic
    }

    /// Adds a diagnostic about the value of a trait of a shape or member.
    pub(crate) fn shape_trait(
        &mut self,
        code: Code,
        shape: &ShapeId,
        trait_id: &str,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        let diagnostic = self.shape(code, shape, reason, help);
        diagnostic.trait_id = Some(trait_id.to_owned());
        diagnostic.below([Step::Trait(trait_id.to_owned())])
    }

    /// Adds a diagnostic about the file.
    pub(crate) fn file(
        &mut self,
        code: Code,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        let index = self.diagnostics.len();
        self.diagnostics.push(Diagnostic {
            code,
            severity: Severity::Error,
            input: self.input,
            file: self.file.clone(),
            place: Place::default(),
            span: None,
            shape: None,
            trait_id: None,
            reason: reason.into(),
            nearest: None,
            help: help.into(),
            may_suggest: index < SUGGESTED,
        });
        &mut self.diagnostics[index]
    }

    /// Appends the diagnostics of `other`.
    pub fn extend(&mut self, other: Diagnostics) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// Returns the diagnostics that match.
    pub(crate) fn only(mut self, matches: impl FnMut(&Diagnostic) -> bool) -> Self {
        self.diagnostics.retain(matches);
        self
    }

    /// Returns `true` if there are no diagnostics.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Iterates over the diagnostics; those of a run are sorted by input and position.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// Returns the number of diagnostics with this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// Returns `true` if there is an error.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Returns `value` if there is no error.
    ///
    /// # Errors
    /// The diagnostics, if one of them is an error.
    pub(crate) fn into_result<T>(self, value: T) -> Result<T, Diagnostics> {
        if self.has_errors() {
            Err(self)
        } else {
            Ok(value)
        }
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.diagnostics.iter().enumerate() {
            if index > 0 {
                f.write_str("\n\n")?;
            }
            write!(f, "{diagnostic}")?;
        }
        Ok(())
    }
}
