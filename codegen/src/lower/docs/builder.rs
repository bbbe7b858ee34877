//! Builds blocks from opening and closing events, in any order.

use std::rc::Rc;

use super::frames::{Frame, Frames, Kind};
use super::tree::{Block, Link, Piece, Style};

/// The blocks so far, and the open paragraph with its styles.
#[derive(Debug, Default)]
pub(super) struct Builder {
    frames: Frames,
    pieces: Vec<Piece>,
    heading_level: Option<usize>,
    /// The text of the open code block.
    code_block: Option<String>,
    /// The language of the open code block.
    language: String,
    /// The number of open bold styles; likewise `italic` and `code`.
    bold: usize,
    italic: usize,
    code: usize,
    link: Option<Rc<Link>>,
}

impl Builder {
    /// Adds text in the current style.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code_block {
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
            Some(Piece::Text(last, last_style)) if *last_style == style => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned(), style)),
        }
    }

    /// Breaks the line; two breaks end the paragraph.
    pub(super) fn line_break(&mut self) {
        if let Some(code) = &mut self.code_block {
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
        adjust(&mut self.bold, on);
    }

    pub(super) fn italic(&mut self, on: bool) {
        adjust(&mut self.italic, on);
    }

    pub(super) fn code(&mut self, on: bool) {
        adjust(&mut self.code, on);
    }

    pub(super) fn link(&mut self, link: Option<Link>) {
        self.link = link.map(Rc::new);
    }

    /// Begins a code block.
    pub(super) fn begin_code_block(&mut self, language: &str) {
        if self.code_block.is_none() {
            self.end_paragraph();
            self.code_block = Some(String::new());
            language.clone_into(&mut self.language);
        }
    }

    /// Ends the open code block.
    pub(super) fn end_code_block(&mut self) {
        let Some(text) = self.code_block.take() else {
            return;
        };
        let text = text.trim_end().trim_start_matches(['\n', '\r']);
        if !text.trim().is_empty() {
            let language = std::mem::take(&mut self.language);
            self.frames.block(Block::Code(language, text.to_owned()));
        }
        // Styles that were opened in the code end with it.
        self.end_paragraph();
    }

    pub(super) fn heading(&mut self, level: usize) {
        self.end_paragraph();
        if self.code_block.is_none() {
            self.heading_level = Some(level.min(6));
        }
    }

    /// Ends the paragraph and all open styles. In a code block, it only breaks the line.
    pub(super) fn end_paragraph(&mut self) {
        if let Some(code) = &mut self.code_block {
            code.push('\n');
            return;
        }
        (self.bold, self.italic, self.code) = (0, 0, 0);
        self.link = None;
        let heading_level = self.heading_level.take();
        let mut pieces = std::mem::take(&mut self.pieces);
        while matches!(pieces.last(), Some(Piece::Break)) {
            pieces.pop();
        }
        let has_text = |piece: &Piece| match piece {
            Piece::Text(text, _) => !text.trim().is_empty(),
            Piece::Break => false,
        };
        if !pieces.iter().any(has_text) {
            return;
        }
        self.frames.block(match heading_level {
            Some(level) => Block::Heading(level, pieces),
            None => Block::Paragraph(pieces),
        });
    }

    /// Opens a frame; an item, row or cell closes the one before it.
    pub(super) fn open(&mut self, frame: Frame) {
        self.end_paragraph();
        if self.code_block.is_none() {
            self.frames.open(frame);
        }
    }

    /// Closes the nearest open frame of a kind, if any, and everything open in it.
    pub(super) fn close(&mut self, kind: Kind) {
        self.end_paragraph();
        if self.code_block.is_none() {
            self.frames.close(kind);
        }
    }

    /// Returns `true` if an item is open in the nearest list.
    pub(super) fn is_in_item(&self) -> bool {
        self.frames.is_in_item()
    }

    /// Closes everything that is open and returns all blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_code_block();
        self.end_paragraph();
        self.frames.finish()
    }
}

/// Increments or decrements the depth of a style.
fn adjust(depth: &mut usize, on: bool) {
    *depth = match on {
        true => depth.saturating_add(1),
        false => depth.saturating_sub(1),
    };
}
