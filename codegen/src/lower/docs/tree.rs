//! What a text of documentation says, whatever it is written in.

use std::rc::Rc;

/// A paragraph, a list and the like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(Vec<Piece>),
    /// With its level, 1 to 6.
    Heading(usize, Vec<Piece>),
    /// The language of code, and the code.
    Code(String, String),
    /// Where the items are numbered, with the first number.
    List(Option<u64>, Vec<Vec<Block>>),
    Quote(Vec<Block>),
    /// Rows of cells; the first row is the head.
    Table(Vec<Vec<Vec<Block>>>),
}

/// A run of text in one style, spaces at its ends included, or the end of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String, Style),
    Break,
}

/// How a piece looks. Styles are said piece by piece, not as a tree, so that no depth of tags makes a
/// depth of calls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) code: bool,
    pub(super) link: Option<Rc<Link>>,
}

/// Where a piece leads. Two links are one only if they are the same in memory.
#[derive(Debug)]
pub(super) enum Link {
    /// To an address, absolute or not.
    To(String),
    /// To what the text names.
    Named,
}

impl PartialEq for Link {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Link {}

/// The text of pieces, without any markup but that of code.
pub(super) fn plain(pieces: &[Piece]) -> String {
    let mut text = String::new();
    let mut in_code = false;
    for piece in pieces {
        let (own, code) = match piece {
            Piece::Text(text, style) => (&**text, style.code),
            Piece::Break => (" ", false),
        };
        if code != in_code {
            text.push('`');
        }
        in_code = code;
        text.push_str(own);
    }
    if in_code {
        text.push('`');
    }
    text
}

/// The text of blocks in one line, without any markup but that of code.
pub(super) fn line(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    collect(blocks, &mut lines);
    let words = lines.iter().flat_map(|line| line.split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

/// Blocks are nested no deeper than the builder lets them be.
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
