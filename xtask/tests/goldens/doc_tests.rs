//! The doc tests of generated crates are those of the front page and of the guide, the model's
//! examples, and the generator's of paginators, waiters and a setting. Examples are formatted as
//! rustfmt would.
//!
//! All other documentation comes from models, whose code rustdoc must not run.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use crate::files;

/// The languages of code blocks that rustdoc does not compile.
const LANGUAGES: [&str; 8] = [
    "bash", "html", "http", "json", "text", "toml", "xml", "yaml",
];

/// The doc tests that the generator adds: a configuration and, on the front page, a call and an
/// error.
const GENERATED: usize = 3;

/// The modules of features with an example, which no model can change. Those of `ivs-sdk` are run.
const FEATURES: [&str; 2] = ["check.rs", "serde.rs"];

/// The examples of a crate.
#[derive(Default)]
pub(crate) struct Examples {
    /// The model's examples of operations.
    pub(crate) operations: Vec<String>,
    /// The generator's examples of paginators, waiters and a setting.
    pub(crate) conveniences: Vec<String>,
}

/// The hidden line of examples that need the feature for streams.
const STREAM: &str = "# #[cfg(feature = \"futures-stream\")]\n";

/// Returns the examples of the crate in `folder`.
///
/// Fails if it has other doc tests than those, the generator's and the `pages` doc tests of its
/// overlays.
pub(crate) fn examples(folder: &Path, pages: usize) -> Examples {
    let mut examples = Examples::default();
    let mut count = 0;
    for (path, text) in files::read(&folder.join("src")) {
        if FEATURES.contains(&&*path) {
            continue;
        }
        let is_page = ["config.rs", "lib.rs"].contains(&&*path) || path.starts_with("guide/");
        for documentation in documentation(&text) {
            let is_convenience = path == "config.rs"
                || path.starts_with("waiters/")
                || path.ends_with("/paginator.rs");
            let has_examples = (is_convenience || path.starts_with("operation/"))
                && documentation.lines().any(|line| line == "# Examples");
            for block in doc_tests(&documentation) {
                let place = format!("{}/src/{path}", folder.display());
                let code = block.strip_prefix("```no_run\n");
                let code = code.map(|code| code.trim_start_matches(STREAM));
                if has_examples && code.is_some_and(|code| code.starts_with("# async fn ")) {
                    match is_convenience {
                        true => examples.conveniences.push(block),
                        false => examples.operations.push(block),
                    }
                    continue;
                }
                let is_expected = is_page && block.starts_with("```rust,no_run\n");
                assert!(is_expected, "{place}: rustdoc would run {block}");
                count += 1;
            }
        }
    }
    // A client without operations has no call.
    let expected = [1 + pages, GENERATED + pages];
    assert!(expected.contains(&count), "{}: {count}", folder.display());
    examples
}

/// Fails if rustfmt would change one of the examples. Without rustfmt, prints that it is missing.
pub(crate) fn assert_formatted<'a>(examples: impl Iterator<Item = &'a String>) {
    let mut examples = examples.peekable();
    if examples.peek().is_none() {
        // rustfmt turns no code into an empty line.
        return;
    }
    let functions = examples.enumerate().map(|(index, example)| {
        let lines = example.lines().filter(|line| !line.starts_with("```"));
        // Other hidden lines only turn the code into a function.
        let visible = lines.filter(|line| !line.starts_with("# "));
        let indented = visible.map(|line| match line {
            "" => "\n".to_owned(),
            line => format!("    {line}\n"),
        });
        format!(
            "async fn example_{index}() {{\n{}}}\n",
            indented.collect::<String>()
        )
    });
    let code = functions.collect::<Vec<_>>().join("\n");
    // The width of a line does not include the function's indent. Other widths are the defaults,
    // which depend on the width of a line.
    let widths = "max_width=104,chain_width=60,fn_call_width=60,array_width=60";
    let mut command = Command::new("rustfmt");
    command.args([
        "--edition",
        "2024",
        "--style-edition",
        "2024",
        "--config",
        widths,
    ]);
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let Ok(mut rustfmt) = pipes.spawn() else {
        println!("skipped: the format of examples, because there is no rustfmt");
        return;
    };
    let mut stdin = rustfmt.stdin.take().expect("a pipe");
    let input = code.clone();
    // rustfmt may print before it has read everything.
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = rustfmt.wait_with_output().expect("rustfmt runs");
    writer.join().expect("a thread").expect("rustfmt reads");
    assert!(output.status.success(), "rustfmt cannot parse {code}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), code);
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
