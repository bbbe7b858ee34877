//! Operations by resource, as Markdown.

use super::tokens::bare;
use crate::ir::{Client, Operation, Resource};

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
pub(super) fn table(client: &Client, path: &str) -> Vec<String> {
    let methods = |resource: &Resource| {
        let methods = resource.operations.iter();
        let methods = methods.map(|index| bare(&client.operations[*index].method_name));
        methods.collect::<Vec<_>>()
    };
    let head = ["| resource | operations |", "| --- | --- |"].map(str::to_owned);
    let mut lines = head.to_vec();
    for resource in &client.resources {
        let name = resource.name.replace('|', "\\|");
        let links = methods(resource).into_iter();
        let links: Vec<_> = links.map(|method| format!("[`{method}`]")).collect();
        lines.push(format!("| {name} | {} |", links.join(", ")));
    }
    lines.push(String::new());
    let methods = client.resources.iter().flat_map(methods);
    lines.extend(methods.map(|method| format!("[`{method}`]: {path}{method}")));
    lines
}
