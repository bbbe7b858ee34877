//! Output and exit codes of the commands.

use std::io::{self, IsTerminal, Write};

use codegen::diff::Failure;
use codegen::{Diagnostics, Sources, Style};

/// The exit code if `--check` found a difference, a test failed or a figure is past its limit.
pub(crate) const FAILED: u8 = 1;
/// The exit code for all other errors, such as an invalid model.
pub(crate) const ERROR: u8 = 2;

/// Prints to stdout. A closed pipe (`| head`) is not an error.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Prints the diagnostics to stderr, if there are any.
pub(crate) fn report(diagnostics: &Diagnostics, sources: &Sources<'_>) {
    let text = codegen::report(diagnostics, sources, style(&io::stderr()));
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Prints the diagnostics of two models that could not be compared.
pub(crate) fn report_failure(failure: &Failure, old: &Sources<'_>, new: &Sources<'_>) {
    for (diagnostics, sources) in [(&failure.old, old), (&failure.new, new)] {
        if let Some(diagnostics) = diagnostics {
            report(diagnostics, sources);
        }
    }
}

/// Returns `Style::Colored` if stdout is a terminal with colours.
pub(crate) fn stdout_style() -> Style {
    style(&io::stdout())
}

/// Returns `Style::Colored` if the stream is a terminal with colours.
///
/// The environment can turn colours off (`NO_COLOR`, `CLICOLOR=0`) or force them
/// (`CLICOLOR_FORCE`).
fn style(stream: &impl IsTerminal) -> Style {
    use anstyle_query as query;
    let on_terminal = || {
        stream.is_terminal()
            && query::clicolor().unwrap_or(true)
            && query::windows::enable_ansi_colors().unwrap_or(true)
            && query::term_supports_color()
    };
    match !query::no_color() && (query::clicolor_force() || on_terminal()) {
        true => Style::Colored,
        false => Style::Plain,
    }
}

/// Prints a line to stderr.
pub(crate) fn print_error(message: &str) {
    // There is nowhere else to report a failure to.
    let _ = writeln!(io::stderr().lock(), "{message}");
}
