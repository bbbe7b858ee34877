//! The service, and the items that all operations share.

use std::collections::{BTreeMap, BTreeSet};

use super::differ::{Differ, Site, changed, code, has};
use super::resources::SERVICE;
use super::side::Model;
use super::{Rule, operations};
use crate::ir::{BuiltIn, Client, Feature, Page, Service, Skipped};

/// Returns the site of the service.
pub(super) fn site(model: &Model<'_>) -> Site {
    Site {
        id: Some(model.closure.service.id.clone()),
        name: model.client.service.name.clone(),
        is_item: true,
        items: vec![model.path("client::Client")],
        resource: SERVICE.to_owned(),
    }
}

/// Compares the services.
pub(super) fn compare(differ: &mut Differ<'_>) {
    let site = site(&differ.new);
    let (old, new) = (&differ.old.client.service, &differ.new.client.service);
    let Service {
        name,
        title,
        // The same title, escaped.
        markdown_title: _,
        id,
        signing_name,
        auth,
        version,
        // Compared as a trait of the shape.
        docs: _,
        readme: _,
        deprecated,
    } = old;
    differ.deprecation(&site, deprecated.as_deref(), new.deprecated.as_deref());
    let service = Site {
        is_item: false,
        ..site.clone()
    };
    let mut string = |rule, property: &str, old: &str, new: &str| {
        if old != new {
            let change = has(property, Some(old), Some(new));
            let found = differ.new_side(rule, &service, change);
            if rule == Rule::ServiceSdkId {
                found.wire("the user agent has the new id, and names of settings for this service");
            }
        }
    };
    string(Rule::ServiceName, "name", name, &new.name);
    string(Rule::ServiceTitle, "title", title, &new.title);
    string(Rule::ServiceSdkId, "SDK id", id, &new.id);
    string(
        Rule::ServiceApiVersion,
        "API version",
        version,
        &new.version,
    );
    if let (Some(before), Some(after)) = (signing_name, &new.signing_name)
        && before != after
    {
        let change = has("signing name", Some(before), Some(after));
        let wire = changed(Some(before), Some(after));
        differ
            .new_side(Rule::ServiceSigningName, &service, change)
            .wire(format!("the service name in signatures {wire}"));
    }
    operations::auth(
        differ,
        &site,
        Rule::ServiceAuth,
        Some(auth),
        Some(&new.auth),
    );
    shared_items(differ, &site);
}

/// Compares what the features, the settings and the README of the crates follow from.
fn shared_items(differ: &mut Differ<'_>, site: &Site) {
    let (old, new) = (differ.old.client, differ.new.client);
    let Client {
        service: _,
        operations: _,
        structures: _,
        unions: _,
        enums: _,
        errors: _,
        // Compared after the errors.
        error_facts: _,
        endpoint: _,
        partitions: _,
        skipped,
        example: _,
        features,
        resources: _,
        front_page,
        guide,
        unsafe_example: _,
    } = old;
    for (group, before, after) in groups(old, new) {
        if before != after {
            let items: Vec<_> = group.iter().map(|path| differ.new.path(path)).collect();
            let others = others(&items);
            let site = Site {
                items,
                ..site.clone()
            };
            match after {
                true => {
                    let change = format!("is new{others}");
                    differ.new_side(Rule::CrateItemAdded, &site, change);
                }
                false => {
                    let change = format!("is removed{others}");
                    differ
                        .new_side(Rule::CrateItemRemoved, &site, change)
                        .hint("remove the uses; no operation needs it any more");
                }
            }
        }
    }
    let file = |name: &str| Site {
        name: name.to_owned(),
        is_item: false,
        items: Vec::new(),
        ..site.clone()
    };
    for (features, others, change) in [
        (&new.features, features, "enables"),
        (features, &new.features, "no longer enables"),
    ] {
        for feature in features.difference(others) {
            let feature = code(feature.as_str());
            let change = format!("{change} the runtime's feature {feature}");
            differ.new_side(Rule::RuntimeFeatures, &file("Cargo.toml"), change);
        }
    }
    let has_other_groups = groups_of_common(old, new) != groups_of_common(new, old);
    for (is_changed, change) in [
        (front_page != &new.front_page, "has another front page"),
        (has_other_groups, "groups operations in another way"),
    ] {
        if is_changed {
            differ.new_side(Rule::Documentation, &file("src/lib.rs"), change);
        }
    }
    for (name, change) in pages(guide, &new.guide) {
        let path = format!("src/guide/{name}.rs");
        differ.new_side(Rule::Documentation, &file(&path), change);
    }
    let shown = |client: &Client| client.example.map(|index| method(client, index));
    if shown(old) != shown(new) {
        let example = shown(new).unwrap_or_else(|| "no operation".to_owned());
        let change = format!("shows {} as its example", code(&example));
        differ.new_side(Rule::ReadmeExample, &file("README.md"), change);
    }
    self::skipped(differ, skipped, &new.skipped);
}

/// Compares the pages of two guides: the files of those that differ, sorted, with the change.
fn pages<'a>(old: &'a [Page], new: &'a [Page]) -> BTreeMap<&'a str, &'static str> {
    let texts = |pages: &'a [Page]| -> BTreeMap<&str, &[String]> {
        let pages = pages.iter();
        pages.map(|page| (&*page.file, &*page.docs)).collect()
    };
    let (old, new) = (texts(old), texts(new));
    let names: BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
    let changes = names.into_iter().filter_map(|name| {
        let change = match (old.get(name), new.get(name)) {
            (None, _) => "is a new page of the guide",
            (_, None) => "is no longer a page of the guide",
            (old, new) => (old != new).then_some("has another text")?,
        };
        Some((name, change))
    });
    changes.collect()
}

/// Returns the resources of a client, with the methods that `other` has too.
fn groups_of_common(client: &Client, other: &Client) -> Vec<(String, Vec<String>)> {
    let operations = other.operations.iter();
    let others: BTreeSet<_> = operations.map(|operation| &operation.method_name).collect();
    let resources = client.resources.iter().map(|resource| {
        let methods = resource.operations.iter();
        let methods = methods.map(|index| method(client, *index));
        let common = methods.filter(|method| others.contains(method));
        (resource.name.clone(), common.collect::<Vec<_>>())
    });
    resources
        .filter(|(_, methods)| !methods.is_empty())
        .collect()
}

/// Returns the name of the client's method that calls an operation.
fn method(client: &Client, operation: usize) -> String {
    client.operations[operation].method_name.clone()
}

/// Lists the items after the first.
fn others(items: &[String]) -> String {
    let others: Vec<_> = items.iter().skip(1).map(code).collect();
    match &*others {
        [] => String::new(),
        [other] => format!(", as is {other}"),
        _ => format!(", as are {}", others.join(", ")),
    }
}

/// Compares the operations that the clients lack.
fn skipped(differ: &mut Differ<'_>, old: &[Skipped], new: &[Skipped]) {
    let names = |client: &Client| -> BTreeSet<String> {
        let operations = client.operations.iter();
        operations
            .map(|operation| operation.name.wire.clone())
            .collect()
    };
    let (old_operations, new_operations) = (names(differ.old.client), names(differ.new.client));
    let mut report = |operation: &String, change: String| {
        let site = Site {
            id: None,
            name: operation.clone(),
            is_item: false,
            items: Vec::new(),
            resource: differ.resources.of_operation(operation),
        };
        differ.new_side(Rule::OperationSkipped, &site, change);
    };
    let find = |skipped: &[Skipped], operation: &str| {
        let mut skipped = skipped.iter();
        skipped
            .find(|skipped| skipped.operation == operation)
            .cloned()
    };
    for skipped in new {
        let Skipped { operation, members } = skipped;
        let streams = members.iter().map(code).collect::<Vec<_>>().join(", ");
        match find(old, operation) {
            Some(old) if old == *skipped => {}
            Some(_) => report(
                operation,
                format!("streams events in {streams}; the client still lacks it"),
            ),
            // Reported as a removed operation.
            None if old_operations.contains(operation) => {}
            None => report(
                operation,
                format!("is new, but the client lacks it: it streams events in {streams}"),
            ),
        }
    }
    for Skipped {
        operation,
        members: _,
    } in old
    {
        if find(new, operation).is_none() && !new_operations.contains(operation) {
            report(operation, "is removed; the client lacked it".to_owned());
        }
    }
}

/// Returns groups of public items, and if the old and the new crate have them.
fn groups(old: &Client, new: &Client) -> Vec<(&'static [&'static str], bool, bool)> {
    type Test = fn(&Client) -> bool;
    let groups: [(&[&str], Test); 9] = [
        (
            &[
                "config::Builder::credentials_provider",
                "config::Builder::set_credentials_provider",
                "config::Config::credentials_provider",
                "config::Config::signing_name",
            ],
            |client| client.service.signing_name.is_some(),
        ),
        (
            &[
                "config::Builder::token_provider",
                "config::Builder::set_token_provider",
                "config::Builder::bearer_token",
                "config::Builder::bearer_token_resolver",
                "config::ProvideToken",
                "config::ResolveIdentity",
                "config::SharedTokenProvider",
                "config::Token",
            ],
            |client| client.features.contains(&Feature::BearerAuth),
        ),
        (
            &[
                "config::Builder::idempotency_token_provider",
                "config::Builder::set_idempotency_token_provider",
            ],
            |client| client.features.contains(&Feature::IdempotencyTokens),
        ),
        (
            &[
                "config::Builder::disable_request_compression",
                "config::Builder::set_disable_request_compression",
                "config::Builder::request_min_compression_size_bytes",
                "config::Builder::set_request_min_compression_size_bytes",
                "config::Config::disable_request_compression",
                "config::Config::request_min_compression_size_bytes",
            ],
            |client| client.features.contains(&Feature::Compression),
        ),
        (
            &[
                "primitives::ByteStream",
                "primitives::ByteStreamError",
                "primitives::AggregatedBytes",
                "primitives::FsBuilder",
                "primitives::Length",
                "primitives::SdkBody",
            ],
            |client| client.features.contains(&Feature::Streaming),
        ),
        (
            &["primitives::BigDecimal", "primitives::BigInteger"],
            |client| client.features.contains(&Feature::BigNumbers),
        ),
        (&["client::Waiters", "waiters"], |client| {
            client.features.contains(&Feature::Waiters)
        }),
        (
            &[
                "config::Builder::account_id_endpoint_mode",
                "config::Builder::set_account_id_endpoint_mode",
            ],
            |client| {
                let mut parameters = client.endpoint.parameters.iter();
                parameters.any(|parameter| parameter.built_in == Some(BuiltIn::AccountIdMode))
            },
        ),
        (&["error::UnknownVariantError"], |client| {
            !client.enums.is_empty()
        }),
    ];
    let groups = groups.into_iter();
    groups
        .map(|(items, has)| (items, has(old), has(new)))
        .collect()
}
