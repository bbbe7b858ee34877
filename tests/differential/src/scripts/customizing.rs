//! `customize()`, in all its forms.

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::retry::RetryConfig;

use super::{client, get_channel, sdk};
use crate::hooks::{Hooks, Log, taken};
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::stage::Stage;
use crate::transcript::Transcript;
use sdk::config::{Builder, Region};

pub async fn requests(t: &mut Transcript) {
    let stage = Stage::new([Reply::status(500, "{}"), Reply::ok("{}")]);
    let client = client::client(&stage.settings);
    let call = || client.get_channel().arn("arn").customize();
    let again = || {
        stage
            .peer
            .reply([Reply::status(500, "{}"), Reply::ok("{}")])
    };

    let outcome = Outcome::of(call().send().await);
    stage.report_all(t, "nothing changed", &outcome);

    again();
    let header = |name: &'static str, value: &'static str| {
        move |request: &mut sdk::config::http::HttpRequest| {
            request.headers_mut().append(name, value);
        }
    };
    let changed = call()
        .mutate_request(header("x-mine", "1"))
        .mutate_request(header("x-mine", "2"));
    let outcome = Outcome::of(changed.send().await);
    let sent = stage.report_all(t, "headers", &outcome);
    let signed = |one: &crate::peer::Arrival| one.header("authorization").contains(";x-mine,");
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
    let outcome = Outcome::of(changed.send().await);
    stage.report_all(t, "body, URI and method", &outcome);

    again();
    let changed = call().map_request(|mut request| {
        request.headers_mut().insert("content-type", "text/odd");
        request.headers_mut().remove("content-length");
        Ok::<_, std::fmt::Error>(request)
    });
    let outcome = Outcome::of(changed.send().await);
    stage.report_all(t, "mapped", &outcome);

    let refused = call().map_request(|_| Err(std::fmt::Error));
    let outcome = Outcome::of(refused.send().await);
    let sent = stage.report_all(t, "refused", &outcome).len();
    t.check("a refusal sends nothing", sent == 0 && outcome.kind != "Ok");
}

pub async fn orders(t: &mut Transcript) {
    let log = Log::default();
    let stage = Stage::new([Reply::ok("{}")]);
    let config = client::config(&stage.settings).interceptor(Hooks::new("client", &log));
    let client = sdk::Client::from_conf(config.build());
    let seen = |mark: &'static str| {
        let log = log.clone();
        move |_: &mut sdk::config::http::HttpRequest| {
            log.lock().expect("no panic").push(mark.to_owned());
        }
    };
    let call = client
        .get_channel()
        .customize()
        .mutate_request(seen("first"))
        .interceptor(Hooks::new("call", &log))
        .mutate_request(seen("second"))
        .config_override(Builder::new().interceptor(Hooks::new("override", &log)))
        .mutate_request(seen("third"));
    let outcome = Outcome::of(call.send().await);
    stage.report_all(t, "order", &outcome);
    let heard = taken(&log);
    t.check("heard", heard.iter().any(|line| line == "third"));
    for line in heard {
        t.note(line);
    }
}

pub async fn overrides(t: &mut Transcript) {
    let stage = Stage::new([Reply::status(500, "{}"), Reply::ok("{}")]);
    let client = client::client(&stage.settings);
    let again = || {
        stage
            .peer
            .reply([Reply::status(500, "{}"), Reply::ok("{}")])
    };
    let region = |region: &'static str| Builder::new().region(Region::from_static(region));

    // The last wins, as a whole.
    let retries = Builder::new().retry_config(RetryConfig::disabled());
    for (what, first, second) in [
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
        let outcome = Outcome::of(call.config_override(second).send().await);
        stage.report_all(t, what, &outcome);
    }
    // A whole configuration in the place of a few settings.
    again();
    let whole = sdk::Config::builder()
        .region(Region::new("ap-south-1"))
        .build();
    let call = client
        .get_channel()
        .customize()
        .config_override(whole.to_builder());
    let outcome = Outcome::of(call.send().await);
    stage.report_all(t, "a whole configuration", &outcome);
    again();
    let outcome = get_channel(&client).await;
    let sent = stage.report_all(t, "after that", &outcome);
    let host = sent.iter().all(|one| one.sent.uri.contains("us-west-2"));
    t.check("the client is as it was", host && sent.len() == 2);
}

/// Operations with labels, queries and no body, and inputs that are not built.
pub async fn operations(t: &mut Transcript) {
    let stage = Stage::new([Reply::status(204, "")]);
    let client = client::client(&stage.settings);
    let marked = |request: &mut sdk::config::http::HttpRequest| {
        request.headers_mut().insert("x-mine", "yes");
    };
    let call = client
        .untag_resource()
        .resource_arn("arn")
        .tag_keys("key")
        .customize();
    let outcome = Outcome::of(call.mutate_request(marked).send().await);
    let sent = stage.report_all(t, "untag", &outcome).len();
    t.check("sent", sent == 1);
    let call = client.untag_resource().customize();
    let outcome = Outcome::of(call.mutate_request(marked).send().await);
    stage.report_all(t, "nothing to untag", &outcome);
    let call = client.list_tags_for_resource().customize();
    let outcome = Outcome::of(call.mutate_request(marked).send().await);
    stage.report_all(t, "no resource", &outcome);
    let call = client
        .put_metadata()
        .channel_arn("arn")
        .metadata("hush")
        .customize();
    let outcome = Outcome::of(call.mutate_request(marked).send().await);
    stage.report_all(t, "metadata", &outcome);
}
