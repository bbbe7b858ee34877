//! `patched`: a crate generated under the official name replaces the one from crates.io, for an
//! application and for a third-party crate.

use std::path::Path;

use harness::{Response, Server};
use serde_json::json;

use crate::consumer::{Consumer, ROOT, generate};

#[tokio::test(flavor = "multi_thread")]
async fn a_generated_crate_replaces_the_official_crate_everywhere() {
    let out = "tests/consumers/patched/aws-sdk-ivs";
    generate(&[
        "--crate-name",
        "aws-sdk-ivs",
        "--crate-version",
        "1.131.0",
        "--out",
        out,
    ]);
    let patched = Consumer::new("patched");

    let packages = patched.packages();
    let resolved: Vec<_> = packages
        .iter()
        .filter_map(|package| package.strip_prefix("aws-sdk-ivs v"))
        .collect();
    let [resolved] = resolved[..] else {
        panic!("{packages:?}");
    };
    let folder = resolved
        .strip_prefix("1.131.0 (")
        .and_then(|rest| rest.strip_suffix(')'));
    // Cargo and `canonicalize` print paths differently on Windows.
    let real = |folder: &Path| folder.canonicalize().expect("a folder");
    assert_eq!(
        folder.map(|folder| real(Path::new(folder))),
        Some(real(&Path::new(ROOT).join(out))),
        "{resolved}"
    );

    let stream = |id: &str, state: &str, viewers: u32| json!({ "streamId": id, "state": state, "viewerCount": viewers, "channelArn": format!("arn:{id}") });
    let page = |streams: &[serde_json::Value], token: Option<&str>| {
        Response::ok(json!({ "streams": streams, "nextToken": token }).to_string())
    };
    let server = Server::start([
        page(
            &[stream("st-1", "LIVE", 3), stream("st-2", "OFFLINE", 9)],
            Some("2"),
        ),
        page(&[stream("st-3", "LIVE", 5)], None),
        Response::ok("{}"),
        Response::new(
            409,
            r#"{"__type":"ConflictException","exceptionMessage":"wait"}"#,
        ),
    ])
    .await;
    let lines = patched.run(&[server.endpoint()], []);
    assert_eq!(
        lines,
        ["busiest: Some(\"st-3\") with 5", "still in use: wait"]
    );

    let sent = server.requests();
    let sent: Vec<_> = sent
        .iter()
        .map(|request| (request.path.as_str(), request.text()))
        .collect();
    assert_eq!(
        sent,
        [
            ("/ListStreams", r#"{"filterBy":{"health":"HEALTHY"}}"#),
            (
                "/ListStreams",
                r#"{"filterBy":{"health":"HEALTHY"},"nextToken":"2"}"#
            ),
            ("/StopStream", r#"{"channelArn":"arn:st-3"}"#),
            ("/DeleteChannel", r#"{"arn":"arn:st-3"}"#),
        ]
    );
}
