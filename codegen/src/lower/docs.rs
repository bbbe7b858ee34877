//! Documentation: the model's or the overlays' text, and the constraints of members in words.
//!
//! Published models are written in HTML, or in Markdown that was never rendered; overlays are
//! written for this project. The format is detected from the text alone.

mod builder;
mod calls;
mod check;
mod code;
mod commonmark;
mod constraints;
mod emphasis;
mod frames;
mod html;
mod inline;
mod items;
mod links;
mod markdown;
mod members;
mod pages;
mod patterns;
mod references;
mod scope;
mod tags;
mod tree;
mod wrap;

use std::borrow::Cow;

pub(super) use self::check::check;
use self::commonmark::Survey;
pub(crate) use self::items::{ItemKind, items};
pub(super) use self::links::Links;
pub(super) use self::members::{Place, generated_member, member, variant};
pub(super) use self::pages::{front_page, guide};
pub(super) use self::scope::{Scope, Subject};
use self::tree::Block;
use self::wrap::wrap;
use crate::ast::{Author, Documentation, Model, Shape, Traits};
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
fn parse<'a>(text: &'a str, scope: &Scope<'_>) -> Parsed<'a> {
    let survey = commonmark::survey(text);
    let has_items = survey.item_paths.iter().all(|path| scope.has_path(path));
    if is_html(&survey) {
        Parsed::Blocks(html::parse(text))
    } else if survey.needs_rewrite || !has_items {
        Parsed::Blocks(commonmark::parse(text))
    } else {
        Parsed::Unchanged(text)
    }
}

fn is_html(survey: &Survey) -> bool {
    survey.has_block_tags || (survey.has_inline_tags && !survey.has_markup)
}

/// Returns the text of documentation; that of an overlay has links in place of names.
fn source<'a>(documentation: Documentation<'a>, scope: &Scope<'_>) -> Cow<'a, str> {
    let text = prose(documentation.text);
    match documentation.author {
        Author::Overlay => references::resolve(&text, scope).into(),
        Author::Model => text,
    }
}

fn render(documentation: Documentation<'_>, scope: &Scope<'_>) -> Vec<String> {
    let text = source(documentation, scope);
    let blocks = match parse(&text, scope) {
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
    let documentation = traits.documentation();
    documentation.map_or_else(Vec::new, |documentation| render(documentation, scope))
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

/// Returns the lines of an operation's documentation, followed by its quota of calls.
pub(super) fn operation(model: &Model, operation: &Shape, scope: &Scope<'_>) -> Vec<String> {
    let fallback = format!("Calls `{}`.", operation.id.name());
    let mut lines = lines_or(&operation.traits, scope, &fallback);
    if let Some(calls) = calls::calls(model, operation) {
        lines.push(String::new());
        lines.extend(wrap(&calls));
    }
    lines
}

/// Returns the lines of the paragraph with which a shape's documentation begins, if it does.
pub(super) fn summary(traits: &Traits, scope: &Scope<'_>) -> Vec<String> {
    let Some(documentation) = traits.documentation() else {
        return Vec::new();
    };
    let text = source(documentation, scope);
    let blocks = match parse(&text, scope) {
        Parsed::Unchanged(text) => commonmark::parse(text),
        Parsed::Blocks(blocks) => blocks,
    };
    match blocks.first() {
        Some(paragraph @ Block::Paragraph(_)) => {
            markdown::lines(std::slice::from_ref(paragraph), scope)
        }
        _ => Vec::new(),
    }
}

/// Returns the lines of a shape's documentation, or those of `fallback` if it has none.
pub(super) fn lines_or(traits: &Traits, scope: &Scope<'_>, fallback: &str) -> Vec<String> {
    text_lines_or(traits.documentation(), scope, fallback)
}

/// Returns the lines of documentation in the value of the trait `id`; empty if there is none.
pub(super) fn trait_lines(
    traits: &Traits,
    id: &str,
    text: Option<&str>,
    scope: &Scope<'_>,
) -> Vec<String> {
    let documentation = text.and_then(|text| traits.authored(id, text));
    documentation.map_or_else(Vec::new, |documentation| render(documentation, scope))
}

/// Returns the lines of the model's documentation that is not a shape's; empty if there is none.
pub(crate) fn unlinked_lines(text: Option<&str>) -> Vec<String> {
    unlinked_lines_or(text, "")
}

/// Returns the lines of the model's documentation that is not a shape's, or those of `fallback` if
/// there is none.
pub(super) fn unlinked_lines_or(text: Option<&str>, fallback: &str) -> Vec<String> {
    let author = Author::Model;
    let documentation = text.map(|text| Documentation { text, author });
    text_lines_or(documentation, &Scope::default(), fallback)
}

/// Returns the lines of documentation, or those of `fallback` if there is none.
pub(super) fn text_lines_or(
    documentation: Option<Documentation<'_>>,
    scope: &Scope<'_>,
    fallback: &str,
) -> Vec<String> {
    let lines = documentation.map(|documentation| render(documentation, scope));
    let lines = lines.filter(|lines| !lines.is_empty());
    lines.unwrap_or_else(|| wrap(fallback))
}

#[cfg(test)]
mod tests;
