//! Markdown, with and without tags.

use super::{assert_rendered, render};

#[test]
fn clean_markdown_is_unchanged() {
    for text in [
        "One *two* `<p>three</p>`.",
        "# One\n\n- Two\n  three\n- Four\n\n```json\n{}\n```",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "> One\n> two",
        "See [it](https://example.com) or <https://example.com>.",
        "A \\<word> and AT&amp;T",
        "1. One\n2. Two\n   - Three",
    ] {
        assert_eq!(render(text), text);
    }
}

#[test]
fn markdown_that_rustdoc_or_clippy_would_report_is_rewritten() {
    assert_rendered(&[
        ("See http://example.com/a.", "See <http://example.com/a>."),
        (
            "A [word] or [`Word`][]",
            "A \\[word\\] or \\[`Word`\\]\\[\\]",
        ),
        ("A [word](beds.html)", "A word"),
        ("A [word](javascript:x) [x](super::x)", "A word x"),
        ("A List<String> and *more*", "A List\\<String> and _more_"),
        ("- One\ntwo\n- Three", "- One two\n- Three"),
        ("- One\n      two", "- One two"),
        ("> One\ntwo", "> One two"),
        ("So:\n\n    let x = 1;", "So:\n\n```text\nlet x = 1;\n```"),
        ("```\nx\n```", "```text\nx\n```"),
        ("```json\n{}\n```\n\n[x]", "```json\n{}\n```\n\n\\[x\\]"),
        ("One\ttwo", "One two"),
        ("One[^1]\n\n[^1]: Two", "One\\[^1\\]\n\nTwo"),
        (
            "- [ ] One\n- [x] Two<x>",
            "- \\[ \\] One\n- \\[x\\] Two\\<x>",
        ),
        (
            "| a | b |\n|---|---|\n| [x] | **y** |",
            "| a | b |\n| --- | --- |\n| \\[x\\] | **y** |",
        ),
    ]);
}

#[test]
fn a_text_with_tags_is_html_unless_it_has_markdown() {
    assert_rendered(&[
        ("A <code>b</code> *c*", "A `b` \\*c\\*"),
        ("A <b>b</b> and `c`", "A **b** and `c`"),
        ("- One<br>two\n- Three", "- One\\\n  two\n- Three"),
        ("<p>`a` *b*</p>", "\\`a\\` \\*b\\*"),
        ("One *two*<p>three</p>", "One \\*two\\*\n\nthree"),
    ]);
}

#[test]
fn code_of_the_model_is_never_a_doc_test() {
    for language in [
        "",
        "rust",
        " rust",
        "no_run",
        "should_panic",
        "compile_fail,E0308",
        "edition2021",
        "ignore",
        "text,rust",
        "{.rust}",
        "Text",
    ] {
        for fence in ["```", "~~~~"] {
            let text = format!("A:\n\n{fence}{language}\nf();\n{fence}");
            assert_eq!(render(&text), "A:\n\n```text\nf();\n```", "{text}");
        }
    }
}

#[test]
fn open_code_blocks_are_closed() {
    assert_rendered(&[
        ("```json\n{}", "```json\n{}\n```"),
        ("````json\n{}\n```", "````json\n{}\n```\n````"),
        ("> ```json\n> {}", "> ```json\n> {}\n> ```"),
        ("```json", ""),
    ]);
    for text in [
        "```json\n{}\n```",
        "> ```json\n> {}\n> ```",
        "- ~~~xml\n  a\n  ~~~",
    ] {
        assert_eq!(render(text), text);
    }
}

#[test]
fn wrapped_lines_keep_their_meaning() {
    let long = "word ".repeat(18);
    for rest in [
        "* a",
        "- a",
        "+ a",
        "# a",
        "10. a",
        "*** a",
        "[^1]: a",
        "```rust a",
        "~~~ a",
        "| --- |",
    ] {
        let text = format!("{long}{rest}\nb");
        let wrapped = render(&text);
        assert!(
            super::super::commonmark::is_equivalent(&text, &wrapped),
            "{wrapped}"
        );
    }
}
