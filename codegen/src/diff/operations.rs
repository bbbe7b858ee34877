//! Operations: names, HTTP, errors; inputs and outputs are structures.

use super::differ::{Differ, Site, changed, code};
use super::pairs::{Pair, common, pair};
use super::side::{Model, Owner};
use super::{Rule, pagination, structures, waiters};
use crate::ir::{
    AuthScheme, ErrorVariant, HttpOptions, Name, Operation, PathPart, Retryable, Structure,
};

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
    let skipped = &differ.new.client.skipped;
    let is_skipped = skipped
        .iter()
        .any(|skipped| skipped.operation == operation.name.wire);
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
        .wire(request(operation));
}

fn added(differ: &mut Differ<'_>, operation: &Operation) {
    let site = site(differ, &differ.new, operation);
    differ
        .new_side(Rule::OperationAdded, &site, "is new")
        .wire(request(operation));
}

/// Returns the method and URI of an operation's requests.
fn request(operation: &Operation) -> String {
    code(format!(
        "{} {}",
        operation.method,
        path(&operation.path, &operation.input)
    ))
}

/// Prints a URI path or a host prefix as models do.
fn path(parts: &[PathPart], input: &Structure) -> String {
    let part = |part: &PathPart| match part {
        PathPart::Literal(text) => text.clone(),
        PathPart::Label { member, greedy } => {
            let member = input.members.get(*member);
            let name = member.map_or("", |member| &*member.model);
            format!("{{{name}{}}}", if *greedy { "+" } else { "" })
        }
    };
    parts.iter().map(part).collect()
}

/// Like [`path`], but with the Rust names of members, which do not change if the model's do.
fn rust_path(parts: &[PathPart], input: &Structure) -> Vec<(String, bool)> {
    let part = |part: &PathPart| match part {
        PathPart::Literal(text) => (text.clone(), false),
        PathPart::Label { member, greedy } => {
            let member = input.members.get(*member);
            let name = member.map_or("", |member| &*member.name.rust);
            (format!("{{{name}}}"), *greedy)
        }
    };
    parts.iter().map(part).collect()
}

/// Compares an operation that both models have.
fn compare<'a>(differ: &mut Differ<'a>, old: &'a Operation, new: &'a Operation) {
    let site = site(differ, &differ.new, new);
    let Operation {
        name: Name { rust, wire },
        module,
        module_file: _,
        method_name,
        // Compared as a trait of the shape: the lines here also depend on other shapes.
        docs: _,
        deprecated,
        method,
        path: old_path,
        bindings,
        query_literals,
        input,
        output,
        // Follows from the name, as the next.
        error: _,
        errors,
        fluent_builder: _,
        pagination,
        // Follows from the types and sensitivity of the input's members.
        telemetry: _,
        sensitive_output,
        endpoint,
        host_prefix,
        // Compared as a flag of the member.
        idempotency_token: _,
        auth,
        http_options,
        waiters: _,
    } = old;
    differ.deprecation(&site, deprecated.as_deref(), new.deprecated.as_deref());
    let names = |operation: &Operation| {
        let Operation {
            name,
            module,
            method_name,
            ..
        } = operation;
        (name.rust.clone(), module.clone(), method_name.clone())
    };
    if (rust.clone(), module.clone(), method_name.clone()) != names(new) {
        let change = format!(
            "is called {} instead of {}",
            code(&new.method_name),
            code(method_name)
        );
        differ
            .new_side(Rule::OperationRenamed, &site, change)
            .hint(format!("call {}", code(&new.method_name)));
    } else if *wire != new.name.wire {
        let change = format!("is called {} in spans and logs", code(&new.name.wire));
        differ.new_side(Rule::OperationWireName, &site, change);
    }
    if *method != new.method {
        let change = changed(Some(method), Some(&new.method));
        differ
            .new_side(
                Rule::OperationMethod,
                &site,
                format!("is sent with the method {}", code(&new.method)),
            )
            .wire(format!("the method {change}"));
    }
    if rust_path(old_path, input) != rust_path(&new.path, &new.input) {
        let (before, after) = (path(old_path, input), path(&new.path, &new.input));
        differ
            .new_side(
                Rule::OperationUri,
                &site,
                format!("has the URI {}", code(&after)),
            )
            .wire(format!(
                "the URI is {} instead of {}",
                code(&after),
                code(&before)
            ));
    }
    if *query_literals != new.query_literals {
        let (before, after) = (query_literals.join("&"), new.query_literals.join("&"));
        let part = |query: &str| (!query.is_empty()).then(|| query.to_owned());
        let (before, after) = (part(&before), part(&after));
        let change = changed(before.as_deref(), after.as_deref());
        differ
            .new_side(
                Rule::OperationQuery,
                &site,
                format!("has a fixed query that {change}"),
            )
            .wire(format!("the fixed query {change}"));
    }
    if rust_path(host_prefix, input) != rust_path(&new.host_prefix, &new.input) {
        let prefix = |parts: &[PathPart], input| {
            let prefix = path(parts, input);
            (!prefix.is_empty()).then_some(prefix)
        };
        let (before, after) = (
            prefix(host_prefix, input),
            prefix(&new.host_prefix, &new.input),
        );
        let change = changed(before.as_deref(), after.as_deref());
        differ
            .new_side(
                Rule::OperationHostPrefix,
                &site,
                format!("has a host prefix that {change}"),
            )
            .wire(format!("the prefix of the host name {change}"));
    }
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
    self::auth(
        differ,
        &site,
        Rule::OperationAuth,
        auth.as_deref(),
        new.auth.as_deref(),
    );
    self::http_options(differ, &site, *http_options, new.http_options);
    if *sensitive_output != new.sensitive_output {
        let change = match new.sensitive_output {
            true => "has an output with sensitive values, so that its responses are not logged",
            false => "has an output without sensitive values, so that its responses may be logged",
        };
        differ.new_side(Rule::OperationSensitiveOutput, &site, change);
    }
    super::endpoints::bindings(differ, &site, endpoint, &new.endpoint);
    self::errors(differ, (old, errors), (new, &new.errors));
    pagination::compare(
        differ,
        (old, pagination.as_ref()),
        (new, new.pagination.as_ref()),
    );
    waiters::compare(differ, old, new);
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
                format!("has bindings in the order {list}"),
            )
            .wire("query parameters and headers are sent in this order");
    }
}

/// Compares authentication schemes.
pub(super) fn auth(
    differ: &mut Differ<'_>,
    site: &Site,
    rule: Rule,
    old: Option<&[AuthScheme]>,
    new: Option<&[AuthScheme]>,
) {
    if old == new {
        return;
    }
    let describe = |schemes: Option<&[AuthScheme]>| match schemes {
        None => "as the service declares".to_owned(),
        Some([]) => "without authentication".to_owned(),
        Some(schemes) => {
            let names = schemes.iter().map(|scheme| match scheme {
                AuthScheme::SigV4 => "an AWS signature",
                AuthScheme::Bearer => "a bearer token",
                AuthScheme::None => "nothing",
            });
            format!("with {}", names.collect::<Vec<_>>().join(" or else "))
        }
    };
    let (before, after) = (describe(old), describe(new));
    differ
        .new_side(rule, site, format!("authenticates requests {after}"))
        .wire(format!("authenticated {after} instead of {before}"));
}

fn http_options(differ: &mut Differ<'_>, site: &Site, old: HttpOptions, new: HttpOptions) {
    let HttpOptions {
        unsigned_payload,
        checksum,
        compression,
        requires_length,
    } = old;
    for (before, after, rule, [on, off]) in [
        (
            unsigned_payload,
            new.unsigned_payload,
            Rule::OperationUnsignedPayload,
            [
                "signs requests without their bodies",
                "signs requests with their bodies",
            ],
        ),
        (
            checksum,
            new.checksum,
            Rule::OperationChecksum,
            [
                "sends the header `content-md5`",
                "no longer sends the header `content-md5`",
            ],
        ),
        (
            compression,
            new.compression,
            Rule::OperationCompression,
            [
                "compresses the body with gzip",
                "no longer compresses the body",
            ],
        ),
        (
            requires_length,
            new.requires_length,
            Rule::OperationRequiresLength,
            [
                "fails if the length of the streamed body is unknown",
                "accepts a streamed body of unknown length",
            ],
        ),
    ] {
        if before != after {
            let change = if after { on } else { off };
            differ.new_side(rule, site, change).wire(change);
        }
    }
}

fn errors(
    differ: &mut Differ<'_>,
    (old_operation, old): (&Operation, &[ErrorVariant]),
    (new_operation, new): (&Operation, &[ErrorVariant]),
) {
    let variant_site =
        |differ: &Differ<'_>, model: &Model<'_>, operation: &Operation, variant: &ErrorVariant| {
            let Operation { module, error, .. } = operation;
            let path = model.path(&format!("operation::{module}::{error}"));
            Site {
                items: vec![
                    format!("{path}::{}", variant.name.rust),
                    format!("{path}::is_{}", variant.method),
                ],
                ..site(differ, model, operation)
            }
        };
    let pairs = pair(
        old,
        new,
        |variant| &variant.name,
        |variant| &variant.name.wire,
    );
    for pair in pairs {
        match pair {
            Pair::Both(old, new) => {
                let site = variant_site(differ, &differ.new, new_operation, new);
                variant(differ, &site, old, new);
            }
            Pair::Removed(old) => {
                let site = variant_site(differ, &differ.old, old_operation, old);
                differ
                    .old_side(Rule::OperationErrorRemoved, &site, "is removed")
                    .hint("match the error by its code: `error.code()`")
                    .wire(format!(
                        "an error with the code {} is `Unhandled`",
                        code(&old.name.wire)
                    ));
            }
            Pair::Added(new) => {
                let site = variant_site(differ, &differ.new, new_operation, new);
                differ
                    .new_side(Rule::OperationErrorAdded, &site, "is new")
                    .wire(format!(
                        "an error with the code {} is no longer `Unhandled`",
                        code(&new.name.wire)
                    ));
            }
        }
    }
}

fn variant(differ: &mut Differ<'_>, site: &Site, old: &ErrorVariant, new: &ErrorVariant) {
    let ErrorVariant {
        // Compared with the error, as the documentation and the deprecation.
        name: _,
        method: _,
        docs: _,
        deprecated: _,
        retryable,
        read_function: _,
    } = old;
    if *retryable != new.retryable {
        let change = match new.retryable {
            Some(Retryable::Throttling) => "is retried, as throttling",
            Some(Retryable::Server) => "is retried, as an error of the server",
            Some(Retryable::Client) => "is retried, as an error of the client",
            None => "is no longer retried because of the model",
        };
        differ
            .new_side(Rule::ErrorRetryable, site, change)
            .wire(change);
    }
}
