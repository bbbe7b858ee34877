//! Release notes: breaking changes first, by resource, and counts at the end.

mod entries;

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::diagnostics::Diagnostic;
use crate::diff::resources::LAST;
use crate::diff::{Class, Difference, Report, Side, Version};
use crate::printable::escape;
use entries::entries;

pub(super) fn report(report: &Report, current: &Version) -> String {
    let mut text = format!("# {}\n\n", escape::line(&report.title));
    // Writing to a `String` does not fail.
    let _ = writeln!(text, "{}", report.verdict(current));
    for class in Class::ALL {
        let differences = report.differences.iter();
        let counted = differences
            .filter(|difference| difference.class == class && difference.accepted.is_none());
        section(&mut text, heading(class), counted.collect());
    }
    let differences = report.differences.iter();
    let accepted = differences.filter(|difference| difference.accepted.is_some());
    section(&mut text, "Accepted changes", accepted.collect());
    counts(&mut text, report);
    text
}

fn heading(class: Class) -> &'static str {
    match class {
        Class::Breaking => "Breaking changes",
        Class::Behavioural => "Changed behaviour",
        Class::Additive => "Additions",
        Class::Documentation => "Documentation",
        Class::None => "Without effect on users",
    }
}

/// Adds a section, with the differences by resource.
fn section(text: &mut String, heading: &str, differences: Vec<&Difference>) {
    if differences.is_empty() {
        return;
    }
    let _ = write!(text, "\n## {heading}\n");
    let mut resources: BTreeMap<(usize, &str), Vec<&Difference>> = BTreeMap::new();
    for difference in differences {
        let resource = &*difference.resource;
        let rank = LAST.iter().position(|last| *last == resource);
        let key = (rank.map_or(0, |rank| rank + 1), resource);
        resources.entry(key).or_default().push(difference);
    }
    for ((_, resource), differences) in resources {
        let _ = write!(text, "\n### {}\n\n", escape::line(resource));
        for entry in entries(&differences) {
            let _ = writeln!(text, "- {entry}");
        }
    }
}

/// Adds the table of counts.
fn counts(text: &mut String, report: &Report) {
    text.push_str("\n## Counts\n\n| class | changes |\n|---|---:|\n");
    for class in Class::ALL {
        let _ = writeln!(text, "| {} | {} |", class.as_str(), report.count(class));
    }
    if report.accepted() > 0 {
        let _ = writeln!(text, "| accepted | {} |", report.accepted());
    }
}

pub(super) fn failure(message: &str, diagnostics: &[(Side, &Diagnostic)]) -> String {
    let mut text = format!(
        "# The models were not compared\n\n{}.\n",
        escape::line(message)
    );
    if !diagnostics.is_empty() {
        text.push('\n');
    }
    for (side, diagnostic) in diagnostics {
        let place = match diagnostic.span {
            Some(span) => format!("{}:{}:{}", diagnostic.file, span.line, span.column),
            None => diagnostic.file.clone(),
        };
        let _ = writeln!(
            text,
            "- {} in the {} model, {}: {} ({})",
            diagnostic.code.as_str(),
            side.as_str(),
            escape::code(&place),
            escape::line(&diagnostic.reason),
            escape::line(&diagnostic.help),
        );
    }
    text
}
