//! Reads the Markdown files among the overlays: the front page of the crate, and its guide.

use crate::ast::Model;
use crate::ast::facts::Page;
use crate::diagnostics::{Code, Diagnostics};
use crate::source::Source;

/// The name of the front page, without extension.
const FRONT_PAGE: &str = "front-page";

/// Adds the page to the model.
pub(super) fn apply(
    model: Option<&mut Model>,
    index: usize,
    overlay: Source<'_>,
    name: &str,
    diagnostics: &mut Diagnostics,
) {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_word = |word: &str| {
        let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        !word.is_empty() && word.chars().all(is_letter)
    };
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase());
    if !is_name || !name.split('-').all(is_word) {
        let reason = format!("`{name}` cannot be the name of a page's module");
        let help = "rename the file: words of lower-case letters and digits, separated by hyphens";
        diagnostics.file(Code::Form, reason, help);
        return;
    }
    let Some(model) = model else {
        return;
    };
    let page = Page {
        overlay: index,
        file: overlay.name.to_owned(),
        text: overlay.without_mark().text.to_owned(),
    };
    let facts = &mut model.facts;
    let previous = match name {
        FRONT_PAGE => facts.front_page.as_ref(),
        _ => facts.guide.get(name),
    };
    if let Some(previous) = previous {
        let reason = format!("{} is already the page `{name}`", previous.file);
        diagnostics.file(Code::Form, reason, "rename or merge one of the two files");
    } else if name == FRONT_PAGE {
        facts.front_page = Some(page);
    } else {
        facts.guide.insert(name.to_owned(), page);
    }
}
