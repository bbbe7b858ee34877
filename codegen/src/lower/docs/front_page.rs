//! The front page: Markdown of an overlay, in which blocks of Rust are doc tests.

use super::render;
use super::scope::Scope;
use crate::ast::{Author, Documentation};
use crate::printable::prose;

/// The placeholder for the name of the library crate in the front page.
const LIB_NAME: &str = "{{ lib_name }}";

/// Returns the lines of the front page.
///
/// In a block of Rust, `client` is a client, and `?` returns any error. The block is compiled as a
/// doc test, and not run.
pub(in crate::lower) fn front_page(text: &str, scope: &Scope<'_>, lib_name: &str) -> Vec<String> {
    let text = prose(text);
    let mut lines = Vec::new();
    for (index, part) in text.split("```rust\n").enumerate() {
        let (code, text) = match index {
            0 => (None, part),
            _ => {
                let (code, rest) = part.split_once("\n```").unwrap_or((part, ""));
                (Some(code), rest)
            }
        };
        if let Some(code) = code {
            lines.extend(doc_test(code.lines(), lib_name));
        }
        let author = Author::Overlay;
        let prose = render(Documentation { text, author }, scope);
        if !lines.is_empty() && !prose.is_empty() {
            lines.push(String::new());
        }
        lines.extend(prose);
        if text.ends_with("\n\n") {
            lines.push(String::new());
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// Returns a doc test that is compiled, and not run.
pub(in crate::lower) fn doc_test<'a>(
    code: impl Iterator<Item = &'a str>,
    lib_name: &str,
) -> Vec<String> {
    let mut lines = vec![
        "```rust,no_run".to_owned(),
        format!("# async fn example(client: &{lib_name}::Client)"),
        "# -> Result<(), Box<dyn std::error::Error>> {".to_owned(),
    ];
    lines.extend(code.map(|line| line.replace(LIB_NAME, lib_name)));
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}
