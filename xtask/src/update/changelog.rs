//! The entry in CHANGELOG.md: a line for each resource and type of change.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use codegen::diff::{Class, Difference, Report};

/// The width of lines.
const WIDTH: usize = 100;
const UNRELEASED: &str = "## [Unreleased]";
/// The sections of a release, in the order of the format "Keep a Changelog".
const SECTIONS: [&str; 6] = [
    "Added",
    "Changed",
    "Deprecated",
    "Removed",
    "Fixed",
    "Security",
];

/// Returns the text with the notable differences from the last release below "Unreleased".
///
/// `before` has the differences that an earlier update listed, and its month. Its entries are
/// replaced if they changed. Those that were edited since then are kept, and followed by what is new.
pub(super) fn with_entries(
    text: &str,
    report: &Report,
    month: &str,
    before: Option<(&Report, &str)>,
) -> Result<String> {
    let start = text.find(&format!("{UNRELEASED}\n"));
    let start = start.with_context(|| format!("there is no heading `{UNRELEASED}`"))?;
    let body = start + UNRELEASED.len() + 1;
    let end = text[body..]
        .find("\n## ")
        .map_or(text.len(), |at| body + at + 1);
    let mut sections = sections(&text[body..end]);
    let unchanged = sections.clone();
    let new = groups(report);
    let (old, old_month) =
        before.map_or_else(Default::default, |(report, month)| (groups(report), month));
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
    for key @ (section, resource) in keys {
        let (old, new) = (group(&old, key), group(&new, key));
        if entries(resource, &old, month) == entries(resource, &new, month) {
            continue;
        }
        let lines = lines_of(&mut sections, section);
        let listed = entries(resource, &old, old_month);
        match listed.iter().all(|entry| lines.contains(entry)) {
            true => replace(lines, &listed, &entries(resource, &new, month)),
            false => {
                let is_new =
                    |difference: &&Difference| !old.iter().any(|old| same(old, difference));
                let added: Vec<_> = new.into_iter().filter(is_new).collect();
                replace(lines, &[], &entries(resource, &added, month));
            }
        }
    }
    sections.retain(|(_, lines)| !lines.trim().is_empty());
    if sections == unchanged {
        return Ok(text.to_owned());
    }
    let mut unreleased = String::new();
    for (section, lines) in &sections {
        unreleased.push('\n');
        if let Some(name) = section.map(|section| SECTIONS[section]) {
            unreleased.push_str(&format!("### {name}\n\n"));
        }
        unreleased.push_str(lines);
    }
    if end < text.len() {
        unreleased.push('\n');
    }
    Ok(format!("{}{unreleased}{}", &text[..body], &text[end..]))
}

/// Replaces entries in a section; new ones are appended unless they are there already.
fn replace(lines: &mut String, old: &[String], new: &[String]) {
    for entry in old {
        *lines = lines.replacen(entry.as_str(), "", 1);
    }
    for entry in new {
        if !lines.contains(entry.as_str()) {
            lines.push_str(entry);
        }
    }
}

/// Returns `true` if both differences state the same.
fn same(first: &Difference, second: &Difference) -> bool {
    let key = |difference: &'_ Difference| {
        let Difference {
            rule,
            shape,
            change,
            ..
        } = difference;
        (*rule, shape.clone(), change.clone())
    };
    key(first) == key(second)
}

/// A section of a release: its index, or `None` for the text before the first heading; and its text.
type Section = (Option<usize>, String);

/// Splits the text below "Unreleased" into its sections. Other headings are text of a section.
fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = vec![(None, String::new())];
    for line in text.split_inclusive('\n') {
        let heading = line.strip_prefix("### ").map(str::trim_end);
        let heading = heading.and_then(|name| SECTIONS.iter().position(|known| *known == name));
        match (heading, sections.last_mut()) {
            (Some(section), _) => sections.push((Some(section), String::new())),
            (None, Some((_, lines))) => lines.push_str(line),
            (None, None) => {}
        }
    }
    for (_, lines) in &mut sections {
        *lines = format!("{}\n", lines.trim_matches('\n'));
    }
    sections.retain(|(_, lines)| lines.trim() != "");
    sections
}

/// Returns the text of a section; a new one is put before the next that the format has after it.
fn lines_of(sections: &mut Vec<Section>, section: usize) -> &mut String {
    let known = sections
        .iter()
        .position(|(index, _)| *index == Some(section));
    let place = known.unwrap_or_else(|| {
        let next = sections
            .iter()
            .position(|(index, _)| *index > Some(section));
        let place = next.unwrap_or(sections.len());
        sections.insert(place, (Some(section), String::new()));
        place
    });
    &mut sections[place].1
}

/// The notable differences, by index of their section and by resource.
type Groups<'a> = BTreeMap<(usize, &'a str), Vec<&'a Difference>>;

/// Groups the differences of the report that are not accepted.
fn groups(report: &Report) -> Groups<'_> {
    let mut groups = Groups::new();
    for difference in &report.differences {
        if difference.accepted.is_none()
            && let Some(section) = section(difference)
        {
            let group = groups.entry((section, &*difference.resource));
            group.or_default().push(difference);
        }
    }
    groups
}

fn group<'a>(groups: &Groups<'a>, key: (usize, &'a str)) -> Vec<&'a Difference> {
    groups.get(&key).cloned().unwrap_or_default()
}

/// Returns the entries of a group, as lines.
fn entries(resource: &str, differences: &[&Difference], month: &str) -> Vec<String> {
    let (breaking, others): (Vec<_>, Vec<_>) = differences
        .iter()
        .copied()
        .partition(|difference| difference.class == Class::Breaking);
    let mut entries = Vec::new();
    for difference in breaking {
        let mut entry = format!("**Breaking** (model of {month}): {}.", clause(difference));
        if let Some(hint) = &difference.hint {
            entry.push_str(&format!(" {}", sentence(hint)));
        }
        entries.push(wrapped(&entry));
    }
    let clauses = clauses(&others);
    if !clauses.is_empty() {
        let clauses = clauses.join("; ");
        entries.push(wrapped(&format!(
            "{resource} (model of {month}): {clauses}."
        )));
    }
    entries
}

/// Returns the index of the section; `None` if users need not know the difference.
fn section(difference: &Difference) -> Option<usize> {
    let rule = difference.rule.id();
    let name = match difference.class {
        Class::Documentation | Class::None => return None,
        _ if rule == "deprecated" => "Deprecated",
        _ if rule.ends_with("-removed") => "Removed",
        Class::Additive => "Added",
        Class::Breaking | Class::Behavioural => "Changed",
    };
    SECTIONS.iter().position(|section| *section == name)
}

/// Describes the differences of a resource: additions as lists of names, the others one by one.
fn clauses(differences: &[&Difference]) -> Vec<String> {
    let (mut operations, mut types, mut clauses) = (Vec::new(), Vec::new(), Vec::new());
    let mut members: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut errors: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for difference in differences {
        let name = name(&difference.shape);
        let variant = difference
            .items
            .first()
            .and_then(|item| item.rsplit("::").next());
        match (difference.rule.id(), name.split_once('$')) {
            ("operation-added", _) => operations.push(name),
            ("operation-error-added", _) if variant.is_some() => {
                errors.entry(name).or_default().extend(variant);
            }
            ("type-added", _) => types.push(name),
            ("member-added" | "enum-value-added" | "variant-added", Some((shape, member))) => {
                members.entry(shape).or_default().push(member);
            }
            _ => clauses.push(clause(difference)),
        }
    }
    let list = |noun: &str, names: &[&str]| {
        let plural = if names.len() == 1 { "" } else { "s" };
        format!("the {noun}{plural} {}", quoted(names))
    };
    let mut all = Vec::new();
    all.extend((!operations.is_empty()).then(|| list("operation", &operations)));
    all.extend((!types.is_empty()).then(|| list("type", &types)));
    for (noun, names) in [("member", members), ("error", errors)] {
        // Owners of the same new names share a clause.
        let mut owners: BTreeMap<Vec<&str>, Vec<&str>> = BTreeMap::new();
        for (owner, names) in names {
            owners.entry(names).or_default().push(owner);
        }
        for (names, owners) in owners {
            all.push(format!("{} of {}", list(noun, &names), quoted(&owners)));
        }
    }
    all.extend(clauses);
    all.dedup();
    all
}

/// Describes a difference as a clause.
fn clause(difference: &Difference) -> String {
    let item = difference.items.first();
    let item = item.map_or_else(|| name(&difference.shape), String::as_str);
    format!("`{item}` {}", difference.change)
}

fn sentence(text: &str) -> String {
    let end = if text.ends_with(['.', '!']) { "" } else { "." };
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    format!("{}{}{end}", first.unwrap_or_default(), letters.as_str())
}

fn name(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

/// Lists names in code font: `` `a`, `b` and `c` ``.
fn quoted(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, first @ [_, ..])) => format!("{} and {last}", first.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

/// Wraps an entry as an item of a list. Code with spaces stays on a line.
fn wrapped(entry: &str) -> String {
    let mut text = String::from("-");
    let mut width = 1;
    let mut is_code = false;
    for word in entry.split(' ') {
        let length = word.chars().count() + 1;
        if !is_code && width > 2 && width + length > WIDTH {
            text.push_str("\n ");
            width = 1;
        }
        text.push(' ');
        text.push_str(word);
        width += length;
        is_code ^= word.matches('`').count() % 2 == 1;
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests;
