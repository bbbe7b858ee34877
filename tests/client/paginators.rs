//! The paginators walk all pages and know when to stop.

use aws_smithy_async::future::pagination_stream::PaginationStream;
use ivs_sdk::Client;
use ivs_sdk::error::{DisplayErrorContext, SdkError};
use serde_json::{Value, json};

use harness::{Answer, Server, model};

/// How a paginator hears that there are no more pages.
const LAST_TOKENS: [Option<&str>; 3] = [
    None,
    Some(""),
    // The same one again.
    Some("page-3"),
];

#[tokio::test]
async fn every_paginator_walks_three_pages() {
    macro_rules! walk_each {
        ($last:ident, $($operation:literal: $method:ident),+ $(,)?) => {
            [$(walk(
                $operation,
                $last,
                |client| client.$method().into_paginator().page_size(2).send(),
                |page| page.next_token(),
            )
            .await),+]
        };
    }
    let operations = model().operations().into_iter();
    let paginated = operations.filter(|(_, operation)| operation.paginated);
    let paginated: Vec<_> = paginated.map(|(name, _)| name).collect();
    for last in LAST_TOKENS {
        let walked = walk_each!(
            last,
            "ListAdConfigurations": list_ad_configurations,
            "ListChannels": list_channels,
            "ListFailoverSlateConfigurations": list_failover_slate_configurations,
            "ListPlaybackKeyPairs": list_playback_key_pairs,
            "ListPlaybackRestrictionPolicies": list_playback_restriction_policies,
            "ListRecordingConfigurations": list_recording_configurations,
            "ListStreamKeys": list_stream_keys,
            "ListStreamSessions": list_stream_sessions,
            "ListStreams": list_streams,
        );
        assert_eq!(walked.as_slice(), paginated);
    }
}

#[tokio::test]
async fn items_come_one_by_one_across_pages() {
    let pages = |list: &str| {
        let page = |items: Value, token| {
            Answer::ok(json!({ list: items, "nextToken": token }).to_string())
        };
        [
            page(json!([{ "arn": "a" }, { "arn": "b" }]), Some("page-2")),
            page(json!([]), Some("page-3")),
            page(json!([{ "arn": "c" }]), None),
        ]
    };

    let server = Server::start(pages("adConfigurations")).await;
    let ads = server.client().list_ad_configurations().into_paginator();
    let ads: Vec<_> = ads.items().send().try_collect().await.expect("three pages");
    assert_eq!(
        ads.iter().map(|item| item.arn()).collect::<Vec<_>>(),
        ["a", "b", "c"]
    );

    let server = Server::start(pages("failoverSlateConfigurations")).await;
    let slates = server
        .client()
        .list_failover_slate_configurations()
        .into_paginator();
    let slates: Vec<_> = slates
        .items()
        .send()
        .try_collect()
        .await
        .expect("three pages");
    assert_eq!(
        slates.iter().map(|item| item.arn()).collect::<Vec<_>>(),
        ["a", "b", "c"]
    );
}

/// Walks three pages of an operation, the last with the given token; returns its name.
async fn walk<O, E>(
    operation: &'static str,
    last: Option<&str>,
    start: impl FnOnce(Client) -> PaginationStream<Result<O, SdkError<E>>>,
    token: fn(&O) -> Option<&str>,
) -> &'static str
where
    E: std::error::Error + 'static,
{
    println!("{operation}, last token {last:?}");
    let tokens = [Some("page-2"), Some("page-3"), last];
    let server = Server::start(tokens.map(|token| page(operation, token))).await;

    let mut pages = start(server.client());
    assert!(
        server.requests().is_empty(),
        "nothing is sent before the first page is wanted"
    );
    for expected in tokens {
        match pages.next().await {
            Some(Ok(page)) => assert_eq!(token(&page), expected),
            Some(Err(error)) => panic!("{}", DisplayErrorContext(error)),
            None => panic!("the pages end before {expected:?}"),
        }
    }
    assert!(pages.next().await.is_none(), "a page too many");

    let sent: Vec<_> = server
        .requests()
        .iter()
        .map(|sent| sent.text().to_owned())
        .collect();
    let expected = [
        r#"{"maxResults":2}"#,
        r#"{"maxResults":2,"nextToken":"page-2"}"#,
        r#"{"maxResults":2,"nextToken":"page-3"}"#,
    ];
    assert_eq!(sent, expected);
    operation
}

/// A page without items.
fn page(operation: &str, token: Option<&str>) -> Answer {
    let mut page = serde_json::Map::new();
    for member in model().members(model().operations()[operation].output) {
        match (member.name, token) {
            ("nextToken", None) => {}
            ("nextToken", Some(token)) => _ = page.insert("nextToken".into(), token.into()),
            (items, _) => _ = page.insert(items.into(), json!([])),
        }
    }
    Answer::ok(Value::Object(page).to_string())
}
