//! Annotations of GitHub's workflows: <https://docs.github.com/actions/reference/workflow-commands>.

use crate::diagnostics::{Diagnostic, Severity};
use crate::diff::{Class, Difference, Report, Side, Version};
use crate::printable::value;

/// The number of annotations of a level that GitHub shows for a step.
const SHOWN: usize = 10;

/// An annotation's place: file, line and column.
type Place<'a> = (&'a str, usize, usize);

pub(super) fn report(report: &Report, current: &Version) -> String {
    let mut text = String::new();
    for (class, level) in [
        (Class::Breaking, "error"),
        (Class::Behavioural, "warning"),
        (Class::Additive, "notice"),
    ] {
        let differences = report.differences.iter();
        let differences = differences
            .filter(|difference| difference.class == class && difference.accepted.is_none());
        let differences: Vec<_> = differences.collect();
        // One place is for the number of those that are not shown.
        let shown = match differences.len() {
            few if few <= SHOWN => few,
            _ => SHOWN - 1,
        };
        for difference in &differences[..shown] {
            text.push_str(&annotation(level, difference));
        }
        if shown < differences.len() {
            let rest = differences.len() - shown;
            let message = format!(
                "{rest} more {} differences: see the summary",
                class.as_str()
            );
            text.push_str(&command(level, None, "more differences", &message));
        }
    }
    let verdict = report.verdict(current);
    text.push_str(&command("notice", None, "next version", &verdict));
    text
}

fn annotation(level: &str, difference: &Difference) -> String {
    let Difference {
        rule,
        class,
        subject,
        change,
        wire,
        hint,
        location,
        ..
    } = difference;
    let mut message = format!("{subject} {change}");
    for (label, value) in [("on the wire", wire), ("hint", hint)] {
        if let Some(value) = value {
            message.push_str(&format!("\n{label}: {value}"));
        }
    }
    let place = location
        .as_ref()
        .map(|location| (&*location.file, location.line, location.column));
    let title = format!("{}: {}", class.as_str(), rule.id());
    command(level, place, &title, &message)
}

pub(super) fn failure(message: &str, diagnostics: &[(Side, &Diagnostic)]) -> String {
    let message = format!("The models were not compared: {message}.");
    let mut text = command("error", None, "no comparison", &message);
    for (side, diagnostic) in diagnostics {
        let level = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let span = diagnostic.span;
        let place = span.map(|span| (&*diagnostic.file, span.line, span.column));
        let title = format!("{}: {} model", diagnostic.code.as_str(), side.as_str());
        let message = format!("{}\nhelp: {}", diagnostic.reason, diagnostic.help);
        text.push_str(&command(level, place, &title, &message));
    }
    text
}

/// Returns a workflow command.
fn command(level: &str, place: Option<Place<'_>>, title: &str, message: &str) -> String {
    let place = place
        .map(|(file, line, column)| format!("file={},line={line},col={column},", property(file)));
    let lines: Vec<_> = message.split('\n').map(|line| value(line)).collect();
    format!(
        "::{level} {}title={}::{}\n",
        place.unwrap_or_default(),
        property(title),
        data(&lines.join("\n"))
    )
}

fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::command;

    #[test]
    fn special_characters_are_escaped() {
        assert_eq!(
            command(
                "error",
                Some(("a,b:c.json", 1, 2)),
                "x: y",
                "100 %\nz: \u{7}"
            ),
            "::error file=a%2Cb%3Ac.json,line=1,col=2,title=x%3A y::100 %25%0Az: \\u{7}\n"
        );
        assert_eq!(command("notice", None, "t", "m"), "::notice title=t::m\n");
    }
}
