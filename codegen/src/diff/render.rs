//! Reports as text.

mod markdown;
mod text;

use super::{Failure, Report, Version};

/// The format of a rendered report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines for a terminal.
    Text,
    /// Release notes.
    Markdown,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 2] = [Self::Text, Self::Markdown];

    /// Returns the format's name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
        }
    }
}

impl Report {
    /// Renders the report; the old crate has the version `current`.
    pub fn render(&self, format: Format, current: &Version) -> String {
        match format {
            Format::Text => text::report(self, current),
            Format::Markdown => markdown::report(self, current),
        }
    }
}

impl Failure {
    /// Renders the failure, which no format shows as an empty report.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Text => "error: the models were not compared\n".to_owned(),
            Format::Markdown => {
                "# The models were not compared\n\nAt least one of them has errors.\n".to_owned()
            }
        }
    }
}
