//! The report of an update, as text and as Markdown.

use codegen::Style;
use codegen::diff::Format;

use super::missing;
use super::proposal::Proposal;
use super::published::Published;
use super::stubs;
use crate::policy;

/// The number of names that a list shows.
const SHOWN: usize = 10;

/// A task that is left to a person.
struct Task {
    what: String,
    details: Vec<String>,
}

/// Returns the report for a terminal.
pub(super) fn text(published: &Published, proposal: &Proposal, is_dry_run: bool) -> String {
    let mut text = String::new();
    if let Some(release) = &proposal.release {
        let report = &release.changes.report;
        text.push_str(&report.render(Format::Text, &release.version, Style::Plain));
    }
    let mut generated = 0;
    for (change, _) in &proposal.changes {
        if change.path.starts_with("generated/") {
            generated += 1;
        } else {
            text.push_str(&format!("{}: {}\n", change.path, verb(is_dry_run)));
        }
    }
    if generated > 0 {
        let files = plural(generated, "file");
        text.push_str(&format!("generated/: {files} {}\n", verb(is_dry_run)));
    }
    if proposal.changes.is_empty() {
        text.push_str("nothing changes\n");
    }
    if let Some(version) = new_version(proposal) {
        text.push_str(&format!("version: {version}\n"));
    }
    let kept = kept(published);
    if !kept.is_empty() {
        let kept = kept.join(", ");
        text.push_str(&format!(
            "botocore lacks, kept from the present model: {kept}\n"
        ));
    }
    let tasks = tasks(published, proposal);
    if !tasks.is_empty() {
        text.push_str("\nTo do by hand:\n");
    }
    for Task { what, details } in tasks {
        text.push_str(&format!("- {what}\n"));
        for detail in details {
            text.push_str(&format!("  {detail}\n"));
        }
    }
    text
}

/// Returns the report for a pull request.
pub(super) fn markdown(published: &Published, proposal: &Proposal) -> String {
    let mut text = match &proposal.release {
        Some(release) => {
            let report = &release.changes.report;
            report.render(Format::Markdown, &release.version, Style::Plain)
        }
        None => "# The first model\n".to_owned(),
    };
    let kept = kept(published);
    if !kept.is_empty() {
        text.push_str(&format!(
            "\nFrom botocore's files. Facts that they lack were kept: {}.\n",
            kept.join(", ")
        ));
    }
    let tasks = tasks(published, proposal);
    if !tasks.is_empty() {
        text.push_str("\n## To do by hand\n\n");
    }
    for Task { what, details } in tasks {
        text.push_str(&format!("- [ ] {what}\n"));
        for detail in details {
            text.push_str(&format!("  - {}\n", escaped(&detail)));
        }
    }
    text
}

fn verb(is_dry_run: bool) -> &'static str {
    match is_dry_run {
        true => "would be written",
        false => "written",
    }
}

fn new_version(proposal: &Proposal) -> Option<String> {
    let [old, new] = &proposal.versions;
    (old != new).then(|| format!("{old} becomes {new}"))
}

/// Returns the kept traits, with their numbers of shapes and members.
fn kept(published: &Published) -> Vec<String> {
    let kept = published.kept.iter();
    kept.map(|(id, count)| format!("{id} ({count})")).collect()
}

fn tasks(published: &Published, proposal: &Proposal) -> Vec<Task> {
    let mut tasks = Vec::new();
    let mut task = |what: String, details: Vec<String>| tasks.push(Task { what, details });
    let (review, removed): (Vec<_>, Vec<_>) = proposal
        .removed
        .iter()
        .partition(|(_, removed)| removed.needs_review);
    let lines = |entries: &[&(String, codegen::canonical::Removed)]| -> Vec<String> {
        let entries = entries.iter();
        entries
            .map(|(file, removed)| format!("{file}: {} ({})", removed.entry, removed.reason))
            .collect()
    };
    if !review.is_empty() {
        let what = "decide whether the model is right where our corrections were removed:";
        task(what.to_owned(), lines(&review));
    }
    if !removed.is_empty() {
        let what =
            "check that these stale entries of overlays are no longer needed; they were removed:";
        task(what.to_owned(), lines(&removed));
    }
    let stale = proposal.release.iter();
    let stale = stale.flat_map(|release| &release.changes.stale);
    let stale: Vec<_> = stale.map(ToString::to_string).collect();
    if !stale.is_empty() {
        task(format!("remove these entries of {}:", policy::FILE), stale);
    }
    if !published.notes.is_empty() {
        let what = "check these guesses of the conversion from botocore:";
        task(what.to_owned(), published.notes.clone());
    }
    let missing = &proposal.missing;
    let stubs = stubs::FILE;
    if !missing.documentation.is_empty() {
        let shapes: Vec<_> = missing::by_shape(&missing.documentation)
            .into_iter()
            .map(|(shape, count)| format!("{shape} ({count})"))
            .collect();
        let count = missing.documentation.len();
        task(
            format!(
                "document {}: fill in {stubs}",
                plural(count, "shape or member")
            ),
            vec![shown(&shapes)],
        );
    }
    let operations = |ids: &[String]| {
        let names: Vec<_> = ids.iter().map(|id| missing::name(id).to_owned()).collect();
        vec![shown(&names)]
    };
    for (what, ids) in [
        ("add examples of these operations", &missing.examples),
        (
            "add waiters of these operations if their results change by themselves",
            &missing.waiters,
        ),
        (
            "add `retryable` to these errors if a second call may succeed",
            &missing.retries,
        ),
    ] {
        if !ids.is_empty() {
            task(
                format!("{what}, or remove them from {stubs}:"),
                operations(ids),
            );
        }
    }
    for (what, names) in [
        ("add cases to tests/client/operations for:", &missing.cases),
        ("remove the test cases of:", &missing.stale_cases),
    ] {
        if !names.is_empty() {
            task(what.to_owned(), vec![shown(names)]);
        }
    }
    if !missing.stale_texts.is_empty() {
        let what = "correct these texts, which name shapes that no longer exist:";
        task(what.to_owned(), missing.stale_texts.clone());
    }
    tasks
}

/// Returns a list of the first names.
fn shown(names: &[String]) -> String {
    let count = names.len();
    let mut first = names[..count.min(SHOWN)].join(", ");
    if count > SHOWN {
        first.push_str(&format!(" and {} more", count - SHOWN));
    }
    first
}

fn plural(count: usize, noun: &str) -> String {
    match (count, noun.split_once(" or ")) {
        (1, _) => format!("1 {noun}"),
        (_, Some((first, second))) => format!("{count} {first}s or {second}s"),
        _ => format!("{count} {noun}s"),
    }
}

/// Escapes text for Markdown: models may contain any character.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if "\\`*_{}[]<>()#+-!|@".contains(character) {
            escaped.push('\\');
        }
        escaped.push(match character.is_control() {
            true => ' ',
            false => character,
        });
    }
    escaped
}
