//! Tests of quotas.

use super::*;
use crate::service::{operations, quota};

fn resource_limits() -> Limits {
    Limits {
        channels: 2,
        recording_configurations: 2,
        playback_key_pairs: 2,
        playback_restriction_policies: 2,
        ad_configurations: 2,
        failover_slate_configurations: 2,
        ..Limits::default()
    }
}

/// Returns an input of each operation that creates resources; the number makes keys differ.
fn creations(number: u8) -> [(&'static str, Value); 6] {
    [
        ("CreateChannel", json!({})),
        (
            "CreateRecordingConfiguration",
            json!({ "destinationConfiguration": { "s3": { "bucketName": "shows" } } }),
        ),
        (
            "ImportPlaybackKeyPair",
            json!({ "publicKeyMaterial": public_key(number) }),
        ),
        ("CreatePlaybackRestrictionPolicy", json!({})),
        (
            "CreateAdConfiguration",
            json!({ "mediaTailorPlaybackConfigurations": [media_tailor("main")] }),
        ),
        ("CreateFailoverSlateConfiguration", json!({})),
    ]
}

#[test]
fn one_resource_too_many_is_an_error() {
    let service = limited(resource_limits());
    for number in 1..=2 {
        for (operation, input) in creations(number) {
            call(&service, operation, input);
        }
    }
    for (operation, input) in creations(3) {
        assert_eq!(
            error(&service, operation, input),
            "ServiceQuotaExceededException"
        );
    }
    let elsewhere = Caller {
        region: "us-east-1".to_owned(),
        ..caller()
    };
    for (operation, input) in creations(3) {
        service.call(operation, object(input), &elsewhere).unwrap();
    }
}

#[test]
fn published_counts_hold_by_default() {
    let service = service();
    for number in 1..=3 {
        import_key(&service, number);
        policy(&service, json!({}));
    }
    let input = json!({ "publicKeyMaterial": public_key(4) });
    assert_eq!(
        error(&service, "ImportPlaybackKeyPair", input),
        "ServiceQuotaExceededException"
    );
    let policy = error(&service, "CreatePlaybackRestrictionPolicy", json!({}));
    assert_eq!(policy, "ServiceQuotaExceededException");
}

#[test]
fn without_quotas_nothing_is_counted() {
    let limits = resource_limits();
    let quotas = Quotas {
        limits,
        ..Quotas::off()
    };
    let service = Service::new(Options {
        quotas,
        ..options()
    });
    for number in 1..=5 {
        for (operation, input) in creations(number) {
            call(&service, operation, input);
        }
    }
    let arn = live_channel(&service, json!({}));
    for _ in 0..1000 {
        call(
            &service,
            "PutMetadata",
            json!({ "channelArn": arn, "metadata": "a" }),
        );
    }
}

#[test]
fn call_rates_are_those_of_the_published_table() {
    let service = Service::new(Options {
        quotas: Quotas::published(),
        ..options()
    });
    let mut unpublished = Vec::new();
    for (operation, _) in operations::OPERATIONS {
        let Some(rate) = quota::rate(operation) else {
            unpublished.push(*operation);
            continue;
        };
        let throttled = || {
            let result = service.call(operation, Map::new(), &caller());
            result.is_err_and(|error| error.code == "ThrottlingException")
        };
        for call in 0..rate {
            assert!(!throttled(), "{operation} {call}");
        }
        assert!(throttled(), "{operation}");
        service
            .control()
            .advance(Duration::from_millis(999))
            .unwrap();
        assert!(throttled(), "{operation}");
        service.control().advance(Duration::from_millis(1)).unwrap();
        assert!(!throttled(), "{operation}");
    }
    assert_eq!(
        unpublished,
        [
            "CreateFailoverSlateConfiguration",
            "DeleteFailoverSlateConfiguration",
            "GetFailoverSlateConfiguration",
            "ListFailoverSlateConfigurations",
            "UpdateAdConfiguration",
            "UpdateFailoverSlateConfiguration",
        ]
    );
}

#[test]
fn metadata_has_a_rate_per_channel_and_per_account() {
    let service = service();
    let put = |arn: &str| {
        let input = json!({ "channelArn": arn, "metadata": "a" });
        service.call("PutMetadata", object(input), &caller())
    };
    let arns: Vec<String> = (0..32).map(|_| live_channel(&service, json!({}))).collect();
    for _ in 0..5 {
        put(&arns[0]).unwrap();
    }
    let error = put(&arns[0]).unwrap_err();
    assert_eq!(error.code, "ThrottlingException");
    let expected = format!(
        "Operation: ivs:PutMetadata exceeded call rate: 5 for resource: {}",
        arns[0]
    );
    assert_eq!(error.message, expected);
    advance(&service, 1);
    for arn in &arns[..31] {
        for _ in 0..5 {
            put(arn).unwrap();
        }
    }
    assert_eq!(put(&arns[31]).unwrap_err().code, "ThrottlingException");
    advance(&service, 1);
    put(&arns[31]).unwrap();
}

#[test]
fn streams_above_the_quota_are_rejected() {
    let service = limited(Limits {
        concurrent_streams: 1,
        ..Limits::default()
    });
    let first = live_channel(&service, json!({}));
    let second = channel(&service, json!({}));
    let error = service
        .control()
        .go_live(&second, Encoder::default())
        .unwrap_err();
    assert_eq!(error.status(), 409);
    let event = service.control().events().pop().unwrap();
    assert_eq!(event.detail["limit_name"], "Concurrent Broadcasts");
    assert!(event.resources.is_empty());
    let sessions = call(
        &service,
        "ListStreamSessions",
        json!({ "channelArn": second }),
    );
    assert_eq!(sessions["streamSessions"], json!([]));
    service.control().end(&first).unwrap();
    service
        .control()
        .go_live(&second, Encoder::default())
        .unwrap();
}

/// The overlay of the client's documentation has the same rates.
#[test]
fn the_rates_are_those_of_the_documentation() {
    let overlay = include_str!("../../../../../model/overlay/quotas.json");
    let overlay: Value = serde_json::from_str(overlay).expect("JSON");
    let documented = &overlay["metadata"]["callRates"];
    let mut published = 0;
    for (operation, _) in operations::OPERATIONS {
        let id = format!("com.amazonaws.ivs#{operation}");
        let rate = quota::rate(operation);
        assert_eq!(
            documented[&id]["account"].as_u64(),
            rate.map(u64::from),
            "{id}"
        );
        published += usize::from(rate.is_some());
    }
    assert_eq!(
        documented.as_object().map(serde_json::Map::len),
        Some(published)
    );
}
