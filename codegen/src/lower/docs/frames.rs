//! Open frames: blocks that hold other blocks.

use super::tree::{Block, Piece, Style};

/// The maximum depth of nested blocks, which bounds the depth of recursion over the tree. Deeper
/// content is kept without its frame.
const DEPTH: usize = 24;

/// A block that holds blocks.
#[derive(Debug)]
pub(super) enum Frame {
    /// The first number if the items are numbered.
    List(Option<u64>),
    Item,
    /// A word to print first, in bold.
    Quote(Option<&'static str>),
    Table,
    Row,
    Cell,
}

/// The kind of frame that a closing tag closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    List,
    Item,
    Quote,
    Table,
    Row,
    Cell,
}

impl Frame {
    fn kind(&self) -> Kind {
        match self {
            Self::List(_) => Kind::List,
            Self::Item => Kind::Item,
            Self::Quote(_) => Kind::Quote,
            Self::Table => Kind::Table,
            Self::Row => Kind::Row,
            Self::Cell => Kind::Cell,
        }
    }
}

/// An open frame and its content so far.
#[derive(Debug)]
struct Open {
    frame: Frame,
    blocks: Vec<Block>,
    /// The items of a list, or the cells of a row.
    children: Vec<Vec<Block>>,
    /// The rows of a table.
    rows: Vec<Vec<Vec<Block>>>,
}

/// All open frames, and the blocks outside of them.
#[derive(Debug, Default)]
pub(super) struct Frames {
    done: Vec<Block>,
    open: Vec<Open>,
    /// The number of frames that were too deep to open.
    too_deep: usize,
}

impl Frames {
    /// Opens a frame; an item, row or cell closes the one before it.
    pub(super) fn open(&mut self, frame: Frame) {
        let kind = frame.kind();
        match kind {
            Kind::List | Kind::Quote | Kind::Table if self.open.len() + 3 > DEPTH => {
                self.too_deep += 1;
                return;
            }
            Kind::Item | Kind::Row | Kind::Cell if self.too_deep > 0 => return,
            Kind::List | Kind::Quote | Kind::Table => {}
            Kind::Item => self.return_to(Kind::List, Frame::List(None)),
            Kind::Row => self.return_to(Kind::Table, Frame::Table),
            Kind::Cell => {
                if !self.is_open(Kind::Table) {
                    return;
                }
                match self.nearest(&[Kind::Row, Kind::Table]) {
                    Some(Kind::Row) => self.return_to(Kind::Row, Frame::Row),
                    _ => self.open(Frame::Row),
                }
            }
        }
        self.push(frame);
    }

    /// Closes the nearest open frame of a kind, if any, and everything open in it.
    pub(super) fn close(&mut self, kind: Kind) {
        if self.too_deep > 0 {
            let is_counted = matches!(kind, Kind::List | Kind::Quote | Kind::Table);
            self.too_deep -= usize::from(is_counted);
            return;
        }
        if let Some(index) = self.position(kind) {
            while self.open.len() > index {
                self.pop();
            }
        }
    }

    /// Returns `true` if an item is open in the nearest list.
    pub(super) fn is_in_item(&self) -> bool {
        self.nearest(&[Kind::Item, Kind::List]) == Some(Kind::Item)
    }

    /// Closes all frames and returns all blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        while !self.open.is_empty() {
            self.pop();
        }
        self.done
    }

    fn position(&self, kind: Kind) -> Option<usize> {
        self.open.iter().rposition(|open| open.frame.kind() == kind)
    }

    fn is_open(&self, kind: Kind) -> bool {
        self.position(kind).is_some()
    }

    fn nearest(&self, kinds: &[Kind]) -> Option<Kind> {
        let mut open = self.open.iter().rev().map(|open| open.frame.kind());
        open.find(|kind| kinds.contains(kind))
    }

    /// Closes everything open within the nearest frame of `kind`, or opens `fallback`.
    fn return_to(&mut self, kind: Kind, fallback: Frame) {
        match self.position(kind) {
            Some(index) => {
                while self.open.len() > index + 1 {
                    self.pop();
                }
            }
            None => self.push(fallback),
        }
    }

    fn push(&mut self, frame: Frame) {
        self.open.push(Open {
            frame,
            blocks: Vec::new(),
            children: Vec::new(),
            rows: Vec::new(),
        });
    }

    fn pop(&mut self) {
        let Some(closed) = self.open.pop() else {
            return;
        };
        let holder = self.open.last_mut();
        match (closed.frame, holder) {
            (Frame::List(_), _) if closed.children.is_empty() => {}
            (Frame::List(start), _) => self.block(Block::List(start, closed.children)),
            (Frame::Quote(_), _) if closed.blocks.is_empty() => {}
            (Frame::Quote(_), _) => self.block(Block::Quote(closed.blocks)),
            (Frame::Table, _) if closed.rows.is_empty() => {}
            (Frame::Table, _) => self.block(Block::Table(closed.rows)),
            (Frame::Item, Some(list)) if !closed.blocks.is_empty() => {
                list.children.push(closed.blocks);
            }
            (Frame::Cell, Some(row)) => row.children.push(closed.blocks),
            (Frame::Row, Some(table)) => {
                if closed.children.iter().any(|cell| !cell.is_empty()) {
                    table.rows.push(closed.children);
                }
            }
            (Frame::Item | Frame::Cell | Frame::Row, _) => {}
        }
    }

    /// Adds a block to the innermost frame.
    pub(super) fn block(&mut self, mut block: Block) {
        let Some(open) = self.open.last_mut() else {
            self.done.push(block);
            return;
        };
        match &mut open.frame {
            Frame::Quote(lead) => {
                if let Some(lead) = lead.take() {
                    let bold = Style {
                        bold: true,
                        ..Style::default()
                    };
                    let mut pieces = vec![Piece::Text(format!("{lead}:"), bold)];
                    if let Block::Paragraph(paragraph) = &mut block {
                        pieces.push(Piece::Text(" ".to_owned(), Style::default()));
                        pieces.append(paragraph);
                        *paragraph = pieces;
                    } else {
                        open.blocks.push(Block::Paragraph(pieces));
                    }
                }
                open.blocks.push(block);
            }
            Frame::Item | Frame::Cell => open.blocks.push(block),
            // Content between items, or between cells, becomes one of them.
            Frame::List(_) | Frame::Row => open.children.push(vec![block]),
            Frame::Table => open.rows.push(vec![vec![block]]),
        }
    }
}
