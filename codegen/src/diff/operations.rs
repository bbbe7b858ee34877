//! Operations; their inputs and outputs are structures.

mod errors;
mod http;
mod repeat;

use super::differ::{Differ, Site, code};
use super::pairs::{Pair, common, pair};
use super::side::{Model, Owner};
use super::{Rule, endpoints, pagination, structures, waiters};
use crate::ast::CallRate;
use crate::ir::{Name, Operation, Structure};
pub(super) use http::auth;

/// Returns the site of an operation.
pub(super) fn site(differ: &Differ<'_>, model: &Model<'_>, operation: &Operation) -> Site {
    let name = &operation.name.wire;
    let shapes = model.operation(name);
    Site {
        id: shapes.map(|shapes| shapes.shape.id.clone()),
        name: name.clone(),
        is_item: true,
        items: model.operation_items(operation),
        resource: differ.resources.of_operation(name),
    }
}

/// Compares the operations of both models.
pub(super) fn all(differ: &mut Differ<'_>) {
    let (old, new) = (differ.old.client, differ.new.client);
    let pairs = pair(
        &old.operations,
        &new.operations,
        |operation| &operation.name,
        |operation| &operation.name.wire,
    );
    for pair in pairs {
        match pair {
            Pair::Both(old, new) => compare(differ, old, new),
            Pair::Removed(old) => removed(differ, old),
            Pair::Added(new) => added(differ, new),
        }
    }
}

fn removed(differ: &mut Differ<'_>, operation: &Operation) {
    let site = site(differ, &differ.old, operation);
    let mut skipped = differ.new.client.skipped.iter();
    let is_skipped = skipped.any(|skipped| skipped.operation == operation.name.wire);
    let (change, hint) = match is_skipped {
        true => (
            "is removed, because it streams events, which the generator does not support",
            "keep the old version for this operation",
        ),
        false => (
            "is removed",
            "remove the calls; the service no longer offers the operation",
        ),
    };
    differ
        .old_side(Rule::OperationRemoved, &site, change)
        .hint(hint)
        .wire(format!("no requests with {}", http::request(operation)));
}

fn added(differ: &mut Differ<'_>, operation: &Operation) {
    let site = site(differ, &differ.new, operation);
    differ
        .new_side(Rule::OperationAdded, &site, "is new")
        .wire(format!("sends {}", http::request(operation)));
}

/// Returns the quota of an operation's calls, which its documentation states.
fn quota<'a>(model: &Model<'a>, operation: &Operation) -> Option<&'a Vec<CallRate>> {
    let id = &model.operation(&operation.name.wire)?.shape.id;
    model.closure.model.facts.call_rates.get(id)
}

/// Compares an operation that both models have.
fn compare<'a>(differ: &mut Differ<'a>, old: &'a Operation, new: &'a Operation) {
    let site = site(differ, &differ.new, new);
    let Operation {
        // The Rust names are functions of the name in the model, so they are equal.
        name: Name { rust: _, wire },
        module: _,
        module_file: _,
        method_name: _,
        error: _,
        fluent_builder: _,
        // Compared as a trait of the shape: the lines here also depend on other shapes.
        docs: _,
        summary: _,
        deprecated,
        method: _,
        path: _,
        bindings,
        query_literals: _,
        input,
        output,
        errors,
        pagination,
        // Follows from the types and the sensitivity of the input's members.
        telemetry: _,
        sensitive_output,
        endpoint,
        host_prefix: _,
        // Compared as a flag of the member.
        idempotency_token: _,
        auth,
        http_options,
        waiters: _,
        // Compared with its reason.
        repeatable: _,
        // The trait is compared.
        examples: _,
        sample: _,
    } = old;
    differ.deprecation(&site, deprecated.as_deref(), new.deprecated.as_deref());
    if *wire != new.name.wire {
        let change = format!("is called {} in spans and logs", code(&new.name.wire));
        differ.new_side(Rule::OperationWireName, &site, change);
    }
    http::request_line(differ, &site, old, new);
    let owner = |operation: &'a Operation, structure: &'a Structure| Owner {
        structure,
        operation: Some(operation),
    };
    structures::compare(differ, owner(old, input), owner(new, &new.input));
    structures::compare(differ, owner(old, output), owner(new, &new.output));
    binding_order(
        differ,
        &site,
        (input, bindings),
        (&new.input, &new.bindings),
    );
    http::auth(
        differ,
        &site,
        Rule::OperationAuth,
        auth.as_deref(),
        new.auth.as_deref(),
    );
    http::options(differ, &site, *http_options, new.http_options);
    if *sensitive_output != new.sensitive_output {
        let change = match new.sensitive_output {
            true => "has an output with sensitive values, so that its responses are not logged",
            false => "has an output without sensitive values, so that its responses may be logged",
        };
        differ.new_side(Rule::OperationSensitiveOutput, &site, change);
    }
    endpoints::bindings(differ, &site, endpoint, &new.endpoint);
    errors::compare(differ, (old, errors), (new, &new.errors));
    pagination::compare(
        differ,
        (old, pagination.as_ref()),
        (new, new.pagination.as_ref()),
    );
    waiters::compare(differ, old, new);
    repeat::compare(differ, &site, old, new);
    if quota(&differ.old, old) != quota(&differ.new, new) {
        differ.new_side(Rule::Documentation, &site, "states another quota of calls");
    }
}

/// Compares the order of query parameters and headers that both requests have.
fn binding_order(
    differ: &mut Differ<'_>,
    site: &Site,
    (old, old_order): (&Structure, &[usize]),
    (new, new_order): (&Structure, &[usize]),
) {
    fn names<'b>(input: &'b Structure, order: &[usize]) -> Vec<&'b str> {
        let members = order.iter().filter_map(|index| input.members.get(*index));
        members.map(|member| &*member.name.rust).collect()
    }
    let (before, after) = (names(old, old_order), names(new, new_order));
    let (before, after) = (common(&before, &after), common(&after, &before));
    if before != after {
        let list = after.iter().map(code).collect::<Vec<_>>().join(", ");
        differ
            .new_side(
                Rule::OperationBindingOrder,
                site,
                format!("sends its query parameters and headers in the order {list}"),
            )
            .wire("query parameters and headers are sent in this order");
    }
}
