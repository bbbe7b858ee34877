//! Pieces of text and tags in all sorts of orders: whatever comes out can stand in documentation,
//! and says what the text said.

use pulldown_cmark::{Event, Options, Parser};

use super::super::tree::{Block, Piece};
use super::super::{commonmark, html};
use super::shown;

const PIECES: [&str; 64] = [
    "<p>",
    "</p>",
    "<ul>",
    "</ul>",
    "<ol>",
    "</ol>",
    "<li>",
    "</li>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<code>",
    "</code>",
    "<a>",
    "<a href='https://e.com/a_b'>",
    "<a href='x.html'>",
    "</a>",
    "<pre>",
    "</pre>",
    "<br>",
    "<note>",
    "</note>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</tr>",
    "</table>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<h2>",
    "</h2>",
    "<odd>",
    " ",
    " ",
    " ",
    "\n",
    "word",
    "two",
    "- ",
    "1. ",
    "# ",
    "> ",
    "*",
    "_",
    "`",
    "``",
    "[",
    "](x)",
    "![",
    "<",
    "&lt;b&gt;",
    "&amp;lt;",
    "|",
    "\\",
    "~~~",
    "http://e.com/x_y",
    "(https://e.com).",
    "---",
    "==",
    "é—",
];

/// A text of some pieces, a different one for each seed.
fn soup(seed: u64) -> String {
    let mut state = seed;
    let mut next = || {
        // Knuth's constants for a linear congruential generator.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    let length = 1 + next() % 24;
    let pieces = (0..length).map(|_| PIECES[next() % PIECES.len()]);
    pieces.collect()
}

/// What readers see of Markdown, but for spaces.
fn seen(markdown: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let texts = Parser::new_ext(markdown, options).map(|event| match event {
        Event::Text(text) | Event::Code(text) => text.into_string(),
        Event::Html(text) | Event::InlineHtml(text) => format!("HTML {text}"),
        _ => String::new(),
    });
    spaceless(&texts.collect::<String>())
}

/// What the blocks say, one after the other.
fn said(blocks: &[Block]) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Text(text, _) => text.clone(),
        Piece::Break => String::new(),
    };
    let texts = blocks.iter().map(|block| match block {
        Block::Paragraph(pieces) | Block::Heading(_, pieces) => pieces.iter().map(text).collect(),
        Block::Code(_, text) => text.clone(),
        Block::List(_, items) => items.iter().map(|item| said(item)).collect(),
        Block::Quote(blocks) => said(blocks),
        Block::Table(rows) => rows.iter().flatten().map(|cell| said(cell)).collect(),
    });
    texts.collect()
}

fn spaceless(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn assert_clean(text: &str, shown: &str) {
    let survey = commonmark::survey(shown);
    let is_clean = !survey.has_block_tags && !survey.has_inline_tags && !survey.is_rough;
    assert!(is_clean, "{text:?}\n{survey:?}\n{shown}");
}

#[test]
fn whatever_comes_of_html_can_stand_and_says_what_was_said() {
    for seed in 0..20_000 {
        let text = format!("<p>{}", soup(seed));
        let shown = shown(&text);
        assert_clean(&text, &shown);
        assert_eq!(
            seen(&shown),
            spaceless(&said(&html::read(&text))),
            "{text:?}\n{shown}"
        );
    }
}

#[test]
fn whatever_comes_of_markdown_can_stand() {
    for seed in 0..100_000 {
        let text = soup(seed).replace("<p>", "\n\n");
        assert_clean(&text, &shown(&text));
    }
}
