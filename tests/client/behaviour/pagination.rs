//! The tokens and errors that end a paginator, and those that do not.

use harness::{Response, Server};
use ivs_sdk::error::ProvideErrorMetadata;
use ivs_sdk::operation::list_channels::paginator::ListChannelsPaginator;

fn page(token: &str) -> Response {
    Response::ok(format!(r#"{{"channels":[],"nextToken":"{token}"}}"#))
}

/// Returns the token of each page; after an error, the last string is the error's code.
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
async fn a_first_page_that_repeats_the_token_of_the_input_is_the_last() {
    let server = Server::start([page("a")]).await;
    let paginator = server
        .client()
        .list_channels()
        .next_token("a")
        .into_paginator();
    assert_eq!(tokens(paginator).await, ["a"]);
}

#[tokio::test]
async fn a_cycle_of_tokens_does_not_end_a_paginator_that_accepts_duplicates() {
    let server = Server::start(["a", "b", "a", "b", ""].map(page)).await;
    let paginator = server.client().list_channels().into_paginator();
    let paginator = paginator.stop_on_duplicate_token(false);
    assert_eq!(tokens(paginator).await, ["a", "b", "a", "b", ""]);
}

#[tokio::test]
async fn a_repeated_token_is_sent_again_without_stop_on_duplicate_token() {
    let server = Server::start(["a", "a", "a", ""].map(page)).await;
    let paginator = server.client().list_channels().into_paginator();
    let paginator = paginator.stop_on_duplicate_token(false);
    assert_eq!(tokens(paginator).await, ["a", "a", "a", ""]);
}

#[tokio::test]
async fn an_error_ends_the_paginator() {
    let script = [
        page("a"),
        Response::error(400, "ValidationException"),
        page("b"),
    ];
    let server = Server::start(script).await;
    let paginator = server.client().list_channels().into_paginator();
    assert_eq!(tokens(paginator).await, ["a", "ValidationException"]);
}

#[tokio::test]
async fn page_size_takes_precedence_over_max_results() {
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
