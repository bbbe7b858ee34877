//! Tests of paginators.

use std::error::Error as _;

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::operation::BuildError;

use super::{Page, PaginationStream, Settings, TokenCycle, items, pages};
use crate::client::Handle;
use crate::explain::Explain as _;
use crate::testing::{Connection, Greet, Input, SERVICE};

fn paginate(
    connection: &Connection,
    input: Result<Input, BuildError>,
    stop_on_duplicate_token: bool,
) -> PaginationStream<Page<Greet>> {
    let handle = Handle::new(connection.config().build(&SERVICE), false);
    pages(
        Greet,
        handle,
        Greet::plugin(),
        input,
        Settings {
            stop_on_duplicate_token,
            ..Settings::default()
        },
    )
}

/// Returns the request bodies sent so far, which contain the tokens.
fn bodies(connection: &Connection) -> Vec<String> {
    let body = |request: &HttpRequest| {
        let bytes = request.body().bytes().expect("a body in memory");
        String::from_utf8(bytes.to_vec()).expect("UTF-8")
    };
    connection.sent(body)
}

const PAGES: [(u16, &str); 3] = [
    (200, r#"{"greetings": ["a", "b"], "next": "1"}"#),
    (200, r#"{"greetings": [], "next": "2"}"#),
    (200, r#"{"greetings": ["c"]}"#),
];

#[tokio::test]
async fn each_page_is_fetched_when_it_is_polled() {
    let connection = Connection::new(PAGES);
    let mut pages = paginate(&connection, Ok(Greet::input()), true);
    assert_eq!(bodies(&connection).len(), 0);
    let mut nexts = Vec::new();
    while let Some(page) = pages.next().await {
        nexts.push(page.expect("a page").next);
    }
    assert_eq!(nexts, [Some("1".to_owned()), Some("2".to_owned()), None]);
    assert_eq!(
        bodies(&connection),
        ["{}", r#"{"token":"1"}"#, r#"{"token":"2"}"#]
    );
    // `C` is the letter of paginators.
    let names_paginator = connection.sent(|request| {
        let agent = request
            .headers()
            .get("x-amz-user-agent")
            .unwrap_or_default();
        agent
            .split(' ')
            .any(|part| part.starts_with("m/") && part.contains('C'))
    });
    assert_eq!(names_paginator, [true; 3]);
}

#[tokio::test]
async fn a_dropped_stream_fetches_no_more_pages() {
    let connection = Connection::new(PAGES);
    let mut pages = paginate(&connection, Ok(Greet::input()), true);
    assert!(pages.next().await.is_some());
    drop(pages);
    tokio::task::yield_now().await;
    assert_eq!(bodies(&connection).len(), 1);
}

#[tokio::test]
async fn items_of_all_pages_form_one_stream() {
    let connection = Connection::new(PAGES);
    let pages = paginate(&connection, Ok(Greet::input()), true);
    let items = items(pages, |page| page.greetings, None);
    let items: Result<Vec<_>, _> = items.collect().await;
    assert_eq!(items.expect("items"), ["a", "b", "c"]);
}

#[tokio::test]
async fn items_end_with_an_error() {
    let connection = Connection::new([PAGES[0], (400, r#"{"code": "Shy"}"#)]);
    let pages = paginate(&connection, Ok(Greet::input()), true);
    let mut items = items(pages, |page| page.greetings, None);
    let mut seen = Vec::new();
    while let Some(item) = items.next().await {
        seen.push(item.ok());
    }
    assert_eq!(seen, [Some("a".to_owned()), Some("b".to_owned()), None]);
}

#[tokio::test]
async fn a_duplicate_token_ends_the_stream_after_its_page() {
    let same = (200, r#"{"next": "1"}"#);
    for (stop, token, expected) in [(true, None, 2), (true, Some("1"), 1), (false, None, 3)] {
        let connection = Connection::new([same, same, (200, "{}")]);
        let mut input = Greet::input();
        input.token = token.map(str::to_owned);
        let mut pages = paginate(&connection, Ok(input), stop);
        let mut count = 0;
        while let Some(page) = pages.next().await {
            page.expect("a page");
            count += 1;
        }
        assert_eq!(count, expected, "stop: {stop}, token: {token:?}");
        assert_eq!(bodies(&connection).len(), expected);
    }
}

#[tokio::test]
async fn an_empty_token_ends_the_stream() {
    let (first, second) = ((200, r#"{"next": "1"}"#), (200, r#"{"next": "2"}"#));
    let connection = Connection::new([first, second, (200, r#"{"next": ""}"#)]);
    let pages: Vec<_> = paginate(&connection, Ok(Greet::input()), true)
        .collect()
        .await;
    assert_eq!(pages.len(), 3);
}

#[tokio::test]
async fn a_cycle_of_tokens_ends_with_an_error_that_names_it() {
    let (first, second) = ((200, r#"{"next": "1"}"#), (200, r#"{"next": "2"}"#));
    let connection = Connection::new([first, second, first, second, first, second]);
    let mut pages = paginate(&connection, Ok(Greet::input()), true);
    for _ in 0..4 {
        pages.next().await.expect("a page").expect("no error");
    }
    let error = pages.next().await.expect("an error").expect_err("a cycle");
    let source = error.source().expect("a source");
    let cycle: &TokenCycle = source.downcast_ref().expect("a cycle");
    assert_eq!((cycle.token(), cycle.pages()), ("2", 2));
    assert!(pages.next().await.is_none());
    assert_eq!(bodies(&connection).len(), 4);
    let failure = error.failure();
    assert!(failure.was_sent() && !failure.is_retryable());
}

#[tokio::test]
async fn a_cycle_is_no_error_if_repeated_tokens_are_allowed() {
    let (first, second) = ((200, r#"{"next": "1"}"#), (200, r#"{"next": "2"}"#));
    let connection = Connection::new([first, second, first, second, first, (200, "{}")]);
    let pages = paginate(&connection, Ok(Greet::input()), false);
    let pages: Result<Vec<_>, _> = pages.collect().await;
    assert_eq!(pages.expect("no error").len(), 6);
}

#[tokio::test]
async fn a_limit_ends_the_items_and_fetches_no_more_pages() {
    for (limit, expected, requests) in [(0, 0, 0), (1, 1, 1), (2, 2, 1), (3, 3, 3), (9, 3, 3)] {
        let connection = Connection::new(PAGES);
        let pages = paginate(&connection, Ok(Greet::input()), true);
        let items = items(pages, |page| page.greetings, Some(limit));
        let items: Result<Vec<_>, _> = items.collect().await;
        assert_eq!(items.expect("items").len(), expected, "limit {limit}");
        assert_eq!(bodies(&connection).len(), requests, "limit {limit}");
    }
}

#[tokio::test]
async fn the_position_is_that_of_the_page_at_hand() {
    let connection = Connection::new([PAGES[0], PAGES[1], (400, r#"{"code": "Shy"}"#)]);
    let settings = Settings::default();
    let position = settings.position.clone();
    let handle = Handle::new(connection.config().build(&SERVICE), false);
    let mut pages = pages(Greet, handle, Greet::plugin(), Ok(Greet::input()), settings);
    let tokens = || (position.token(), position.next_token());
    let some = |token: &str| Some(token.to_owned());
    assert_eq!(tokens(), (None, None));
    pages.next().await.expect("a page").expect("no error");
    assert_eq!(tokens(), (None, some("1")));
    pages.next().await.expect("a page").expect("no error");
    assert_eq!(tokens(), (some("1"), some("2")));
    pages
        .next()
        .await
        .expect("a page")
        .expect_err("the last page");
    assert_eq!(
        tokens(),
        (some("1"), some("2")),
        "the failed page can be fetched again"
    );
}

#[cfg(feature = "futures-stream")]
#[tokio::test]
async fn pages_are_a_stream_of_futures_core() {
    use std::pin::Pin;

    use futures_core::Stream as _;

    let connection = Connection::new(PAGES);
    let mut stream = super::Pages::from(paginate(&connection, Ok(Greet::input()), true));
    let mut count = 0;
    while let Some(page) =
        std::future::poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await
    {
        page.expect("a page");
        count += 1;
    }
    assert_eq!(count, 3);
}

#[tokio::test]
async fn an_error_ends_the_stream() {
    let connection = Connection::new([PAGES[0], (400, r#"{"code": "Shy"}"#)]);
    let mut pages = paginate(&connection, Ok(Greet::input()), true);
    assert!(pages.next().await.expect("a page").is_ok());
    let error = pages
        .next()
        .await
        .expect("an error")
        .expect_err("an error response");
    assert!(matches!(error, SdkError::ServiceError(_)), "{error:?}");
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn an_invalid_input_gives_one_error() {
    let connection = Connection::default();
    let input = Err(BuildError::missing_field("name", "unset"));
    let mut pages = paginate(&connection, input, true);
    let error = pages.next().await.expect("an error").expect_err("no input");
    assert!(
        matches!(error, SdkError::ConstructionFailure(_)),
        "{error:?}"
    );
    assert!(pages.next().await.is_none());
}
