//! Puts blocks together from what opens and closes, in whatever order that comes.

use std::rc::Rc;

use super::frames::{Frame, Frames, Kind};
use super::tree::{Block, Link, Piece, Style};

/// What is open and what is done.
#[derive(Debug, Default)]
pub(super) struct Builder {
    frames: Frames,
    pieces: Vec<Piece>,
    heading: Option<usize>,
    /// Code as it stands.
    verbatim: Option<String>,
    /// The language of that code.
    language: String,
    bold: usize,
    italic: usize,
    code: usize,
    link: Option<Rc<Link>>,
}

impl Builder {
    /// Text in the style that is open.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.verbatim {
            code.push_str(text);
            return;
        }
        let style = Style {
            bold: self.bold > 0,
            italic: self.italic > 0,
            code: self.code > 0,
            link: self.link.clone(),
        };
        match self.pieces.last_mut() {
            Some(Piece::Text(last, own)) if *own == style => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned(), style)),
        }
    }

    /// Ends a line; two ends are the end of a paragraph.
    pub(super) fn line_break(&mut self) {
        if let Some(code) = &mut self.verbatim {
            code.push('\n');
            return;
        }
        while let Some(Piece::Text(text, _)) = self.pieces.last()
            && text.trim().is_empty()
        {
            self.pieces.pop();
        }
        match self.pieces.last() {
            Some(Piece::Break) => self.end_paragraph(),
            Some(_) => self.pieces.push(Piece::Break),
            None => {}
        }
    }

    pub(super) fn bold(&mut self, on: bool) {
        count(&mut self.bold, on);
    }

    pub(super) fn italic(&mut self, on: bool) {
        count(&mut self.italic, on);
    }

    pub(super) fn code(&mut self, on: bool) {
        count(&mut self.code, on);
    }

    pub(super) fn link(&mut self, link: Option<Link>) {
        self.link = link.map(Rc::new);
    }

    /// Begins code that stays as it is.
    pub(super) fn verbatim(&mut self, language: &str) {
        if self.verbatim.is_none() {
            self.end_paragraph();
            self.verbatim = Some(String::new());
            language.clone_into(&mut self.language);
        }
    }

    /// Ends it.
    pub(super) fn end_verbatim(&mut self) {
        let Some(text) = self.verbatim.take() else {
            return;
        };
        let text = text.trim_end().trim_start_matches(['\n', '\r']);
        if !text.trim().is_empty() {
            let language = std::mem::take(&mut self.language);
            self.frames.block(Block::Code(language, text.to_owned()));
        }
        // Styles that were opened in it end with it.
        self.end_paragraph();
    }

    pub(super) fn heading(&mut self, level: usize) {
        self.end_paragraph();
        if self.verbatim.is_none() {
            self.heading = Some(level.min(6));
        }
    }

    /// The paragraph ends, and with it whatever style is still open.
    pub(super) fn end_paragraph(&mut self) {
        if let Some(code) = &mut self.verbatim {
            code.push('\n');
            return;
        }
        (self.bold, self.italic, self.code) = (0, 0, 0);
        self.link = None;
        let heading = self.heading.take();
        let mut pieces = std::mem::take(&mut self.pieces);
        while matches!(pieces.last(), Some(Piece::Break)) {
            pieces.pop();
        }
        let says = |piece: &Piece| match piece {
            Piece::Text(text, _) => !text.trim().is_empty(),
            Piece::Break => false,
        };
        if !pieces.iter().any(says) {
            return;
        }
        self.frames.block(match heading {
            Some(level) => Block::Heading(level, pieces),
            None => Block::Paragraph(pieces),
        });
    }

    /// Opens a frame; an item, a row or a cell closes the one before it.
    pub(super) fn open(&mut self, frame: Frame) {
        self.end_paragraph();
        if self.verbatim.is_none() {
            self.frames.open(frame);
        }
    }

    /// Closes the nearest frame of a kind and what is open in it; nothing where none is open.
    pub(super) fn close(&mut self, kind: Kind) {
        self.end_paragraph();
        if self.verbatim.is_none() {
            self.frames.close(kind);
        }
    }

    /// Whether an item, which may go on, is open in the nearest list.
    pub(super) fn is_in_item(&self) -> bool {
        self.frames.is_in_item()
    }

    /// All blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_verbatim();
        self.end_paragraph();
        self.frames.finish()
    }
}

fn count(style: &mut usize, on: bool) {
    *style = match on {
        true => style.saturating_add(1),
        false => style.saturating_sub(1),
    };
}
