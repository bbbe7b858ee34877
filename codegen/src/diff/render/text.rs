//! Lines for a terminal.

use crate::diff::{Report, Version};

pub(super) fn report(report: &Report, current: &Version) -> String {
    let mut text = String::new();
    for difference in &report.differences {
        let class = difference.class.as_str();
        let rule = difference.rule.id();
        let item = &difference.subject;
        text.push_str(&format!("{class}[{rule}]: {item} {}\n", difference.change));
    }
    text.push_str(&format!("next version: {}\n", report.next_version(current)));
    text
}
