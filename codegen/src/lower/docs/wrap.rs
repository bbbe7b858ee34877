//! Breaks the long lines of Markdown that stands as it is.

use super::{WIDTH, escape};

/// Wraps paragraphs; lines that are not prose (lists, code, tables, headings) stay as they are.
pub(super) fn wrap(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    // The fence that code ends with.
    let mut code = None;
    for line in text.trim_end().lines() {
        let fence = ["```", "~~~"]
            .into_iter()
            .find(|fence| line.trim_start().starts_with(fence));
        let verbatim =
            code.is_some() || fence.is_some() || line.starts_with(['|', '#', '>', ' ', '\t']);
        code = match code {
            None => fence,
            own if own == fence => None,
            own => own,
        };
        if verbatim || line.chars().count() <= WIDTH {
            lines.push(line.trim_end().to_owned());
            continue;
        }
        let indent = &" ".repeat(mark(line))[..];
        let mut current = String::new();
        for word in words(line) {
            let longer = current.chars().count() + 1 + word.chars().count();
            // A word that would begin an item, a heading or the like stays where it is.
            let breaks = longer > WIDTH && !escape::begins_block(word);
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

/// How far the text of an item is from the start of its line; 0 for lines that begin none.
fn mark(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let marks = match digits {
        0 => ["- ", "* "],
        _ => [". ", ") "],
    };
    let is_item = marks.iter().any(|mark| rest.starts_with(mark));
    if is_item { digits + 2 } else { 0 }
}

/// The words of a line; a code span is one word, for a break inside of it would show.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut in_code = Spans::default();
    for (index, character) in line.char_indices() {
        in_code.see(character);
        if character == ' ' && in_code.open == 0 {
            words.push(&line[start..index]);
            start = index + 1;
        }
    }
    words.push(&line[start..]);
    words.retain(|word| !word.is_empty());
    words
}

/// Code spans, which end with as many backticks as they begin with.
#[derive(Default)]
struct Spans {
    /// The backticks that the span began with; 0 where none is open.
    open: usize,
    /// Those that were just seen.
    run: usize,
}

impl Spans {
    fn see(&mut self, character: char) {
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
    fn code_spans_and_tables_stay_whole() {
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
    fn lists_hang_and_code_stays() {
        let item = format!("- {}", "word ".repeat(40));
        let lines = wrap(&item);
        assert!(lines[1].starts_with("  word"), "{lines:#?}");
        let code = format!("```\n{}\n```", "x ".repeat(100));
        assert_eq!(wrap(&code).len(), 3);
    }

    #[test]
    fn numbered_items_hang_too() {
        let item = format!("12. {}", "word ".repeat(40));
        let lines = wrap(&item);
        assert!(lines[1].starts_with("    word"), "{lines:#?}");
    }

    #[test]
    fn no_word_begins_a_line_that_makes_it_an_item() {
        for word in ["-", "+", "#", "1.", ">", "==="] {
            let text = format!("{} {word} more", "x".repeat(WIDTH));
            let lines = wrap(&text);
            assert_eq!(
                lines,
                [format!("{} {word}", "x".repeat(WIDTH)), "more".to_owned()]
            );
        }
    }
}
