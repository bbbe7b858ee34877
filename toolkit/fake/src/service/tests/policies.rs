//! Tests of playback restriction policies.

use super::*;

#[test]
fn policy_is_created_updated_and_deleted() {
    let service = service();
    let arn = policy(&service, json!({ "tags": { "k": "v" } }));
    let get = json!({ "arn": arn });
    let mut expected = json!({
        "arn": arn,
        "allowedCountries": [],
        "allowedOrigins": [],
        "enableStrictOriginEnforcement": false,
        "name": "",
        "tags": { "k": "v" },
    });
    let got = call(&service, "GetPlaybackRestrictionPolicy", get.clone());
    assert_eq!(got["playbackRestrictionPolicy"], expected);
    for (member, value) in [
        ("allowedCountries", json!(["US", "mx"])),
        ("allowedOrigins", json!(["https://example.com"])),
        ("enableStrictOriginEnforcement", json!(true)),
        ("name", json!("a")),
        ("allowedCountries", json!([])),
    ] {
        expected[member] = value.clone();
        let update = json!({ "arn": arn, member: value });
        let updated = call(&service, "UpdatePlaybackRestrictionPolicy", update);
        assert_eq!(updated["playbackRestrictionPolicy"], expected, "{member}");
    }
    let listed = call(&service, "ListPlaybackRestrictionPolicies", json!({}));
    assert_eq!(listed, json!({ "playbackRestrictionPolicies": [expected] }));
    let channel = channel(&service, json!({ "playbackRestrictionPolicyArn": arn }));
    let conflict = error(&service, "DeletePlaybackRestrictionPolicy", get.clone());
    assert_eq!(conflict, "ConflictException");
    call(&service, "DeleteChannel", json!({ "arn": channel }));
    call(&service, "DeletePlaybackRestrictionPolicy", get.clone());
    let gone = error(&service, "DeletePlaybackRestrictionPolicy", get);
    assert_eq!(gone, "ResourceNotFoundException");
}

#[test]
fn long_lists_are_errors() {
    let service = service();
    let arn = policy(&service, json!({}));
    let countries = vec!["US"; 201];
    let origins = vec!["https://example.com"; 6];
    for operation in [
        "CreatePlaybackRestrictionPolicy",
        "UpdatePlaybackRestrictionPolicy",
    ] {
        errors(
            &service,
            operation,
            "ValidationException",
            [
                json!({ "arn": arn, "allowedCountries": countries }),
                json!({ "arn": arn, "allowedOrigins": origins }),
            ],
        );
    }
    call(
        &service,
        "UpdatePlaybackRestrictionPolicy",
        json!({ "arn": arn, "allowedCountries": countries[1..], "allowedOrigins": origins[1..] }),
    );
}

#[test]
fn default_page_has_one_entry() {
    let service = service();
    policy(&service, json!({}));
    policy(&service, json!({}));
    let listed = call(&service, "ListPlaybackRestrictionPolicies", json!({}));
    assert_eq!(
        listed["playbackRestrictionPolicies"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert!(listed["nextToken"].is_string());
}
