//! The IR as text, for people who debug the generator.

use std::fmt::{Debug, Write as _};

use crate::diagnostics::{Code, Diagnostics};
use crate::lower::{Lowered, PASSES};

/// What pass `after` made, of what is called `filter`.
///
/// # Errors
/// When there is no such pass, or nothing is called so.
pub(crate) fn view(
    lowered: &Lowered<'_>,
    after: Option<&str>,
    filter: Option<&str>,
) -> Result<String, Diagnostics> {
    let mut view = View {
        filter,
        text: String::new(),
    };
    match after.unwrap_or("shapes") {
        "closure" => {
            for operation in &lowered.closure.operations {
                view.item(operation.shape.id.name(), operation);
            }
            for (id, shape) in &lowered.closure.shapes {
                view.item(id.name(), shape);
            }
            for (id, shape) in &lowered.closure.errors {
                view.item(id.name(), shape);
            }
        }
        "names" => {
            for (id, name) in lowered.names.iter() {
                view.item(id.name(), name);
            }
        }
        "recursion" => {
            for member in lowered.recursion.iter() {
                view.item(member.name(), member);
            }
        }
        "shapes" => {
            let client = &lowered.client;
            view.item("service", &client.service);
            for operation in &client.operations {
                view.item(&operation.name.wire, operation);
            }
            for structure in client.structures.iter().chain(&client.errors) {
                view.item(&structure.name.wire, structure);
            }
            for union in &client.unions {
                view.item(&union.name.wire, union);
            }
            for shape in &client.enums {
                view.item(&shape.name.wire, shape);
            }
            view.item("endpoint", &client.endpoint);
            view.item("partitions", &client.partitions);
        }
        other => {
            let mut found = Diagnostics::about("--after");
            found.text(
                Code::Name,
                format!("there is no pass `{other}`"),
                format!("the passes are {}", PASSES.join(", ")),
            );
            return Err(found);
        }
    }
    if view.text.is_empty() && filter.is_some() {
        let mut found = Diagnostics::about("--filter");
        found.text(
            Code::Name,
            format!("nothing is called `{}`", filter.unwrap_or_default()),
            "filter by a shape's name, without its namespace",
        );
        return Err(found);
    }
    Ok(view.text)
}

struct View<'a> {
    filter: Option<&'a str>,
    text: String,
}

impl View<'_> {
    fn item(&mut self, name: &str, value: &dyn Debug) {
        if self.filter.is_none_or(|filter| filter == name) {
            // Writing to a `String` does not fail.
            let _ = writeln!(self.text, "{name}: {value:#?}");
        }
    }
}
