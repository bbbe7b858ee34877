//! Random sequences of text and tags: the result is valid documentation with the same text.

use pulldown_cmark::{Event, Options, Parser};

use super::super::tree::{Block, Piece};
use super::super::{commonmark, html};
use super::render;

const PIECES: [&str; 72] = [
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
    "```",
    "\n```rust\n",
    "\n~~~ no_run\n",
    "\n\n    ",
    "\t",
    "<img alt='&#x202e;a'>",
    "\u{2028}",
    "\u{200f}",
    "é—",
];

/// Returns a text of random pieces, determined by the seed.
fn random_text(seed: u64) -> String {
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

/// Returns the visible text of Markdown, without spaces.
fn visible_text(markdown: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let texts = Parser::new_ext(markdown, options).map(|event| match event {
        Event::Text(text) | Event::Code(text) => text.into_string(),
        Event::Html(text) | Event::InlineHtml(text) => format!("HTML {text}"),
        _ => String::new(),
    });
    spaceless(&texts.collect::<String>())
}

/// Returns the text of blocks.
fn text_of(blocks: &[Block]) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Text(text, _) => text.clone(),
        Piece::Break => String::new(),
    };
    let texts = blocks.iter().map(|block| match block {
        Block::Paragraph(pieces) | Block::Heading(_, pieces) => pieces.iter().map(text).collect(),
        Block::Code(_, text) => text.clone(),
        Block::List(_, items) => items.iter().map(|item| text_of(item)).collect(),
        Block::Quote(blocks) => text_of(blocks),
        Block::Table(rows) => rows.iter().flatten().map(|cell| text_of(cell)).collect(),
    });
    texts.collect()
}

fn spaceless(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn assert_clean(text: &str, rendered: &str) {
    let survey = commonmark::survey(rendered);
    let is_clean = !survey.has_block_tags && !survey.has_inline_tags && !survey.needs_rewrite;
    assert!(is_clean, "{text:?}\n{survey:?}\n{rendered}");
}

#[test]
fn rendered_html_is_clean_and_keeps_the_text() {
    for seed in 0..20_000 {
        let text = format!("<p>{}", random_text(seed));
        let rendered = render(&text);
        assert_clean(&text, &rendered);
        assert_eq!(
            visible_text(&rendered),
            spaceless(&text_of(&html::parse(&text))),
            "{text:?}\n{rendered}"
        );
    }
}

#[test]
fn rendered_markdown_is_clean() {
    for seed in 0..100_000 {
        let text = random_text(seed).replace("<p>", "\n\n");
        assert_clean(&text, &render(&text));
    }
}
