//! Paginators: tokens and items at paths, and required tokens.

use conformance::{Http, Response};
use conformance_calls::Client;

use crate::{Clock, client};

fn pages(bodies: &[&str]) -> (Client, Http) {
    let responses: Vec<_> = bodies.iter().map(|body| Response::new(200, body)).collect();
    let http = Http::with_responses(responses);
    let client = client(&http, &Clock::default(), |config| config);
    (client, http)
}

#[tokio::test]
async fn token_and_items_are_found_at_paths() {
    let (client, http) = pages(&[
        r#"{"page":{"plants":[{"state":"a"},{"state":"b"}],"end":{"next":"2"}}}"#,
        r#"{"page":{"end":{"next":"3"}}}"#,
        r#"{"page":{"plants":[{"state":"c"}],"end":{}}}"#,
    ]);
    let items = client.list_nested().into_paginator().items().send();
    let plants: Result<Vec<_>, _> = items.collect().await;
    let plants = plants.expect("plants");
    let states: Vec<_> = plants.iter().filter_map(|plant| plant.state()).collect();
    assert_eq!(states, ["a", "b", "c"]);
    assert_eq!(http.count(), 3);

    let (client, http) = pages(&["{}"]);
    let items = client.list_nested().into_paginator().items().send();
    let plants: Result<Vec<_>, _> = items.collect().await;
    assert!(plants.expect("no plants").is_empty());
    assert_eq!(http.count(), 1);
}

#[tokio::test]
async fn an_empty_required_token_ends_the_pages() {
    let (client, http) = pages(&[
        r#"{"byName":{"rose":{"state":"a"}},"next":"2"}"#,
        r#"{"byName":{"tulip":{"state":"b"}},"next":""}"#,
    ]);
    let items = client.list_required().into_paginator().items().send();
    let plants: Result<Vec<_>, _> = items.collect().await;
    let plants = plants.expect("plants");
    let names: Vec<_> = plants.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["rose", "tulip"]);
    assert_eq!(http.count(), 2);
}
