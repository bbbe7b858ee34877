//! Reports and failures as text.

mod github;
mod json;
mod markdown;
mod text;

use super::{Bump, Failure, Report, Side, Version};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::report::Style;

/// The format of a rendered report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines for a terminal, with all that is known about each difference.
    Text,
    /// Release notes.
    Markdown,
    /// One JSON object.
    Json,
    /// Annotations of GitHub's workflows; their summary is the release notes.
    GitHub,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Json, Self::GitHub];

    /// Returns the format's name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::GitHub => "github",
        }
    }
}

impl Report {
    /// Renders the report; the old crate has the version `current`.
    pub fn render(&self, format: Format, current: &Version, style: Style) -> String {
        match format {
            Format::Text => text::report(self, current, style),
            Format::Markdown => markdown::report(self, current),
            Format::Json => json::report(self, current),
            Format::GitHub => github::report(self, current),
        }
    }

    /// Returns the sentence that states the next version.
    fn verdict(&self, current: &Version) -> String {
        let next = self.next_version(current);
        let reason = match self.bump() {
            Bump::None => {
                return format!("The version stays {current}: nothing changes for users.");
            }
            Bump::Patch => "there is neither a breaking change nor an addition",
            Bump::Additive => "there are additions, but no breaking changes",
            Bump::Breaking => "there are breaking changes",
        };
        format!("The next version after {current} is {next}: {reason}.")
    }
}

impl Failure {
    /// Renders the failure. In no format does it look like a report without differences.
    pub fn render(&self, format: Format) -> String {
        let both = [(Side::Old, &self.old), (Side::New, &self.new)];
        let both = both.into_iter();
        let both = both.filter_map(|(side, diagnostics)| Some((side, diagnostics.as_ref()?)));
        let lists: Vec<(Side, &Diagnostics)> = both.collect();
        let names: Vec<_> = lists.iter().map(|(side, _)| side.as_str()).collect();
        let message = format!("the {} model has errors", names.join(" and the "));
        let diagnostics = lists.into_iter();
        let diagnostics = diagnostics
            .flat_map(|(side, list)| list.iter().map(move |diagnostic| (side, diagnostic)));
        failure(&message, &diagnostics.collect::<Vec<_>>(), format)
    }
}

/// Renders another reason for which two models were not compared, such as an unreadable file.
pub fn render_error(message: &str, format: Format) -> String {
    failure(message, &[], format)
}

fn failure(message: &str, diagnostics: &[(Side, &Diagnostic)], format: Format) -> String {
    match format {
        Format::Text => format!("The models were not compared: {message}.\n"),
        Format::Markdown => markdown::failure(message, diagnostics),
        Format::Json => json::failure(message, diagnostics),
        Format::GitHub => github::failure(message, diagnostics),
    }
}

impl Side {
    /// Returns the name of the side.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New => "new",
        }
    }
}
