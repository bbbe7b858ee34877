//! Where calls of the suite's client go: what settings, operations and inputs say about the
//! parameters of the endpoint rules, which the model's own tests are given.

#![forbid(unsafe_code)]
#![allow(deprecated, reason = "a parameter of the suite is")]

use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use aws_types::endpoint_config::AccountIdEndpointMode;
use conformance_endpoint_rules::config::retry::RetryConfig;
use conformance_endpoint_rules::config::{
    BehaviorVersion, Builder, Credentials, IdentityCache, Region,
};
use conformance_endpoint_rules::error::DisplayErrorContext;
use conformance_endpoint_rules::types::{Bed, Kind, Row};
use conformance_endpoint_rules::{Client, Config};

/// Nobody waits here.
#[derive(Debug)]
struct Asleep;

impl AsyncSleep for Asleep {
    fn sleep(&self, _: std::time::Duration) -> Sleep {
        Sleep::new(std::future::pending())
    }
}

/// Remembers where requests went, and answers each with nothing.
#[derive(Clone, Debug, Default)]
struct Wire(Arc<Mutex<Vec<HttpRequest>>>);

impl HttpConnector for Wire {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        self.0.lock().expect("no panic before").push(request);
        let status = 200.try_into().expect("a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from("{}"))))
    }
}

impl Wire {
    /// The client that sends over it.
    fn client(&self, settings: impl FnOnce(Builder) -> Builder) -> Client {
        let config = self.complete(Config::builder());
        Client::from_conf(settings(config).build())
    }

    /// The settings that all clients here have.
    fn complete(&self, config: Builder) -> Builder {
        let connector = SharedHttpConnector::new(self.clone());
        config
            .behavior_version(BehaviorVersion::latest())
            .http_client(http_client_fn(move |_, _| connector.clone()))
            .identity_cache(IdentityCache::no_cache())
            .retry_config(RetryConfig::disabled())
            .sleep_impl(Asleep)
            .region(Region::new("us-west-2"))
            .season("spring")
            .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
    }

    /// The URIs of the requests so far.
    fn uris(&self) -> Vec<String> {
        let requests = self.0.lock().expect("no panic before");
        requests
            .iter()
            .map(|request| request.uri().to_owned())
            .collect()
    }

    /// A header of the last request.
    fn header(&self, name: &str) -> String {
        let requests = self.0.lock().expect("no panic before");
        let last = requests.last().expect("a request");
        last.headers().get_all(name).collect::<Vec<_>>().join(", ")
    }
}

/// What a future comes to that waits for nothing but itself.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    for _ in 0..100 {
        if let Poll::Ready(value) = future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            return value;
        }
    }
    panic!("the future waits for something");
}

#[test]
fn settings_reach_the_rules() {
    let wire = Wire::default();
    let client = wire.client(|config| config.case("bound").text("a").flag(true));
    now(client.plant().send()).expect("an answer");
    assert_eq!(wire.uris(), ["https://a.rose.example.com/tulip/on/plant"]);
}

#[test]
fn one_call_can_have_other_settings() {
    let wire = Wire::default();
    let client = wire.client(|config| config.case("bound").text("a").flag(true));
    let other = Config::builder().text("b").flag(false);
    now(client.plant().customize().config_override(other).send()).expect("an answer");
    assert_eq!(wire.uris(), ["https://b.rose.example.com/tulip/off/plant"]);
}

#[test]
fn what_is_built_in_comes_from_the_configuration() {
    let wire = Wire::default();
    now(wire.client(|config| config.use_fips(true)).plant().send()).expect("an answer");
    let expected = "https://garden-fips.us-west-2.amazonaws.com/plant";
    assert_eq!(wire.uris(), [expected]);
}

#[test]
fn operations_fix_parameters() {
    let wire = Wire::default();
    let client = wire.client(|config| config.case("never").flag(false).text("a"));
    now(client.plant_fixed().send()).expect("an answer");
    assert_eq!(
        wire.uris(),
        ["https://a.rose.example.com/fixed/on/plantfixed"]
    );
}

#[test]
fn members_come_before_settings() {
    let wire = Wire::default();
    let client = wire.client(|config| config.text("setting").flag(false));
    let call = client
        .plant_bound()
        .text("member")
        .kind(Kind::Lily)
        .wet(true)
        .names("x")
        .names("y");
    now(call.send()).expect("an answer");
    now(client.plant_bound().text("member").send()).expect("an answer");
    let expected = [
        "https://member.lily.example.com/x/on/plantbound",
        "https://member.rose.example.com/tulip/off/plantbound",
    ];
    assert_eq!(wire.uris(), expected);
}

#[test]
fn without_a_required_member_nothing_is_sent() {
    let wire = Wire::default();
    let client = wire.client(|config| config);
    for text in [None, Some(String::new()), Some(" ".to_owned())] {
        let error = now(client.plant_bound().set_text(text).send()).expect_err("no endpoint");
        let error = DisplayErrorContext(error).to_string();
        assert!(
            error.contains("the endpoint cannot be found without `text`"),
            "{error}"
        );
    }
    assert_eq!(wire.uris(), [""; 0]);
}

#[test]
fn paths_lead_into_the_input() {
    let wire = Wire::default();
    let client = wire.client(|config| config.text("setting"));
    let row = |name: &str| Row::builder().name(name).build();
    let bed = Bed::builder()
        .name("bed")
        .wet(false)
        .rows(Row::builder().build())
        .rows(row("r"));
    let call = client
        .plant_path()
        .bed(bed.build())
        .tools("spade", "1")
        .tools("rake", "2");
    now(call.kind(Kind::Lily).send()).expect("an answer");
    now(client.plant_path().send()).expect("an answer");
    let expected = [
        "https://bed.lily.example.com/r/rake/plantpath",
        "https://setting.rose.example.com/tulip/off/plantpath",
    ];
    assert_eq!(wire.uris(), expected);
}

fn of_account() -> Credentials {
    Credentials::builder()
        .access_key_id("key")
        .secret_access_key("secret")
        .account_id("123456789012")
        .provider_name("test")
        .build()
}

#[test]
fn the_account_is_that_of_the_credentials() {
    let wire = Wire::default();
    let client = wire.client(|config| {
        config
            .case("account")
            .credentials_provider(of_account())
            .account_id_endpoint_mode(AccountIdEndpointMode::Required)
    });
    now(client.plant().send()).expect("an answer");
    let client = wire.client(|config| config.case("account"));
    now(client.plant().send()).expect("an answer");
    let expected = [
        "https://123456789012.example.com/plant",
        "https://shared.example.com/plant",
    ];
    assert_eq!(wire.uris(), expected);
}

#[test]
fn what_all_clients_share_has_the_mode() {
    let shared = aws_types::SdkConfig::builder()
        .account_id_endpoint_mode(AccountIdEndpointMode::Disabled)
        .build();
    let wire = Wire::default();
    let config = wire.complete(Builder::from(&shared));
    let config = config.case("account").credentials_provider(of_account());
    let client = Client::from_conf(config.build());
    let error = now(client.plant().send()).expect_err("no endpoint");
    let error = DisplayErrorContext(error).to_string();
    assert!(error.contains("No endpoint rule matched"), "{error}");
}

#[test]
fn an_endpoint_gives_headers_and_says_how_to_sign() {
    let wire = Wire::default();
    let client = wire.client(|config| config.case("parts").text("west-1"));
    now(client.plant().send()).expect("an answer");
    assert_eq!(wire.uris(), ["https://west-1.example.com/a/plant"]);
    assert_eq!(wire.header("x-text"), "west-1, fixed");
    assert_eq!(wire.header("x-other"), "rose");
    let signature = wire.header("authorization");
    assert!(
        signature.contains("/us-west-1/rose/aws4_request"),
        "{signature}"
    );
}
