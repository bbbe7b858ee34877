//! The transcript of a script: the observed requests and results, line by line.

use std::fmt::{Debug, Display};

use crate::connector::SentRequest;
use crate::outcome::Outcome;

/// The lines that a script writes for one client.
#[derive(Debug, Default)]
pub struct Transcript {
    lines: Vec<String>,
    failed_checks: Vec<String>,
    hidden: Vec<(String, String)>,
}

impl Transcript {
    /// Returns the lines so far.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Returns the names of the checks that failed.
    pub fn failed_checks(&self) -> &[String] {
        &self.failed_checks
    }

    /// Writes one or more lines.
    pub fn note(&mut self, message: impl Display) {
        let mut message = message.to_string();
        for (from, to) in &self.hidden {
            message = message.replace(from, to);
        }
        self.lines.extend(message.lines().map(str::to_owned));
    }

    /// Writes a name and a value.
    pub fn show(&mut self, name: &str, value: &dyn Debug) {
        self.note(format_args!("{name}: {value:?}"));
    }

    /// Replaces `from` by `to` in later lines, for details such as ports that differ in every run.
    pub fn hide(&mut self, from: impl Into<String>, to: &str) {
        self.hidden.push((from.into(), to.to_owned()));
    }

    /// Checks a condition for each client separately, in case both are wrong in the same way.
    pub fn check(&mut self, name: impl Display, passes: bool) {
        if !passes {
            self.failed_checks.push(name.to_string());
        }
    }

    /// Writes the outcome of a call.
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
        for message in &outcome.messages {
            self.note(format_args!("    {message}"));
        }
        if !outcome.debug.is_empty() {
            let debug: Vec<_> = outcome.debug.iter().map(|line| line.trim()).collect();
            self.note(format_args!("    {}", debug.join(" ")));
        }
    }

    /// Writes a complete request.
    pub fn request(&mut self, request: &SentRequest) {
        self.note(format_args!("  {} {}", request.method, request.uri));
        for (name, value) in &request.headers {
            self.note(format_args!("    {name}: {value}"));
        }
        self.note(format_args!("    {}", request.body));
    }
}
