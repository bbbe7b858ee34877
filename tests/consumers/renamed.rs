//! `renamed`: an application that uses `ivs-sdk` as `aws-sdk-ivs`, configured by `aws-config`.

use harness::{Response, Server};
use serde_json::json;

use crate::consumer::{Consumer, environment};

#[tokio::test(flavor = "multi_thread")]
async fn an_application_runs_with_the_renamed_crate() {
    let server = Server::start(script()).await;
    let lines = Consumer::new("renamed").run(&[], environment(server.endpoint(), "AKIDRENAMED"));
    assert_eq!(
        lines,
        [
            "request request-id",
            "Some(StreamKey { arn: Some(\"arn:key\"), value: \"*** Sensitive Data Redacted ***\", channel_arn: None, tags: None })",
            "created Some(\"evening-show\") at Some(\"ingest.example\")",
            "page 1: a",
            "page 1: nameless",
            "page 2: c",
            "slate one",
            "slate two",
            "no more slates: EndOfSlates",
            "off the air: at night",
            "starving: Some(\"st-1\")",
            "unknown health: ON_FIRE",
            "no health of Some(\"st-3\")",
            "both the same: true",
            "stopped",
        ]
    );

    let sent = server.requests();
    let paths: Vec<_> = sent.iter().map(|request| request.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "/CreateChannel",
            "/ListChannels",
            "/ListChannels",
            "/ListFailoverSlateConfigurations",
            "/ListFailoverSlateConfigurations",
            "/GetStream",
            "/ListStreams",
            "/GetChannel",
            "/GetChannel",
            "/StopStream",
            "/StopStream",
        ]
    );
    assert!(
        sent[0].header("authorization").contains("AKIDRENAMED"),
        "{:?}",
        sent[0]
    );
    assert!(
        sent[0].header("authorization").contains("/eu-west-1/ivs/"),
        "{:?}",
        sent[0]
    );
    assert_eq!(sent[2].text(), r#"{"maxResults":2,"nextToken":"2"}"#);
    let [.., first, second] = &sent[..] else {
        unreachable!()
    };
    for (stop, attempt) in [(first, "attempt=1; max=4"), (second, "attempt=2; max=4")] {
        assert_eq!(stop.header("x-reason"), "curfew");
        assert_eq!(stop.header("amz-sdk-request"), attempt);
    }
}

fn script() -> Vec<Response> {
    let channel = json!({ "channel": { "arn": "arn:1", "name": "evening-show", "ingestEndpoint": "ingest.example" } });
    let mut created = channel.clone();
    created["streamKey"] = json!({ "arn": "arn:key", "value": "sk_secret" });
    let ok = |body: serde_json::Value| Response::ok(body.to_string());
    vec![
        ok(created),
        ok(json!({ "channels": [{ "name": "a" }, {}], "nextToken": "2" })),
        ok(json!({ "channels": [{ "name": "c" }] })),
        ok(
            json!({ "failoverSlateConfigurations": [{ "name": "one" }, { "name": "two" }], "nextToken": "2" }),
        ),
        Response::error(400, "EndOfSlates"),
        Response::new(
            404,
            r#"{"__type":"ChannelNotBroadcasting","exceptionMessage":"at night"}"#,
        ),
        ok(json!({ "streams": [
            { "streamId": "st-1", "health": "STARVING" },
            { "streamId": "st-2", "health": "ON_FIRE" },
            { "streamId": "st-3" },
        ] })),
        ok(channel.clone()),
        ok(channel),
        Response::new(503, "{}"),
        ok(json!({})),
    ]
}
