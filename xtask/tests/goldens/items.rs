//! The items of a generated file.
//!
//! No parser is needed: the printer puts a blank line between top-level items and indents whatever
//! is inside them, and does the same in `impl` blocks.

/// The indentation of the members of an `impl` block.
pub(crate) const INDENT: &str = "    ";

/// A top-level item, or a run of items without blank lines between them, such as imports.
pub(crate) struct Item {
    pub(crate) text: String,
    /// The item's head: `struct Bed`, `impl json::Read for Bed`, `readable_structure!(Bed)`, `use`.
    pub(crate) label: String,
    /// The name that the item defines or, for an `impl` block or a macro, the type that it is for.
    pub(crate) subject: String,
    /// The members of an `impl` block, which may be the argument of a macro; else empty.
    pub(crate) members: Vec<Member>,
}

/// A member of an `impl` block, or a run of members without blank lines between them.
pub(crate) struct Member {
    pub(crate) text: String,
    pub(crate) names: Vec<String>,
}

/// Returns the items of a file.
pub(crate) fn items(file: &str) -> Vec<Item> {
    chunks(file, "").into_iter().map(item).collect()
}

/// Splits at blank lines that are followed by a line with the given indentation.
fn chunks(text: &str, indent: &str) -> Vec<String> {
    let mut chunks: Vec<String> = Vec::new();
    let mut after_blank = true;
    for line in text.lines() {
        let is_at_indent = line
            .strip_prefix(indent)
            .is_some_and(|rest| rest.starts_with(|first| first != ' '));
        match chunks.last_mut() {
            Some(chunk) if !(after_blank && is_at_indent) => {
                chunk.push('\n');
                chunk.push_str(line);
            }
            _ => chunks.push(line.to_owned()),
        }
        after_blank = line.is_empty();
    }
    for chunk in &mut chunks {
        chunk.truncate(chunk.trim_end().len());
    }
    chunks
}

fn item(text: String) -> Item {
    let (label, subject) = label(&head(&text));
    let members = body(&text).map(|body| {
        let indent = body.indent.to_owned() + INDENT;
        let members = chunks(body.members, &indent).into_iter();
        let members = members.map(|text| {
            let lines = text.lines();
            let names = lines.filter_map(|line| member_name(line, &indent));
            let names = names.collect();
            Member { text, names }
        });
        members.collect::<Vec<_>>()
    });
    Item {
        members: members.unwrap_or_default(),
        text,
        label,
        subject,
    }
}

/// The parts of an `impl` block.
pub(crate) struct Body<'t> {
    /// The lines up to the opening brace.
    pub(crate) head: &'t str,
    /// The lines between the braces.
    pub(crate) members: &'t str,
    /// The closing brace, and that of the macro call.
    pub(crate) tail: &'t str,
    /// The indentation of the block.
    pub(crate) indent: &'static str,
}

/// Splits an `impl` block, or a macro call whose argument is one, or returns `None` for others.
pub(crate) fn body(text: &str) -> Option<Body<'_>> {
    let code = |line: &&str| !line.starts_with("//") && !line.starts_with("#[");
    let first = text.lines().find(code)?;
    let (start, indent) = match text.split_once("! {\n    impl (") {
        Some((macro_path, _)) if first.starts_with(macro_path) => {
            (macro_path.len() + "! {\n".len(), INDENT)
        }
        _ if first.starts_with("impl") => (0, ""),
        _ => return None,
    };
    let open = start + text[start..].find(" {\n")? + " {".len();
    let tail = if indent.is_empty() { "}" } else { "    }\n}" };
    let end = text.strip_suffix(tail)?.len();
    Some(Body {
        head: &text[..open],
        members: text.get(open + 1..end - 1)?,
        tail: &text[end..],
        indent,
    })
}

/// Returns the code of an item as one line, without documentation and attributes: up to its first
/// brace or semicolon, or the part of a macro call before the first comma.
fn head(text: &str) -> String {
    let mut code = Vec::new();
    let mut in_attribute = false;
    for line in text.lines().map(str::trim) {
        let is_attribute = code.is_empty() && (line.starts_with("#[") || line.starts_with("#!["));
        if in_attribute || is_attribute {
            in_attribute = !line.ends_with(']');
        } else if !line.starts_with("//") {
            code.push(line);
        }
    }
    let code = code.join(" ");
    let mut end = code.find(['{', ';']).unwrap_or(code.len());
    if code[..end].ends_with("! ") {
        end = code.find([',', '}']).unwrap_or(code.len());
    }
    code[..end].trim().to_owned()
}

fn without_visibility(code: &str) -> &str {
    let visibilities = ["pub(crate) ", "pub(super) ", "pub "];
    visibilities
        .iter()
        .find_map(|visibility| code.strip_prefix(visibility))
        .unwrap_or(code)
}

/// Returns the identifier that `code` begins with, without the path before it.
fn identifier(code: &str) -> &str {
    let end = code.find(|c: char| !(c.is_alphanumeric() || "_:#".contains(c)));
    let path = &code[..end.unwrap_or(code.len())];
    let path = path.trim_end_matches(':');
    path.rsplit("::").next().unwrap_or(path)
}

/// Returns the label and the subject of an item.
fn label(head: &str) -> (String, String) {
    let code = without_visibility(head);
    if code.starts_with("impl") {
        let subject = match code.rsplit_once(" for ") {
            Some((_, subject)) => subject,
            None => code.split_once(' ').map_or("", |(_, subject)| subject),
        };
        return (code.to_owned(), identifier(subject).to_owned());
    }
    // The first argument is the subject: `runtime::readable_structure! { name: Bed`.
    if let Some((name, argument)) = code.split_once("! {") {
        let argument = argument.trim_start().trim_start_matches("impl (");
        let (_, subject) = argument.split_once(':').unwrap_or(("", argument));
        let subject = identifier(subject.trim_start());
        return (
            format!("{}!({subject})", identifier(name)),
            subject.to_owned(),
        );
    }
    let code = code
        .strip_prefix("const fn")
        .map_or_else(|| code.to_owned(), |function| format!("fn{function}"));
    match code.split_once(' ') {
        Some(("use", _)) => ("use".to_owned(), "use".to_owned()),
        Some((keyword, rest)) => {
            let subject = identifier(rest);
            (format!("{keyword} {subject}"), subject.to_owned())
        }
        None => (code.clone(), code),
    }
}

/// Returns the name of the member of an `impl` block that begins on this line with this indentation.
fn member_name(line: &str, indent: &str) -> Option<String> {
    let code = line.strip_prefix(indent)?;
    let mut code = without_visibility(code);
    for qualifier in ["const fn ", "async fn ", "fn ", "type ", "const "] {
        if let Some(rest) = code.strip_prefix(qualifier) {
            code = rest;
            return Some(identifier(code).to_owned());
        }
    }
    None
}

#[cfg(test)]
pub(crate) mod tests {
    use super::items;

    pub(crate) const FILE: &str = "\
// @generated
//! `Bed`.

use std::fmt;
use std::sync::Arc;

/// The bed.
#[derive(
    Clone
)]
pub struct Bed {
    pub name: String,
}

impl Bed {
    /// The name.
    #[inline]
    pub fn name(&self) -> &str {
        let name = &self.name;

        name
    }

    pub(crate) const fn empty() -> Self {
        Self { name: String::new() }
    }

    pub fn set_name(&mut self) {}
}

some_runtime::readable_structure! {
    name: Bed,
    more: true,
}

#[doc(hidden)]
impl json::Read for Bed {
    type Error = ();
    fn read(&self) {}
}

some_runtime::setters! {
    impl (Bed, Row) {
        /// Sets.
        pub fn set(&mut self) {
            let fn_name = 1;
        }

        fn unset(&self) {}
    }
}
";

    #[test]
    fn items_have_labels_subjects_and_members() {
        let items = items(FILE);
        let labels: Vec<_> = items.iter().map(|item| &*item.label).collect();
        let expected = [
            "",
            "use",
            "struct Bed",
            "impl Bed",
            "readable_structure!(Bed)",
            "impl json::Read for Bed",
            "setters!(Bed)",
        ];
        assert_eq!(labels, expected);
        assert!(items[2..].iter().all(|item| item.subject == "Bed"));
        let members = items.iter().flat_map(|item| &item.members);
        let names: Vec<_> = members.flat_map(|member| &member.names).collect();
        let expected = ["name", "empty", "set_name", "Error", "read", "set", "unset"];
        assert_eq!(names, expected);
    }
}
