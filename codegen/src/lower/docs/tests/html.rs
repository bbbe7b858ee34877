//! HTML, rendered as Markdown.

use super::super::WIDTH;
use super::{assert_rendered, render};

#[test]
fn paragraphs_are_separated() {
    assert_rendered(&[
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One.<p>Two.", "One.\n\nTwo."),
        ("One.<p>Two.</p>Three.", "One.\n\nTwo.\n\nThree."),
        ("<div>One.</div> <section>Two.</section>", "One.\n\nTwo."),
        ("<p>One\n   word</p><p></p><p/>", "One word"),
        (
            "<p>One<br>two<br/><br/>three<br></p>",
            "One\\\ntwo\n\nthree",
        ),
        (
            "<p>&nbsp;One&#32;&amp; two&mdash;three </p>",
            "One & two—three",
        ),
        ("<!-- no --><p>One<script>let x;</script>.</p>", "One."),
        ("<para>One.</para><simpara>Two.</simpara>", "One.\n\nTwo."),
    ]);
}

#[test]
fn headings_begin_at_level_two() {
    assert_rendered(&[
        ("<h1>One</h1><p>Two.</p>", "## One\n\nTwo."),
        ("<h6>One #</h6>", "###### One \\#"),
        (
            "<fullname>Garden</fullname><p>One.</p>",
            "## Garden\n\nOne.",
        ),
        ("<h2>One<br>two</h2>", "### One two"),
    ]);
}

#[test]
fn html_lists_become_markdown_lists() {
    assert_rendered(&[
        ("<ul><li>One</li><li><p>Two</p></li></ul>", "- One\n- Two"),
        ("<ul><li>One<li>Two</ul>After", "- One\n- Two\n\nAfter"),
        (
            "<p>So:</p><ol><li>One<ul><li>Two</li></ul></li><li>Three</li></ol>",
            "So:\n\n1. One\n   - Two\n2. Three",
        ),
        (
            "<ul><li><p>One</p><p>Two</p></li><li>Three</li></ul>",
            "- One\n\n  Two\n\n- Three",
        ),
        (
            "<ol start=\"9\"><li>One</li><li>Two</li></ol>",
            "9. One\n10. Two",
        ),
        (
            "<ul><li>One</li></ul><ul><li>Two</li></ul>",
            "- One\n\n* Two",
        ),
        (
            "<ol><li>One</li></ol><ol><li>Two</li></ol>",
            "1. One\n\n1) Two",
        ),
        ("<ul></ul><ul><li> </li></ul>", ""),
        ("<li>One", "- One"),
        ("<ul>Stray<li>One</li></ul>", "- Stray\n- One"),
        ("<ul><li><ol><li>One</li></ol></li></ul>", "- 1. One"),
        (
            "<dl><dt>Rake</dt><dd>For <i>leaves</i>.</dd><dt>Hoe</dt><dd><p>For weeds.</p></dd></dl>",
            "- **Rake**\n\n  For _leaves_.\n\n- **Hoe**\n\n  For weeds.",
        ),
    ]);
}

#[test]
fn notes_become_labelled_quotes() {
    assert_rendered(&[
        ("<note>One.</note>", "> **Note:** One."),
        (
            "<important><p>One.</p><p>Two.</p></important>",
            "> **Important:** One.\n>\n> Two.",
        ),
        (
            "<caution><ul><li>One</li></ul></caution>",
            "> **Caution:**\n>\n> - One",
        ),
        (
            "<ul><li>One<note><p>Two</p></note></li></ul>",
            "- One\n\n  > **Note:** Two",
        ),
        ("<blockquote>One</blockquote><note> </note>", "> One"),
    ]);
}

#[test]
fn code_is_marked_as_text() {
    assert_rendered(&[
        (
            "<p>So:</p><pre><code>\n{\n\t\"a\": `1`\n}\n</code></pre><p>One.</p>",
            "So:\n\n```text\n{\n    \"a\": `1`\n}\n```\n\nOne.",
        ),
        ("<pre>```\nx\n```</pre>", "````text\n```\nx\n```\n````"),
        (
            "<ul><li><pre>a\n b</pre></li></ul>",
            "- ```text\n  a\n   b\n  ```",
        ),
        ("<p>A <code>x  <b>y</b></code> b</p>", "A `x y` b"),
        ("<code>a`b</code> <code>`c</code>", "``a`b`` `` `c ``"),
        ("<p>A<code> b </code>c</p>", "A `b` c"),
        ("<p><code>a</code><code>b</code><code></code></p>", "`ab`"),
    ]);
}

#[test]
fn styles_are_marked_if_markdown_allows() {
    assert_rendered(&[
        (
            "<p><b>One</b> <i>two</i> <b><i>three</i></b></p>",
            "**One** _two_ **_three_**",
        ),
        ("<p><b> One </b>two</p>", "**One** two"),
        ("<p>s<i>o</i>w, s<b>o</b>w</p>", "s*o*w, s**o**w"),
        ("<p>s<b>(o)</b>w</p>", "s(o)w"),
        ("<p><b>One</b><i>two</i></p>", "**One**two"),
        ("<p><b>A <code>b</code> c</b></p>", "**A `b` c**"),
        ("<p><b>One</p><p>Two</p>", "**One**\n\nTwo"),
        ("<p><b></b><i> </i>One</p>", "One"),
    ]);
}

#[test]
fn links_without_a_usable_target_become_text() {
    assert_rendered(&[
        (
            "<p><a href=\"https://example.com/a b(c)\">One</a>.</p>",
            "[One](https://example.com/a%20b%28c%29).",
        ),
        (
            "<a href='https://example.com'> One <code>x</code> </a>two",
            "[One `x`](https://example.com) two",
        ),
        (
            "<b><a href='https://example.com'>One</a></b>",
            "**[One](https://example.com)**",
        ),
        (
            "<p>See <a href='beds.html#x'>the beds</a>!</p>",
            "See the beds!",
        ),
        ("<p>See <a>Beds</a><a href='#'></a>.</p>", "See `Beds`."),
        ("<a href='javascript:x()'>One</a>", "One"),
        (
            "<a href='https://e.com/'>https://e.com/</a>",
            "<https://e.com/>",
        ),
        (
            "<p>Wow!<a href='https://e.com'>One</a></p>",
            "Wow\\![One](https://e.com)",
        ),
        (
            "<p>See (https://e.com/a_b).</p>",
            "See (<https://e.com/a_b>).",
        ),
        (
            "<p>An http:// and <img src='x' alt='a rake'></p>",
            "An http:// and a rake",
        ),
    ]);
}

#[test]
fn tables_with_simple_cells_stay_tables() {
    assert_rendered(&[
        (
            "<table><thead><tr><th>Tool</th><th>For</th></tr></thead>\
             <tbody><tr><td>Rake</td><td><code>a|b</code></td></tr><tr><td>Hoe</tr></tbody></table>",
            "| Tool | For |\n| --- | --- |\n| Rake | `a\\|b` |\n| Hoe |  |",
        ),
        (
            "<table><tr><td>Rake</td><td><ul><li>One</li></ul></td></tr></table>",
            "- Rake\n  - One",
        ),
        (
            "<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>",
            "- One\n- Two",
        ),
        ("<table></table>One", "One"),
        ("<td>One</td><p>Two</p>", "One\n\nTwo"),
    ]);
}

#[test]
fn markdown_syntax_is_escaped() {
    assert_rendered(&[
        (
            "<p>2*3 [a] `b` c\\d ~e~ _f a_b_ g_h</p>",
            "2\\*3 \\[a\\] \\`b\\` c\\\\d \\~e\\~ \\_f a_b\\_ g_h",
        ),
        ("<p># no</p><p>#no</p>", "\\# no\n\n#no"),
        (
            "<p>- no</p><p>1. no</p><p>&gt; no</p>",
            "\\- no\n\n1\\. no\n\n\\> no",
        ),
        ("<p>---</p><p>===</p><p>|-|</p>", "\\---\n\n\\===\n\n\\|-|"),
        ("<p>&amp;lt; &amp; &amp;x</p>", "\\&lt; & &x"),
        ("<p>With --flag, -- or -x</p>", "With -\\-flag, -- or -x"),
        ("<ul><li>1. no</li></ul>", "- 1\\. no"),
    ]);
}

#[test]
fn unknown_or_incomplete_tags_are_text() {
    assert_rendered(&[
        (
            "<p>A List<String> of a < b</p>",
            "A List\\<String> of a \\< b",
        ),
        (
            "<p>Map<String, List<Bed>></p>",
            "Map\\<String, List\\<Bed>>",
        ),
        ("<p>Give <filename> and </p>", "Give \\<filename> and"),
        ("<p>Give <filename>x</filename></p>", "Give `x`"),
        ("<p>One <odd>two</odd></p>", "One two"),
        ("<p>One <two and so on", "One \\<two and so on"),
        ("</p></ul></b></note>One<p>", "One"),
    ]);
}

#[test]
fn lines_are_broken_only_between_words() {
    let long = "word ".repeat(40);
    let text = format!("<ul><li>{long}<ol><li>{long}</li></ol></li></ul><note>{long}</note>");
    for (line, start) in render(&text)
        .lines()
        .zip(["- ", "  ", "  ", "  1. ", "     "])
    {
        assert!(line.starts_with(&format!("{start}word")), "{line}");
        assert!(line.len() <= WIDTH, "{line}");
    }
    let code = "x ".repeat(60);
    let text = format!("<p>a <code>{code}</code> b <a href='https://e.com'>{long}</a></p>");
    let rendered = render(&text);
    let lines: Vec<_> = rendered.lines().collect();
    assert_eq!(lines[1], format!("`{}`", code.trim_end()));
    assert_eq!(lines[3], format!("[{}](https://e.com)", long.trim_end()));
}

#[test]
fn words_that_would_begin_a_block_are_escaped() {
    let filler = "x".repeat(WIDTH);
    for (word, expected) in [
        ("-", "\\-"),
        ("1.", "1\\."),
        ("#", "\\#"),
        ("+", "\\+"),
        ("=", "\\="),
    ] {
        let lines = render(&format!("<p>{filler} {word} y</p>"));
        assert_eq!(lines, format!("{filler}\n{expected} y"));
    }
}
