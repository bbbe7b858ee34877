//! Prints blocks as lines of Markdown.

use super::WIDTH;
use super::emphasis::Word;
use super::inline;
use super::scope::Scope;
use super::tree::Block;
use crate::printable::escape;

/// The minimum width of text, however deeply its list is nested.
const MIN_WIDTH: usize = 40;

/// Returns the lines of blocks.
pub(super) fn lines(blocks: &[Block], scope: &Scope<'_>) -> Vec<String> {
    let mut printer = Printer {
        scope,
        lines: Vec::new(),
        first: String::new(),
        rest: String::new(),
    };
    printer.blocks(blocks, true);
    printer.lines
}

struct Printer<'a> {
    scope: &'a Scope<'a>,
    lines: Vec<String>,
    /// The prefix of the next line.
    first: String,
    /// The prefix of the lines after it.
    rest: String,
}

impl Printer<'_> {
    fn line(&mut self, text: &str) {
        let line = format!("{}{text}", self.first);
        self.lines.push(line.trim_end().to_owned());
        self.first.clone_from(&self.rest);
    }

    fn blocks(&mut self, blocks: &[Block], spaced: bool) {
        let mut last: Option<(&Block, char)> = None;
        for block in blocks {
            // Adjacent lists are separate only if their markers differ.
            let marker = match (last, block) {
                (Some((Block::List(None, _), '-')), Block::List(None, _)) => '*',
                (Some((Block::List(Some(_), _), '.')), Block::List(Some(_), _)) => ')',
                (_, Block::List(Some(_), _)) => '.',
                _ => '-',
            };
            if last.is_some() && (spaced || !is_tight_after(block)) {
                self.line("");
            }
            self.block(block, marker);
            last = Some((block, marker));
        }
    }

    fn block(&mut self, block: &Block, marker: char) {
        match block {
            Block::Paragraph(pieces) => {
                let words = inline::words(pieces, self.scope);
                self.fill(&words);
            }
            Block::Heading(level, pieces) => {
                let mut text = inline::line(pieces, self.scope, false);
                // A `#` at the end would close the heading.
                if text.ends_with('#') {
                    text.insert(text.len() - 1, '\\');
                }
                self.line(&format!("{} {text}", "#".repeat(*level)));
            }
            Block::Code(language, text) => {
                let fence = "`".repeat(escape::longest_run(text, '`').max(2) + 1);
                self.line(&format!("{fence}{language}"));
                for line in text.lines() {
                    self.line(&line.replace('\t', "    "));
                }
                self.line(&fence);
            }
            Block::List(start, items) => self.list(*start, items, marker),
            Block::Quote(blocks) => self.within("> ", "> ", |printer| {
                printer.blocks(blocks, true);
            }),
            Block::Table(rows) => self.table(rows),
        }
    }

    /// Prints with longer prefixes: `first` for the first line, `rest` for those after it.
    fn within(&mut self, first: &str, rest: &str, print: impl FnOnce(&mut Self)) {
        let length = self.rest.len();
        self.first.push_str(first);
        self.rest.push_str(rest);
        print(self);
        self.rest.truncate(length);
        self.first.clone_from(&self.rest);
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], marker: char) {
        let spaced = items.iter().any(|item| {
            let mut later = item.iter().skip(1);
            later.any(|block| !is_tight_after(block))
                || matches!(item.first(), Some(Block::Table(_)))
        });
        // Markdown allows at most nine digits.
        let numbers = start.map(|start| start.min(999_999_999 - items.len() as u64)..);
        let mut numbers = numbers.into_iter().flatten();
        for (index, item) in items.iter().enumerate() {
            if index > 0 && spaced {
                self.line("");
            }
            let first = match numbers.next() {
                Some(number) => format!("{number}{marker} "),
                None => format!("{marker} "),
            };
            let rest = " ".repeat(first.len());
            self.within(&first, &rest, |printer| printer.blocks(item, spaced));
        }
    }

    /// Prints a table; if cells are not simple, a list of rows.
    fn table(&mut self, rows: &[Vec<Vec<Block>>]) {
        let is_simple = |cell: &Vec<Block>| matches!(&**cell, [] | [Block::Paragraph(_)]);
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if !rows.iter().flatten().all(is_simple) || columns < 2 {
            let rows: Vec<Vec<Block>> = rows.iter().map(|row| row.concat()).collect();
            let rows: Vec<_> = rows.into_iter().filter(|row| !row.is_empty()).collect();
            self.list(None, &rows, '-');
            return;
        }
        for (index, row) in rows.iter().enumerate() {
            let cells = (0..columns).map(|column| match row.get(column).map(|cell| &**cell) {
                Some([Block::Paragraph(pieces)]) => {
                    inline::line(pieces, self.scope, false).replace('|', "\\|")
                }
                _ => String::new(),
            });
            let cells = cells.collect::<Vec<_>>().join(" | ");
            self.line(&format!("| {cells} |"));
            if index == 0 {
                let rule = vec!["---"; columns].join(" | ");
                self.line(&format!("| {rule} |"));
            }
        }
    }

    /// Prints words as lines; a word that would begin a block gets a backslash at a line's start.
    fn fill(&mut self, words: &[Word]) {
        let start = self.rest.chars().count();
        let width = WIDTH.saturating_sub(start).max(MIN_WIDTH);
        let mut current = String::new();
        let mut length = 0;
        for (index, word) in words.iter().enumerate() {
            match word {
                Word::Text(text) => {
                    let added = text.chars().count();
                    if !current.is_empty() && length + 1 + added > width {
                        self.line(&std::mem::take(&mut current));
                        length = 0;
                    }
                    if current.is_empty() {
                        current = escape::first_word(text);
                    } else {
                        current.push(' ');
                        current.push_str(text);
                        length += 1;
                    }
                    length += added;
                }
                Word::Break => {
                    let has_more = words[index + 1..].iter().any(|word| *word != Word::Break);
                    if has_more && !current.is_empty() {
                        self.line(&format!("{current}\\"));
                        current.clear();
                        length = 0;
                    }
                }
            }
        }
        if !current.is_empty() {
            self.line(&current);
        }
    }
}

/// Returns `true` if a block can follow the first one of an item without a blank line.
fn is_tight_after(block: &Block) -> bool {
    matches!(block, Block::List(None | Some(1), _))
}
