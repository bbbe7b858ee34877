//! What a command says, and its exit codes.

use codegen::{Diagnostics, Sources, Style};
use std::io::{self, IsTerminal, Write};

/// Exit code: `--check` found a difference.
pub(crate) const DIFFERENT: u8 = 1;
/// Exit code: a model, overlay or flag cannot be used.
pub(crate) const BAD_INPUT: u8 = 2;

/// Prints to stdout. A reader that has seen enough (`| head`) is no error.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// Prints what was found to stderr; nothing where that is nothing.
pub(crate) fn report(found: &Diagnostics, sources: &Sources<'_>) {
    let text = codegen::report(found, sources, style());
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Colours on a terminal that knows them, unless the user wants none; or if they are wanted anyway.
fn style() -> Style {
    use anstyle_query as query;
    let on_terminal = || {
        io::stderr().is_terminal()
            && query::clicolor().unwrap_or(true)
            && query::windows::enable_ansi_colors().unwrap_or(true)
            && query::term_supports_color()
    };
    match !query::no_color() && (query::clicolor_force() || on_terminal()) {
        true => Style::Colored,
        false => Style::Plain,
    }
}

/// Prints a line to stderr. There is nowhere to report a failure to.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
