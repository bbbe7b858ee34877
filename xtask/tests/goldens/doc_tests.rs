//! Nothing in the documentation of a generated crate is code that rustdoc would run.
//!
//! Running the doc tests would take as long as a build of all crates, for none to be found.

use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use crate::files;

/// The languages of code blocks that rustdoc does not compile.
const LANGUAGES: [&str; 7] = ["bash", "html", "http", "json", "text", "xml", "yaml"];

/// The modules of features with an example, which no model can change. Those of `ivs-sdk` are run.
const EXAMPLES: [&str; 1] = ["check.rs"];

/// Fails if a file of the crate in `folder`, except [`EXAMPLES`], has a doc test.
pub(crate) fn assert_none(folder: &Path) {
    for (path, text) in files::read(&folder.join("src")) {
        if EXAMPLES.contains(&&*path) {
            continue;
        }
        for documentation in documentation(&text) {
            if let Some(block) = doc_test(&documentation) {
                panic!("{}/src/{path}: rustdoc would run {block}", folder.display());
            }
        }
    }
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

/// Returns the first code block that rustdoc would compile.
fn doc_test(markdown: &str) -> Option<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let events = Parser::new_ext(markdown, options).into_offset_iter();
    events.into_iter().find_map(|(event, range)| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language)))
            if LANGUAGES.contains(&&*language) =>
        {
            None
        }
        Event::Start(Tag::CodeBlock(_)) => Some(markdown[range].to_owned()),
        _ => None,
    })
}

#[test]
fn code_is_found_in_documentation() {
    let file = "//! A crate.\n\n/// An item:\n///\n/// ```text\n/// f();\n/// ```\nstruct A;\n\
        /// Another.\n///\n///     f();\n    /// ```json,rust\n    /// f();\n";
    let found: Vec<_> = documentation(file)
        .iter()
        .map(|text| doc_test(text))
        .collect();
    let indented = Some("f();\n".to_owned());
    assert_eq!(found, [None, None, indented]);
    for block in [
        "```\nf();\n```",
        "> ~~~rust\n> f();",
        "- a\n\n  ```no_run\n  ```",
    ] {
        assert!(doc_test(block).is_some(), "{block}");
    }
}
