//! The optional features of the runtime that a client needs.

use std::collections::BTreeSet;

use crate::ir::{AuthScheme, Client, Feature, Location, Member, PayloadKind, Structure, Type};

/// Returns the features to enable in the client's manifest.
pub(super) fn needed(client: &Client) -> BTreeSet<Feature> {
    let mut features = BTreeSet::new();
    let mut need = |feature, is_needed: bool| {
        if is_needed {
            features.insert(feature);
        }
    };
    let operation_schemes = client
        .operations
        .iter()
        .flat_map(|operation| &operation.auth);
    let mut schemes = operation_schemes.chain([&client.service.auth]);
    let has_bearer = schemes.any(|schemes| schemes.contains(&AuthScheme::Bearer));
    need(Feature::BearerAuth, has_bearer);
    need(Feature::EndpointRules, client.endpoint.needs_library);
    for operation in &client.operations {
        let (input, output) = (&operation.input, &operation.output);
        need(Feature::Checksum, operation.http_options.checksum);
        need(Feature::Compression, operation.http_options.compression);
        need(
            Feature::IdempotencyTokens,
            operation.idempotency_token.is_some(),
        );
        need(Feature::Waiters, !operation.waiters.is_empty());
        need(Feature::Streaming, input.streams() || output.streams());
        let needs_bindings =
            |member: &Member| needs_bindings(member) || needs_bindings_in_request(member);
        need(
            Feature::Bindings,
            !operation.host_prefix.is_empty() || input.members.iter().any(needs_bindings),
        );
    }
    let outputs = client.operations.iter().map(|operation| &operation.output);
    for structure in outputs.chain(&client.errors) {
        let has_bindings = structure.members.iter().any(needs_bindings_in_response);
        let has_payload = has_payload_in_memory(structure);
        need(Feature::Bindings, has_bindings || has_payload);
    }
    let inputs = client.operations.iter().map(|operation| &operation.input);
    for input in inputs {
        need(Feature::Bindings, has_payload_in_memory(input));
    }
    need(Feature::BigNumbers, holds_big_numbers(client));
    features
}

fn has_payload_in_memory(structure: &Structure) -> bool {
    let payload = structure.payload.as_ref();
    payload.is_some_and(|payload| payload.kind != PayloadKind::Stream)
}

/// Returns `true` if a member needs a rarely used binding in requests and responses.
fn needs_bindings(member: &Member) -> bool {
    let is_list = matches!(member.ty, Type::List { .. });
    match &member.location {
        Location::QueryParams | Location::EncodedHeader(_) | Location::PrefixHeaders(_) => true,
        Location::ResponseCode => true,
        Location::Header(_) => is_list,
        Location::Body | Location::Label | Location::Query(_) | Location::Payload => false,
    }
}

fn needs_bindings_in_request(member: &Member) -> bool {
    let is_list = matches!(member.ty, Type::List { .. });
    let is_query = matches!(member.location, Location::Query(_));
    is_query && is_list && member.ty.timestamp_format().is_some()
}

fn needs_bindings_in_response(member: &Member) -> bool {
    let is_header = matches!(member.location, Location::Header(_));
    needs_bindings(member) || (is_header && member.ty.timestamp_format().is_some())
}

fn holds_big_numbers(client: &Client) -> bool {
    fn is_big(ty: &Type) -> bool {
        match ty {
            Type::Big(_) => true,
            Type::List { element, .. } => is_big(element),
            Type::Map { value, .. } => is_big(value),
            _ => false,
        }
    }
    let operations = client.operations.iter();
    let inputs_and_outputs = operations.flat_map(|operation| [&operation.input, &operation.output]);
    let structures = inputs_and_outputs
        .chain(&client.structures)
        .chain(&client.errors);
    let mut members = structures.flat_map(|structure| &structure.members);
    let mut variants = client.unions.iter().flat_map(|union| &union.variants);
    members.any(|member| is_big(&member.ty))
        || variants.any(|variant| variant.ty.as_ref().is_some_and(is_big))
}
