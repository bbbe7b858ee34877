//! `cargo xtask docs`: shows which parts of the model have no documentation.

use std::collections::BTreeMap;
use std::process::ExitCode;

use anyhow::Result;
use codegen::{DocumentedItem, ItemKind};
use serde_json::{Map, Value, json};

use crate::inputs::{InputArgs, Inputs};
use crate::output;

/// Shows how much of the model is documented, and what is missing.
///
/// Exit codes: 0 success; 1 `--check` found something that is missing, or a text that does not begin
/// as the generator expects; 2 invalid model, overlay or flag.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: InputArgs,
    /// Print an overlay with an empty text for everything that is missing, ready to fill in.
    #[arg(long)]
    missing: bool,
    /// Exit with 1 if anything is missing.
    #[arg(long, conflicts_with = "missing")]
    check: bool,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let inputs = Inputs::read(&args.inputs)?;
    let sources = inputs.sources();
    let documentation = match codegen::documentation(&sources, &args.inputs.options()) {
        Ok(documentation) => documentation,
        Err(diagnostics) => {
            output::report(&diagnostics, &sources);
            return Ok(output::ERROR.into());
        }
    };
    let items = &documentation.items;
    if args.missing {
        output::print(&stubs(items))?;
        return Ok(ExitCode::SUCCESS);
    }
    output::report(&documentation.faults, &sources);
    output::print(&report(items))?;
    let is_complete = documentation.faults.is_empty() && missing(items).next().is_none();
    Ok(match args.check && !is_complete {
        true => output::FAILED.into(),
        false => ExitCode::SUCCESS,
    })
}

/// Returns the warning of `cargo xtask generate` about missing documentation, if there is any.
pub(crate) fn warning(items: &[DocumentedItem]) -> Option<String> {
    let count = missing(items).count();
    (count > 0).then(|| {
        format!(
            "warning: {count} of {} operations, shapes, members and values have no documentation; \
             `cargo xtask docs` lists them",
            items.len()
        )
    })
}

/// Iterates over the items without documentation.
fn missing(items: &[DocumentedItem]) -> impl Iterator<Item = &DocumentedItem> {
    items.iter().filter(|item| !item.is_documented)
}

/// Returns a table of the kinds of items, and a line for each shape with a missing text.
fn report(items: &[DocumentedItem]) -> String {
    let mut text = String::new();
    for kind in ItemKind::ALL {
        let of_kind = items.iter().filter(|item| item.kind == kind);
        let documented = of_kind.clone().filter(|item| item.is_documented);
        let (label, all, covered) = (label(kind), of_kind.count(), documented.count());
        let missing = all - covered;
        text.push_str(&format!(
            "{label:<10} {covered:>5} covered {missing:>5} missing\n"
        ));
    }
    let mut shapes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for item in missing(items) {
        let (shape, part) = item.id.split_once('$').unwrap_or((&item.id, "itself"));
        shapes.entry(shape).or_default().push(part);
    }
    if !shapes.is_empty() {
        text.push_str("\nmissing (`--missing` prints an overlay to fill in):\n");
    }
    for (shape, parts) in shapes {
        text.push_str(&format!("  {shape}: {}\n", parts.join(", ")));
    }
    text
}

fn label(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Operation => "operations",
        ItemKind::Shape => "shapes",
        ItemKind::Member => "members",
        ItemKind::Value => "values",
    }
}

/// Returns an overlay with an empty text for each missing one.
fn stubs(items: &[DocumentedItem]) -> String {
    let statements = missing(items)
        .filter(|item| item.is_addressable)
        .map(|item| {
            let traits = json!({"smithy.api#documentation": ""});
            (item.id.clone(), json!({"type": "apply", "traits": traits}))
        });
    let shapes: Map<String, Value> = statements.collect();
    let overlay = json!({"smithy": "2.0", "shapes": shapes});
    format!("{overlay:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items() -> Vec<DocumentedItem> {
        let item = |id: &str, kind, is_documented| DocumentedItem {
            id: id.to_owned(),
            kind,
            is_documented,
            is_addressable: !id.contains('!'),
        };
        vec![
            item("a#Bed", ItemKind::Shape, false),
            item("a#Bed$name", ItemKind::Member, true),
            item("a#Bed$width", ItemKind::Member, false),
            item("a#Kind", ItemKind::Shape, true),
            item("a#Kind$one!", ItemKind::Value, false),
            item("a#Plant", ItemKind::Operation, true),
        ]
    }

    #[test]
    fn report_counts_kinds_and_lists_what_is_missing_by_shape() {
        assert_eq!(
            report(&items()),
            "operations     1 covered     0 missing\n\
             shapes         1 covered     1 missing\n\
             members        1 covered     1 missing\n\
             values         0 covered     1 missing\n\
             \n\
             missing (`--missing` prints an overlay to fill in):\n  \
             a#Bed: itself, width\n  \
             a#Kind: one!\n"
        );
        let mut complete = items();
        complete.retain(|item| item.is_documented);
        let report = report(&complete);
        assert!(
            report.ends_with("values         0 covered     0 missing\n"),
            "{report}"
        );
    }

    #[test]
    fn generation_warns_about_the_number_of_missing_texts() {
        let warning = warning(&items()).unwrap();
        assert!(
            warning.starts_with("warning: 3 of 6 operations"),
            "{warning}"
        );
        assert_eq!(super::warning(&items()[3..4]), None);
    }

    #[test]
    fn stubs_are_an_overlay_with_empty_texts() {
        let stubs: Value = serde_json::from_str(&stubs(&items())).unwrap();
        let stub = json!({"type": "apply", "traits": {"smithy.api#documentation": ""}});
        let shapes = json!({"a#Bed": stub, "a#Bed$width": stub});
        assert_eq!(stubs, json!({"smithy": "2.0", "shapes": shapes}));
    }
}
