//! The only code in the documentation of a generated crate that rustdoc would compile are the
//! model's examples, which are formatted as rustfmt would.
//!
//! Compiling the doc tests of all crates would take as long as a build of each, and hardly any has
//! one.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use crate::files;

/// The languages of code blocks that rustdoc does not compile.
const LANGUAGES: [&str; 7] = ["bash", "html", "http", "json", "text", "xml", "yaml"];

/// Returns the doc tests of the crate in `folder`. Fails if one of them is not an example.
pub(crate) fn examples(folder: &Path) -> Vec<String> {
    let mut examples = Vec::new();
    for (path, text) in files::read(&folder.join("src")) {
        for documentation in documentation(&text) {
            let blocks = doc_tests(&documentation);
            let has_examples = path.starts_with("operation/")
                && documentation.lines().any(|line| line == "# Examples");
            for block in &blocks {
                let is_example = has_examples && block.starts_with("```no_run\n# async fn ");
                let place = format!("{}/src/{path}", folder.display());
                assert!(is_example, "{place}: rustdoc would run {block}");
            }
            examples.extend(blocks);
        }
    }
    examples
}

/// Fails if rustfmt would change one of the examples. Without rustfmt, prints that it is missing.
pub(crate) fn assert_formatted(examples: &[String]) {
    let functions = examples.iter().enumerate().map(|(index, example)| {
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
        .flat_map(|text| doc_tests(text))
        .collect();
    assert_eq!(found, ["f();\n", "```json,rust\nf();\n"]);
    for block in [
        "```\nf();\n```",
        "> ~~~rust\n> f();",
        "- a\n\n  ```no_run\n  ```",
    ] {
        assert_eq!(doc_tests(block).len(), 1, "{block}");
    }
}
