//! The report of `--check`.

use std::fmt::Write as _;

use crate::writer::Comparison;
use crate::{output, text_diff};

/// Describes the differences: diffs, then the list of files, then the files that are not generated.
///
/// `folder` is the folder's name, and `command` the command that removes the differences.
pub(super) fn report(comparison: &Comparison, folder: &str, command: Option<&str>) -> String {
    let Comparison {
        differences,
        strays,
    } = comparison;
    let diffs = differences.iter().map(|(path, old, new)| {
        text_diff::unified(&format!("{folder}/{path}"), old.as_deref(), new.as_deref())
    });
    let mut text = text_diff::styled(&text_diff::limited(diffs), output::stdout_style());
    // Writing to a `String` does not fail.
    if !differences.is_empty() {
        let files = match differences.len() {
            1 => "1 file differs".to_owned(),
            count => format!("{count} files differ"),
        };
        let _ = writeln!(text, "\n{files} from the generator's output:");
        for (path, old, new) in differences {
            let change = match (old, new) {
                (None, _) => "missing",
                (_, None) => "no longer generated",
                _ => "changed",
            };
            let _ = writeln!(text, "  {folder}/{path}: {change}");
        }
        if let Some(command) = command {
            let _ = writeln!(text, "to fix this, run: {command}");
        }
    }
    if !strays.is_empty() {
        let files = match strays.len() {
            1 => "1 file is".to_owned(),
            count => format!("{count} files are"),
        };
        let _ = writeln!(
            text,
            "\n{files} not generated; `generate` leaves such files alone:"
        );
        for path in strays {
            let _ = writeln!(text, "  {folder}/{path}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::report;
    use crate::writer::Comparison;

    #[test]
    fn report_ends_with_the_lists_of_files() {
        let string = |text: &str| Some(text.to_owned());
        let comparison = Comparison {
            differences: vec![
                ("a".to_owned(), string("1\n"), string("2\n")),
                ("b".to_owned(), None, string("")),
                ("c".to_owned(), string(""), None),
            ],
            strays: vec!["build.rs".to_owned()],
        };
        assert_eq!(
            report(&comparison, "out", Some("cargo xtask generate")),
            "--- a/out/a\n+++ b/out/a\n@@ -1 +1 @@\n-1\n+2\n\
             \n3 files differ from the generator's output:\n  out/a: changed\n  out/b: missing\n  \
             out/c: no longer generated\nto fix this, run: cargo xtask generate\n\
             \n1 file is not generated; `generate` leaves such files alone:\n  out/build.rs\n"
        );
        let equal = Comparison {
            differences: Vec::new(),
            strays: Vec::new(),
        };
        assert_eq!(report(&equal, "out", None), "");
    }
}
