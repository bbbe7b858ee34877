//! The `focus` of a golden: the generated files and items that it shows.

use crate::excerpt;
use crate::files::Files;

/// The files and items that a golden is about.
pub(crate) struct Focus(Vec<Entry>);

struct Entry {
    path: String,
    /// The selectors of items; the complete file if there are none.
    selectors: Vec<String>,
}

impl Focus {
    /// Parses `PATH` and `PATH: SELECTOR, SELECTOR` lines. Lines that begin with `#` are comments.
    pub(crate) fn parse(text: &str) -> Self {
        let lines = text.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let mut entries: Vec<Entry> = Vec::new();
        for line in lines {
            let (path, selectors) = line.split_once(": ").unwrap_or((line, ""));
            let parts = selectors.split(", ").filter(|part| !part.is_empty());
            let selectors: Vec<_> = parts.map(|part| part.trim().to_owned()).collect();
            match entries.iter_mut().find(|entry| entry.path == path) {
                Some(entry) => entry.selectors.extend(selectors),
                None => entries.push(Entry {
                    path: path.to_owned(),
                    selectors,
                }),
            }
        }
        Self(entries)
    }

    /// Returns the files and excerpts to show. `files` are those that differ from `minimal`'s.
    ///
    /// # Errors
    /// If entries match nothing. The error lists them.
    pub(crate) fn show(&self, files: &Files) -> Result<Files, Vec<String>> {
        let mut shown = Files::new();
        let mut faults = Vec::new();
        for Entry { path, selectors } in &self.0 {
            let excerpt = match files.get(path) {
                None => Err(vec![
                    "no such file, or the same file as in `minimal`".to_owned(),
                ]),
                Some(file) if selectors.is_empty() => Ok(file.clone()),
                Some(file) => excerpt::excerpt(file, selectors),
            };
            match excerpt {
                Ok(excerpt) => {
                    shown.insert(path.clone(), excerpt);
                }
                Err(unused) => {
                    let unused = unused.iter();
                    faults.extend(unused.map(|selector| format!("{path}: {selector}")));
                }
            }
        }
        match faults.is_empty() {
            true => Ok(shown),
            false => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Focus;
    use crate::files::Files;

    fn show(focus: &str) -> Result<Files, Vec<String>> {
        let files = [("a.rs", "fn a() {}\n\nfn b() {}\n"), ("b.md", "# B\n")];
        let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
        Focus::parse(focus).show(&files.into())
    }

    #[test]
    fn files_are_shown_complete_or_by_item() {
        let shown = show("# About b.\n\na.rs: b\nb.md\n").expect("matching entries");
        assert_eq!(shown["a.rs"], "// …\n\nfn b() {}\n");
        assert_eq!(shown["b.md"], "# B\n");
        let shown = show("a.rs: a\na.rs: b\n").expect("matching entries");
        assert_eq!(shown["a.rs"], "fn a() {}\n\nfn b() {}\n");
    }

    #[test]
    fn entry_that_matches_nothing_is_an_error() {
        let faults = show("a.rs: b, c\nc.rs\n").expect_err("two entries match nothing");
        let expected = [
            "a.rs: c",
            "c.rs: no such file, or the same file as in `minimal`",
        ];
        assert_eq!(faults, expected);
    }
}
