//! Pages: Markdown files among the overlays, in which blocks of Rust are doc tests.

use super::references;
use super::scope::Scope;
use super::wrap::wrap;
use crate::ast::Facts;
use crate::ir::{self, LIB_NAME};
use crate::lower::names::{module_file, page_module};
use crate::printable::{escape, prose};

/// Returns the lines of the front page; empty if there is none.
pub(in crate::lower) fn front_page(facts: &Facts, scope: &Scope<'_>) -> Vec<String> {
    let page = facts.front_page.as_ref();
    page.map(|page| lines(&page.text, scope))
        .unwrap_or_default()
}

/// Returns the pages of the guide.
pub(in crate::lower) fn guide(facts: &Facts, scope: &Scope<'_>) -> Vec<ir::Page> {
    let pages = facts.guide.iter().map(|(name, page)| {
        let module = page_module(name);
        ir::Page {
            file: module_file(&module),
            module,
            docs: lines(&page.text, scope),
        }
    });
    pages.collect()
}

/// Returns the lines of a page.
///
/// A block of the language `rust` becomes a doc test that is compiled and not run: in it, `client`
/// is a client, and `?` returns any error. All other blocks are unchanged. Names of the API in
/// backticks become links; rustdoc checks the links that the page has itself.
fn lines(text: &str, scope: &Scope<'_>) -> Vec<String> {
    let text = prose(text.trim());
    let mut lines = Vec::new();
    let mut paragraphs = String::new();
    let mut source = text.lines();
    while let Some(line) = source.next() {
        let is_rust = line == "```rust";
        if !line.starts_with("```") {
            paragraphs.push_str(line);
            paragraphs.push('\n');
            continue;
        }
        end_paragraphs(&mut paragraphs, scope, &mut lines);
        match is_rust {
            true => lines.extend([
                "```rust,no_run".to_owned(),
                format!("# async fn example(client: &{LIB_NAME}::Client)"),
                "# -> Result<(), Box<dyn std::error::Error>> {".to_owned(),
            ]),
            false => lines.push(line.to_owned()),
        }
        let code = source.by_ref().take_while(|line| *line != "```");
        lines.extend(code.map(str::to_owned));
        if is_rust {
            lines.extend(["# Ok(())", "# }"].map(str::to_owned));
        }
        lines.push("```".to_owned());
    }
    end_paragraphs(&mut paragraphs, scope, &mut lines);
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// Adds the lines of the paragraphs before a block of code.
fn end_paragraphs(source: &mut String, scope: &Scope<'_>, lines: &mut Vec<String>) {
    let text = references::resolve(&std::mem::take(source), scope);
    let paragraphs = text.trim_matches('\n');
    if text.starts_with('\n') {
        lines.push(String::new());
    }
    lines.extend(wrap(&joined(paragraphs)));
    if !paragraphs.is_empty() && text.ends_with("\n\n") {
        lines.push(String::new());
    }
}

/// Returns Markdown with each paragraph and each item of a list on one line.
fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut is_open = false;
    for line in text.lines() {
        let first = line.trim_start();
        let word = first.split(' ').next().unwrap_or_default();
        let is_block = escape::begins_block(word) || word.starts_with('|');
        if is_open && !first.is_empty() && !is_block {
            joined.push(' ');
            joined.push_str(first);
            continue;
        }
        if !joined.is_empty() {
            joined.push('\n');
        }
        joined.push_str(line);
        is_open = !first.is_empty() && !word.starts_with(['|', '#', '>']);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{joined, lines};
    use crate::lower::docs::Scope;

    #[test]
    fn blocks_of_rust_become_doc_tests() {
        let text = "A\nb.\n\n```rust\n# let a = 1;\nf();\n```\n\n```toml\na = 1\n```\n\nC.\n\n```rust\ng();";
        let expected = [
            "A b.",
            "",
            "```rust,no_run",
            "# async fn example(client: &{{ lib_name }}::Client)",
            "# -> Result<(), Box<dyn std::error::Error>> {",
            "# let a = 1;",
            "f();",
            "# Ok(())",
            "# }",
            "```",
            "",
            "```toml",
            "a = 1",
            "```",
            "",
            "C.",
            "",
            "```rust,no_run",
            "# async fn example(client: &{{ lib_name }}::Client)",
            "# -> Result<(), Box<dyn std::error::Error>> {",
            "g();",
            "# Ok(())",
            "# }",
            "```",
        ];
        assert_eq!(lines(text, &Scope::default()), expected);
        assert!(lines(" \n", &Scope::default()).is_empty());
    }

    #[test]
    fn only_lines_of_one_paragraph_or_item_are_joined() {
        let text = "# A\nb\nc\n\n- d\n  e\n- f\n1. g\n   h\n| i |\n| - |\n| j |\n> k\n\nl";
        let expected = "# A\nb c\n\n- d e\n- f\n1. g h\n| i |\n| - |\n| j |\n> k\n\nl";
        assert_eq!(joined(text), expected);
    }
}
