//! Lines and columns of a text, and excerpts for reports.

use std::ops::Range;

/// The maximum number of lines of a value that is shown completely.
const LINES: usize = 4;

/// The maximum length of an excerpt of complete lines, in bytes. Longer lines, as in a minified
/// model, are cut, because the renderer is slow on them.
const LONGEST: usize = 2000;

/// The number of bytes of a longer line shown before and after the start of the value.
const AROUND: usize = 300;

/// The starts of the lines of a text.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(index, _)| index + 1);
        let starts = [0].into_iter().chain(breaks).collect();
        Self { text, starts }
    }

    /// Returns the line and the column of a byte, from 1; columns count characters.
    pub(super) fn position(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let before = self.text.get(self.starts[line - 1]..byte);
        let column = before.unwrap_or_default().chars().count() + 1;
        (line, column)
    }
}

/// Returns the byte at the position of a serde_json error, which is that of the last byte read.
///
/// Lines and columns count from 1; columns are in bytes.
pub(crate) fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let breaks = text.match_indices('\n').map(|(index, _)| index + 1);
    let start = [0].into_iter().chain(breaks).nth(line.saturating_sub(1));
    let byte = start.unwrap_or(text.len()) + column.saturating_sub(1);
    text.floor_char_boundary(byte.min(text.len()))
}

/// An excerpt of a text that contains the start of a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt<'a> {
    pub(super) source: &'a str,
    /// The range of the value in the excerpt.
    pub(super) range: Range<usize>,
    /// `true` if the excerpt begins at the start of a line.
    pub(super) starts_line: bool,
}

/// Returns the excerpt for a range; `None` if the text does not have the range.
pub(super) fn excerpt(text: &str, range: Range<usize>) -> Option<Excerpt<'_>> {
    let value = text.get(range.clone())?;
    let line_start = text[..range.start].rfind('\n').map_or(0, |index| index + 1);
    let line_end = |from: usize| {
        let end = text[from..]
            .find('\n')
            .map_or(text.len(), |index| from + index);
        let line = &text[line_start..end];
        line_start + line.strip_suffix('\r').unwrap_or(line).len()
    };
    let mut end = range.end;
    if value.matches('\n').count() >= LINES || line_end(end) - line_start > LONGEST {
        end = end.min(line_end(range.start)).max(range.start);
    }
    let source = line_start..line_end(end).max(end);
    if source.len() <= LONGEST {
        return Some(Excerpt {
            source: &text[source],
            range: range.start - line_start..end - line_start,
            starts_line: true,
        });
    }
    let from = text.floor_char_boundary(range.start.saturating_sub(AROUND).max(line_start));
    let to = text.ceil_char_boundary((range.start + AROUND).min(source.end));
    Some(Excerpt {
        source: &text[from..to],
        range: range.start - from..end.min(to) - from,
        starts_line: from == line_start,
    })
}

#[cfg(test)]
mod tests {
    use super::{AROUND, LONGEST, Lines, byte_at, excerpt};

    #[test]
    fn columns_are_counted_in_characters() {
        let text = "a\nüöä b\r\n\nc";
        let lines = Lines::new(text);
        for (piece, position) in [("a", (1, 1)), ("ö", (2, 2)), ("b", (2, 5)), ("c", (4, 1))] {
            let byte = text.find(piece).expect(piece);
            assert_eq!(lines.position(byte), position, "{piece}");
        }
        assert_eq!(lines.position(text.len()), (4, 2));
        assert_eq!(Lines::new("").position(0), (1, 1));
    }

    #[test]
    fn positions_of_parse_errors_are_found() {
        for (text, at) in [
            ("{", 0),
            ("", 0),
            ("{\n  ü}", 4),
            ("[1,\n]", 4),
            ("1\n2", 2),
        ] {
            let error = serde_json::from_str::<serde_json::Value>(text).expect_err(text);
            assert_eq!(
                byte_at(text, error.line(), error.column()),
                at,
                "{text}: {error}"
            );
        }
        assert_eq!(byte_at("a\nb", 9, 9), 3);
    }

    #[test]
    fn short_values_are_shown_completely_and_long_ones_by_their_first_line() {
        let text = "{\n \"a\": {\n  \"b\": 1\n },\n \"c\": [\n  1,\n  2,\n  3,\n  4\n ]\n}\n";
        let shown = |from: &str, to: usize| {
            let start = text.find(from).expect(from);
            let excerpt = excerpt(text, start..to).expect("an excerpt");
            (excerpt.source, &excerpt.source[excerpt.range])
        };
        let end = text.find("},").expect("an end") + 1;
        assert_eq!(
            shown("{\n  \"b", end),
            (" \"a\": {\n  \"b\": 1\n },", "{\n  \"b\": 1\n }")
        );
        assert_eq!(shown("[", text.len() - 2), (" \"c\": [", "["));
    }

    #[test]
    fn long_lines_are_cut() {
        let text = format!("{}[{}]", "ä".repeat(LONGEST), "ö".repeat(LONGEST));
        let bracket = text.find('[').expect("a bracket");
        let end = excerpt(&text, bracket..text.len()).expect("an excerpt");
        assert!(!end.starts_line);
        assert!(end.source.len() <= 2 * AROUND + 8, "{}", end.source.len());
        assert!(end.source[end.range].starts_with("[ö"));
        let start = excerpt(&text, 0..text.len()).expect("an excerpt");
        assert!(start.starts_line && start.source.len() <= AROUND + 4);
    }

    #[test]
    fn invalid_ranges_have_no_excerpt() {
        assert_eq!(excerpt("ä", 1..2), None);
        assert_eq!(excerpt("a", 1..2), None);
        let end = excerpt("a\r\n", 3..3).expect("an end");
        assert_eq!((end.source, end.range), ("", 0..0));
        let end = excerpt("a\r\n", 2..2).expect("an end");
        assert_eq!((end.source, end.range), ("a\r", 2..2));
    }
}
