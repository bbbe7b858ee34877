//! Blocks that hold blocks: what is open, and what becomes of it when it is closed.

use super::tree::{Block, Piece, Style};

/// How deep blocks are nested at most: what is deeper is said without its frame. The depth of calls
/// over the tree is bounded by it.
const DEPTH: usize = 24;

/// What holds blocks.
#[derive(Debug)]
pub(super) enum Frame {
    /// Numbered from a number on, or not.
    List(Option<u64>),
    Item,
    /// With a word that comes first, in bold.
    Quote(Option<&'static str>),
    Table,
    Row,
    Cell,
}

/// Which frame a closing tag means.
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

/// A frame that is open, with what it holds so far.
#[derive(Debug)]
struct Open {
    frame: Frame,
    blocks: Vec<Block>,
    /// Of lists the items, of rows the cells.
    parts: Vec<Vec<Block>>,
    /// Of tables.
    rows: Vec<Vec<Vec<Block>>>,
}

/// All frames that are open, and the blocks that are in none.
#[derive(Debug, Default)]
pub(super) struct Frames {
    done: Vec<Block>,
    open: Vec<Open>,
    /// Frames that were too deep to be opened.
    deeper: usize,
}

impl Frames {
    /// Opens a frame; an item, a row or a cell closes the one before it.
    pub(super) fn open(&mut self, frame: Frame) {
        let kind = frame.kind();
        match kind {
            Kind::List | Kind::Quote | Kind::Table if self.open.len() + 3 > DEPTH => {
                self.deeper += 1;
                return;
            }
            Kind::Item | Kind::Row | Kind::Cell if self.deeper > 0 => return,
            Kind::List | Kind::Quote | Kind::Table => {}
            Kind::Item => self.within(Kind::List, Frame::List(None)),
            Kind::Row => self.within(Kind::Table, Frame::Table),
            Kind::Cell => {
                if !self.is_open(Kind::Table) {
                    return;
                }
                match self.nearest(&[Kind::Row, Kind::Table]) {
                    Some(Kind::Row) => self.within(Kind::Row, Frame::Row),
                    _ => self.open(Frame::Row),
                }
            }
        }
        self.push(frame);
    }

    /// Closes the nearest frame of a kind and what is open in it; nothing where none is open.
    pub(super) fn close(&mut self, kind: Kind) {
        if self.deeper > 0 {
            let counts = matches!(kind, Kind::List | Kind::Quote | Kind::Table);
            self.deeper -= usize::from(counts);
            return;
        }
        if let Some(index) = self.position(kind) {
            while self.open.len() > index {
                self.pop();
            }
        }
    }

    /// Whether an item, which may go on, is open in the nearest list.
    pub(super) fn is_in_item(&self) -> bool {
        self.nearest(&[Kind::Item, Kind::List]) == Some(Kind::Item)
    }

    /// All blocks.
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

    /// Closes what is open within the nearest frame of `kind`, or opens one.
    fn within(&mut self, kind: Kind, otherwise: Frame) {
        match self.position(kind) {
            Some(index) => {
                while self.open.len() > index + 1 {
                    self.pop();
                }
            }
            None => self.push(otherwise),
        }
    }

    fn push(&mut self, frame: Frame) {
        self.open.push(Open {
            frame,
            blocks: Vec::new(),
            parts: Vec::new(),
            rows: Vec::new(),
        });
    }

    fn pop(&mut self) {
        let Some(closed) = self.open.pop() else {
            return;
        };
        let holder = self.open.last_mut();
        match (closed.frame, holder) {
            (Frame::List(_), _) if closed.parts.is_empty() => {}
            (Frame::List(start), _) => self.block(Block::List(start, closed.parts)),
            (Frame::Quote(_), _) if closed.blocks.is_empty() => {}
            (Frame::Quote(_), _) => self.block(Block::Quote(closed.blocks)),
            (Frame::Table, _) if closed.rows.is_empty() => {}
            (Frame::Table, _) => self.block(Block::Table(closed.rows)),
            (Frame::Item, Some(list)) if !closed.blocks.is_empty() => {
                list.parts.push(closed.blocks);
            }
            (Frame::Cell, Some(row)) => row.parts.push(closed.blocks),
            (Frame::Row, Some(table)) => {
                if closed.parts.iter().any(|cell| !cell.is_empty()) {
                    table.rows.push(closed.parts);
                }
            }
            (Frame::Item | Frame::Cell | Frame::Row, _) => {}
        }
    }

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
                    if let Block::Paragraph(own) = &mut block {
                        pieces.push(Piece::Text(" ".to_owned(), Style::default()));
                        pieces.append(own);
                        *own = pieces;
                    } else {
                        open.blocks.push(Block::Paragraph(pieces));
                    }
                }
                open.blocks.push(block);
            }
            Frame::Item | Frame::Cell => open.blocks.push(block),
            // What stands between items, or between cells, is one of them.
            Frame::List(_) | Frame::Row => open.parts.push(vec![block]),
            Frame::Table => open.rows.push(vec![vec![block]]),
        }
    }
}
