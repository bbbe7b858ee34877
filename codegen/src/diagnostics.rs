//! What a run has to say about its input: all of it at once.

mod code;
mod nearest;
mod place;
#[cfg(test)]
mod tests;

use std::fmt;

use crate::shape_id::ShapeId;
pub use code::Code;
pub(crate) use nearest::nearest;
pub(crate) use place::{Part, Step, way};
pub use place::{Place, Span};

/// Whether a diagnostic stops the generation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// It does not.
    Warning,
}

/// Which of a run's texts a diagnostic is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// The model.
    Model,
    /// An overlay, by its place in the order in which they are applied.
    Overlay(usize),
    /// The table of partitions.
    Partitions,
    /// None of them: a flag, or a file that was to be made.
    #[default]
    Other,
}

/// One diagnostic about a model, an overlay or the partitions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable code: the kind of diagnostic.
    pub code: Code,
    /// Whether it stops the generation.
    pub severity: Severity,
    /// The text it is about.
    pub input: Input,
    /// The name of that text.
    pub file: String,
    /// Where in the text, as a path.
    pub place: Place,
    /// Where in the text, as a range of it: of what there is of the place. `None` where the text
    /// is not one that was given.
    pub span: Option<Span>,
    /// The shape or member it is about.
    pub shape: Option<String>,
    /// The trait it is about.
    pub trait_id: Option<String>,
    /// What is wrong.
    pub reason: String,
    /// A known name that was perhaps meant.
    pub nearest: Option<String>,
    /// What would be right.
    pub help: String,
}

impl Diagnostic {
    /// Says that the diagnostic is about a value below its place.
    pub(crate) fn below(&mut self, steps: impl IntoIterator<Item = Step>) -> &mut Self {
        self.place = std::mem::take(&mut self.place).down(steps);
        self
    }

    /// Says that the diagnostic is about the target `id` of a reference below one of the keys.
    pub(crate) fn target(&mut self, under: &'static [&'static str], id: &ShapeId) -> &mut Self {
        let id = id.as_str().to_owned();
        self.below([Step::Target { under, id }])
    }

    /// Says that it is the key of the place, not the value, that the diagnostic is about.
    pub(crate) fn key(&mut self) -> &mut Self {
        self.place.part = Part::Key;
        self
    }

    /// Offers the one of `known` that `name` was perhaps meant to be.
    pub(crate) fn did_you_mean<'a>(
        &mut self,
        name: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> &mut Self {
        self.nearest = nearest(name, known).map(str::to_owned);
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
    /// No diagnostics yet, about the text called `file`.
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
        let diagnostic = self.text(code, reason, help);
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

    /// Adds a diagnostic about the text as a whole.
    pub(crate) fn text(
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
        });
        &mut self.diagnostics[index]
    }

    /// Takes over the diagnostics of `other`, which is about later texts.
    pub fn extend(&mut self, other: Diagnostics) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// The diagnostics, those of a whole run in the order of their texts.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// How many diagnostics there are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|one| one.severity == severity).count()
    }

    /// Whether there is a diagnostic that stops the generation.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// `value`, unless there is an error.
    pub(crate) fn or<T>(self, value: T) -> Result<T, Diagnostics> {
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
