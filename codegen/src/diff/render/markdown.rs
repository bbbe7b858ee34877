//! Release notes.

use crate::diff::{Class, Report, Version};

pub(super) fn report(report: &Report, current: &Version) -> String {
    let mut text = format!("# {}\n", report.title);
    for class in Class::ALL {
        let differences = report.differences.iter();
        let mut differences = differences
            .filter(|difference| difference.class == class)
            .peekable();
        if differences.peek().is_some() {
            text.push_str(&format!("\n## {}\n\n", class.as_str()));
        }
        for difference in differences {
            let item = &difference.subject;
            text.push_str(&format!("- `{item}` {}\n", difference.change));
        }
    }
    text.push_str(&format!(
        "\nNext version: {}\n",
        report.next_version(current)
    ));
    text
}
