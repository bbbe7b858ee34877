//! Pagination.

use super::closure::OperationShapes;
use super::types::Types;
use crate::ast::PaginatedTrait;
use crate::ast::ids::PAGINATED;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Member, PageItems, Pagination, Structure, Type};

/// Returns the operation's pagination: its trait, completed by the service's.
pub(super) fn pagination(
    types: &Types<'_>,
    shapes: &OperationShapes<'_>,
    rust: &str,
    input: &Structure,
    output: &Structure,
    diagnostics: &mut Diagnostics,
) -> Option<Pagination> {
    let operation_trait = shapes.shape.traits.paginated()?;
    let service = &types.closure.service.traits;
    // `support` reports invalid values.
    if [shapes.shape, types.closure.service]
        .into_iter()
        .any(|shape| shape.traits.expected_form(PAGINATED, &shape.kind).is_some())
    {
        return None;
    }
    let service_trait = service.paginated();
    let setting = |get: fn(&PaginatedTrait<'_>) -> Option<String>| {
        get(&operation_trait).or_else(|| service_trait.as_ref().and_then(get))
    };
    let mut find = |side: Side<'_>, name: Option<String>, key: &str, role: &str| {
        let Side(structure, is_known) = side;
        let members = &structure.members;
        let position = |name: &String| members.iter().position(|member| member.model == *name);
        let index = name.as_ref().and_then(position);
        if index.is_none() && is_known {
            let reason = match &name {
                Some(name) => {
                    let holder = &structure.name.rust;
                    format!("the {role} `{name}` is not a member of `{holder}`")
                }
                None => format!("neither the operation nor the service declares the {role}"),
            };
            let help = format!("set `{key}` to the name of a top-level member");
            diagnostics
                .shape_trait(Code::PageMember, &shapes.shape.id, PAGINATED, reason, help)
                .below([key.into()])
                .did_you_mean(
                    name.as_deref().unwrap_or_default(),
                    members.iter().map(|member| &*member.model),
                );
        }
        index
    };
    let input_side = Side(input, shapes.input_is_known);
    let output_side = Side(output, shapes.output_is_known);
    let input_token = setting(|declared| declared.input_token.map(str::to_owned));
    let input_token = find(input_side, input_token, "inputToken", "input token");
    let output_token = setting(|declared| declared.output_token.map(str::to_owned));
    let output_token = find(output_side, output_token, "outputToken", "output token");
    let items = setting(|declared| declared.items.map(str::to_owned))
        .map(|items| find(output_side, Some(items), "items", "items"));
    let page_size = setting(|declared| declared.page_size.map(str::to_owned))
        .map(|size| find(input_side, Some(size), "pageSize", "page size"));
    let (input_token, output_token) = (input_token?, output_token?);
    let is_string = |member: &Member| member.ty == Type::String && member.optional;
    if !is_string(&input.members[input_token]) || !is_string(&output.members[output_token]) {
        diagnostics.shape_trait(
            Code::PageToken,
            &shapes.shape.id,
            PAGINATED,
            "the tokens are not optional strings",
            "the generator supports only tokens that are optional members of type `string`",
        );
    }
    let is_list = |index: &usize| matches!(output.members[*index].ty, Type::List { .. });
    Some(Pagination {
        input_token,
        output_token,
        page_size: match page_size {
            Some(index) => Some(input.members[index?].clone()),
            None => None,
        },
        items: match items {
            Some(index) => Some(index?).filter(is_list).map(|member| PageItems {
                member,
                paginator: format!("{rust}PaginatorItems"),
            }),
            None => None,
        },
        paginator: format!("{rust}Paginator"),
    })
}

/// An operation's input or output, and `true` if all its members could be read.
#[derive(Clone, Copy)]
struct Side<'a>(&'a Structure, bool);

#[cfg(test)]
mod tests;
