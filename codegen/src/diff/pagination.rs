//! Paginators.

use super::differ::{Differ, Site, code};
use super::{Rule, Side, operations, types};
use crate::ir::{Operation, PageItems, Pagination, PathField};

/// Compares the pagination of an operation.
pub(super) fn compare(
    differ: &mut Differ<'_>,
    (old_operation, old): (&Operation, Option<&Pagination>),
    (new_operation, new): (&Operation, Option<&Pagination>),
) {
    match (old, new) {
        (None, None) => {}
        (None, Some(new)) => {
            let mut site = operations::site(differ, &differ.new, new_operation);
            site.items = items(differ, Side::New, new_operation, new);
            differ.new_side(Rule::PaginatorAdded, &site, "is new");
        }
        (Some(old), None) => {
            let mut site = operations::site(differ, &differ.new, new_operation);
            site.items = items(differ, Side::Old, old_operation, old);
            let token = old_operation.input.members.get(old.input_token);
            let token = token.map_or("", |member| &*member.name.rust);
            differ
                .new_side(Rule::PaginatorRemoved, &site, "is removed")
                .hint(format!(
                    "send a request for each page, with the token in {}",
                    code(token)
                ));
        }
        (Some(old), Some(new)) => both(differ, (old_operation, old), (new_operation, new)),
    }
}

/// Returns the paths of a paginator.
fn items(
    differ: &Differ<'_>,
    side: Side,
    operation: &Operation,
    pagination: &Pagination,
) -> Vec<String> {
    let model = match side {
        Side::Old => &differ.old,
        Side::New => &differ.new,
    };
    let Operation { module, .. } = operation;
    let Pagination {
        paginator, items, ..
    } = pagination;
    let mut paths = vec![
        model.path(&format!("operation::{module}::paginator::{paginator}")),
        format!("{}::into_paginator", model.fluent_path(operation)),
        model.path(&format!("operation::{module}::paginator")),
    ];
    paths.extend(items.iter().map(|items| {
        model.path(&format!(
            "operation::{module}::paginator::{}",
            items.paginator
        ))
    }));
    paths
}

fn both(
    differ: &mut Differ<'_>,
    (old_operation, old): (&Operation, &Pagination),
    (operation, new): (&Operation, &Pagination),
) {
    let site = operations::site(differ, &differ.new, operation);
    let Operation { module, .. } = operation;
    let paginator = differ.new.path(&format!(
        "operation::{module}::paginator::{}",
        new.paginator
    ));
    let at = |items: Vec<String>| Site {
        items,
        ..site.clone()
    };
    let Pagination {
        input_token,
        output_token,
        page_size,
        items,
        // Follows from the operation's name.
        paginator: _,
    } = old;
    let token = |operation: &Operation, index: usize| {
        let member = operation.input.members.get(index);
        member
            .map(|member| member.name.rust.clone())
            .unwrap_or_default()
    };
    let (before, after) = (
        token(old_operation, *input_token),
        token(operation, new.input_token),
    );
    let (from, to) = (path(output_token), path(&new.output_token));
    if before != after || from != to {
        differ
            .new_side(
                Rule::PaginatorToken,
                &at(vec![paginator.clone()]),
                format!("sends the output's {} as {}", code(&to), code(&after)),
            )
            .wire(format!(
                "it sent the output's {} as {}",
                code(&from),
                code(&before)
            ));
    }
    let size_site = at(vec![format!("{paginator}::page_size")]);
    match (page_size, &new.page_size) {
        (None, None) => {}
        (None, Some(_)) => {
            differ.new_side(Rule::PaginatorPageSizeAdded, &size_site, "is new");
        }
        (Some(old), None) => {
            differ
                .new_side(Rule::PaginatorPageSizeRemoved, &size_site, "is removed")
                .hint(format!(
                    "set {} on the fluent builder",
                    code(&old.name.rust)
                ));
        }
        (Some(old), Some(new)) => {
            let (before, after) = (types::rust(&old.ty), types::rust(&new.ty));
            if before != after {
                differ
                    .new_side(
                        Rule::PaginatorPageSizeType,
                        &size_site,
                        format!("takes {} instead of {}", code(&after), code(&before)),
                    )
                    .hint(format!("pass a value of the type {}", code(&after)));
            }
            if old.name.rust != new.name.rust {
                let (before, after) = (code(&old.name.rust), code(&new.name.rust));
                differ
                    .new_side(
                        Rule::PaginatorPageSizeMember,
                        &size_site,
                        format!("sets {after}"),
                    )
                    .wire(format!(
                        "the page size is sent as {after} instead of {before}"
                    ));
            }
        }
    }
    page_items(
        differ,
        &at(Vec::new()),
        (&paginator, module),
        items.as_ref(),
        new.items.as_ref(),
    );
}

fn page_items(
    differ: &mut Differ<'_>,
    site: &Site,
    (paginator, module): (&str, &str),
    old: Option<&PageItems>,
    new: Option<&PageItems>,
) {
    let name = old.or(new).map_or("", |items| &*items.paginator);
    let site = Site {
        items: vec![
            format!("{paginator}::items"),
            differ
                .new
                .path(&format!("operation::{module}::paginator::{name}")),
        ],
        ..site.clone()
    };
    match (old, new) {
        (None, None) => {}
        (None, Some(_)) => {
            differ.new_side(Rule::PaginatorItemsAdded, &site, "is new");
        }
        (Some(old), None) => {
            differ
                .new_side(Rule::PaginatorItemsRemoved, &site, "is removed")
                .hint(format!("take {} from each page", code(path(&old.path))));
        }
        (Some(old), Some(new)) => {
            let PageItems {
                path: old_path,
                ty,
                // Follows from the operation's name.
                paginator: _,
            } = old;
            if types::rust(ty) != types::rust(&new.ty) {
                let (before, after) = (code(types::rust(ty)), code(types::rust(&new.ty)));
                differ
                    .new_side(
                        Rule::PaginatorItemsType,
                        &site,
                        format!("yields the items of a {after} instead of a {before}"),
                    )
                    .hint(format!("use items of a {after}"));
            }
            if path(old_path) != path(&new.path) {
                let (before, after) = (code(path(old_path)), code(path(&new.path)));
                differ
                    .new_side(
                        Rule::PaginatorItemsMember,
                        &site,
                        format!("yields the items of {after} instead of {before}"),
                    )
                    .wire(format!("the items are read from {after}"));
            }
        }
    }
}

/// Prints a path; that its members are optional is a difference of these.
fn path(fields: &[PathField]) -> String {
    let names = fields.iter().map(|PathField { rust, optional: _ }| &**rust);
    names.collect::<Vec<_>>().join(".")
}
