//! Documents values of the deprecated trait `enum`, which are no members.

use serde_json::Value;

use super::{Statement, check};
use crate::ast::{Model, Traits, ids};
use crate::diagnostics::{Code, Diagnostics};
use crate::shape_id::ShapeId;

/// Applies documentation to the value of an enum with the name that the id gives as its member.
///
/// Returns `false` if there is no such value.
pub(super) fn apply(
    model: &mut Model,
    id: &ShapeId,
    statements: &[Statement<'_>],
    diagnostics: &mut Diagnostics,
) -> bool {
    let name = id.member_name().unwrap_or_default();
    let traits = model.traits_mut(&id.container());
    let Some((traits, current)) = traits.and_then(|traits| {
        let definitions = traits.enum_definitions()?;
        let mut definitions = definitions.iter();
        let definition = definitions.find(|definition| definition.name == Some(name))?;
        let text = definition.documentation.map(|text| text.text.to_owned());
        Some((traits, text))
    }) else {
        return false;
    };
    let documentation = current.map(|text| (ids::DOCUMENTATION.to_owned(), Value::String(text)));
    let current = Traits::from_map(documentation.into_iter().collect());
    for statement in statements {
        let trait_id = statement.trait_id;
        let text = statement.value.as_str();
        if let Some(text) = text.filter(|_| trait_id == ids::DOCUMENTATION) {
            let correction = statement.correction.as_ref();
            check(id, trait_id, &current, correction, diagnostics);
            traits.document_enum_value(name, text);
        } else {
            let reason =
                "only a string as documentation can be applied to a value of the trait `enum`";
            let help = "write `\"smithy.api#documentation\": \"…\"`";
            diagnostics.shape_trait(Code::OverlayTarget, id, trait_id, reason, help);
        }
    }
    true
}
