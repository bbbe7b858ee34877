//! The spans and events of `tracing`, at all levels.

use std::time::Duration;

use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;

use super::{client, driver, sdk};
use crate::listener::{Kind, Line, listen};
use crate::model::model;
use crate::outcome::Outcome;
use crate::peer::{Failure, Reply};
use crate::provider::{Gives, Provider};
use crate::stage::Stage;
use crate::transcript::Transcript;
use crate::value::Value;
use sdk::config::Builder;

/// A change of settings.
type Change = Box<dyn Fn(Builder) -> Builder>;

/// A call whose answer holds no secret.
async fn get_stream(client: &sdk::Client) -> Outcome {
    Outcome::of(client.get_stream().channel_arn("arn").send().await)
}

fn heard(t: &mut Transcript, stage: &Stage, what: &str, lines: &[Line]) {
    t.hide(
        format!("\"{}\"", stage.settings.retry_partition),
        "PARTITION",
    );
    t.note(what);
    for line in lines {
        t.note(line);
    }
    let own: Vec<_> = lines.iter().filter(|line| line.is_own()).collect();
    t.check(
        format_args!("{what}: the call's span"),
        own.iter().any(|line| line.kind == Kind::Span),
    );
}

pub async fn calls(t: &mut Transcript) {
    let id = |reply: Reply| reply.header("x-amzn-requestid", "the-id");
    for replies in [
        vec![Reply::ok("{}")],
        vec![id(Reply::status(500, "{}")), id(Reply::ok("{}"))],
        vec![id(Reply::error(400, "ValidationException"))],
        vec![Reply::error(404, "ChannelNotBroadcasting")],
        vec![Reply::status(503, "<html>")],
        vec![Reply::Fails(Failure::Io)],
        vec![Reply::Fails(Failure::User)],
        vec![Reply::ok("{")],
        vec![Reply::Never],
    ] {
        let stage = Stage::new(replies.clone());
        let timeouts = TimeoutConfig::builder().operation_attempt_timeout(Duration::from_secs(9));
        let config = client::config(&stage.settings).timeout_config(timeouts.build());
        let client = sdk::Client::from_conf(config.build());
        let (outcome, lines) = listen(get_stream(&client)).await;
        t.outcome(&outcome);
        heard(t, &stage, &format!("{replies:?}"), &lines);
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
            Box::new(|config| config.credentials_provider(Provider::new([Gives::NotLoaded]))),
        ),
        (
            "late credentials",
            Box::new(|config| {
                let late = Gives::Late(Duration::from_secs(1), "KEY");
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
    for (what, change) in cases {
        let stage = Stage::new([Reply::error(400, "SlowDown"), Reply::ok("{}")]);
        let client = sdk::Client::from_conf(change(client::config(&stage.settings)).build());
        for _ in 0..2 {
            let (outcome, lines) = listen(get_stream(&client)).await;
            t.outcome(&outcome);
            heard(t, &stage, what, &lines);
        }
    }
}

/// The span of each operation, and the one line that an operation writes.
pub async fn operations(t: &mut Transcript) {
    let mut spans = 0;
    for operation in model().operations() {
        let stage = Stage::new([Reply::ok("{}").header("x-amzn-requestid", "the-id")]);
        let client = client::client(&stage.settings);
        let input = Value::Structure(vec![
            ("resourceArn".to_owned(), Value::Text("arn".to_owned())),
            ("tagKeys".to_owned(), Value::List(Vec::new())),
            ("tags".to_owned(), Value::Map(Default::default())),
        ]);
        let (_, lines) = listen(driver::call(&client, operation.name, &input)).await;
        for line in lines.iter().filter(|line| line.is_own()) {
            spans += usize::from(line.kind == Kind::Span);
            t.note(line);
        }
    }
    t.check(
        format_args!("{spans} spans"),
        spans == model().operations().len(),
    );
}

/// A paginator, a call with settings of its own, one that is dropped, and one that is never made.
pub async fn ways(t: &mut Transcript) {
    let page = Reply::ok(r#"{"streams":[],"nextToken":"a"}"#);
    let stage = Stage::new([page, Reply::ok("{}")]);
    let client = client::client(&stage.settings);
    let pages = async {
        let mut pages = client.list_streams().into_paginator().send();
        while pages.next().await.is_some() {}
    };
    let ((), lines) = listen(pages).await;
    heard(t, &stage, "pages", &lines);
    let own = Builder::new().retry_config(RetryConfig::disabled());
    let call = client.get_stream().customize().config_override(own);
    let call = call.mutate_request(|request| {
        request.headers_mut().insert("x-mine", "yes");
    });
    let (_, lines) = listen(call.send()).await;
    heard(t, &stage, "customized", &lines);
    stage.peer.reply([Reply::Never]);
    let dropped = tokio::time::timeout(Duration::from_secs(1), get_stream(&client));
    let (_, lines) = listen(dropped).await;
    heard(t, &stage, "dropped", &lines);
    let (_, lines) = listen(client.untag_resource().send()).await;
    heard(t, &stage, "not built", &lines);
}
