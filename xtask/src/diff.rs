//! Unified diffs of files.

use similar::TextDiff;

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

#[cfg(test)]
mod tests {
    use super::unified;

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
}
