//! One JSON object.

use serde_json::{Map, Value, json};

use crate::diagnostics::{Diagnostic, Severity};
use crate::diff::{Class, Difference, Location, Report, Side, Version};

/// The version of the object's form. It grows when a key changes its meaning or is removed.
const FORM: u64 = 1;

pub(super) fn report(report: &Report, current: &Version) -> String {
    let counts = Class::ALL.into_iter();
    let counts = counts.map(|class| (class.as_str().to_owned(), report.count(class).into()));
    let mut counts: Map<String, Value> = counts.collect();
    counts.insert("accepted".to_owned(), report.accepted().into());
    let differences: Vec<_> = report.differences.iter().map(difference).collect();
    print(&json!({
        "form": FORM,
        "service": report.title,
        "breaks": report.breaks(),
        "bump": report.bump().as_str(),
        "current_version": current.to_string(),
        "next_version": report.next_version(current).to_string(),
        "counts": counts,
        "differences": differences,
    }))
}

fn difference(difference: &Difference) -> Value {
    let Difference {
        rule,
        class,
        shape,
        resource,
        subject,
        change,
        items,
        wire,
        hint,
        location,
        accepted,
    } = difference;
    json!({
        "rule": rule.id(),
        "class": class.as_str(),
        "shape": shape,
        "resource": resource,
        "subject": subject,
        "change": change,
        "items": items,
        "wire": wire,
        "hint": hint,
        "location": location.as_ref().map(self::location),
        "accepted": accepted,
    })
}

fn location(location: &Location) -> Value {
    let Location {
        side,
        file,
        line,
        column,
    } = location;
    json!({"model": side.as_str(), "file": file, "line": line, "column": column})
}

/// Renders a failure: an object with the key `error`, and without `differences`.
pub(super) fn failure(message: &str, diagnostics: &[(Side, &Diagnostic)]) -> String {
    let diagnostics = diagnostics.iter().map(|(side, diagnostic)| {
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        json!({
            "model": side.as_str(),
            "severity": severity,
            "code": diagnostic.code.as_str(),
            "file": diagnostic.file,
            "line": diagnostic.span.map(|span| span.line),
            "column": diagnostic.span.map(|span| span.column),
            "shape": diagnostic.shape,
            "reason": diagnostic.reason,
            "help": diagnostic.help,
        })
    });
    let diagnostics: Vec<_> = diagnostics.collect();
    print(&json!({
        "form": FORM,
        "error": format!("the models were not compared: {message}"),
        "diagnostics": diagnostics,
    }))
}

fn print(value: &Value) -> String {
    format!("{value:#}\n")
}
