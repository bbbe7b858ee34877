//! Operations by resource, as Markdown.

use crate::ir::{Client, Operation};

/// Returns a list of resources with links to their operations.
pub(super) fn list(client: &Client, link: impl Fn(&Operation) -> String) -> Vec<String> {
    let mut lines = Vec::new();
    for resource in &client.resources {
        lines.push(format!("- **{}**:", resource.name));
        let last = resource.operations.len().saturating_sub(1);
        for (position, index) in resource.operations.iter().enumerate() {
            let comma = if position == last { "" } else { "," };
            let link = link(&client.operations[*index]);
            lines.push(format!("  {link}{comma}"));
        }
    }
    lines
}

/// Returns a table of resources with links to their operations.
pub(super) fn table(client: &Client, link: impl Fn(&Operation) -> String) -> Vec<String> {
    let rows = client.resources.iter().map(|resource| {
        let operations = resource.operations.iter();
        let links = operations.map(|index| link(&client.operations[*index]));
        let links: Vec<_> = links.collect();
        format!(
            "| {} | {} |",
            resource.name.replace('|', "\\|"),
            links.join(", ")
        )
    });
    let head = ["| resource | operations |", "| --- | --- |"];
    head.map(str::to_owned).into_iter().chain(rows).collect()
}
