//! Paginators: all pages are yielded, and nothing is requested after the last.

use aws_smithy_async::future::pagination_stream::PaginationStream;
use harness::{Response, Server, model};
use ivs_sdk::Client;
use ivs_sdk::error::{DisplayErrorContext, SdkError};
use serde_json::{Value, json};

/// The tokens that end a paginator.
const LAST_TOKENS: [Option<&str>; 3] = [
    None,
    Some(""),
    // The token of the previous page.
    Some("page-3"),
];

#[tokio::test]
async fn every_paginator_yields_three_pages() {
    macro_rules! paginate_each {
        ($last:ident, $($operation:literal: $method:ident),+ $(,)?) => {
            [$(paginate(
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
        let tested = paginate_each!(
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
        assert_eq!(tested.as_slice(), paginated);
    }
}

#[tokio::test]
async fn items_are_yielded_across_pages() {
    let pages = |list: &str| {
        let page = |items: Value, token| {
            Response::ok(json!({ list: items, "nextToken": token }).to_string())
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

/// Paginates over three pages, the last with the token `last`; returns `operation`.
async fn paginate<O, E>(
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
        "nothing is sent before the first page is polled"
    );
    for expected in tokens {
        match pages.next().await {
            Some(Ok(page)) => assert_eq!(token(&page), expected),
            Some(Err(error)) => panic!("{}", DisplayErrorContext(error)),
            None => panic!("the pages end before {expected:?}"),
        }
    }
    assert!(pages.next().await.is_none(), "one page too many");

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

/// Returns a page without items.
fn page(operation: &str, token: Option<&str>) -> Response {
    let mut page = serde_json::Map::new();
    for member in model().members(model().operations()[operation].output) {
        match (member.name, token) {
            ("nextToken", None) => {}
            ("nextToken", Some(token)) => _ = page.insert("nextToken".into(), token.into()),
            (items, _) => _ = page.insert(items.into(), json!([])),
        }
    }
    Response::ok(Value::Object(page).to_string())
}
