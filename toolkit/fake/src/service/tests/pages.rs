//! Tests of pages of all lists.

use super::*;

/// Reads a list to its end, and returns the ARNs or stream ids of its entries.
fn all(service: &Service, operation: &str, items: &str, input: &Value) -> Vec<String> {
    let mut entries = Vec::new();
    let mut input = input.clone();
    for _ in 0..100 {
        let page = call(service, operation, input.clone());
        for entry in page[items].as_array().unwrap() {
            let id = entry.get("arn").or(entry.get("streamId")).unwrap();
            entries.push(id.as_str().unwrap().to_owned());
        }
        match page.get("nextToken") {
            Some(token) => input["nextToken"] = token.clone(),
            None => return entries,
        }
    }
    panic!("{operation} does not end");
}

fn many_resources(service: &Service) -> String {
    for number in 1..=7 {
        let ads = ad_configuration(service);
        live_channel(service, json!({ "adConfigurationArn": ads, "name": "a" }));
        recording_configuration(service, json!({}));
        import_key(service, number);
        policy(service, json!({}));
        slate(service);
    }
    let arn = channel(service, json!({}));
    for _ in 0..7 {
        service.control().go_live(&arn, Encoder::default()).unwrap();
        service.control().end(&arn).unwrap();
    }
    arn
}

#[test]
fn pages_of_any_size_hold_all_entries() {
    let service = Service::new(Options {
        quotas: Quotas::off(),
        ..options()
    });
    let arn = many_resources(&service);
    for (operation, items, input, count) in [
        ("ListAdConfigurations", "adConfigurations", json!({}), 7),
        ("ListChannels", "channels", json!({}), 8),
        (
            "ListChannels",
            "channels",
            json!({ "filterByName": "a" }),
            7,
        ),
        (
            "ListFailoverSlateConfigurations",
            "failoverSlateConfigurations",
            json!({}),
            7,
        ),
        ("ListPlaybackKeyPairs", "keyPairs", json!({}), 7),
        (
            "ListPlaybackRestrictionPolicies",
            "playbackRestrictionPolicies",
            json!({}),
            7,
        ),
        (
            "ListRecordingConfigurations",
            "recordingConfigurations",
            json!({}),
            7,
        ),
        (
            "ListStreamKeys",
            "streamKeys",
            json!({ "channelArn": arn }),
            1,
        ),
        (
            "ListStreamSessions",
            "streamSessions",
            json!({ "channelArn": arn }),
            7,
        ),
        ("ListStreams", "streams", json!({}), 7),
        (
            "ListStreams",
            "streams",
            json!({ "filterBy": { "health": "HEALTHY" } }),
            7,
        ),
    ] {
        let entries = all(&service, operation, items, &input);
        assert_eq!(entries.len(), count, "{operation}");
        for size in [1, 2, 3, 7, 100] {
            let mut input = input.clone();
            input["maxResults"] = json!(size);
            assert_eq!(
                all(&service, operation, items, &input),
                entries,
                "{operation} {size}"
            );
        }
        let mut input = input.clone();
        input["nextToken"] = json!("AAAA");
        assert_eq!(
            error(&service, operation, input),
            "ValidationException",
            "{operation}"
        );
    }
}

#[test]
fn tokens_survive_changes_between_pages() {
    let service = service();
    let arns: Vec<String> = (0..6).map(|_| channel(&service, json!({}))).collect();
    let page = call(&service, "ListChannels", json!({ "maxResults": 2 }));
    let token = page["nextToken"].clone();
    for deleted in [&arns[0], &arns[1], &arns[3]] {
        call(&service, "DeleteChannel", json!({ "arn": deleted }));
    }
    let added = channel(&service, json!({}));
    let rest = all(
        &service,
        "ListChannels",
        "channels",
        &json!({ "nextToken": token }),
    );
    assert_eq!(
        rest,
        [arns[2].clone(), arns[4].clone(), arns[5].clone(), added]
    );
}

#[test]
fn tokens_belong_to_a_list_and_its_filters() {
    let service = service();
    for _ in 0..3 {
        live_channel(&service, json!({ "name": "a" }));
    }
    let page = call(&service, "ListChannels", json!({ "maxResults": 1 }));
    let token = page["nextToken"].clone();
    for (operation, input) in [
        ("ListChannels", json!({ "filterByName": "a" })),
        ("ListStreams", json!({})),
        ("ListRecordingConfigurations", json!({})),
    ] {
        let mut input = input;
        input["nextToken"] = token.clone();
        assert_eq!(
            error(&service, operation, input),
            "ValidationException",
            "{operation}"
        );
    }
}

#[test]
fn last_full_page_has_no_token() {
    let service = service();
    channel(&service, json!({}));
    channel(&service, json!({}));
    let page = call(&service, "ListChannels", json!({ "maxResults": 2 }));
    assert_eq!(page.get("nextToken"), None);
}
