//! Patterns in the syntax of the crate `regex`, with which clients check strings.
//!
//! Patterns are in ECMA 262's syntax, read with its flag `u`. Assertions about neighbors (`(?=`,
//! `(?<!`) and back-references have no counterpart; they would also give up linear time.

use std::collections::BTreeMap;

use super::types::Types;
use crate::ast::{Shape, ids};
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::ir::{Client, Constraints};
use crate::printable::escape;

/// The whitespace of ECMA 262, as part of a class.
const SPACE: &str = r"\t\n\x0B\x0C\r\p{Z}\u{FEFF}";

/// Sets the regular expressions of all patterns, and warns of those that clients cannot check.
pub(super) fn add(types: &Types<'_>, client: &mut Client, diagnostics: &mut Diagnostics) {
    let mut compiled: BTreeMap<String, Result<String, String>> = BTreeMap::new();
    let mut compile = |pattern: &str| {
        let known = compiled.entry(pattern.to_owned());
        known.or_insert_with(|| self::compile(pattern)).clone()
    };
    let closure = types.closure;
    let inputs = closure.operations.iter();
    let inputs = inputs.filter_map(|operation| operation.input);
    let nested = closure.shapes.values();
    let nested = nested.filter_map(|(shape, usage)| usage.in_requests.then_some(*shape));
    for shape in inputs.chain(nested) {
        report(shape, &mut compile, diagnostics);
    }
    let operations = client.operations.iter_mut();
    let structures = operations
        .map(|operation| &mut operation.input)
        .chain(&mut client.structures);
    let members = structures.flat_map(|structure| &mut structure.members);
    let members = members.map(|member| &mut member.constraints);
    let variants = client
        .unions
        .iter_mut()
        .flat_map(|union| &mut union.variants);
    for constraints in members.chain(variants.map(|variant| &mut variant.constraints)) {
        set(constraints, &mut compile);
    }
}

type Compile<'a> = dyn FnMut(&str) -> Result<String, String> + 'a;

fn set(constraints: &mut Constraints, compile: &mut Compile<'_>) {
    let pattern = constraints.pattern.as_deref();
    constraints.regex = pattern.and_then(|pattern| compile(pattern).ok());
    let parts = [&mut constraints.element, &mut constraints.key];
    for part in parts.into_iter().flatten() {
        set(part, compile);
    }
}

/// Warns of the patterns of a shape and its members that clients cannot check.
fn report(shape: &Shape, compile: &mut Compile<'_>, diagnostics: &mut Diagnostics) {
    let members = shape.members().map(|member| (&member.id, &member.traits));
    for (id, traits) in members.chain([(&shape.id, &shape.traits)]) {
        let pattern = traits.get(ids::PATTERN).and_then(|value| value.as_str());
        let Some(Err(error)) = pattern.map(&mut *compile) else {
            continue;
        };
        let reason = format!("clients cannot check the pattern: {error}");
        let help = "its documentation states the pattern, and `check` ignores it";
        diagnostics
            .shape_trait(Code::Pattern, id, ids::PATTERN, reason, help)
            .severity = Severity::Warning;
    }
}

/// Translates a pattern.
///
/// # Errors
/// If it is invalid or has no counterpart. The error is one line.
pub(super) fn compile(pattern: &str) -> Result<String, String> {
    let translated = translate(pattern)?;
    match regex::Regex::new(&translated) {
        Ok(_) => Ok(translated),
        Err(regex::Error::CompiledTooBig(_)) => Err("it is too large".to_owned()),
        Err(error) => {
            // The message shows the pattern, and ends with the reason.
            let message = error.to_string();
            let reason = message.lines().last().unwrap_or_default();
            let reason = reason.strip_prefix("error: ").unwrap_or(reason);
            Err(reason.to_owned())
        }
    }
}

/// Translates what both syntaxes write differently; the rest is copied.
fn translate(pattern: &str) -> Result<String, String> {
    let mut translated = String::new();
    let mut rest = pattern.chars().peekable();
    let mut in_class = false;
    while let Some(c) = rest.next() {
        match c {
            '\\' => {
                let escaped = rest.next().ok_or("it ends with a backslash")?;
                escape_sequence(escaped, in_class, &mut translated)?;
            }
            '[' if !in_class => {
                in_class = true;
                translated.push('[');
                if rest.next_if_eq(&'^').is_some() {
                    translated.push('^');
                }
                if rest.peek() == Some(&']') {
                    return Err("it has an empty class".to_owned());
                }
            }
            ']' if in_class => {
                in_class = false;
                translated.push(']');
            }
            // Classes have no operators in ECMA 262, and are not nested.
            '[' | '&' | '~' if in_class => translated.extend(['\\', c]),
            '.' if !in_class => translated.push_str(r"[^\n\r\u{2028}\u{2029}]"),
            '-' if in_class && rest.peek() == Some(&'-') => translated.push_str(r"\-"),
            '(' if !in_class => {
                translated.push('(');
                let mut ahead = rest.clone();
                if ahead.next() == Some('?') {
                    let kind: String = ahead.take(2).collect();
                    if kind.starts_with(['=', '!']) || ["<=", "<!"].contains(&&*kind) {
                        let assertion = escape::code(&format!(
                            "(?{}",
                            kind.trim_end_matches(|c: char| !"=!<".contains(c))
                        ));
                        return Err(format!("it has an assertion about neighbors, {assertion}"));
                    }
                }
            }
            c => translated.push(c),
        }
    }
    Ok(translated)
}

fn escape_sequence(escaped: char, in_class: bool, translated: &mut String) -> Result<(), String> {
    let class = |class: &str| format!("[{class}]");
    match escaped {
        'd' => translated.push_str("[0-9]"),
        'D' => translated.push_str("[^0-9]"),
        'w' => translated.push_str("[0-9A-Za-z_]"),
        'W' => translated.push_str("[^0-9A-Za-z_]"),
        's' => translated.push_str(&class(SPACE)),
        'S' => translated.push_str(&class(&format!("^{SPACE}"))),
        'b' if in_class => translated.push_str(r"\x08"),
        'b' | 'B' => {
            return Err(format!(
                "it has a word boundary, {}",
                escape::code(&format!("\\{escaped}"))
            ));
        }
        '0' => translated.push_str(r"\x00"),
        '1'..='9' | 'k' => return Err("it has a back-reference".to_owned()),
        'f' => translated.push_str(r"\x0C"),
        'v' => translated.push_str(r"\x0B"),
        'n' | 'r' | 't' | 'x' | 'u' | 'p' | 'P' => translated.extend(['\\', escaped]),
        c if c.is_ascii_alphanumeric() => {
            return Err(format!(
                "it has an unknown escape, {}",
                escape::code(&format!("\\{c}"))
            ));
        }
        // A backslash before any other character means that character.
        c => translated.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
    }
    Ok(())
}

#[cfg(test)]
mod tests;
