//! Pages.

use super::closure::OperationShapes;
use super::types::Types;
use crate::ast::PaginatedTrait;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Member, Pagination, Structure, Type};

const PAGINATED: &str = "smithy.api#paginated";

/// How the operation's answer comes in pages, by its own trait and what it leaves to the service's.
pub(super) fn pagination(
    types: &Types<'_>,
    shapes: &OperationShapes<'_>,
    input: &Structure,
    output: &Structure,
    found: &mut Diagnostics,
) -> Option<Pagination> {
    let own = shapes.shape.traits.paginated()?;
    let common = types.closure.service.traits.paginated();
    let setting = |get: fn(&PaginatedTrait<'_>) -> Option<String>| {
        get(&own).or_else(|| common.as_ref().and_then(get))
    };
    let mut find = |structure: &Structure, name: Option<String>, what: &str| {
        let name = name.unwrap_or_default();
        let index = structure
            .members
            .iter()
            .position(|member| member.model == name);
        if index.is_none() {
            found.shape_trait(
                Code::TraitValue,
                &shapes.shape.id,
                PAGINATED,
                format!(
                    "the {what} `{name}` is not a member of `{}`",
                    structure.name.rust
                ),
                "name a member at the structure's top",
            );
        }
        index
    };
    let input_token = find(
        input,
        setting(|t| t.input_token.map(str::to_owned)),
        "input token",
    );
    let output_token = find(
        output,
        setting(|t| t.output_token.map(str::to_owned)),
        "output token",
    );
    let items = match setting(|t| t.items.map(str::to_owned)) {
        Some(items) => Some(find(output, Some(items), "items")?),
        None => None,
    };
    let page_size = match setting(|t| t.page_size.map(str::to_owned)) {
        Some(size) => Some(find(input, Some(size), "page size")?),
        None => None,
    };
    let (input_token, output_token) = (input_token?, output_token?);
    let is_text = |member: &Member| member.ty == Type::String && member.optional;
    if !is_text(&input.members[input_token]) || !is_text(&output.members[output_token]) {
        found.shape_trait(
            Code::Unsupported,
            &shapes.shape.id,
            PAGINATED,
            "the tokens are not optional texts",
            "generate from a model whose tokens are optional texts",
        );
    }
    let items = items.filter(|index| matches!(output.members[*index].ty, Type::List { .. }));
    Some(Pagination {
        input_token,
        output_token,
        page_size: page_size.map(|index| input.members[index].clone()),
        items,
    })
}

#[cfg(test)]
mod tests;
