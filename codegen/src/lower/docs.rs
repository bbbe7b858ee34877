//! Documentation: the model's or the overlays' texts, and the facts in words.
//!
//! Published models are written in HTML, or in Markdown that was never shown as such; overlays are
//! written for this project. What HTML is and what is not goes by the text alone.

mod builder;
mod commonmark;
mod emphasis;
mod escape;
mod facts;
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
use self::facts::{capitalized, facts};
pub(super) use self::links::{Home, Links, Scope};
use self::tree::Block;
use self::wrap::wrap;
use crate::ast::{Member, Model, Traits};

/// The column at which lines are wrapped; `/// ` and an indent come before.
const WIDTH: usize = 92;

/// What a text is, once it is looked through.
enum Text<'a> {
    /// Markdown that stands as it is.
    AsItIs(&'a str),
    /// What is to be put into Markdown.
    Read(Vec<Block>),
}

/// Decides what a text is written in.
///
/// It is HTML where it has tags of blocks, which begin paragraphs, lists and the like: then nothing
/// in it is Markdown. Where all of its tags may stand within a line of Markdown, it is Markdown if it
/// has something that only Markdown has. Markdown stands as it is unless rustdoc or clippy would
/// take offence.
fn read(text: &str) -> Text<'_> {
    let survey = commonmark::survey(text);
    if is_html(&survey) {
        Text::Read(html::read(text))
    } else if survey.is_rough {
        Text::Read(commonmark::read(text))
    } else {
        Text::AsItIs(text)
    }
}

fn is_html(survey: &Survey) -> bool {
    survey.has_block_tags || (survey.has_inline_tags && !survey.has_markup)
}

/// The text without what may not stand in a comment.
fn clean(text: &str) -> Cow<'_, str> {
    // The compiler refuses those that turn the direction of what comes after.
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_bad = |c: char| turns(c) || (c.is_control() && c != '\n' && c != '\t');
    if !text.contains(is_bad) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    let kept = text.chars().filter(|c| !turns(*c));
    Cow::Owned(kept.map(|c| if is_bad(c) { ' ' } else { c }).collect())
}

fn text_lines(text: &str, scope: &Scope<'_>) -> Vec<String> {
    match read(&clean(text)) {
        Text::AsItIs(text) => wrap(text),
        Text::Read(blocks) => markdown::lines(&blocks, scope),
    }
}

/// The lines of a shape's documentation; none where it has none.
pub(super) fn lines(traits: &Traits, scope: &Scope<'_>) -> Vec<String> {
    text_lines(traits.documentation().unwrap_or_default(), scope)
}

/// What the compiler says to whoever uses what is deprecated; none where it is not.
pub(super) fn deprecation(traits: &Traits) -> Option<String> {
    let deprecated = traits.deprecated()?;
    Some(deprecation_note(deprecated.message, deprecated.since))
}

/// What the compiler says, of the reason and date that the model gives.
pub(super) fn deprecation_note(message: Option<&str>, since: Option<&str>) -> String {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = |text: Option<&str>| text.map(line).filter(|text| !text.is_empty());
    let message = message.map(|text| match is_html(&commonmark::survey(text)) {
        true => tree::line(&html::read(text)),
        false => text.to_owned(),
    });
    let message = line(message.as_deref());
    let message = message.unwrap_or_else(|| "the service has deprecated it".to_owned());
    // Compilers take but a version as `since`, and models say dates.
    match line(since) {
        Some(since) => format!("{} (since {since})", message.trim_end_matches('.')),
        None => message,
    }
}

/// As [`lines`], or `otherwise`.
pub(super) fn lines_or(traits: &Traits, scope: &Scope<'_>, otherwise: &str) -> Vec<String> {
    let lines = lines(traits, scope);
    if lines.is_empty() {
        return wrap(otherwise);
    }
    lines
}

/// The lines of a documentation that is not a trait's; none where there is none.
pub(super) fn of_text(text: Option<&str>) -> Vec<String> {
    text_lines(text.unwrap_or_default(), &Scope::default())
}

/// As [`of_text`], or `otherwise`.
pub(super) fn text_or(text: Option<&str>, otherwise: &str) -> Vec<String> {
    let lines = of_text(text);
    if lines.is_empty() {
        return wrap(otherwise);
    }
    lines
}

/// What the model says about a member, in words.
pub(super) fn member(model: &Model, member: &Member, scope: &Scope<'_>) -> Vec<String> {
    let own = lines(&member.traits, &scope.of_member(&member.name));
    let facts = facts(model, member);
    match (own.is_empty(), facts.is_empty()) {
        (true, true) => vec![format!("The value of `{}`.", member.name)],
        (true, false) => wrap(&format!("The value of `{}`: {facts}.", member.name)),
        (false, true) => own,
        (false, false) => {
            let mut lines = own;
            lines.push(String::new());
            lines.extend(wrap(&format!("{}.", capitalized(&facts))));
            lines
        }
    }
}

#[cfg(test)]
mod tests;
