//! Lines for a terminal.

use std::fmt::Write;

use crate::diff::{Class, Difference, Report, Version};
use crate::printable::value;
use crate::report::Style;

/// The number of items of a difference that are shown.
const ITEMS: usize = 8;

pub(super) fn report(report: &Report, current: &Version, style: Style) -> String {
    let mut text = String::new();
    for entry in &report.differences {
        difference(&mut text, entry, style);
    }
    let mut counts: Vec<_> = Class::ALL
        .into_iter()
        .map(|class| format!("{} {}", report.count(class), class.as_str()))
        .collect();
    if report.accepted() > 0 {
        counts.push(format!("{} accepted", report.accepted()));
    }
    let _ = writeln!(text, "{}", counts.join(", "));
    let _ = writeln!(text, "{}", report.verdict(current));
    text
}

fn difference(text: &mut String, difference: &Difference, style: Style) {
    let Difference {
        rule,
        class,
        shape,
        resource: _,
        subject,
        change,
        items,
        wire,
        hint,
        location,
        accepted,
    } = difference;
    let title = format!("{}[{}]", class.as_str(), rule.id());
    let title = match (style, color(*class)) {
        (Style::Colored, Some(color)) => format!("{color}{title}\x1b[0m"),
        _ => title,
    };
    let place = location
        .as_ref()
        .map(|location| format!(" ({}:{}:{})", location.file, location.line, location.column));
    // Writing to a `String` does not fail.
    let _ = writeln!(text, "{title}: {} {}", value(subject), value(change));
    let mut detail = |label: &str, detail: &str| {
        let _ = writeln!(text, "  {label}: {}", value(detail));
    };
    detail("shape", &format!("{shape}{}", place.unwrap_or_default()));
    if !items.is_empty() {
        let mut shown: Vec<_> = items.iter().take(ITEMS).cloned().collect();
        if items.len() > ITEMS {
            shown.push(format!("and {} more", items.len() - ITEMS));
        }
        detail("items", &shown.join(", "));
    }
    for (label, value) in [("wire", wire), ("hint", hint), ("accepted", accepted)] {
        value.iter().for_each(|value| detail(label, value));
    }
    text.push('\n');
}

fn color(class: Class) -> Option<&'static str> {
    match class {
        Class::Breaking => Some("\x1b[31m"),
        Class::Behavioural => Some("\x1b[33m"),
        Class::Additive => Some("\x1b[32m"),
        Class::Documentation | Class::None => None,
    }
}
