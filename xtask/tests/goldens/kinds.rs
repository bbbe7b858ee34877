//! Every kind of output is shown in a golden. The kinds are:
//!
//! - files, by path without the model's names (`src/types/*.rs`); one of each is shown in full;
//! - items and trait methods, by kind of file (`src/types/*.rs: impl json::Read for *`), and
//!   methods of files that every crate has;
//! - types of public fields (`Option<Vec<types::*>>`);
//! - uses of the runtime: paths (`http::Response`) and methods (`request.query`).

use std::collections::{BTreeMap, BTreeSet};

use crate::coverage::accepted;
use crate::excerpt::OMITTED;
use crate::files::{self, Files};
use crate::golden;
use crate::items::{self, Item};

/// The modules whose items count as uses of the runtime.
const MODULES: [&str; 10] = [
    "client",
    "config",
    "endpoint",
    "error",
    "http",
    "json",
    "operation",
    "paginate",
    "restjson1_runtime",
    "waiters",
];

/// The variables in generated code that hold values of the runtime's types.
const VARIABLES: [&str; 7] = [
    "attributes",
    "body",
    "object",
    "out",
    "request",
    "response",
    "writer",
];

/// Returns the kind of a file's path, and the name from the model in it, if there is one.
fn path_kind(path: &str) -> (String, Option<&str>) {
    let fixed = ["builders.rs", "error.rs"];
    for folder in [
        "src/operation/",
        "src/types/error/",
        "src/types/",
        "src/waiters/",
    ] {
        let Some(rest) = path
            .strip_prefix(folder)
            .filter(|rest| !fixed.contains(rest))
        else {
            continue;
        };
        let (name, rest) = rest.split_at(rest.find(['/', '.']).unwrap_or(rest.len()));
        let is_error = folder == "src/types/" && name == "error";
        return match is_error {
            true => (path.to_owned(), None),
            false => (format!("{folder}*{rest}"), Some(name)),
        };
    }
    (path.to_owned(), None)
}

/// Replaces the file's name, spelled as a type (`old_bed` as `OldBed`), with `*`.
///
/// `Value` and `_` are removed too: they only resolve conflicts of names.
fn without_name(label: &str, subject: &str, name: &str) -> String {
    let name = name.replace('_', "");
    let start = subject.to_lowercase().find(&name);
    let (Some(start), Some(at)) = (start, label.rfind(subject)) else {
        return label.to_owned();
    };
    let (before, after) = label.split_at(at + start);
    let rest = &after[name.len()..];
    let rest = rest.strip_prefix("Value").unwrap_or(rest);
    format!("{}*{rest}", before.trim_end_matches('_'))
}

fn item_kinds(file: &str, name: Option<&str>, item: &Item) -> Vec<String> {
    let label = match name {
        Some(name) => without_name(&item.label, &item.subject, name),
        None if item.label.starts_with("mod ") => "mod".to_owned(),
        None => item.label.clone(),
    };
    // Methods of other types are named after the model's members and operations.
    let is_fixed = name.is_none() && file != "src/client.rs";
    let methods = item
        .members
        .iter()
        .flat_map(|member| &member.names)
        .filter(|_| is_fixed || label.contains(" for "));
    let methods = methods.map(|method| format!("{file}: {label}: {method}"));
    methods.chain([format!("{file}: {label}")]).collect()
}

/// Returns the type of the field that is declared on this line, without the model's names.
fn field_type(line: &str) -> Option<String> {
    let field = line.strip_prefix("    pub ")?.strip_suffix(',')?;
    let (_, field_type) = field.split_once(": ")?;
    let mut parts = field_type.split("types::");
    let mut kind = parts.next()?.to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_alphanumeric());
        kind += "types::";
        // A path into `aws_smithy_types` has no name of the model.
        match kind.ends_with("smithy_types::") {
            true => kind += part,
            false => kind = kind + "*" + &part[end.unwrap_or(part.len())..],
        }
    }
    Some(format!("field: {kind}"))
}

/// Returns the uses of the runtime on this line.
fn runtime_uses(line: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_alphanumeric() || "_:.".contains(c);
    // `operation` is also a module of the generated crate, with modules named after operations.
    let is_in_generated_crate =
        |item: &str| item.contains("::") && item.starts_with(char::is_lowercase);
    let paths = line.split(move |c| !is_part(c));
    paths.filter_map(move |path| {
        let (first, rest) = path.split_at(path.find(['.', ':'])?);
        let method = rest
            .strip_prefix('.')
            .filter(|_| VARIABLES.contains(&first));
        let item = rest.strip_prefix("::").filter(|item| {
            MODULES.contains(&first) && !(first == "operation" && is_in_generated_crate(item))
        });
        match (method, item) {
            (Some(method), _) => {
                let method = method.split('.').next().unwrap_or(method);
                Some(format!("use: {first}.{method}"))
            }
            (None, item) => Some(format!("use: {first}::{}", item?)),
        }
    })
}

/// Returns the kinds of output in a file or in an excerpt of it.
fn kinds(path: &str, text: &str) -> BTreeSet<String> {
    let (file, name) = path_kind(path);
    let is_complete = !text.lines().any(|line| line.trim() == OMITTED);
    let mut kinds = BTreeSet::new();
    kinds.extend(is_complete.then(|| file.clone()));
    if !path.ends_with(".rs") {
        return kinds;
    }
    let items = items::items(text);
    let items = items.iter().filter(|item| !item.label.is_empty());
    kinds.extend(items.flat_map(|item| item_kinds(&file, name, item)));
    let lines = text.lines();
    let code = lines.filter(|line| !line.trim_start().starts_with("//"));
    for line in code {
        kinds.extend(field_type(line));
        kinds.extend(runtime_uses(line));
    }
    kinds
}

#[test]
fn every_kind_of_output_is_shown() {
    // The expected files may not be written yet.
    if golden::is_rewriting() {
        return;
    }
    let (mut all, mut shown) = (BTreeMap::<_, BTreeSet<_>>::new(), BTreeSet::new());
    for (golden, _, files) in accepted() {
        for kind in files.iter().flat_map(|(path, text)| kinds(path, text)) {
            all.entry(kind).or_default().insert(golden.name.clone());
        }
        let expected: Files = files::read(&golden.folder().join("expected"));
        let expected = expected.iter();
        shown.extend(expected.flat_map(|(path, text)| kinds(path, text)));
    }
    assert!(shown.len() > 100, "the goldens show too few kinds");
    all.retain(|kind, _| !shown.contains(kind));
    let lines = all.iter().map(|(kind, goldens)| {
        let goldens: Vec<_> = goldens.iter().map(String::as_str).collect();
        format!("{kind}\n    generated for {}\n", goldens.join(", "))
    });
    let unseen: String = lines.collect();
    assert!(
        unseen.is_empty(),
        "no golden shows these kinds of output; add one of each to a `focus`:\n{unseen}"
    );
}

#[cfg(test)]
mod tests {
    use super::kinds;

    #[test]
    fn kinds_do_not_depend_on_names_of_the_model() {
        let text = "\
pub struct OldBedBuilder {
    pub beds: Option<Vec<types::OldBed>>,
    pub day: aws_smithy_types::DateTime,
}

#[doc(hidden)]
impl json::Write for OldBed {
    fn write(&self) {
        object.member(\"beds\", &self.beds);
    }
}
";
        let expected = [
            "field: Option<Vec<types::*>>",
            "field: aws_smithy_types::DateTime",
            "src/types/*.rs",
            "src/types/*.rs: impl json::Write for *",
            "src/types/*.rs: impl json::Write for *: write",
            "src/types/*.rs: struct *Builder",
            "use: json::Write",
            "use: object.member",
        ];
        assert!(kinds("src/types/old_bed.rs", text).iter().eq(&expected));
        let excerpt = "// …\n\npub struct OldBed {}\n";
        let kinds = kinds("src/types/old_bed.rs", excerpt);
        assert!(kinds.iter().eq(&["src/types/*.rs: struct *"]));
    }
}
