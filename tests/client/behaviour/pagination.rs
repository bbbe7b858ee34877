//! Where a paginator stops, and where it does not.

use ivs_sdk::error::ProvideErrorMetadata;
use ivs_sdk::operation::list_channels::paginator::ListChannelsPaginator;

use harness::{Answer, Server};

fn page(token: &str) -> Answer {
    Answer::ok(format!(r#"{{"channels":[],"nextToken":"{token}"}}"#))
}

/// The tokens of the pages of a paginator; the last is the code of the error that ended it.
async fn tokens(paginator: ListChannelsPaginator) -> Vec<String> {
    let mut pages = paginator.send();
    let mut tokens = Vec::new();
    while let Some(page) = pages.next().await {
        tokens.push(match page {
            Ok(page) => page.next_token().unwrap_or_default().to_owned(),
            Err(error) => error.code().expect("a code").to_owned(),
        });
    }
    tokens
}

#[tokio::test]
async fn the_caller_s_own_token_repeated_by_the_first_page_ends_it() {
    let server = Server::start([page("a")]).await;
    let paginator = server
        .client()
        .list_channels()
        .next_token("a")
        .into_paginator();
    assert_eq!(tokens(paginator).await, ["a"]);
}

#[tokio::test]
async fn a_cycle_of_tokens_goes_on() {
    let server = Server::start(["a", "b", "a", "b", ""].map(page)).await;
    let paginator = server.client().list_channels().into_paginator();
    assert_eq!(tokens(paginator).await, ["a", "b", "a", "b", ""]);
}

#[tokio::test]
async fn a_repeated_token_may_be_asked_for_again() {
    let server = Server::start(["a", "a", "a", ""].map(page)).await;
    let paginator = server.client().list_channels().into_paginator();
    let paginator = paginator.stop_on_duplicate_token(false);
    assert_eq!(tokens(paginator).await, ["a", "a", "a", ""]);
}

#[tokio::test]
async fn an_error_ends_the_pages() {
    let script = [
        page("a"),
        Answer::error(400, "ValidationException"),
        page("b"),
    ];
    let server = Server::start(script).await;
    let paginator = server.client().list_channels().into_paginator();
    assert_eq!(tokens(paginator).await, ["a", "ValidationException"]);
}

#[tokio::test]
async fn page_size_outdoes_max_results() {
    let server = Server::start([page("")]).await;
    let call = server
        .client()
        .list_channels()
        .filter_by_name("name")
        .max_results(9);
    tokens(call.into_paginator().page_size(3)).await;
    assert_eq!(
        server.request().text(),
        r#"{"filterByName":"name","maxResults":3}"#
    );
}
