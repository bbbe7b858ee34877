//! Paginators: limits, positions, customized requests, and cycles of tokens.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use harness::{Response, Server};
use ivs_sdk::error::{ErrorExt as _, ErrorKind};

fn page(arns: &[&str], token: &str) -> Response {
    let channels: Vec<_> = arns
        .iter()
        .map(|arn| format!(r#"{{"arn": "{arn}"}}"#))
        .collect();
    let channels = channels.join(",");
    Response::ok(format!(
        r#"{{"channels": [{channels}], "nextToken": "{token}"}}"#
    ))
}

#[tokio::test]
async fn a_limit_ends_the_stream_of_items() {
    let server = Server::start([page(&["a", "b"], "1"), page(&["c", "d"], "2")]).await;
    let paginator = server.client().list_channels().into_paginator();
    let items = paginator.items().limit(3).send().try_collect().await;
    let items = items.expect("three channels");
    let arns: Vec<_> = items.iter().filter_map(|channel| channel.arn()).collect();
    assert_eq!(arns, ["a", "b", "c"]);
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_stream_resumes_from_a_stored_position() {
    let server = Server::start([page(&["a"], "1"), page(&["b", "c"], "2")]).await;
    let paginator = server.client().list_channels().into_paginator();
    let position = paginator.position();
    let mut items = paginator.items().send();
    for _ in 0..2 {
        items.next().await.expect("a channel").expect("no error");
    }
    assert_eq!(position.token().as_deref(), Some("1"));
    assert_eq!(position.next_token().as_deref(), Some("2"));

    let server = Server::start([page(&["b", "c"], "")]).await;
    let token = position.token().expect("a token");
    let paginator = server.client().list_channels().into_paginator();
    let pages = paginator.resume_from(token).send().try_collect().await;
    assert_eq!(pages.expect("one page").len(), 1);
    assert_eq!(server.request().text(), r#"{"nextToken":"1"}"#);
}

#[tokio::test]
async fn each_request_is_customized() {
    let server = Server::start([page(&[], "1"), page(&[], "")]).await;
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    let paginator = server.client().list_channels().into_paginator();
    let pages = paginator.customize(|request| {
        request
            .mutate_request(move |request| {
                counted.fetch_add(1, Ordering::Relaxed);
                request.headers_mut().insert("x-page", "customized");
            })
            .config_override(
                ivs_sdk::config::Config::builder()
                    .region(ivs_sdk::config::Region::new("eu-west-1")),
            )
    });
    pages.send().try_collect().await.expect("two pages");
    assert_eq!(count.load(Ordering::Relaxed), 2);
    for request in server.requests() {
        assert_eq!(request.header("x-page"), "customized");
        assert!(request.header("authorization").contains("/eu-west-1/ivs/"));
    }
}

#[tokio::test]
async fn pages_before_an_error_are_delivered() {
    let server = Server::start([
        page(&["a"], "1"),
        Response::error(400, "ValidationException"),
    ]);
    let server = server.await;
    let mut items = server
        .client()
        .list_channels()
        .into_paginator()
        .items()
        .send();
    let first = items.next().await.expect("a channel").expect("no error");
    assert_eq!(first.arn(), Some("a"));
    let error = items
        .next()
        .await
        .expect("an error")
        .expect_err("the second page");
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn a_cycle_of_tokens_ends_with_an_error_that_names_it() {
    let tokens = ["a", "b", "c", "a", "b", "c", "a", "b"];
    let server = Server::start(tokens.map(|token| page(&[token], token))).await;
    let mut pages = server.client().list_channels().into_paginator().send();
    let mut delivered = 0;
    let error = loop {
        match pages.next().await.expect("an error") {
            Ok(_) => delivered += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(
        delivered,
        server.requests().len(),
        "each fetched page is delivered"
    );
    assert_eq!(error.kind(), ErrorKind::MalformedResponse);
    let report = error.report();
    assert!(report.contains("came again after 3 pages"), "{report}");
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn pages_and_items_are_streams_of_the_futures_crates() {
    use futures_util::StreamExt as _;

    let script = || [page(&["a", "b"], "1"), page(&["c"], "")];
    let server = Server::start(script()).await;
    let paginator = server.client().list_channels().into_paginator();
    let pages: Vec<_> = paginator.stream().collect().await;
    assert_eq!(pages.len(), 2);

    let server = Server::start(script()).await;
    let items = server.client().list_channels().into_paginator().items();
    let second: Vec<_> = items.stream().skip(1).take(1).collect().await;
    let [Ok(second)] = &*second else {
        panic!("{second:?}");
    };
    assert_eq!(second.arn(), Some("b"));
    assert_eq!(server.requests().len(), 1, "the second page is not needed");
}
