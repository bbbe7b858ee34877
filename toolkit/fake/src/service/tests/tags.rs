//! Tests of tags.

use super::*;

/// Creates a resource of each type, and returns their ARNs.
fn resources(service: &Service) -> Vec<String> {
    let created = call(service, "CreateChannel", json!({}));
    vec![
        string(&created, "/channel/arn"),
        string(&created, "/streamKey/arn"),
        recording_configuration(service, json!({})),
        import_key(service, 1),
        policy(service, json!({})),
        ad_configuration(service),
        slate(service),
    ]
}

fn tags(service: &Service, arn: &str) -> Value {
    call(
        service,
        "ListTagsForResource",
        json!({ "resourceArn": arn }),
    )["tags"]
        .clone()
}

#[test]
fn all_resources_are_tagged_and_untagged() {
    let service = service();
    for arn in resources(&service) {
        assert_eq!(tags(&service, &arn), json!({}), "{arn}");
        let add = |tags: Value| json!({ "resourceArn": arn, "tags": tags });
        call(&service, "TagResource", add(json!({ "a": "1", "b": "2" })));
        call(&service, "TagResource", add(json!({ "b": "3", "c": "" })));
        assert_eq!(
            tags(&service, &arn),
            json!({ "a": "1", "b": "3", "c": "" }),
            "{arn}"
        );
        let remove = json!({ "resourceArn": arn, "tagKeys": ["a", "x"] });
        assert_eq!(call(&service, "UntagResource", remove), json!({}));
        assert_eq!(tags(&service, &arn), json!({ "b": "3", "c": "" }), "{arn}");
    }
}

#[test]
fn unknown_resources_are_errors() {
    let service = service();
    let stage = "arn:aws:ivs:eu-west-1:123456789012:stage/a".to_owned();
    let foreign = unknown("channel").replace("eu-west-1", "us-east-1");
    for arn in [
        "x".to_owned(),
        stage,
        foreign,
        unknown("channel"),
        unknown("playback-key"),
    ] {
        let code = "ResourceNotFoundException";
        errors(
            &service,
            "ListTagsForResource",
            code,
            [json!({ "resourceArn": arn })],
        );
        errors(
            &service,
            "TagResource",
            code,
            [json!({ "resourceArn": arn, "tags": {} })],
        );
        errors(
            &service,
            "UntagResource",
            code,
            [json!({ "resourceArn": arn, "tagKeys": [] })],
        );
    }
}

#[test]
fn reserved_keys_are_errors() {
    let service = service();
    let arn = channel(&service, json!({}));
    for key in ["aws:", "aws:team", "AWS:team"] {
        let code = "ValidationException";
        let tags = json!({ key: "a" });
        errors(
            &service,
            "TagResource",
            code,
            [json!({ "resourceArn": arn, "tags": tags })],
        );
        errors(&service, "CreateChannel", code, [json!({ "tags": tags })]);
        errors(
            &service,
            "CreatePlaybackRestrictionPolicy",
            code,
            [json!({ "tags": tags })],
        );
    }
    for key in ["aws", "my:aws:", "äöüaws:"] {
        call(
            &service,
            "TagResource",
            json!({ "resourceArn": arn, "tags": { key: "a" } }),
        );
    }
}

#[test]
fn at_most_fifty_tags() {
    let service = service();
    let numbered = |from: usize, to: usize| -> Value {
        (from..to)
            .map(|number| (format!("k{number}"), json!("")))
            .collect::<Map<_, _>>()
            .into()
    };
    let arn = channel(&service, json!({ "tags": numbered(0, 49) }));
    let tag = |tags: Value| json!({ "resourceArn": arn, "tags": tags });
    assert_eq!(
        error(&service, "TagResource", tag(numbered(49, 51))),
        "ValidationException"
    );
    assert_eq!(tags(&service, &arn).as_object().unwrap().len(), 49);
    call(&service, "TagResource", tag(numbered(0, 50)));
    let too_many = json!({ "tags": numbered(0, 51) });
    assert_eq!(
        error(&service, "CreateChannel", too_many),
        "ValidationException"
    );
}

#[test]
fn tags_of_a_deleted_resource_are_gone() {
    let service = service();
    let arn = channel(&service, json!({ "tags": { "a": "1" } }));
    call(&service, "DeleteChannel", json!({ "arn": arn }));
    let list = json!({ "resourceArn": arn });
    assert_eq!(
        error(&service, "ListTagsForResource", list),
        "ResourceNotFoundException"
    );
}
