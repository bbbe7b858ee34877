//! Operations by resource, as Markdown.

use crate::ir::{Client, Operation};

/// Returns a list of resources with links to their operations.
///
/// No comma separates the links: on a narrow page, it would begin the line after a long name.
pub(super) fn list(client: &Client, link: impl Fn(&Operation) -> String) -> Vec<String> {
    let mut lines = Vec::new();
    for resource in &client.resources {
        lines.push(format!("- **{}**:", resource.name));
        for index in &resource.operations {
            let link = link(&client.operations[*index]);
            lines.push(format!("  {link}"));
        }
    }
    lines
}
