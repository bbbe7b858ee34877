//! The report on a failed call, one paragraph for people.

use std::fmt::{Debug, Write as _};

use aws_smithy_types::error::ErrorMetadata;

use super::failure::{Stage, chain};
use super::{Facts, Failure, Hint, StandardKind};
use crate::error::Inner;

/// The maximum length of a message or cause in a report, in characters.
const MAX_LENGTH: usize = 500;

impl Failure<'_> {
    /// Returns a paragraph with all that is known: operation, kind, code, message, request ID,
    /// attempts, duration, causes, and a hint.
    ///
    /// It contains neither the body of the response nor a value of the request.
    pub fn report<K>(&self, facts: &Facts<K>) -> String
    where
        K: Copy + Debug + From<StandardKind>,
    {
        let kind = format!("{:?}", self.kind(facts));
        self.report_with(&kind, facts.hints)
    }

    // Not generic, so that it is not compiled in each application.
    fn report_with(&self, kind: &str, hints: &[Hint]) -> String {
        let meta = self.meta();
        let code = meta.code().filter(|code| !code.is_empty());
        let mut report = match self.operation {
            Some(operation) => format!("`{operation}` failed: "),
            None => "the call failed: ".to_owned(),
        };
        push_words(&mut report, kind);
        let status = self.raw.map(|raw| format!("HTTP {}", raw.status()));
        match (code, status) {
            (Some(code), Some(status)) => push(&mut report, format_args!(" ({code}, {status})")),
            (Some(code), None) => push(&mut report, format_args!(" ({code})")),
            (None, Some(status)) => push(&mut report, format_args!(" ({status})")),
            (None, None) => {}
        }
        let message = self.content.and_then(Inner::text).or(meta.message());
        if let Some(message) = message.filter(|message| !message.trim().is_empty()) {
            push(&mut report, format_args!(": {}", sentence(message)));
        }
        end(&mut report);
        let causes = self.causes(code, message);
        let mut separator = " Cause: ";
        for cause in &causes {
            report.push_str(separator);
            report.push_str(cause);
            separator = ": ";
        }
        end(&mut report);
        if !self.was_sent() {
            report.push_str(" The request was not sent.");
        }
        if let Some(attempts) = self.attempts() {
            let plural = if attempts == 1 { "" } else { "s" };
            push(&mut report, format_args!(" {attempts} attempt{plural}"));
            if let Some(elapsed) = self.elapsed() {
                push(&mut report, format_args!(" in {} ms", elapsed.as_millis()));
            }
            report.push('.');
        }
        if let Some(id) = self.request_id() {
            push(&mut report, format_args!(" Request ID: {id}."));
        }
        if let Some(hint) = self.hint(hints, kind) {
            push(&mut report, format_args!(" Hint: {hint}"));
            end(&mut report);
        }
        report
    }

    /// Returns the messages of the errors that caused this one, without those that repeat others.
    fn causes(&self, code: Option<&str>, message: Option<&str>) -> Vec<String> {
        let first = match self.stage {
            Stage::Construction(error) | Stage::Timeout(error) | Stage::Response(error) => error,
            Stage::Dispatch(error) => error,
            Stage::Service => match self.content {
                Some(Inner::Unhandled(source, _)) => source.error(),
                _ => return Vec::new(),
            },
        };
        let mut causes: Vec<String> = Vec::new();
        for error in chain(first) {
            if error.is::<ErrorMetadata>() {
                continue;
            }
            let text = sentence(&error.to_string());
            let repeats = text == "service error"
                || [code, message].contains(&Some(text.as_str()))
                || causes.iter().any(|cause| cause.contains(&text));
            if !repeats {
                causes.push(text);
            }
        }
        causes
    }

    /// Returns the first hint that applies, if the operation that it names is known.
    fn hint(&self, hints: &[Hint], kind: &str) -> Option<String> {
        let code = self.meta().code();
        let hint = hints.iter().find(|hint| {
            let is_operation = hint.operation.is_empty() || Some(hint.operation) == self.operation;
            is_operation && (Some(hint.error) == code || hint.error == kind)
        })?;
        match self.operation {
            Some(operation) => Some(hint.text.replace("{operation}", operation)),
            None if hint.text.contains("{operation}") => None,
            None => Some(hint.text.to_owned()),
        }
    }
}

/// Appends formatted text; writing to a string cannot fail.
fn push(report: &mut String, arguments: std::fmt::Arguments<'_>) {
    let _ = report.write_fmt(arguments);
}

/// Appends the name of a kind as words: `AccessDenied` as `access denied`.
fn push_words(report: &mut String, name: &str) {
    for (index, letter) in name.chars().enumerate() {
        if index > 0 && letter.is_uppercase() {
            report.push(' ');
        }
        report.extend(letter.to_lowercase());
    }
}

/// Returns `text` as a part of a sentence: one line of limited length, without control characters.
fn sentence(text: &str) -> String {
    let mut kept = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let separator = (length > 0).then_some(' ');
        for character in separator.into_iter().chain(word.chars()) {
            if length >= MAX_LENGTH {
                kept.push('…');
                return kept;
            }
            if !character.is_control() {
                kept.push(character);
                length += 1;
            }
        }
    }
    kept
}

/// Ends a sentence.
fn end(report: &mut String) {
    if !report.ends_with(['.', '!', '?', '…']) {
        report.push('.');
    }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_sentence_is_one_line_of_limited_length() {
        for (text, expected) in [
            ("", ""),
            (" \n", ""),
            (" a\t\r\n b  c ", "a b c"),
            ("a\u{1b}b", "ab"),
            ("é\u{a0}é", "é é"),
        ] {
            assert_eq!(sentence(text), expected, "{text:?}");
        }
        let full = "é".repeat(500);
        assert_eq!(sentence(&full), full);
        assert_eq!(sentence(&format!("{full} ")), full);
        assert_eq!(sentence(&format!("{full}a")), format!("{full}…"));
        assert_eq!(sentence(&format!("{full} a")), format!("{full}…"));
    }
}
