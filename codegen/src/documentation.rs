//! The coverage of a client's documentation.

use crate::diagnostics::{Code, Diagnostics};
use crate::generate::{lower_model, parse_sources};
use crate::lower::docs;
use crate::lower::{Closure, Lowered};
use crate::options::Options;
use crate::report;
use crate::shape_id::ShapeId;
use crate::source::Sources;

/// The documentation of a model's items.
#[derive(Clone, Debug)]
pub struct Documentation {
    /// The items that the generated crate shows, sorted by id.
    pub items: Vec<DocumentedItem>,
    /// The warnings about texts of overlays that do not begin as the generator expects.
    pub faults: Diagnostics,
}

/// An item of a model that the generated crate shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentedItem {
    /// The id in the model, for example `namespace#Name$member`.
    pub id: String,
    /// The kind of the item.
    pub kind: ItemKind,
    /// `true` if the model or an overlay has a text for it.
    pub is_documented: bool,
    /// `true` if an overlay can have a text for it: values of the trait `enum` need a name.
    pub is_addressable: bool,
}

/// The kind of an item with documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// The service or an operation.
    Operation,
    /// A structure, union or enum.
    Shape,
    /// A member of a structure or union.
    Member,
    /// A value of an enum.
    Value,
}

impl ItemKind {
    /// All kinds, in the order of reports.
    pub const ALL: [Self; 4] = [Self::Operation, Self::Shape, Self::Member, Self::Value];
}

/// Returns the documentation of the model's only service.
///
/// # Errors
/// All diagnostics at once, as for [`generate`](crate::generate).
pub fn documentation(
    sources: &Sources<'_>,
    options: &Options,
) -> Result<Documentation, Diagnostics> {
    let input = parse_sources(sources);
    let lowered = lower_model(&input, sources, options);
    let Lowered {
        closure, warnings, ..
    } = lowered.map_err(|diagnostics| report::locate(diagnostics, sources))?;
    let faults = warnings.only(|diagnostic| diagnostic.code == Code::DocumentationForm);
    Ok(Documentation {
        items: items(&closure),
        faults: report::locate(faults, sources),
    })
}

/// Returns the items that the crate of a service shows, sorted by id.
pub(crate) fn items(closure: &Closure<'_>) -> Vec<DocumentedItem> {
    let items = docs::items(closure).into_iter().map(|item| DocumentedItem {
        kind: match item.kind {
            docs::ItemKind::Service | docs::ItemKind::Operation => ItemKind::Operation,
            docs::ItemKind::Shape => ItemKind::Shape,
            docs::ItemKind::Member(_) | docs::ItemKind::Variant => ItemKind::Member,
            docs::ItemKind::Value => ItemKind::Value,
        },
        is_documented: item.documentation.is_some(),
        is_addressable: ShapeId::parse(item.id.as_str()).is_some(),
        id: item.id.to_string(),
    });
    items.collect()
}

#[cfg(test)]
mod tests {
    use super::{ItemKind, items};
    use crate::testing::{ast, lowered, model};

    #[test]
    fn items_are_the_shapes_that_the_crate_shows() {
        let text = r#""traits": {"documentation": "Text."}"#;
        let shapes = r#"{
            "Service": {"resources": ["Thing"]},
            "Thing": {"type": "resource", "read": "Get", TEXT},
            "Get": {"type": "operation", "errors": ["Gone"],
                "traits": {"http": {"method": "GET", "uri": "/g"}, "documentation": " "}},
            "In": {"members": {"a": {"target": "String", TEXT}, "b": "List"}},
            "Out": {"members": {"tool": "Tool", "kind": "Kind"}},
            "List": {"type": "list", "member": "Old"},
            "Old": {"type": "string", "traits": {"enum": [
                {"value": "a-b"}, {"value": "c", "name": "C", "documentation": "Text."}]}},
            "Tool": {"type": "union", "members": {"m": "String"}, TEXT},
            "Kind": {"type": "enum", "members": {"ONE": "Unit"}},
            "Gone": {"type": "structure", "traits": {"error": "client"}},
            "Unused": {"type": "structure"}
        }"#;
        let model = ast(&model(&shapes.replace("TEXT", text)).to_string());
        let Ok(lowered) = lowered(&model) else {
            panic!("an error");
        };
        let items = items(&lowered.closure);
        let rows = items.iter().map(|item| {
            (
                &item.id["t#".len()..],
                item.kind,
                item.is_documented,
                item.is_addressable,
            )
        });
        let rows: Vec<_> = rows.collect();
        use ItemKind::{Member, Operation, Shape, Value};
        assert_eq!(
            rows,
            [
                ("Get", Operation, false, true),
                ("Gone", Shape, false, true),
                ("In", Shape, false, true),
                ("In$a", Member, true, true),
                ("In$b", Member, false, true),
                ("Kind", Shape, false, true),
                ("Kind$ONE", Value, false, true),
                ("Old", Shape, false, true),
                ("Old$C", Value, true, true),
                ("Old$a-b", Value, false, false),
                ("Op", Operation, false, true),
                ("Out", Shape, false, true),
                ("Out$kind", Member, false, true),
                ("Out$tool", Member, false, true),
                ("Service", Operation, false, true),
                ("Tool", Shape, true, true),
                ("Tool$m", Member, false, true),
            ]
        );
    }
}
