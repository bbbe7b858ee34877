//! The doc tests of generated crates are those of the front page and of the guide.
//!
//! All other documentation comes from models, whose code rustdoc must not run.

use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use crate::files;

/// The languages of code blocks that rustdoc does not compile.
const LANGUAGES: [&str; 8] = [
    "bash", "html", "http", "json", "text", "toml", "xml", "yaml",
];

/// The doc tests that the generator adds to each front page: a call, and an error.
const GENERATED: usize = 2;

/// Fails if the crate in `folder` has other doc tests than those of the generator and the `pages`
/// doc tests of its overlays.
pub(crate) fn assert_expected(folder: &Path, pages: usize) {
    let mut count = 0;
    for (path, text) in files::read(&folder.join("src")) {
        let is_page = path == "lib.rs" || path.starts_with("guide/");
        for documentation in documentation(&text) {
            for block in doc_tests(&documentation) {
                let is_expected = is_page && block.starts_with("```rust,no_run\n");
                let folder = folder.display();
                assert!(
                    is_expected,
                    "{folder}/src/{path}: rustdoc would run {block}"
                );
                count += 1;
            }
        }
    }
    // A client without operations has no examples.
    let expected = [pages, GENERATED + pages];
    assert!(expected.contains(&count), "{}: {count}", folder.display());
}

/// Returns the documentation of each item: the text of adjacent doc comments.
fn documentation(file: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    for line in file.lines().map(str::trim_start) {
        assert!(
            !line.starts_with("#[doc = "),
            "documentation is in comments: {line}"
        );
        match line.strip_prefix("///").or(line.strip_prefix("//!")) {
            Some(text) => {
                let last = texts.last_mut().expect("an item");
                last.push_str(text.strip_prefix(' ').unwrap_or(text));
                last.push('\n');
            }
            None => texts.push(String::new()),
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// Returns the code blocks that rustdoc would compile.
fn doc_tests(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let events = Parser::new_ext(markdown, options).into_offset_iter();
    let blocks = events.filter_map(|(event, range)| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language)))
            if LANGUAGES.contains(&&*language) =>
        {
            None
        }
        Event::Start(Tag::CodeBlock(_)) => Some(markdown[range].to_owned()),
        _ => None,
    });
    blocks.collect()
}

#[test]
fn code_is_found_in_documentation() {
    let file = "//! A crate.\n\n/// An item:\n///\n/// ```text\n/// f();\n/// ```\nstruct A;\n\
        /// Another.\n///\n///     f();\n    /// ```json,rust\n    /// f();\n";
    let found: Vec<_> = documentation(file)
        .iter()
        .map(|text| doc_tests(text))
        .collect();
    let both = ["f();\n", "```json,rust\nf();\n"].map(str::to_owned);
    assert_eq!(found, [vec![], vec![], both.to_vec()]);
    for block in [
        "```\nf();\n```",
        "> ~~~rust\n> f();",
        "- a\n\n  ```no_run\n  ```",
    ] {
        assert_eq!(doc_tests(block).len(), 1, "{block}");
    }
}
