//! Prints canonical JSON, with lines that suit a diff.

use serde_json::Value;

use crate::ast::ids;

/// The maximum width of folded values, if possible.
const WIDTH: usize = 100;

/// The layout of a value.
enum Layout {
    /// On one line.
    Line,
    /// On one line if it fits; otherwise one entry per line, each folded.
    Fold,
    /// One entry per line; the function chooses the layout of each.
    Open(fn(&str, &Value) -> Layout),
}
use Layout::{Fold, Line, Open};

/// Prints a Smithy model.
pub(super) fn model(value: &Value) -> String {
    document(value, Open(in_model))
}

/// Prints a partitions file.
pub(super) fn partitions(value: &Value) -> String {
    document(value, Fold)
}

fn in_model(key: &str, _: &Value) -> Layout {
    match key {
        "metadata" => Fold,
        "shapes" => Open(in_shapes),
        _ => Line,
    }
}

fn in_shapes(_: &str, shape: &Value) -> Layout {
    match shape {
        Value::Object(shape) if shape.len() > 1 => Open(in_shape),
        _ => Line,
    }
}

fn in_shape(key: &str, value: &Value) -> Layout {
    match key {
        "operations" | "collectionOperations" | "resources" | "errors" => Open(|_, _| Line),
        "input" | "output" | "member" | "key" | "value" => in_members(key, value),
        "members" => Open(in_members),
        "traits" => Open(in_traits),
        _ => Fold,
    }
}

fn in_members(_: &str, member: &Value) -> Layout {
    if member.get("traits").is_some() {
        Open(in_member)
    } else {
        Line
    }
}

fn in_member(key: &str, _: &Value) -> Layout {
    if key == "traits" {
        Open(in_traits)
    } else {
        Line
    }
}

fn in_traits(id: &str, _: &Value) -> Layout {
    match id {
        ids::ENDPOINT_BDD | ids::ENDPOINT_RULE_SET | ids::ENDPOINT_TESTS => Fold,
        _ => Line,
    }
}

fn document(value: &Value, layout: Layout) -> String {
    let mut out = String::new();
    print(&mut out, value, layout, 0);
    out.push('\n');
    out
}

/// Prints `value`, whose first line is indented by `indent` levels.
fn print(out: &mut String, value: &Value, layout: Layout, indent: usize) {
    let entries: Vec<(Option<&str>, &Value)> = match value {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| (Some(key.as_str()), value))
            .collect(),
        Value::Array(list) => list.iter().map(|value| (None, value)).collect(),
        _ => Vec::new(),
    };
    let line_start = out.rfind('\n').map_or(0, |at| at + 1);
    let one_line = match layout {
        Line => true,
        // `<` leaves room for a comma.
        Fold => out[line_start..].chars().count() + compact(value).chars().count() < WIDTH,
        Open(_) => false,
    };
    if one_line || entries.is_empty() {
        out.push_str(&compact(value));
        return;
    }
    let (open, close) = if value.is_object() {
        ('{', '}')
    } else {
        ('[', ']')
    };
    out.push(open);
    for (at, (key, value)) in entries.into_iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(indent + 1));
        if let Some(key) = key {
            out.push_str(&quoted(key));
            out.push_str(": ");
        }
        let layout = match layout {
            Open(layout_of) => layout_of(key.unwrap_or_default(), value),
            Fold => Fold,
            Line => Line,
        };
        print(out, value, layout, indent + 1);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(indent));
    out.push(close);
}

/// Prints `value` on one line, with a space after each `:` and `,`.
fn compact(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let entries: Vec<_> = object
                .iter()
                .map(|(key, value)| format!("{}: {}", quoted(key), compact(value)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
        Value::Array(list) => format!(
            "[{}]",
            list.iter().map(compact).collect::<Vec<_>>().join(", ")
        ),
        scalar => scalar.to_string(),
    }
}

fn quoted(string: &str) -> String {
    Value::from(string).to_string()
}
