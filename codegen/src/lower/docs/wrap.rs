//! Breaks the long lines of Markdown that is used unchanged.

use super::WIDTH;
use crate::printable::escape;

/// Wraps paragraphs; lines that are not prose (lists, code, tables, headings) stay as they are.
pub(super) fn wrap(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    // The fence that ends the open code block.
    let mut open_fence = None;
    for line in text.trim_end().lines() {
        let fence = ["```", "~~~"]
            .into_iter()
            .find(|fence| line.trim_start().starts_with(fence));
        let is_unchanged =
            open_fence.is_some() || fence.is_some() || line.starts_with(['|', '#', '>', ' ', '\t']);
        open_fence = match open_fence {
            None => fence,
            open if open == fence => None,
            open => open,
        };
        if is_unchanged || line.chars().count() <= WIDTH {
            lines.push(line.trim_end().to_owned());
            continue;
        }
        let indent = &" ".repeat(marker_width(line))[..];
        let mut current = String::new();
        for word in words(line) {
            let width = current.chars().count() + 1 + word.chars().count();
            // No line may begin with a word that would start an item, a heading or another block.
            let breaks = width > WIDTH && !escape::begins_block(word);
            if !current.is_empty() && breaks {
                lines.push(std::mem::replace(&mut current, indent.to_owned()));
            } else if !current.is_empty() && current != indent {
                current.push(' ');
            }
            current.push_str(word);
        }
        lines.push(current);
    }
    lines
}

/// Returns the width of the list marker at the start of a line; 0 if there is none.
fn marker_width(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let markers = match digits {
        0 => ["- ", "* "],
        _ => [". ", ") "],
    };
    let is_item = markers.iter().any(|marker| rest.starts_with(marker));
    if is_item { digits + 2 } else { 0 }
}

/// Splits a line into words; a code span is one word, because a break in it would be visible.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut spans = Spans::default();
    for (index, character) in line.char_indices() {
        spans.push(character);
        if character == ' ' && spans.open == 0 {
            words.push(&line[start..index]);
            start = index + 1;
        }
    }
    words.push(&line[start..]);
    words.retain(|word| !word.is_empty());
    words
}

/// Tracks code spans, which end with as many backticks as they begin with.
#[derive(Default)]
struct Spans {
    /// The number of backticks that opened the span; 0 if none is open.
    open: usize,
    /// The number of consecutive backticks just read.
    run: usize,
}

impl Spans {
    fn push(&mut self, character: char) {
        if character == '`' {
            self.run += 1;
            return;
        }
        match self.open {
            0 => self.open = self.run,
            open if open == self.run => self.open = 0,
            _ => {}
        }
        self.run = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::super::WIDTH;
    use super::wrap;

    #[test]
    fn prose_is_wrapped_between_words() {
        let text = "word ".repeat(60);
        let lines = wrap(&text);
        assert!(lines.len() > 2);
        assert!(lines.iter().all(|line| line.len() <= WIDTH), "{lines:#?}");
        assert_eq!(lines.join(" "), text.trim_end());
    }

    #[test]
    fn code_spans_and_tables_are_not_broken() {
        let span = format!("a `{}` b", "x ".repeat(60));
        assert!(
            wrap(&span)
                .iter()
                .any(|line| line.contains(&"x ".repeat(60)))
        );
        let table = format!("| {} |", "cell ".repeat(40));
        assert_eq!(wrap(&table), [table]);
    }

    #[test]
    fn list_items_are_indented_and_code_is_unchanged() {
        let item = format!("- {}", "word ".repeat(40));
        let lines = wrap(&item);
        assert!(lines[1].starts_with("  word"), "{lines:#?}");
        let code = format!("```\n{}\n```", "x ".repeat(100));
        assert_eq!(wrap(&code).len(), 3);
    }

    #[test]
    fn numbered_items_are_indented() {
        let item = format!("12. {}", "word ".repeat(40));
        let lines = wrap(&item);
        assert!(lines[1].starts_with("    word"), "{lines:#?}");
    }

    #[test]
    fn no_line_begins_with_a_word_that_starts_a_block() {
        for word in ["-", "+", "*", "#", "1.", ">", "===", "~~~"] {
            let text = format!("{} {word} more", "x".repeat(WIDTH));
            let lines = wrap(&text);
            assert_eq!(
                lines,
                [format!("{} {word}", "x".repeat(WIDTH)), "more".to_owned()]
            );
        }
    }
}
