//! What a script writes down: what the other side saw and what the caller got, line by line.

use std::fmt::{Debug, Display};

use crate::outcome::Outcome;
use crate::wire::Sent;

/// The lines of one script, run with one client.
#[derive(Debug, Default)]
pub struct Transcript {
    lines: Vec<String>,
    broken: Vec<String>,
    hidden: Vec<(String, String)>,
}

impl Transcript {
    /// The lines so far.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// What a script says of itself and was not so.
    pub fn broken(&self) -> &[String] {
        &self.broken
    }

    /// Writes a line, or several.
    pub fn note(&mut self, text: impl Display) {
        let mut text = text.to_string();
        for (from, to) in &self.hidden {
            text = text.replace(from, to);
        }
        self.lines.extend(text.lines().map(str::to_owned));
    }

    /// Writes what something is called and what it is.
    pub fn show(&mut self, what: &str, value: &dyn Debug) {
        self.note(format_args!("{what}: {value:?}"));
    }

    /// From now on writes `to` in the place of `from`, which is of no account and different in
    /// every run: a port.
    pub fn hide(&mut self, from: impl Into<String>, to: &str) {
        self.hidden.push((from.into(), to.to_owned()));
    }

    /// Both clients could be wrong alike: says what must hold of each.
    pub fn check(&mut self, what: impl Display, holds: bool) {
        if !holds {
            self.broken.push(what.to_string());
        }
    }

    /// Writes what a caller got.
    pub fn outcome(&mut self, outcome: &Outcome) {
        let mut line = format!("  got {}", outcome.kind);
        let fields = [
            ("variant", &outcome.variant),
            ("code", &outcome.code),
            ("message", &outcome.message),
            ("request id", &outcome.request_id),
        ];
        for (name, value) in fields {
            if let Some(value) = value {
                line = format!("{line}, {name} {value:?}");
            }
        }
        if let Some(status) = outcome.status {
            line = format!("{line}, status {status}");
        }
        self.note(line);
        for text in &outcome.texts {
            self.note(format_args!("    {text}"));
        }
        if !outcome.shown.is_empty() {
            let shown: Vec<_> = outcome.shown.iter().map(|line| line.trim()).collect();
            self.note(format_args!("    {}", shown.join(" ")));
        }
    }

    /// Writes a request, all of it.
    pub fn request(&mut self, sent: &Sent) {
        self.note(format_args!("  {} {}", sent.method, sent.uri));
        for (name, value) in &sent.headers {
            self.note(format_args!("    {name}: {value}"));
        }
        self.note(format_args!("    {}", sent.body));
    }
}
