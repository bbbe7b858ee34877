//! Calls from synchronous code.

use std::thread;
use std::time::Duration;

use harness::{Response, Server};
use ivs_sdk::Client;
use ivs_sdk::client::Waiters as _;
use ivs_sdk::error::{DisplayErrorContext, SdkError};

/// Runs a loopback service on a thread of its own, as a service in another process.
fn served(responses: Vec<Response>, calls: impl FnOnce(Client)) -> Vec<String> {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let server = runtime.block_on(Server::start(responses));
    calls(server.client());
    server
        .requests()
        .iter()
        .map(|request| request.path.clone())
        .collect()
}

#[test]
fn a_blocking_call_returns_the_output_or_the_error() {
    let responses = vec![
        Response::ok(r#"{"channel":{"name":"stage"}}"#),
        Response::error(404, "ResourceNotFoundException"),
    ];
    let paths = served(responses, |client| {
        let output = client.get_channel().arn("a").send_blocking();
        let channel = output.expect("an output").channel.expect("a channel");
        assert_eq!(channel.name(), Some("stage"));

        let error = client.get_stream().channel_arn("a").send_blocking();
        let error = error.expect_err("an error").into_service_error();
        assert!(error.is_resource_not_found_exception(), "{error:?}");
    });
    assert_eq!(paths, ["/GetChannel", "/GetStream"]);
}

#[test]
fn a_customized_call_blocks_too() {
    let paths = served(vec![Response::ok("{}")], |client| {
        let call = client.stop_stream().channel_arn("a").customize();
        let call = call.mutate_request(|request| {
            request.headers_mut().insert("x-amz-mine", "yes");
        });
        call.send_blocking().expect("an output");
    });
    assert_eq!(paths, ["/StopStream"]);
}

#[test]
fn threads_share_the_connections_of_a_client() {
    let responses = (0..40).map(|_| Response::ok("{}")).collect();
    let paths = served(responses, |client| {
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..10 {
                        client.list_streams().send_blocking().expect("an output");
                    }
                });
            }
        });
    });
    assert_eq!(paths.len(), 40);
}

#[test]
fn a_paginator_is_an_iterator() {
    let page = |token: &str| Response::ok(format!(r#"{{"channels":[{{"name":"a"}}]{token}}}"#));
    let responses = vec![
        page(r#","nextToken":"2""#),
        page(""),
        page(r#","nextToken":"2""#),
    ];
    let paths = served(responses, |client| {
        let pages = client.list_channels().into_paginator().send_blocking();
        assert_eq!(
            pages
                .map(|page| page.expect("a page").channels.len())
                .sum::<usize>(),
            2
        );

        let items = client.list_channels().into_paginator().items();
        let mut items = items.limit(1).send_blocking();
        assert!(items.next().is_some_and(|channel| channel.is_ok()));
        assert!(items.next().is_none());
    });
    assert_eq!(paths.len(), 3);
}

#[test]
fn a_waiter_blocks_until_the_state_is_reached() {
    let offline = Response::error(404, "ChannelNotBroadcasting");
    let paths = served(vec![offline], |client| {
        let offline = client.wait_until_stream_offline().channel_arn("a");
        offline
            .wait_blocking(Duration::from_secs(5))
            .expect("the stream is offline");
    });
    assert_eq!(paths, ["/GetStream"]);
}

#[tokio::test]
async fn blocking_iterators_and_waiters_send_nothing_in_an_async_task() {
    let server = Server::start([]).await;
    let client = server.client();
    let mut pages = client.list_channels().into_paginator().send_blocking();
    assert!(matches!(
        pages.next(),
        Some(Err(SdkError::ConstructionFailure(_)))
    ));
    assert!(pages.next().is_none());
    let offline = client.wait_until_stream_offline().channel_arn("a");
    offline
        .wait_blocking(Duration::from_secs(5))
        .expect_err("an async task");
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_blocking_call_in_an_async_task_sends_nothing() {
    let server = Server::start([Response::ok("{}")]).await;
    let error = server.client().list_channels().send_blocking();
    let error = error.expect_err("an error");
    assert!(
        matches!(error, SdkError::ConstructionFailure(_)),
        "{error:?}"
    );
    let report = DisplayErrorContext(&error).to_string();
    assert!(report.contains("`tokio::task::spawn_blocking`"), "{report}");
    assert!(server.requests().is_empty());

    let client = server.client();
    let call = tokio::task::spawn_blocking(move || {
        client.list_channels().send_blocking().expect("an output");
    });
    call.await.expect("the thread ends");
}
