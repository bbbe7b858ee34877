//! The service, and the items that all operations share.

use std::collections::BTreeSet;

use super::differ::{Differ, Site, changed, code};
use super::resources::SERVICE;
use super::side::Model;
use super::{Rule, operations};
use crate::ir::{BuiltIn, Client, Feature, Service, Skipped};

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
    let mut string = |rule, old: &str, new: &str, what: &str, wire: Option<&str>| {
        if old != new {
            let change = changed(Some(old), Some(new));
            let found = differ.new_side(rule, &site, format!("{what} {change}"));
            if let Some(wire) = wire {
                found.wire(wire);
            }
        }
    };
    string(
        Rule::ServiceName,
        name,
        &new.name,
        "belongs to a service whose name",
        None,
    );
    string(
        Rule::ServiceTitle,
        title,
        &new.title,
        "belongs to a service whose title",
        None,
    );
    let wire = "the user agent contains the new id; environment and profile settings for this service use it";
    string(
        Rule::ServiceSdkId,
        id,
        &new.id,
        "has an SDK id that",
        Some(wire),
    );
    string(
        Rule::ServiceApiVersion,
        version,
        &new.version,
        "has an API version that",
        None,
    );
    if let (Some(before), Some(after)) = (signing_name, &new.signing_name)
        && before != after
    {
        let change = changed(Some(before), Some(after));
        differ
            .new_side(
                Rule::ServiceSigningName,
                &site,
                format!("signs requests for a name that {change}"),
            )
            .wire(format!("the service name in signatures {change}"));
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
        endpoint: _,
        partitions: _,
        skipped,
        example,
        features,
    } = old;
    for (group, before, after) in groups(old, new) {
        if before != after {
            let items = group.iter().map(|path| differ.new.path(path)).collect();
            let site = Site {
                items,
                ..site.clone()
            };
            match after {
                true => {
                    differ.new_side(Rule::CrateItemAdded, &site, "is new");
                }
                false => {
                    differ
                        .new_side(Rule::CrateItemRemoved, &site, "is removed")
                        .hint("remove the uses; no operation needs it any more");
                }
            }
        }
    }
    if *features != new.features {
        let names = |features: &BTreeSet<Feature>| {
            let names = features.iter().map(|feature| feature.as_str());
            names.collect::<Vec<_>>().join(", ")
        };
        let (before, after) = (names(features), names(&new.features));
        let change = format!(
            "needs the features {} of the runtime crate instead of {}",
            code(after),
            code(before)
        );
        differ.new_side(Rule::RuntimeFeatures, site, change);
    }
    if *example != new.example {
        let example = new.example.as_deref().unwrap_or("no operation");
        let change = format!("is shown in the README with {}", code(example));
        differ.new_side(Rule::ReadmeExample, site, change);
    }
    self::skipped(differ, skipped, &new.skipped);
}

/// Reports operations that are new and skipped.
fn skipped(differ: &mut Differ<'_>, old: &[Skipped], new: &[Skipped]) {
    let known = differ.old.client.operations.iter();
    let known: BTreeSet<_> = known.map(|operation| operation.name.wire.clone()).collect();
    for Skipped { operation, members } in new {
        let is_old = old.iter().any(|skipped| skipped.operation == *operation);
        if is_old || known.contains(operation) {
            continue;
        }
        let site = Site {
            id: None,
            name: operation.clone(),
            is_item: false,
            items: Vec::new(),
            resource: differ.resources.of_operation(operation),
        };
        let members = members.iter().map(code).collect::<Vec<_>>().join(", ");
        let change = format!("is new, but the client lacks it: it streams events in {members}");
        differ.new_side(Rule::OperationSkipped, &site, change);
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
