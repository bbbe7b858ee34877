//! Walks over the pages of a service in memory.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::operation::BuildError;

use super::{Page, PaginationStream, items, pages};
use crate::client::Handle;
use crate::testing::{Greet, Input, SERVICE, Wire};

fn walk(
    wire: &Wire,
    input: Result<Input, BuildError>,
    stop_on_duplicate_token: bool,
) -> PaginationStream<Page<Greet>> {
    let handle = Handle::new(wire.config().build(&SERVICE), false);
    pages(
        Greet,
        handle,
        Greet::plugin(),
        input,
        stop_on_duplicate_token,
    )
}

/// The bodies sent so far, which hold the tokens.
fn bodies(wire: &Wire) -> Vec<String> {
    let body = |request: &HttpRequest| {
        let bytes = request.body().bytes().expect("a body in memory");
        String::from_utf8(bytes.to_vec()).expect("UTF-8")
    };
    wire.sent(body)
}

const PAGES: [(u16, &str); 3] = [
    (200, r#"{"greetings": ["a", "b"], "next": "1"}"#),
    (200, r#"{"greetings": [], "next": "2"}"#),
    (200, r#"{"greetings": ["c"]}"#),
];

#[tokio::test]
async fn each_page_is_fetched_when_it_is_asked_for() {
    let wire = Wire::new(PAGES);
    let mut pages = walk(&wire, Ok(Greet::input()), true);
    assert_eq!(bodies(&wire).len(), 0);
    let mut nexts = Vec::new();
    while let Some(page) = pages.next().await {
        nexts.push(page.expect("a page").next);
    }
    assert_eq!(nexts, [Some("1".to_owned()), Some("2".to_owned()), None]);
    assert_eq!(
        bodies(&wire),
        ["{}", r#"{"token":"1"}"#, r#"{"token":"2"}"#]
    );
    let agents = wire.sent(|request| {
        let agent = request
            .headers()
            .get("x-amz-user-agent")
            .unwrap_or_default();
        agent
            .split(' ')
            .any(|part| part.starts_with("m/") && part.contains('C'))
    });
    assert_eq!(agents, [true; 3]);
}

#[tokio::test]
async fn a_walk_that_is_not_listened_to_stops() {
    let wire = Wire::new(PAGES);
    let mut pages = walk(&wire, Ok(Greet::input()), true);
    assert!(pages.next().await.is_some());
    drop(pages);
    tokio::task::yield_now().await;
    assert_eq!(bodies(&wire).len(), 1);
}

#[tokio::test]
async fn items_come_one_by_one() {
    let wire = Wire::new(PAGES);
    let pages = walk(&wire, Ok(Greet::input()), true);
    let items = items(pages, |page| page.greetings);
    let items: Result<Vec<_>, _> = items.collect().await;
    assert_eq!(items.expect("items"), ["a", "b", "c"]);
}

#[tokio::test]
async fn items_end_with_an_error() {
    let wire = Wire::new([PAGES[0], (400, r#"{"code": "Shy"}"#)]);
    let pages = walk(&wire, Ok(Greet::input()), true);
    let mut items = items(pages, |page| page.greetings);
    let mut seen = Vec::new();
    while let Some(item) = items.next().await {
        seen.push(item.ok());
    }
    assert_eq!(seen, [Some("a".to_owned()), Some("b".to_owned()), None]);
}

#[tokio::test]
async fn a_repeated_token_ends_the_walk_after_its_page() {
    let same = (200, r#"{"next": "1"}"#);
    for (stop, token, expected) in [(true, None, 2), (true, Some("1"), 1), (false, None, 3)] {
        let wire = Wire::new([same, same, (200, "{}")]);
        let mut input = Greet::input();
        input.token = token.map(str::to_owned);
        let mut pages = walk(&wire, Ok(input), stop);
        let mut count = 0;
        while let Some(page) = pages.next().await {
            page.expect("a page");
            count += 1;
        }
        assert_eq!(count, expected, "stop: {stop}, token: {token:?}");
        assert_eq!(bodies(&wire).len(), expected);
    }
}

#[tokio::test]
async fn an_empty_token_is_none_and_a_cycle_goes_on() {
    let (one, two) = ((200, r#"{"next": "1"}"#), (200, r#"{"next": "2"}"#));
    let wire = Wire::new([one, two, one, (200, r#"{"next": ""}"#)]);
    let pages: Vec<_> = walk(&wire, Ok(Greet::input()), true).collect().await;
    assert_eq!(pages.len(), 4);
}

#[tokio::test]
async fn an_error_ends_the_walk() {
    let wire = Wire::new([PAGES[0], (400, r#"{"code": "Shy"}"#)]);
    let mut pages = walk(&wire, Ok(Greet::input()), true);
    assert!(pages.next().await.expect("a page").is_ok());
    let error = pages
        .next()
        .await
        .expect("an error")
        .expect_err("a refusal");
    assert!(matches!(error, SdkError::ServiceError(_)), "{error:?}");
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn an_input_that_was_not_built_gives_one_error() {
    let wire = Wire::default();
    let input = Err(BuildError::missing_field("name", "unset"));
    let mut pages = walk(&wire, input, true);
    let error = pages.next().await.expect("an error").expect_err("no input");
    assert!(
        matches!(error, SdkError::ConstructionFailure(_)),
        "{error:?}"
    );
    assert!(pages.next().await.is_none());
}
