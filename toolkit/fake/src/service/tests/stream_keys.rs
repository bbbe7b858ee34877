//! Tests of stream keys.

use super::*;

fn channel_and_key(service: &Service) -> (String, Value) {
    let created = call(service, "CreateChannel", json!({ "tags": { "k": "v" } }));
    (
        string(&created, "/channel/arn"),
        created["streamKey"].clone(),
    )
}

#[test]
fn key_of_a_channel_is_replaced() {
    let service = service();
    let (channel, key) = channel_and_key(&service);
    let get = json!({ "arn": key["arn"] });
    assert_eq!(
        call(&service, "GetStreamKey", get.clone()),
        json!({ "streamKey": key })
    );
    let create = json!({ "channelArn": channel, "tags": { "team": "a" } });
    assert_eq!(
        error(&service, "CreateStreamKey", create.clone()),
        "ServiceQuotaExceededException"
    );
    assert_eq!(call(&service, "DeleteStreamKey", get.clone()), json!({}));
    assert_eq!(
        error(&service, "GetStreamKey", get.clone()),
        "ResourceNotFoundException"
    );
    assert_eq!(
        error(&service, "DeleteStreamKey", get),
        "ResourceNotFoundException"
    );
    let created = call(&service, "CreateStreamKey", create);
    assert_ne!(created["streamKey"]["value"], key["value"]);
    assert_eq!(created["streamKey"]["tags"], json!({ "team": "a" }));
}

#[test]
fn one_key_per_channel_even_without_quotas() {
    let service = Service::new(Options {
        quotas: Quotas::off(),
        ..options()
    });
    let (channel, _) = channel_and_key(&service);
    let create = json!({ "channelArn": channel });
    assert_eq!(
        error(&service, "CreateStreamKey", create),
        "ServiceQuotaExceededException"
    );
}

#[test]
fn lists_hide_the_value() {
    let service = service();
    let (channel, key) = channel_and_key(&service);
    let listed = call(&service, "ListStreamKeys", json!({ "channelArn": channel }));
    let summary = json!({ "arn": key["arn"], "channelArn": channel, "tags": {} });
    assert_eq!(listed, json!({ "streamKeys": [summary] }));
    call(&service, "DeleteStreamKey", json!({ "arn": key["arn"] }));
    let listed = call(&service, "ListStreamKeys", json!({ "channelArn": channel }));
    assert_eq!(listed, json!({ "streamKeys": [] }));
}

#[test]
fn batch_returns_values_and_unknown_keys() {
    let service = service();
    let (_, key) = channel_and_key(&service);
    let missing = unknown("stream-key");
    let output = call(
        &service,
        "BatchGetStreamKey",
        json!({ "arns": [missing, key["arn"]] }),
    );
    assert_eq!(output["streamKeys"], json!([key]));
    assert_eq!(output["errors"][0]["code"], "404");
    assert_eq!(output["errors"][0]["arn"], json!(missing));
}

#[test]
fn deleted_key_ends_no_broadcast_and_starts_none() {
    let service = service();
    let (channel, key) = channel_and_key(&service);
    let value = string(&key, "/value");
    service
        .control()
        .go_live(&value, Encoder::default())
        .unwrap();
    call(&service, "DeleteStreamKey", json!({ "arn": key["arn"] }));
    call(&service, "GetStream", json!({ "channelArn": channel }));
    call(&service, "StopStream", json!({ "channelArn": channel }));
    let error = service
        .control()
        .go_live(&value, Encoder::default())
        .unwrap_err();
    assert_eq!(error.status(), 404);
    assert!(!error.to_string().contains(&value));
}
