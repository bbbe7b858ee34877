//! Documentation: the model's or the overlays' text, and the constraints of members in words.
//!
//! Published models are written in HTML, or in Markdown that was never rendered; overlays are
//! written for this project. The format is detected from the text alone.

mod builder;
mod commonmark;
mod constraints;
mod emphasis;
mod escape;
mod frames;
mod html;
mod inline;
mod links;
mod markdown;
mod tags;
mod tree;
mod wrap;

use std::borrow::Cow;

use self::commonmark::Survey;
use self::constraints::constraints;
pub(super) use self::links::{Links, Scope, Subject};
use self::tree::Block;
use self::wrap::wrap;
use crate::ast::{Member, Model, Traits};

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

/// Removes or replaces the characters that a comment must not contain.
fn clean(text: &str) -> Cow<'_, str> {
    // The compiler rejects characters that change the direction of the text after them.
    let is_bidi = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_bad = |c: char| is_bidi(c) || (c.is_control() && c != '\n' && c != '\t');
    if !text.contains(is_bad) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    let kept = text.chars().filter(|c| !is_bidi(*c));
    Cow::Owned(kept.map(|c| if is_bad(c) { ' ' } else { c }).collect())
}

fn render(text: &str, scope: &Scope<'_>) -> Vec<String> {
    match parse(&clean(text)) {
        Parsed::Unchanged(text) => wrap(text),
        Parsed::Blocks(blocks) => markdown::lines(&blocks, scope),
    }
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
pub(super) fn deprecation_note(message: Option<&str>, since: Option<&str>) -> String {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let non_empty = |text: Option<&str>| text.map(one_line).filter(|line| !line.is_empty());
    let message = message.map(|text| match is_html(&commonmark::survey(text)) {
        true => tree::line(&html::parse(text)),
        false => text.to_owned(),
    });
    let message = non_empty(message.as_deref()).unwrap_or_else(|| DEPRECATED.to_owned());
    // The attribute's `since` takes only a version, but models give dates.
    match non_empty(since) {
        Some(since) => format!("{} (since {since})", message.trim_end_matches('.')),
        None => message,
    }
}

/// Returns the lines of a shape's documentation, or those of `fallback` if it has none.
pub(super) fn lines_or(traits: &Traits, scope: &Scope<'_>, fallback: &str) -> Vec<String> {
    let lines = lines(traits, scope);
    if lines.is_empty() {
        return wrap(fallback);
    }
    lines
}

/// Returns the lines of documentation that is not a shape's; empty if there is none.
pub(super) fn unlinked_lines(text: Option<&str>) -> Vec<String> {
    render(text.unwrap_or_default(), &Scope::default())
}

/// Returns the lines of documentation that is not a shape's, or those of `fallback`.
pub(super) fn unlinked_lines_or(text: Option<&str>, fallback: &str) -> Vec<String> {
    let lines = unlinked_lines(text);
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
