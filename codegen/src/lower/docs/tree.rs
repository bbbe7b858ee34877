//! The structure of a documentation text, independent of its source format.

use std::rc::Rc;

/// A paragraph, list or other block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(Vec<Piece>),
    /// The level, 1 to 6, and the heading.
    Heading(usize, Vec<Piece>),
    /// The language, and the code.
    Code(String, String),
    /// The first number if the items are numbered, and the items.
    List(Option<u64>, Vec<Vec<Block>>),
    Quote(Vec<Block>),
    /// Rows of cells; the first row is the header.
    Table(Vec<Vec<Vec<Block>>>),
}

/// A run of text in one style, including spaces at its ends, or a line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String, Style),
    Break,
}

/// The style of a piece.
///
/// Styles are stored per piece, not as a tree, so that deeply nested tags cause no deep recursion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) code: bool,
    pub(super) link: Option<Rc<Link>>,
}

/// The target of a link.
///
/// Links are compared by address: two links are equal only if they come from the same element.
#[derive(Debug)]
pub(super) enum Link {
    /// A URL, absolute or relative.
    Url(String),
    /// The item that the text names.
    Item,
}

impl PartialEq for Link {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Link {}

/// Returns the text of pieces, without any markup except code spans.
pub(super) fn plain(pieces: &[Piece]) -> String {
    let mut text = String::new();
    let mut in_code = false;
    for piece in pieces {
        let (piece_text, code) = match piece {
            Piece::Text(text, style) => (&**text, style.code),
            Piece::Break => (" ", false),
        };
        if code != in_code {
            text.push('`');
        }
        in_code = code;
        text.push_str(piece_text);
    }
    if in_code {
        text.push('`');
    }
    text
}

/// Returns the text of blocks in one line, without any markup except code spans.
pub(super) fn line(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    collect(blocks, &mut lines);
    let words = lines.iter().flat_map(|line| line.split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

/// Collects the lines of blocks; `frames` limits how deeply they nest.
fn collect(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(pieces) | Block::Heading(_, pieces) => lines.push(plain(pieces)),
            Block::Code(_, text) => lines.push(text.clone()),
            Block::List(_, items) => items.iter().for_each(|item| collect(item, lines)),
            Block::Quote(blocks) => collect(blocks, lines),
            Block::Table(rows) => rows.iter().flatten().for_each(|cell| collect(cell, lines)),
        }
    }
}
