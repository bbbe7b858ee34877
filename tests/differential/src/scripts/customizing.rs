//! The uses of `customize()`.

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::retry::RetryConfig;

use super::{client, get_channel, sdk};
use crate::fixture::Fixture;
use crate::hooks::{Hooks, Log, take};
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::transcript::Transcript;
use sdk::config::{Builder, Region};

pub async fn requests(t: &mut Transcript) {
    let fixture = Fixture::new([Reply::status(500, "{}"), Reply::ok("{}")]);
    let client = client::client(&fixture.settings);
    let call = || client.get_channel().arn("arn").customize();
    let again = || {
        fixture
            .peer
            .set_replies([Reply::status(500, "{}"), Reply::ok("{}")])
    };

    let outcome = Outcome::new(call().send().await);
    fixture.report_all(t, "nothing changed", &outcome);

    again();
    let header = |name: &'static str, value: &'static str| {
        move |request: &mut sdk::config::http::HttpRequest| {
            request.headers_mut().append(name, value);
        }
    };
    let changed = call()
        .mutate_request(header("x-mine", "1"))
        .mutate_request(header("x-mine", "2"));
    let outcome = Outcome::new(changed.send().await);
    let sent = fixture.report_all(t, "headers", &outcome);
    let signed =
        |arrival: &crate::peer::Arrival| arrival.header("authorization").contains(";x-mine,");
    t.check(
        "signed in both attempts",
        sent.len() == 2 && sent.iter().all(signed),
    );

    again();
    let changed = call().mutate_request(|request| {
        *request.body_mut() = SdkBody::from("{\"arn\":\"other\"}");
        let _ = request.set_uri("https://elsewhere.example/x?y=z");
        let _ = request.set_method("PUT");
    });
    let outcome = Outcome::new(changed.send().await);
    fixture.report_all(t, "body, URI and method", &outcome);

    again();
    let changed = call().map_request(|mut request| {
        request.headers_mut().insert("content-type", "text/odd");
        request.headers_mut().remove("content-length");
        Ok::<_, std::fmt::Error>(request)
    });
    let outcome = Outcome::new(changed.send().await);
    fixture.report_all(t, "mapped", &outcome);

    let failing = call().map_request(|_| Err(std::fmt::Error));
    let outcome = Outcome::new(failing.send().await);
    let sent = fixture.report_all(t, "an error", &outcome).len();
    t.check("an error sends nothing", sent == 0 && outcome.kind != "Ok");
}

pub async fn order(t: &mut Transcript) {
    let log = Log::default();
    let fixture = Fixture::new([Reply::ok("{}")]);
    let config = client::config(&fixture.settings).interceptor(Hooks::new("client", &log));
    let client = sdk::Client::from_conf(config.build());
    let log_mark = |mark: &'static str| {
        let log = log.clone();
        move |_: &mut sdk::config::http::HttpRequest| {
            log.lock().expect("no panic").push(mark.to_owned());
        }
    };
    let call = client
        .get_channel()
        .customize()
        .mutate_request(log_mark("first"))
        .interceptor(Hooks::new("call", &log))
        .mutate_request(log_mark("second"))
        .config_override(Builder::new().interceptor(Hooks::new("override", &log)))
        .mutate_request(log_mark("third"));
    let outcome = Outcome::new(call.send().await);
    fixture.report_all(t, "order", &outcome);
    let lines = take(&log);
    t.check(
        "the last mutation is logged",
        lines.iter().any(|line| line == "third"),
    );
    for line in lines {
        t.note(line);
    }
}

pub async fn overrides(t: &mut Transcript) {
    let fixture = Fixture::new([Reply::status(500, "{}"), Reply::ok("{}")]);
    let client = client::client(&fixture.settings);
    let again = || {
        fixture
            .peer
            .set_replies([Reply::status(500, "{}"), Reply::ok("{}")])
    };
    let region = |region: &'static str| Builder::new().region(Region::from_static(region));

    // The last override replaces the previous one completely.
    let retries = Builder::new().retry_config(RetryConfig::disabled());
    for (title, first, second) in [
        ("region, then retries", region("eu-west-1"), retries.clone()),
        ("retries, then region", retries, region("eu-west-1")),
        (
            "region, then region",
            region("eu-west-1"),
            region("eu-west-2"),
        ),
    ] {
        again();
        let call = client.get_channel().customize().config_override(first);
        let outcome = Outcome::new(call.config_override(second).send().await);
        fixture.report_all(t, title, &outcome);
    }
    // A complete config can be an override.
    again();
    let complete = sdk::Config::builder()
        .region(Region::new("ap-south-1"))
        .build();
    let call = client
        .get_channel()
        .customize()
        .config_override(complete.to_builder());
    let outcome = Outcome::new(call.send().await);
    fixture.report_all(t, "a complete config", &outcome);
    again();
    let outcome = get_channel(&client).await;
    let sent = fixture.report_all(t, "after that", &outcome);
    let same_host = sent
        .iter()
        .all(|arrival| arrival.request.uri.contains("us-west-2"));
    t.check("the client is unchanged", same_host && sent.len() == 2);
}

/// Customizes calls with labels, query parameters or no body, or whose input cannot be built.
pub async fn operations(t: &mut Transcript) {
    let fixture = Fixture::new([Reply::status(204, "")]);
    let client = client::client(&fixture.settings);
    let marked = |request: &mut sdk::config::http::HttpRequest| {
        request.headers_mut().insert("x-mine", "yes");
    };
    let call = client
        .untag_resource()
        .resource_arn("arn")
        .tag_keys("key")
        .customize();
    let outcome = Outcome::new(call.mutate_request(marked).send().await);
    let sent = fixture.report_all(t, "untag", &outcome).len();
    t.check("one attempt", sent == 1);
    let call = client.untag_resource().customize();
    let outcome = Outcome::new(call.mutate_request(marked).send().await);
    fixture.report_all(t, "nothing to untag", &outcome);
    let call = client.list_tags_for_resource().customize();
    let outcome = Outcome::new(call.mutate_request(marked).send().await);
    fixture.report_all(t, "no resource", &outcome);
    let call = client
        .put_metadata()
        .channel_arn("arn")
        .metadata("hush")
        .customize();
    let outcome = Outcome::new(call.mutate_request(marked).send().await);
    fixture.report_all(t, "metadata", &outcome);
}
