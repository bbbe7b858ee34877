//! What a command says, and its exit codes.

use std::io::{self, Write};

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

/// Prints a line to stderr. There is nowhere to report a failure to.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
