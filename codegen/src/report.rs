//! Reports of diagnostics for users.

mod locate;
mod text;
mod tree;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};

use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::printable::is_hidden;
use crate::source::Sources;
pub(crate) use locate::{locate, positions};
pub(crate) use text::byte_at;
use text::excerpt;

/// The style of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Plain text.
    Plain,
    /// Text with terminal colors.
    Colored,
}

/// The number of diagnostics that a report shows.
const SHOWN: usize = 100;

/// Formats diagnostics with excerpts of `sources`, and a summary with their number.
///
/// Of more than 100 diagnostics, the first are shown, errors rather than warnings.
///
/// The report is empty if there are no diagnostics.
pub fn report(diagnostics: &Diagnostics, sources: &Sources<'_>, style: Style) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    let mut text = String::new();
    let shown = shown(diagnostics);
    for diagnostic in &shown {
        text.push_str(&renderer.render(&groups(diagnostic, sources)));
        text.push_str("\n\n");
    }
    let (level, mut summary) = summary(diagnostics);
    let hidden = diagnostics.iter().count() - shown.len();
    if hidden > 0 {
        summary.push_str(&format!("; {hidden} of them are not shown"));
    }
    text.push_str(&renderer.render(&[Group::with_title(level.primary_title(summary))]));
    text.push('\n');
    visible(text, style)
}

/// Replaces hidden characters, of which the renderer replaces only some, by U+FFFD. Terminal colors
/// begin with an escape character, which the renderer replaces in other text.
fn visible(text: String, style: Style) -> String {
    let is_kept = |c: char| c == '\n' || (c == '\u{1b}' && style == Style::Colored);
    let is_bad = |c: char| is_hidden(c) && !is_kept(c);
    match text.contains(is_bad) {
        true => text.replace(is_bad, "\u{fffd}"),
        false => text,
    }
}

/// Returns the diagnostics to show, in their order: warnings only beside fewer than 100 errors.
fn shown(diagnostics: &Diagnostics) -> Vec<&Diagnostic> {
    let mut errors = SHOWN;
    let mut warnings = SHOWN.saturating_sub(diagnostics.count(Severity::Error));
    let is_shown = |diagnostic: &&Diagnostic| {
        let left = match diagnostic.severity {
            Severity::Error => &mut errors,
            Severity::Warning => &mut warnings,
        };
        let is_left = *left > 0;
        *left = left.saturating_sub(1);
        is_left
    };
    diagnostics.iter().filter(is_shown).collect()
}

/// Converts a diagnostic for the renderer.
fn groups<'a>(diagnostic: &'a Diagnostic, sources: &Sources<'a>) -> Vec<Group<'a>> {
    let level = || match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level()
        .primary_title(&*diagnostic.reason)
        .id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    let mut groups = Vec::new();
    let text = sources.get(diagnostic.input).map(|source| source.text);
    let snippet_range = diagnostic.span.zip(text);
    let snippet_range =
        snippet_range.and_then(|(span, text)| Some((span, excerpt(text, span.start..span.end)?)));
    match snippet_range {
        None => group = group.element(Origin::path(&*diagnostic.file)),
        Some((span, excerpt)) => {
            let range = AnnotationKind::Primary
                .span(excerpt.range)
                .label(span.label);
            let mut snippet = Snippet::source(excerpt.source)
                .line_start(span.line)
                .annotation(range);
            if excerpt.starts_line {
                snippet = snippet.path(&*diagnostic.file);
            } else {
                // The renderer counts columns from the start of the snippet. It takes the correct
                // position only from a group without a snippet.
                let origin = Origin::path(&*diagnostic.file);
                let origin = origin.line(span.line).char_column(span.column);
                groups.push(group.element(origin));
                group = Group::with_level(level());
            }
            group = group.element(snippet);
            if !groups.is_empty() {
                group = group.element(Padding);
            }
        }
    }
    let note = |name, id: &'a Option<String>| {
        let id = id.as_deref()?;
        Some(Level::NOTE.with_name(name).message(id))
    };
    group = group
        .elements(note("shape", &diagnostic.shape))
        .elements(note("trait", &diagnostic.trait_id));
    if let Some(nearest) = &diagnostic.nearest {
        group = group.element(Level::HELP.message(format!("did you mean `{nearest}`?")));
    }
    groups.push(group.element(Level::HELP.message(&*diagnostic.help)));
    groups
}

/// Returns the last line of a report, with the number of diagnostics.
fn summary(diagnostics: &Diagnostics) -> (Level<'static>, String) {
    let count = |severity, noun: &str| match diagnostics.count(severity) {
        0 => None,
        1 => Some(format!("1 {noun}")),
        many => Some(format!("{many} {noun}s")),
    };
    let warnings = count(Severity::Warning, "warning");
    match (count(Severity::Error, "problem"), warnings) {
        (Some(errors), Some(warnings)) => (
            Level::ERROR,
            format!("{errors} and {warnings}; nothing was written"),
        ),
        (Some(errors), None) => (Level::ERROR, format!("{errors}; nothing was written")),
        (None, warnings) => (Level::WARNING, warnings.unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests;
