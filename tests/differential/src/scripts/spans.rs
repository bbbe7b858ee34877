//! The `tracing` spans and events of calls, at all levels.

use std::time::Duration;

use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;

use super::{client, driver, sdk};
use crate::fixture::Fixture;
use crate::model::model;
use crate::outcome::Outcome;
use crate::peer::{Failure, Reply};
use crate::provider::{Provided, Provider};
use crate::trace_capture::{Kind, Line, capture};
use crate::transcript::Transcript;
use crate::value::Value;
use sdk::config::Builder;

/// A function that changes settings.
type Change = Box<dyn Fn(Builder) -> Builder>;

/// Calls `GetStream`, whose response holds no secrets.
async fn get_stream(client: &sdk::Client) -> Outcome {
    Outcome::new(client.get_stream().channel_arn("arn").send().await)
}

/// Writes the captured lines, and checks that a span of the client is among them.
fn report(t: &mut Transcript, fixture: &Fixture, title: &str, lines: &[Line]) {
    t.hide(
        format!("\"{}\"", fixture.settings.retry_partition),
        "PARTITION",
    );
    t.note(title);
    for line in lines {
        t.note(line);
    }
    let mut client_lines = lines.iter().filter(|line| line.is_from_client());
    t.check(
        format_args!("{title}: a span of the client"),
        client_lines.any(|line| line.kind == Kind::Span),
    );
}

pub async fn calls(t: &mut Transcript) {
    let id = |reply: Reply| reply.header("x-amzn-requestid", "the-id");
    for replies in [
        vec![Reply::ok("{}")],
        vec![id(Reply::error(500, "Unheard")), id(Reply::ok("{}"))],
        vec![id(Reply::error(400, "ValidationException"))],
        vec![Reply::error(404, "ChannelNotBroadcasting")],
        vec![Reply::status(503, "<html>")],
        vec![Reply::Failure(Failure::Io)],
        vec![Reply::Failure(Failure::User)],
        vec![Reply::ok("{")],
        vec![Reply::Never],
    ] {
        let fixture = Fixture::new(replies.clone());
        let timeouts = TimeoutConfig::builder().operation_attempt_timeout(Duration::from_secs(9));
        let config = client::config(&fixture.settings).timeout_config(timeouts.build());
        let client = sdk::Client::from_conf(config.build());
        let (outcome, lines) = capture(get_stream(&client)).await;
        t.outcome(&outcome);
        report(t, &fixture, &format!("{replies:?}"), &lines);
    }
}

pub async fn settings(t: &mut Transcript) {
    let retries = RetryConfig::adaptive().with_use_static_exponential_base(true);
    let cases: Vec<(&str, Change)> = vec![
        ("no region", Box::new(|config| config.region(None))),
        ("no auth", Box::new(|config| config.allow_no_auth())),
        (
            "endpoint",
            Box::new(|config| config.endpoint_url("https://example.com/x?y")),
        ),
        (
            "adaptive",
            Box::new(move |config| config.retry_config(retries.clone())),
        ),
        (
            "no credentials",
            Box::new(|config| config.credentials_provider(Provider::new([Provided::NotLoaded]))),
        ),
        (
            "late credentials",
            Box::new(|config| {
                let late = Provided::Late(Duration::from_secs(1), "KEY");
                config.credentials_provider(Provider::new([late]))
            }),
        ),
        (
            "telemetry",
            Box::new(|config| config.capture_input_attributes(["channelArn"])),
        ),
        (
            "no cache",
            Box::new(|config| config.identity_cache(sdk::config::IdentityCache::no_cache())),
        ),
    ];
    for (title, change) in cases {
        let fixture = Fixture::new([Reply::error(400, "SlowDown"), Reply::ok("{}")]);
        let client = sdk::Client::from_conf(change(client::config(&fixture.settings)).build());
        for _ in 0..2 {
            let (outcome, lines) = capture(get_stream(&client)).await;
            t.outcome(&outcome);
            report(t, &fixture, title, &lines);
        }
    }
}

/// Writes the lines of the client crates for each operation.
pub async fn operations(t: &mut Transcript) {
    let mut spans = 0;
    for operation in model().operations() {
        let fixture = Fixture::new([Reply::ok("{}").header("x-amzn-requestid", "the-id")]);
        let client = client::client(&fixture.settings);
        let input = Value::Structure(vec![
            ("resourceArn".to_owned(), Value::String("arn".to_owned())),
            ("tagKeys".to_owned(), Value::List(Vec::new())),
            ("tags".to_owned(), Value::Map(Default::default())),
        ]);
        let (_, lines) = capture(driver::call(&client, operation.name, &input)).await;
        for line in lines.iter().filter(|line| line.is_from_client()) {
            spans += usize::from(line.kind == Kind::Span);
            t.note(line);
        }
    }
    t.check(
        format_args!("{spans} spans, expected one per operation"),
        spans == model().operations().len(),
    );
}

/// Captures a paginator, a customized call, a dropped call, and one whose input cannot be built.
pub async fn other_calls(t: &mut Transcript) {
    let page = Reply::ok(r#"{"streams":[],"nextToken":"a"}"#);
    let fixture = Fixture::new([page, Reply::ok("{}")]);
    let client = client::client(&fixture.settings);
    let pages = async {
        let mut pages = client.list_streams().into_paginator().send();
        while pages.next().await.is_some() {}
    };
    let ((), lines) = capture(pages).await;
    report(t, &fixture, "pages", &lines);
    let call_config = Builder::new().retry_config(RetryConfig::disabled());
    let call = client.get_stream().customize().config_override(call_config);
    let call = call.mutate_request(|request| {
        request.headers_mut().insert("x-mine", "yes");
    });
    let (_, lines) = capture(call.send()).await;
    report(t, &fixture, "customized", &lines);
    fixture.peer.set_replies([Reply::Never]);
    let dropped = tokio::time::timeout(Duration::from_secs(1), get_stream(&client));
    let (_, lines) = capture(dropped).await;
    report(t, &fixture, "dropped", &lines);
    let (_, lines) = capture(client.untag_resource().send()).await;
    report(t, &fixture, "not built", &lines);
}
