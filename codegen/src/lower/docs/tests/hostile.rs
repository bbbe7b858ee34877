//! Texts that nobody would write, but that a model could contain.

use std::time::{Duration, Instant};

use super::render;

/// Generous: tests run unoptimised and in parallel. Quadratic algorithms take minutes.
const LIMIT: Duration = Duration::from_secs(20);

fn assert_fast(name: &str, text: &str) -> String {
    let start = Instant::now();
    let rendered = render(text);
    let elapsed = start.elapsed();
    assert!(elapsed < LIMIT, "{name}: {elapsed:?}");
    rendered
}

#[test]
fn deeply_nested_tags_are_rendered() {
    for tag in [
        "p",
        "b",
        "i",
        "code",
        "a",
        "pre",
        "div",
        "ul",
        "ol",
        "li",
        "ul><li",
        "dl",
        "dt",
        "dd",
        "note",
        "table",
        "table><tr><td",
        "tr",
        "td",
        "blockquote",
        "h1",
        "title",
        "odd",
        "script",
        "span",
    ] {
        let deep = format!("<{tag}>").repeat(10_000);
        let close = tag
            .split('>')
            .next_back()
            .unwrap_or(tag)
            .trim_start_matches('<');
        let closed = format!("<p>{deep}word{}</p>", format!("</{close}>").repeat(10_000));
        for text in [
            closed,
            format!("<p>{deep}word"),
            format!("<p>{}word", deep.replace('<', "</")),
        ] {
            let rendered = assert_fast(tag, &text);
            assert!(
                rendered.contains("word") || tag == "script",
                "{tag}: {rendered}"
            );
        }
    }
}

#[test]
fn long_texts_are_rendered_fast() {
    for piece in [
        "<p>",
        "</",
        "<",
        "<!--",
        "<a href='",
        "&",
        "&amp;",
        "&#x1;",
        "http://a",
        "https://a).",
        "`",
        "*",
        "_",
        "[",
        "](",
        "![",
        "<b>x</b>",
        "<code>`</code>",
        "<a>x</a>",
        "> ",
        "- ",
        "1. ",
        "|-",
        "\\",
        "<br>",
        "<li>x",
        "<td>x",
        "<x ",
        "<x>",
        "(",
        "~",
        "#",
        "\t",
        "\n\n",
        "    x\n",
        "[^1]",
        "http://a<",
        "--x",
        "<p>`",
        "- <br>\n",
    ] {
        for text in [
            piece.repeat(20_000),
            format!("<p>{}</p>", piece.repeat(20_000)),
        ] {
            assert_fast(piece, &text);
        }
    }
}

#[test]
fn control_and_bidi_characters_are_removed_or_replaced() {
    let text =
        "<p>a\0b\u{1}c\u{202e}d\u{2066}e\u{fffd}\r\nf\rg&#0;&#xD800;&#13;&#x202E;&#x110000;h</p>";
    let rendered = render(text);
    let is_bad = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
    assert!(!rendered.contains(is_bad), "{rendered:?}");
    assert!(rendered.starts_with("a b cde"), "{rendered:?}");
}
