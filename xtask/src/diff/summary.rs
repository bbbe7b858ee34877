//! The summary of a step of GitHub's workflows.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};

/// The variable with the path of the file.
const VARIABLE: &str = "GITHUB_STEP_SUMMARY";
/// GitHub drops a summary of more than 1,024 KiB.
const LIMIT: usize = 1_000_000;

/// Appends Markdown to the summary; elsewhere than in a workflow, there is none.
pub(super) fn append(markdown: &str) -> Result<()> {
    let Some(path) = std::env::var_os(VARIABLE).filter(|path| !path.is_empty()) else {
        return Ok(());
    };
    let append = |path: &Path| {
        let mut file = File::options().append(true).create(true).open(path)?;
        file.write_all(shortened(markdown).as_bytes())
    };
    append(Path::new(&path)).with_context(|| format!("cannot write the file of {VARIABLE}"))
}

/// Returns the text up to the last complete line that fits.
fn shortened(markdown: &str) -> String {
    if markdown.len() <= LIMIT {
        return markdown.to_owned();
    }
    let start = &markdown[..markdown.floor_char_boundary(LIMIT)];
    let start = start.rsplit_once('\n').map_or("", |(lines, _)| lines);
    format!("{start}\n\nThe rest is omitted: `cargo xtask diff --format markdown` prints all.\n")
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, shortened};

    #[test]
    fn long_summaries_end_with_a_complete_line() {
        let line = "- a line of é\n";
        let text = line.repeat(LIMIT / line.len() + 2);
        let short = shortened(&text);
        assert!(short.len() < LIMIT + 100, "{}", short.len());
        let (lines, rest) = short.split_once("\n\n").expect("a note");
        assert!(lines.ends_with("\n- a line of é") && rest.starts_with("The rest is omitted"));
        assert_eq!(shortened(line), line);
    }
}
