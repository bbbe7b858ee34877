//! Endpoints of calls: endpoint parameters from settings, operations and inputs.
//!
//! Most endpoint tests in the model pass the parameters to the resolver directly.

#![forbid(unsafe_code)]
#![allow(deprecated, reason = "one endpoint parameter is deprecated")]

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

/// Sleeps forever, so no timeout fires.
#[derive(Debug)]
struct SleepForever;

impl AsyncSleep for SleepForever {
    fn sleep(&self, _: std::time::Duration) -> Sleep {
        Sleep::new(std::future::pending())
    }
}

/// A connector that records requests and returns an empty JSON object to each.
#[derive(Clone, Debug, Default)]
struct RecordingConnector(Arc<Mutex<Vec<HttpRequest>>>);

impl HttpConnector for RecordingConnector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        self.0
            .lock()
            .expect("no panic under the lock")
            .push(request);
        let status = 200.try_into().expect("a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from("{}"))))
    }
}

impl RecordingConnector {
    /// Returns a client that sends through this connector.
    fn client(&self, settings: impl FnOnce(Builder) -> Builder) -> Client {
        let config = self.configure(Config::builder());
        Client::from_conf(settings(config).build())
    }

    /// Adds the settings that all clients share.
    fn configure(&self, config: Builder) -> Builder {
        let shared = SharedHttpConnector::new(self.clone());
        config
            .behavior_version(BehaviorVersion::latest())
            .http_client(http_client_fn(move |_, _| shared.clone()))
            .identity_cache(IdentityCache::no_cache())
            .retry_config(RetryConfig::disabled())
            .sleep_impl(SleepForever)
            .region(Region::new("us-west-2"))
            .season("spring")
            .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
    }

    /// Returns the URIs of the requests so far.
    fn uris(&self) -> Vec<String> {
        let requests = self.0.lock().expect("no panic under the lock");
        requests
            .iter()
            .map(|request| request.uri().to_owned())
            .collect()
    }

    /// Returns a header of the last request, with its values joined by commas.
    fn header(&self, name: &str) -> String {
        let requests = self.0.lock().expect("no panic under the lock");
        let last = requests.last().expect("a request");
        last.headers().get_all(name).collect::<Vec<_>>().join(", ")
    }
}

/// Polls a future to completion without a runtime. It must not wait for I/O or timers.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    for _ in 0..100 {
        if let Poll::Ready(value) = future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            return value;
        }
    }
    panic!("the future is still pending");
}

#[test]
fn settings_are_endpoint_parameters() {
    let connector = RecordingConnector::default();
    let client = connector.client(|config| config.case("bound").text("a").flag(true));
    block_on(client.plant().send()).expect("an output");
    assert_eq!(
        connector.uris(),
        ["https://a.rose.example.com/tulip/on/plant"]
    );
}

#[test]
fn a_config_override_applies_to_one_call() {
    let connector = RecordingConnector::default();
    let client = connector.client(|config| config.case("bound").text("a").flag(true));
    let override_ = Config::builder().text("b").flag(false);
    block_on(client.plant().customize().config_override(override_).send()).expect("an output");
    assert_eq!(
        connector.uris(),
        ["https://b.rose.example.com/tulip/off/plant"]
    );
}

#[test]
fn built_in_parameters_come_from_the_configuration() {
    let connector = RecordingConnector::default();
    block_on(
        connector
            .client(|config| config.use_fips(true))
            .plant()
            .send(),
    )
    .expect("an output");
    let expected = "https://garden-fips.us-west-2.amazonaws.com/plant";
    assert_eq!(connector.uris(), [expected]);
}

#[test]
fn static_parameters_take_precedence_over_settings() {
    let connector = RecordingConnector::default();
    let client = connector.client(|config| config.case("never").flag(false).text("a"));
    block_on(client.plant_fixed().send()).expect("an output");
    assert_eq!(
        connector.uris(),
        ["https://a.rose.example.com/fixed/on/plantfixed"]
    );
}

#[test]
fn members_take_precedence_over_settings() {
    let connector = RecordingConnector::default();
    let client = connector.client(|config| config.text("setting").flag(false));
    let call = client
        .plant_bound()
        .text("member")
        .kind(Kind::Lily)
        .wet(true)
        .names("x")
        .names("y");
    block_on(call.send()).expect("an output");
    block_on(client.plant_bound().text("member").send()).expect("an output");
    let expected = [
        "https://member.lily.example.com/x/on/plantbound",
        "https://member.rose.example.com/tulip/off/plantbound",
    ];
    assert_eq!(connector.uris(), expected);
}

#[test]
fn a_missing_or_blank_required_member_is_an_error() {
    let connector = RecordingConnector::default();
    let client = connector.client(|config| config);
    for string in [None, Some(String::new()), Some(" ".to_owned())] {
        let error =
            block_on(client.plant_bound().set_text(string).send()).expect_err("no endpoint");
        let message = DisplayErrorContext(error).to_string();
        assert!(
            message.contains("the endpoint cannot be found without `text`"),
            "{message}"
        );
    }
    assert_eq!(connector.uris(), [""; 0]);
}

#[test]
fn paths_select_values_of_the_input() {
    let connector = RecordingConnector::default();
    let client = connector.client(|config| config.text("setting"));
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
    block_on(call.kind(Kind::Lily).send()).expect("an output");
    block_on(client.plant_path().send()).expect("an output");
    let expected = [
        "https://bed.lily.example.com/r/rake/plantpath",
        "https://setting.rose.example.com/tulip/off/plantpath",
    ];
    assert_eq!(connector.uris(), expected);
}

fn credentials_with_account() -> Credentials {
    Credentials::builder()
        .access_key_id("key")
        .secret_access_key("secret")
        .account_id("123456789012")
        .provider_name("test")
        .build()
}

#[test]
fn the_account_id_comes_from_the_credentials() {
    let connector = RecordingConnector::default();
    let client = connector.client(|config| {
        config
            .case("account")
            .credentials_provider(credentials_with_account())
            .account_id_endpoint_mode(AccountIdEndpointMode::Required)
    });
    block_on(client.plant().send()).expect("an output");
    let client = connector.client(|config| config.case("account"));
    block_on(client.plant().send()).expect("an output");
    let expected = [
        "https://123456789012.example.com/plant",
        "https://shared.example.com/plant",
    ];
    assert_eq!(connector.uris(), expected);
}

#[test]
fn the_account_id_mode_comes_from_the_shared_configuration() {
    let shared = aws_types::SdkConfig::builder()
        .account_id_endpoint_mode(AccountIdEndpointMode::Disabled)
        .build();
    let connector = RecordingConnector::default();
    let config = connector.configure(Builder::from(&shared));
    let config = config
        .case("account")
        .credentials_provider(credentials_with_account());
    let client = Client::from_conf(config.build());
    let error = block_on(client.plant().send()).expect_err("no endpoint");
    let message = DisplayErrorContext(error).to_string();
    assert!(message.contains("No endpoint rule matched"), "{message}");
}

#[test]
fn an_endpoint_sets_headers_and_the_signing_scope() {
    let connector = RecordingConnector::default();
    let client = connector.client(|config| config.case("parts").text("west-1"));
    block_on(client.plant().send()).expect("an output");
    assert_eq!(connector.uris(), ["https://west-1.example.com/a/plant"]);
    assert_eq!(connector.header("x-text"), "west-1, fixed");
    assert_eq!(connector.header("x-other"), "rose");
    let signature = connector.header("authorization");
    assert!(
        signature.contains("/us-west-1/rose/aws4_request"),
        "{signature}"
    );
}
