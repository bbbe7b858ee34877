//! Finds the byte ranges of diagnostics, and sorts the diagnostics.

use std::collections::BTreeMap;
use std::ops::Range;

use super::text::Lines;
use super::tree::{Entry, Tree};
use crate::diagnostics::{Diagnostic, Diagnostics, Input, Part, Place, Span, Step};
use crate::source::Sources;

/// Looks up the ranges of diagnostics, sorts them by input and position, and removes duplicates.
pub(crate) fn locate(mut diagnostics: Diagnostics, sources: &Sources<'_>) -> Diagnostics {
    let mut texts = Texts {
        sources,
        parsed: BTreeMap::new(),
    };
    for diagnostic in &mut diagnostics.diagnostics {
        texts.locate(diagnostic);
    }
    diagnostics.diagnostics.sort_by_key(|diagnostic| {
        let start = diagnostic.span.map(|span| span.start);
        (diagnostic.input, start, diagnostic.code)
    });
    diagnostics.diagnostics.dedup();
    diagnostics
}

/// A position in a source file.
pub(crate) struct Position {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// Looks up the positions of places, or those of their nearest existing ancestors.
pub(crate) fn positions<'a>(
    places: impl IntoIterator<Item = Option<(Input, &'a Place)>>,
    sources: &Sources<'_>,
) -> Vec<Option<Position>> {
    let mut texts = Texts {
        sources,
        parsed: BTreeMap::new(),
    };
    let places = places.into_iter();
    places
        .map(|place| {
            let (input, place) = place?;
            let reached = texts.reach(input, &place.steps)?;
            let start = reached.range(place.part).start;
            let (line, column) = texts.text(reached.input)?.1.position(start);
            let file = sources.get(reached.input)?.name.to_owned();
            Some(Position { file, line, column })
        })
        .collect()
}

/// The source texts, parsed on demand.
struct Texts<'a> {
    sources: &'a Sources<'a>,
    parsed: BTreeMap<Input, (Tree<'a>, Lines<'a>)>,
}

/// The part of a place that exists.
struct Reached {
    input: Input,
    steps: Vec<Step>,
    /// The number of steps that exist.
    taken: usize,
    /// The entry at the last of these steps.
    entry: Entry,
}

impl<'a> Texts<'a> {
    fn text(&mut self, input: Input) -> Option<&mut (Tree<'a>, Lines<'a>)> {
        let text = self.sources.get(input)?.text;
        let parse = || (Tree::new(text), Lines::new(text));
        Some(self.parsed.entry(input).or_insert_with(parse))
    }

    fn locate(&mut self, diagnostic: &mut Diagnostic) {
        // Syntax errors already have a range.
        if diagnostic.span.is_none()
            && let Some(reached) = self.reach(diagnostic.input, &diagnostic.place.steps)
        {
            let part = diagnostic.place.part;
            let range = reached.range(part);
            diagnostic.span = Some(Span {
                start: range.start,
                end: range.end,
                line: 1,
                column: 1,
                label: reached.label(part),
            });
            if let Some(source) = self.sources.get(reached.input) {
                diagnostic.input = reached.input;
                source.name.clone_into(&mut diagnostic.file);
            }
        }
        if let Some(span) = &mut diagnostic.span
            && let Some((_, lines)) = self.text(diagnostic.input)
        {
            (span.line, span.column) = lines.position(span.start);
        }
    }

    /// Follows the steps of a diagnostic to the statement in effect: a trait comes from the last
    /// statement that applies it, and overlays only have apply statements.
    fn reach(&mut self, declared_input: Input, steps: &[Step]) -> Option<Reached> {
        let is_trait = |step: &Step| matches!(step, Step::Trait(_));
        let overlays = (0..self.sources.overlays.len()).rev().map(Input::Overlay);
        let inputs: Vec<Input> = match declared_input {
            Input::Model if steps.iter().any(is_trait) => {
                overlays.chain([declared_input]).collect()
            }
            Input::Overlay(_) => vec![declared_input],
            _ => Vec::new(),
        };
        let applied = apply_statement_steps(steps).unwrap_or_default();
        let up_to_trait = applied.iter().position(is_trait).unwrap_or_default() + 1;
        for input in inputs {
            let needed = if declared_input == Input::Model {
                up_to_trait
            } else {
                1
            };
            let reached = self.follow(input, applied.clone())?;
            if reached.taken >= needed {
                return Some(reached);
            }
        }
        self.follow(declared_input, steps.to_vec())
    }

    fn follow(&mut self, input: Input, steps: Vec<Step>) -> Option<Reached> {
        let (tree, _) = self.text(input)?;
        let mut entry = tree.root();
        let mut taken = 0;
        for step in &steps {
            let Some(next) = follow_step(tree, &entry, step) else {
                break;
            };
            entry = next;
            taken += 1;
        }
        Some(Reached {
            input,
            steps,
            taken,
            entry,
        })
    }
}

impl Reached {
    /// Returns `true` if the complete place exists.
    fn is_complete(&self) -> bool {
        self.taken == self.steps.len()
    }

    /// Returns the range to point at. If the place does not exist completely, the range is the key
    /// of the last step that exists.
    fn range(&self, part: Part) -> Range<usize> {
        let value = self.entry.value.clone();
        match &self.entry.key {
            Some(key) if part == Part::Key || !self.is_complete() => key.clone(),
            None if self.taken == 0 && !self.is_complete() => {
                value.start..value.end.min(value.start + 1)
            }
            _ => value,
        }
    }

    /// Returns the label of the range.
    fn label(&self, part: Part) -> &'static str {
        let last = self
            .taken
            .checked_sub(1)
            .and_then(|last| self.steps.get(last));
        match (last, part) {
            (None, _) if self.is_complete() => "this value",
            (None, _) => "in this file",
            (Some(Step::Shape(_)), _) if self.is_complete() => "this shape",
            (Some(Step::Shape(_)), _) => "in this shape",
            (Some(Step::Member(_)), _) if self.is_complete() => "this member",
            (Some(Step::Member(_)), _) => "in this member",
            (Some(Step::Trait(_)), Part::Key) if self.is_complete() => "this trait",
            (Some(Step::Trait(_)), _) if !self.is_complete() => "in this trait",
            (Some(Step::Target { .. }), _) => "this reference",
            (Some(_), Part::Key) if self.is_complete() => "here",
            (Some(_), _) if self.is_complete() => "this value",
            (Some(_), _) => "in this value",
        }
    }
}

/// Returns the equivalent steps through an apply statement.
fn apply_statement_steps(steps: &[Step]) -> Option<Vec<Step>> {
    let (statement, rest) = match steps {
        [Step::Shape(id), Step::Member(member), rest @ ..] => (format!("{id}${member}"), rest),
        [Step::Shape(id), rest @ ..] => (id.clone(), rest),
        _ => return None,
    };
    Some(
        [Step::Shape(statement)]
            .into_iter()
            .chain(rest.iter().cloned())
            .collect(),
    )
}

fn follow_step(tree: &mut Tree<'_>, entry: &Entry, step: &Step) -> Option<Entry> {
    let mut down = |keys: [&str; 2]| {
        let holder = tree.entry(entry, keys[0])?;
        tree.entry(&holder, keys[1])
    };
    match step {
        Step::Shape(id) => down(["shapes", id]),
        Step::Trait(id) => down(["traits", id]),
        Step::Member(name) => down(["members", name]).or_else(|| tree.entry(entry, name)),
        Step::Key(key) => tree.entry(entry, key),
        Step::Index(index) => tree.element(entry, *index),
        Step::Target { under: [], .. } => tree.entry(entry, "target"),
        Step::Target { under, id } => under.iter().find_map(|key| {
            let holder = tree.entry(entry, key)?;
            tree.target(&holder, id)
        }),
    }
}

#[cfg(test)]
mod tests;
