//! Documentation: the model's or the overlays' text, and the constraints of members in words.
//!
//! Published models are written in HTML, or in Markdown that was never rendered; overlays are
//! written for this project. The format is detected from the text alone.

mod builder;
mod commonmark;
mod constraints;
mod emphasis;
mod frames;
mod html;
mod inline;
mod links;
mod markdown;
mod tags;
mod tree;
mod wrap;

use self::commonmark::Survey;
use self::constraints::constraints;
pub(crate) use self::constraints::interval;
pub(super) use self::links::{Links, Scope, Subject};
use self::tree::Block;
use self::wrap::wrap;
use crate::ast::{Member, Model, Traits};
use crate::printable::{escape, line, prose};

/// The column at which lines are wrapped, not counting `/// ` and the indent before it.
const WIDTH: usize = 92;

/// The note on a deprecated item whose model gives no reason.
pub(super) const DEPRECATED: &str = "deprecated by the service";

/// The result of parsing a documentation text.
enum Parsed<'a> {
    /// Markdown that can be used unchanged.
    Unchanged(&'a str),
    /// Blocks that have to be printed as Markdown.
    Blocks(Vec<Block>),
}

/// Parses a text as HTML or as Markdown.
///
/// A text with block tags (paragraphs, lists and so on) is HTML, and nothing in it is Markdown. A
/// text that has only tags that may stand within a line of Markdown is Markdown if it has markup
/// that only Markdown has. Markdown is used unchanged unless rustdoc or clippy would warn about it.
fn parse(text: &str) -> Parsed<'_> {
    let survey = commonmark::survey(text);
    if is_html(&survey) {
        Parsed::Blocks(html::parse(text))
    } else if survey.needs_rewrite {
        Parsed::Blocks(commonmark::parse(text))
    } else {
        Parsed::Unchanged(text)
    }
}

fn is_html(survey: &Survey) -> bool {
    survey.has_block_tags || (survey.has_inline_tags && !survey.has_markup)
}

fn render(text: &str, scope: &Scope<'_>) -> Vec<String> {
    let text = prose(text);
    let blocks = match parse(&text) {
        Parsed::Unchanged(text) => {
            let lines = wrap(text);
            // A line break in an unusual place may give a word another meaning.
            if commonmark::is_equivalent(text, &lines.join("\n")) {
                return lines;
            }
            commonmark::parse(text)
        }
        Parsed::Blocks(blocks) => blocks,
    };
    markdown::lines(&blocks, scope)
}

/// Returns the lines of a shape's documentation; empty if it has none.
pub(super) fn lines(traits: &Traits, scope: &Scope<'_>) -> Vec<String> {
    render(traits.documentation().unwrap_or_default(), scope)
}

/// Returns the note of the `deprecated` attribute, if the shape is deprecated.
pub(super) fn deprecation(traits: &Traits) -> Option<String> {
    let deprecated = traits.deprecated()?;
    Some(deprecation_note(deprecated.message, deprecated.since))
}

/// Builds the note of a `deprecated` attribute from the model's reason and date.
///
/// The reason is HTML, or plain text with code spans. rustdoc reads the note as Markdown.
pub(super) fn deprecation_note(message: Option<&str>, since: Option<&str>) -> String {
    let non_empty = |text: Option<&str>| text.map(line).filter(|line| !line.is_empty());
    let message = message.map(|text| match is_html(&commonmark::survey(text)) {
        true => tree::line(&html::parse(text)),
        false => text.to_owned(),
    });
    let message = non_empty(message.as_deref()).unwrap_or_else(|| DEPRECATED.to_owned());
    // The attribute's `since` takes only a version, but models give dates.
    escape::line(&match non_empty(since) {
        Some(since) => format!("{} (since {since})", message.trim_end_matches('.')),
        None => message,
    })
}

/// Returns the lines of a shape's documentation, or those of `fallback` if it has none.
pub(super) fn lines_or(traits: &Traits, scope: &Scope<'_>, fallback: &str) -> Vec<String> {
    text_lines_or(traits.documentation(), scope, fallback)
}

/// Returns the lines of documentation without links to items; empty if there is none.
pub(crate) fn unlinked_lines(text: Option<&str>) -> Vec<String> {
    render(text.unwrap_or_default(), &Scope::default())
}

/// Returns the lines of documentation, or those of `fallback` if there is none.
pub(super) fn text_lines_or(text: Option<&str>, scope: &Scope<'_>, fallback: &str) -> Vec<String> {
    let lines = render(text.unwrap_or_default(), scope);
    if lines.is_empty() {
        return wrap(fallback);
    }
    lines
}

/// Returns the lines of a member's documentation, followed by its constraints.
pub(super) fn member(model: &Model, member: &Member, scope: &Scope<'_>) -> Vec<String> {
    let mut lines = lines(&member.traits, &scope.member_scope(&member.name));
    let constraints = constraints(model, member);
    if lines.is_empty() {
        let sentences = format!("The `{}` member. {constraints}", member.name);
        return wrap(sentences.trim_end());
    }
    if !constraints.is_empty() {
        lines.push(String::new());
        lines.extend(wrap(&constraints));
    }
    lines
}

#[cfg(test)]
mod tests;
