//! Patterns in the syntax of the crate `regex`, with which clients check strings.
//!
//! Patterns are in ECMA 262's syntax, read with its flag `u`. Assertions about neighbors (`(?=`,
//! `(?<!`) and back-references have no counterpart; they would also give up linear time.

use std::cell::RefCell;
use std::collections::BTreeMap;

use regex::Regex;

use super::context::Context;
use crate::ast::{Shape, ids};
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::ir::{Client, Constraints};
use crate::printable::escape;

/// The whitespace of ECMA 262, as part of a class.
const SPACE: &str = r"\t\n\x0B\x0C\r\p{Z}\u{FEFF}";

/// The patterns of a model, each of which is compiled once, when it is first needed.
#[derive(Default)]
pub(super) struct Patterns(RefCell<BTreeMap<String, Result<Regex, String>>>);

impl Patterns {
    /// Calls `use_it` with the compiled pattern, or with one line about why clients cannot check it.
    pub(super) fn with<T>(
        &self,
        pattern: &str,
        use_it: impl FnOnce(Result<&Regex, &String>) -> T,
    ) -> T {
        let mut compiled = self.0.borrow_mut();
        if let Some(known) = compiled.get(pattern) {
            return use_it(known.as_ref());
        }
        let new = compiled.entry(pattern.to_owned());
        use_it(new.or_insert(compile(pattern)).as_ref())
    }
}

/// Sets the regular expressions of all patterns, and warns of those that clients cannot check.
pub(super) fn add(context: &Context<'_>, client: &mut Client, diagnostics: &mut Diagnostics) {
    let patterns = &context.patterns;
    let closure = context.types.closure;
    let inputs = closure.operations.iter();
    let inputs = inputs.filter_map(|operation| operation.input);
    let nested = closure.shapes.values();
    let nested = nested.filter_map(|(shape, usage)| usage.in_requests.then_some(*shape));
    for shape in inputs.chain(nested) {
        report(shape, patterns, diagnostics);
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
        set(constraints, patterns);
    }
}

fn set(constraints: &mut Constraints, patterns: &Patterns) {
    let pattern = constraints.pattern.as_deref();
    constraints.regex = pattern
        .and_then(|pattern| patterns.with(pattern, |regex| Some(regex.ok()?.as_str().to_owned())));
    let parts = [&mut constraints.element, &mut constraints.key];
    for part in parts.into_iter().flatten() {
        set(part, patterns);
    }
}

/// Warns of the patterns of a shape and its members that clients cannot check.
fn report(shape: &Shape, patterns: &Patterns, diagnostics: &mut Diagnostics) {
    let members = shape.members().map(|member| (&member.id, &member.traits));
    for (id, traits) in members.chain([(&shape.id, &shape.traits)]) {
        let pattern = traits.get(ids::PATTERN).and_then(|value| value.as_str());
        let error =
            pattern.and_then(|pattern| patterns.with(pattern, |regex| regex.err().cloned()));
        let Some(error) = error else {
            continue;
        };
        let reason = format!("clients cannot check the pattern: {error}");
        let help = "its documentation states the pattern, and `check` ignores it";
        diagnostics
            .shape_trait(Code::Pattern, id, ids::PATTERN, reason, help)
            .severity = Severity::Warning;
    }
}

/// Translates and compiles a pattern.
///
/// # Errors
/// If it is invalid or has no counterpart. The error is one line.
fn compile(pattern: &str) -> Result<Regex, String> {
    Regex::new(&translate(pattern)?).map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => "it is too large".to_owned(),
        error => {
            // The message shows the pattern, and ends with the reason.
            let message = error.to_string();
            let reason = message.lines().last().unwrap_or_default();
            let reason = reason.strip_prefix("error: ").unwrap_or(reason);
            reason.to_owned()
        }
    })
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
