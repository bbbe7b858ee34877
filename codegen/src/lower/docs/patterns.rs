//! Patterns of strings, in words where their structure is known.

use super::super::case::snake;
use crate::printable::escape;

/// The strings that a pattern matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// A noun phrase, for example "an ARN of a channel".
    Phrase(String),
    /// Any characters of a set, for example "letters and digits".
    Characters(String),
    /// The pattern itself, as code.
    Code(String),
}

/// Describes a pattern; `None` if it has an unknown structure.
///
/// `is_this_service` tests the service in an ARN.
pub(super) fn describe(pattern: &str, is_this_service: impl Fn(&str) -> bool) -> Option<Pattern> {
    let alternatives = split(without_anchors(pattern), '|');
    let alternatives: Vec<_> = alternatives.into_iter().map(without_anchors).collect();
    let (body, suffix) = match *alternatives {
        [body] => (body, ""),
        ["", body] | [body, ""] => (body, ", or empty"),
        _ => return None,
    };
    if body.starts_with("arn:") {
        let arn = arn(body, is_this_service)?;
        return Some(Pattern::Phrase(format!("{arn}{suffix}")));
    }
    let (prefix, class) = body.split_at(body.find('[')?);
    let characters = format!("{}{suffix}", characters(class)?);
    let is_literal = |c: char| c.is_ascii_alphanumeric() || "-_/:".contains(c);
    Some(match prefix {
        "" => Pattern::Characters(characters),
        _ if prefix.chars().all(is_literal) => {
            Pattern::Phrase(format!("`{prefix}`, then {characters}"))
        }
        _ => return None,
    })
}

/// Returns a pattern without the anchors and the group around it.
fn without_anchors(pattern: &str) -> &str {
    let mut pattern = pattern;
    loop {
        let start = pattern.trim_start_matches('^');
        let trimmed = match start.strip_suffix('$') {
            Some(rest) if !rest.ends_with('\\') => rest,
            _ => start,
        };
        let group = trimmed
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'));
        let inner = match group {
            Some(inner) if is_balanced(inner) && !inner.starts_with('?') => inner,
            _ => trimmed,
        };
        if inner.len() == pattern.len() {
            return pattern;
        }
        pattern = inner;
    }
}

/// Returns `true` if each bracket that a pattern closes is opened in it.
fn is_balanced(pattern: &str) -> bool {
    let mut depth = Depth::default();
    let mut characters = pattern.chars();
    let is_open = characters.all(|character| {
        depth.push(character);
        depth.groups >= 0
    });
    is_open && !depth.escaped
}

/// Splits a pattern at a character outside of brackets.
fn split(pattern: &str, separator: char) -> Vec<&str> {
    let mut depth = Depth::default();
    let parts = pattern.split(|character| {
        let is_outside = depth.is_outside();
        depth.push(character);
        is_outside && character == separator
    });
    parts.collect()
}

/// The brackets that are open at a place in a pattern.
#[derive(Debug, Default)]
struct Depth {
    groups: i32,
    in_class: bool,
    escaped: bool,
}

impl Depth {
    fn is_outside(&self) -> bool {
        self.groups == 0 && !self.in_class && !self.escaped
    }

    fn push(&mut self, character: char) {
        match character {
            _ if self.escaped => self.escaped = false,
            '\\' => self.escaped = true,
            ']' => self.in_class = false,
            _ if self.in_class => {}
            '[' => self.in_class = true,
            '(' | '{' => self.groups = self.groups.saturating_add(1),
            ')' | '}' => self.groups = self.groups.saturating_sub(1),
            _ => {}
        }
    }
}

/// Describes a pattern of ARNs of one service and one type of resource.
fn arn(pattern: &str, is_this_service: impl Fn(&str) -> bool) -> Option<String> {
    let parts = split(pattern, ':');
    let [_, _, service, _, _, resource @ ..] = &*parts else {
        return None;
    };
    let is_name = |part: &str| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !part.is_empty() && part.chars().all(is_part)
    };
    let resource = match resource {
        [resource] => split(resource, '/'),
        resource => resource.to_vec(),
    };
    // A name after the id would be that of another resource.
    let [kind, id] = &*resource else {
        return None;
    };
    if !is_name(service) || split(id, '/').len() > 1 {
        return None;
    }
    let kind = match is_name(kind) {
        true => snake(kind).replace('_', " "),
        false if kind.starts_with('[') => "resource".to_owned(),
        false => return None,
    };
    let article = match kind.starts_with(['a', 'e', 'i', 'o']) {
        true => "an",
        false => "a",
    };
    let owner = match is_this_service(service) {
        true => String::new(),
        false => format!(" of `{service}`"),
    };
    Some(format!("an ARN of {article} {kind}{owner}"))
}

/// Describes a pattern that is one repeated class of characters.
fn characters(pattern: &str) -> Option<String> {
    let (class, quantifier) = pattern.strip_prefix('[')?.rsplit_once(']')?;
    let is_count = |count: &str| count.chars().all(|c| c.is_ascii_digit() || c == ',');
    let count = quantifier
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    if !matches!(quantifier, "*" | "+") && !count.is_some_and(is_count) {
        return None;
    }
    let mut names = names(&sets(class)?);
    let last = names.pop()?;
    Some(match &*names {
        [] => last,
        names => format!("{} and {last}", names.join(", ")),
    })
}

/// A set of characters in a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Set {
    /// The letters a to z.
    Lower,
    /// The letters A to Z.
    Upper,
    /// The digits 0 to 9.
    Digits,
    /// The letters of all scripts.
    AllLetters,
    /// The digits of all scripts.
    AllDigits,
    Spaces,
    /// A punctuation mark.
    Mark(char),
}

/// Returns the sets of characters in a class; `None` if one of them is unknown.
fn sets(class: &str) -> Option<Vec<Set>> {
    let known: [(&str, &[Set]); 8] = [
        ("a-z", &[Set::Lower]),
        ("A-Z", &[Set::Upper]),
        ("0-9", &[Set::Digits]),
        (r"\p{L}", &[Set::AllLetters]),
        (r"\p{N}", &[Set::AllDigits]),
        (r"\p{Z}", &[Set::Spaces]),
        (
            r"\w",
            &[Set::Lower, Set::Upper, Set::Digits, Set::Mark('_')],
        ),
        (r"\d", &[Set::Digits]),
    ];
    let mut sets = Vec::new();
    let mut rest = class;
    while !rest.is_empty() {
        if let Some((text, known)) = known.iter().find(|(text, _)| rest.starts_with(text)) {
            sets.extend(*known);
            rest = &rest[text.len()..];
            continue;
        }
        let unescaped = rest.strip_prefix('\\');
        let character = unescaped.unwrap_or(rest).chars().next()?;
        rest = &unescaped.unwrap_or(rest)[character.len_utf8()..];
        let is_range = character != '-' && rest.starts_with('-') && rest.len() > 1;
        let is_syntax = unescaped.is_none() && "^[]&".contains(character);
        sets.push(match character {
            _ if is_range || is_syntax => return None,
            ' ' => Set::Spaces,
            mark if mark.is_ascii_punctuation() => Set::Mark(mark),
            _ => return None,
        });
    }
    Some(sets)
}

/// Returns the names of sets of characters.
fn names(sets: &[Set]) -> Vec<String> {
    let has = |set: Set| sets.contains(&set);
    let letters = match (has(Set::Lower), has(Set::Upper)) {
        (true, true) => Some("letters"),
        (true, false) => Some("lower-case letters"),
        (false, true) => Some("upper-case letters"),
        (false, false) => None,
    };
    let digits = has(Set::Digits).then_some("digits");
    let all = match (has(Set::AllLetters), has(Set::AllDigits)) {
        (true, true) => Some("letters and digits of any script"),
        (true, false) => Some("letters of any script"),
        (false, true) => Some("digits of any script"),
        (false, false) => None,
    };
    let spaces = has(Set::Spaces).then_some("spaces");
    let mut marks = String::new();
    for set in sets {
        if let Set::Mark(mark) = set
            && !marks.contains(*mark)
        {
            marks.push(*mark);
        }
    }
    let names = [letters, digits, all, spaces].into_iter().flatten();
    let mut names: Vec<_> = names.map(str::to_owned).collect();
    let mark_names: Option<Vec<_>> = marks.chars().map(mark_name).collect();
    match mark_names {
        Some(mark_names) if mark_names.len() <= 3 => {
            names.extend(mark_names.into_iter().map(str::to_owned));
        }
        _ => names.push(escape::code(&marks)),
    }
    names
}

/// Returns the name of a punctuation mark in the plural.
fn mark_name(mark: char) -> Option<&'static str> {
    Some(match mark {
        '-' => "hyphens",
        '_' => "underscores",
        '.' => "dots",
        ':' => "colons",
        '/' => "slashes",
        ',' => "commas",
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
