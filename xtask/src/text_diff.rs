//! Unified diffs of files.

use codegen::Style;
use similar::TextDiff;

/// The number of lines of one file's diff, and of all diffs, that [`limited`] keeps.
const LINES_OF_FILE: usize = 200;
const LINES: usize = 1_000;

/// Returns the unified diff from `old` to `new`, empty if they are equal.
///
/// `None` means that the file does not exist.
pub(crate) fn unified(path: &str, old: Option<&str>, new: Option<&str>) -> String {
    // `a/` before an absolute path would give two slashes in a row.
    let path = path.trim_start_matches('/');
    let header = |prefix: &str, text: Option<&str>| match text {
        Some(_) => format!("{prefix}/{path}"),
        None => "/dev/null".to_owned(),
    };
    let diff = TextDiff::from_lines(old.unwrap_or_default(), new.unwrap_or_default());
    diff.unified_diff()
        .header(&header("a", old), &header("b", new))
        .to_string()
}

/// Joins the diffs of files, without most of the lines of long ones.
pub(crate) fn limited(diffs: impl IntoIterator<Item = String>) -> String {
    let mut text = String::new();
    let mut left = LINES;
    let (mut omitted_files, mut omitted_lines) = (0, 0);
    for diff in diffs {
        let count = diff.lines().count();
        let shown = count.min(LINES_OF_FILE).min(left);
        if shown == 0 {
            omitted_files += usize::from(count > 0);
            omitted_lines += count;
            continue;
        }
        left -= shown;
        text.extend(diff.split_inclusive('\n').take(shown));
        if shown < count {
            text.push_str(&format!("… {} more lines of this file\n", count - shown));
        }
    }
    if omitted_files > 0 {
        text.push_str(&format!(
            "… {omitted_lines} more lines, of {omitted_files} more files\n"
        ));
    }
    text
}

/// Colours removed and added lines, as `git diff` does.
pub(crate) fn styled(diff: &str, style: Style) -> String {
    if style == Style::Plain {
        return diff.to_owned();
    }
    let color = |line: &str| match line.as_bytes() {
        [b'-', b'-', b'-', b' ', ..] | [b'+', b'+', b'+', b' ', ..] => "\x1b[1m",
        [b'-', ..] => "\x1b[31m",
        [b'+', ..] => "\x1b[32m",
        [b'@', ..] => "\x1b[36m",
        _ => "",
    };
    let lines = diff.lines().map(|line| match color(line) {
        "" => format!("{line}\n"),
        color => format!("{color}{line}\x1b[0m\n"),
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use codegen::Style;

    use super::{limited, styled, unified};

    #[test]
    fn diff_shows_changed_added_and_removed_files() {
        assert_eq!(
            unified("f", Some("a\nb\n"), Some("a\nc\n")),
            "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"
        );
        assert_eq!(
            unified("f", None, Some("a\n")),
            "--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+a\n"
        );
        assert_eq!(
            unified("f", Some("a\n"), None),
            "--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
        );
        assert_eq!(unified("f", Some("a\n"), Some("a\n")), "");
        assert!(unified("/f", None, Some("a\n")).starts_with("--- /dev/null\n+++ b/f\n"));
    }

    #[test]
    fn long_diffs_are_cut_with_the_number_of_omitted_lines() {
        let diff = |lines: usize| "+a\n".repeat(lines);
        assert_eq!(limited([diff(200), diff(3)]), diff(203));
        assert_eq!(
            limited([diff(201), diff(1)]),
            format!("{}… 1 more lines of this file\n{}", diff(200), diff(1))
        );
        let long = limited((0..7).map(|_| diff(200)));
        assert_eq!(
            long,
            format!("{}… 400 more lines, of 2 more files\n", diff(1_000))
        );
    }

    #[test]
    fn lines_are_colored_only_on_request() {
        let diff = "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n";
        assert_eq!(styled(diff, Style::Plain), diff);
        assert_eq!(
            styled(diff, Style::Colored),
            "\x1b[1m--- a/f\x1b[0m\n\x1b[1m+++ b/f\x1b[0m\n\x1b[36m@@ -1,2 +1,2 @@\x1b[0m\n a\n\
             \x1b[31m-b\x1b[0m\n\x1b[32m+c\x1b[0m\n"
        );
    }
}
