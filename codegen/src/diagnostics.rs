//! What a run has to say about its input: all of it at once.

use std::fmt;

use crate::ast::ShapeId;

/// One finding about a model, an overlay or the partitions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable code: the kind of finding.
    pub code: Code,
    /// The text it is about.
    pub file: String,
    /// The shape or member it is about.
    pub shape: Option<String>,
    /// The trait it is about.
    pub trait_id: Option<String>,
    /// What is wrong.
    pub reason: String,
    /// What would be right.
    pub help: String,
}

/// The kinds of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// The text is not JSON.
    Json,
    /// The JSON is not a Smithy AST.
    Ast,
    /// A shape refers to one that does not exist, or of the wrong kind.
    Target,
    /// A trait that the generator does not know.
    UnknownTrait,
    /// A trait, or a use of one, that the generator does not support.
    Unsupported,
    /// A trait whose value is not what it should be.
    TraitValue,
    /// Two things would get the same name.
    Name,
    /// An overlay that does not fit the model.
    Overlay,
    /// Endpoint rules or partitions that cannot be followed.
    Endpoint,
}

impl Code {
    /// The code as it is printed.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::Json => "E001",
            Code::Ast => "E002",
            Code::Target => "E003",
            Code::UnknownTrait => "E004",
            Code::Unsupported => "E005",
            Code::TraitValue => "E006",
            Code::Name => "E007",
            Code::Overlay => "E008",
            Code::Endpoint => "E009",
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error[{}]: {}", self.code.as_str(), self.reason)?;
        write!(f, "\n  file:  {}", self.file)?;
        if let Some(shape) = &self.shape {
            write!(f, "\n  shape: {shape}")?;
        }
        if let Some(trait_id) = &self.trait_id {
            write!(f, "\n  trait: {trait_id}")?;
        }
        write!(f, "\n  help:  {}", self.help)
    }
}

/// The findings of one run, in the order in which the passes made them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    file: String,
    findings: Vec<Diagnostic>,
}

impl Diagnostics {
    /// No findings yet, about the text called `file`.
    pub fn about(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            findings: Vec::new(),
        }
    }

    /// Adds a finding about a shape or one of its members.
    pub(crate) fn shape(
        &mut self,
        code: Code,
        shape: &ShapeId,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(code, Some(shape.to_string()), None, reason, help);
    }

    /// Adds a finding about a trait of a shape or member.
    pub(crate) fn shape_trait(
        &mut self,
        code: Code,
        shape: &ShapeId,
        trait_id: &str,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) {
        let shape = Some(shape.to_string());
        self.push(code, shape, Some(trait_id.to_owned()), reason, help);
    }

    /// Adds a finding about the text as a whole.
    pub(crate) fn text(&mut self, code: Code, reason: impl Into<String>, help: impl Into<String>) {
        self.push(code, None, None, reason, help);
    }

    fn push(
        &mut self,
        code: Code,
        shape: Option<String>,
        trait_id: Option<String>,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.findings.push(Diagnostic {
            code,
            file: self.file.clone(),
            shape,
            trait_id,
            reason: reason.into(),
            help: help.into(),
        });
    }

    /// Takes over the findings of `other`.
    pub(crate) fn extend(&mut self, other: Diagnostics) {
        self.findings.extend(other.findings);
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// The findings.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.findings.iter()
    }

    /// `value`, unless there is a finding.
    pub(crate) fn or<T>(self, value: T) -> Result<T, Diagnostics> {
        if self.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, finding) in self.findings.iter().enumerate() {
            if index > 0 {
                f.write_str("\n\n")?;
            }
            write!(f, "{finding}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Diagnostics};
    use crate::ast::ShapeId;

    #[test]
    fn a_finding_says_where_what_and_how() {
        let mut found = Diagnostics::about("model.json");
        let id = ShapeId::parse("a#B").expect("an id");
        found.text(Code::Json, "no JSON", "give some");
        found.shape(Code::Target, &id, "no target", "add it");
        found.shape_trait(Code::TraitValue, &id, "c#d", "no value", "set it");
        let expected = "error[E001]: no JSON\n  file:  model.json\n  help:  give some\n\n\
                        error[E003]: no target\n  file:  model.json\n  shape: a#B\n  help:  add it\n\n\
                        error[E006]: no value\n  file:  model.json\n  shape: a#B\n  trait: c#d\n  help:  set it";
        assert_eq!(found.to_string(), expected);
    }

    #[test]
    fn codes_are_all_different() {
        let codes = [
            Code::Json,
            Code::Ast,
            Code::Target,
            Code::UnknownTrait,
            Code::Unsupported,
            Code::TraitValue,
            Code::Name,
            Code::Overlay,
            Code::Endpoint,
        ];
        assert!(codes.is_sorted_by(|a, b| a.as_str() < b.as_str()));
    }

    #[test]
    fn without_findings_there_is_a_value() {
        assert_eq!(Diagnostics::about("a").or(1), Ok(1));
        let mut found = Diagnostics::about("a");
        found.text(Code::Ast, "r", "h");
        let mut all = Diagnostics::about("b");
        all.extend(found);
        assert_eq!(all.iter().count(), 1);
        assert!(all.or(1).is_err());
    }
}
