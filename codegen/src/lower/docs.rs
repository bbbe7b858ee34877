//! Documentation: Markdown of the model's or of the overlays', and the facts in words.

use serde_json::Value;

use super::types::Types;
use crate::ast::{Member, Shape, ShapeKind, Traits};

/// The column at which lines are wrapped; `/// ` and an indent come before.
const WIDTH: usize = 92;

/// The lines of a shape's documentation; none where it has none.
pub(super) fn lines(traits: &Traits) -> Vec<String> {
    of_text(traits.documentation())
}

/// The lines of a documentation that is not a trait's; none where there is none.
pub(super) fn of_text(documentation: Option<&str>) -> Vec<String> {
    wrap(documentation.filter(is_ours).unwrap_or_default())
}

/// Text in HTML is from a published model that was not brought in by `xtask update`.
fn is_ours(text: &&str) -> bool {
    !text.contains("</")
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
    let message = line(message.filter(is_ours));
    let message = message.unwrap_or_else(|| "the service has deprecated it".to_owned());
    // Compilers take but a version as `since`, and models say dates.
    match line(since) {
        Some(since) => format!("{} (since {since})", message.trim_end_matches('.')),
        None => message,
    }
}

/// As [`lines`], or `otherwise`.
pub(super) fn lines_or(traits: &Traits, otherwise: &str) -> Vec<String> {
    let lines = lines(traits);
    if lines.is_empty() {
        return wrap(otherwise);
    }
    lines
}

/// The lines of `text`, where it is ours.
pub(super) fn text_or(text: Option<&str>, otherwise: &str) -> Vec<String> {
    wrap(text.filter(is_ours).unwrap_or(otherwise))
}

/// What the model says about a member, in words.
pub(super) fn member(types: &Types<'_>, member: &Member) -> Vec<String> {
    let own = lines(&member.traits);
    let facts = facts(types, member);
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

/// Whether it is required, its default and constraints, joined by semicolons.
fn facts(types: &Types<'_>, member: &Member) -> String {
    let mut facts = Vec::new();
    if member.traits.is_required() {
        facts.push("required".to_owned());
    }
    let target = types.closure.model.shape(&member.target);
    let of = |id: &str| {
        let target = target.and_then(|target| target.traits.get(id));
        member.traits.get(id).or(target)
    };
    if let Some(value) = member.traits.default_value() {
        facts.push(format!("`{value}` by default"));
    }
    if let Some(range) = of("smithy.api#range").and_then(interval) {
        facts.push(range);
    }
    if let Some(length) = of("smithy.api#length").and_then(interval) {
        facts.push(format!("length {length}"));
    }
    if let Some(pattern) = of("smithy.api#pattern").and_then(Value::as_str) {
        // A backtick in the pattern would end the code span.
        if !pattern.contains('`') {
            facts.push(format!("pattern `{pattern}`"));
        }
    }
    facts.extend(target.and_then(numbers));
    facts.join("; ")
}

/// Which number has which name, of an enum of integers: it has no type that could say so.
fn numbers(shape: &Shape) -> Option<String> {
    if !matches!(shape.kind, ShapeKind::IntEnum(_)) {
        return None;
    }
    let named = shape.members().filter_map(|member| {
        let number = member.traits.enum_value()?.as_i64()?;
        Some(format!("{number} is `{}`", member.name))
    });
    let named: Vec<_> = named.collect();
    (!named.is_empty()).then(|| named.join(", "))
}

fn interval(value: &Value) -> Option<String> {
    match (value.get("min"), value.get("max")) {
        (Some(min), Some(max)) if min == max => Some(format!("{min}")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!("at least {min}")),
        (None, Some(max)) => Some(format!("at most {max}")),
        (None, None) => None,
    }
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// Wraps paragraphs; lines that are not prose (lists, code, tables, headings) stay as they are.
pub(super) fn wrap(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut in_code = false;
    // A carriage return alone may not stand in a comment.
    let text = text.trim_end().replace("\r\n", "\n").replace('\r', " ");
    for line in text.lines() {
        let fence = line.trim_start().starts_with("```");
        let verbatim = in_code || fence || line.starts_with(['|', '#', '>', ' ', '\t']);
        in_code ^= fence;
        if verbatim || line.chars().count() <= WIDTH {
            lines.push(line.trim_end().to_owned());
            continue;
        }
        let indent = if line.starts_with("- ") || line.starts_with("* ") {
            "  "
        } else {
            ""
        };
        let mut current = String::new();
        for word in words(line) {
            let longer = current.chars().count() + 1 + word.chars().count();
            if !current.is_empty() && longer > WIDTH {
                lines.push(std::mem::replace(&mut current, indent.to_owned()));
            } else if !current.is_empty() && current != indent {
                current.push(' ');
            }
            current.push_str(word);
        }
        lines.push(current);
    }
    lines
}

/// The words of a line; a code span is one word, for a break inside of it would show.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut in_code = false;
    for (index, character) in line.char_indices() {
        match character {
            '`' => in_code = !in_code,
            ' ' if !in_code => {
                words.push(&line[start..index]);
                start = index + 1;
            }
            _ => {}
        }
    }
    words.push(&line[start..]);
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests;
