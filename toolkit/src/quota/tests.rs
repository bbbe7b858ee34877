mod pressure;

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_async::time::TimeSource;
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::config::{BehaviorVersion, Credentials, Region};
use ivs_sdk::error::DisplayErrorContext;
use ivs_sdk::{Client, Config};

use super::{Quota, RATES, UNPUBLISHED};

/// The clock of Tokio, which tests stop and advance.
#[derive(Clone, Copy, Debug)]
struct TokioTime(tokio::time::Instant);

impl TimeSource for TokioTime {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_796_030_000) + self.0.elapsed()
    }
}

/// A service that records when requests arrive, and throttles the next ones.
#[derive(Clone, Debug)]
struct Service {
    start: tokio::time::Instant,
    arrivals: Arc<Mutex<Vec<(String, Duration)>>>,
    throttled: Arc<Mutex<usize>>,
}

impl HttpConnector for Service {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let path = request.uri().rsplit('/').next().unwrap_or("").to_owned();
        self.arrivals
            .lock()
            .expect("a lock")
            .push((path, self.start.elapsed()));
        let mut throttled = self.throttled.lock().expect("a lock");
        let status: u16 = if *throttled > 0 { 429 } else { 200 };
        let status = status.try_into().expect("a status");
        let mut response = HttpResponse::new(status, "{}".into());
        if *throttled > 0 {
            *throttled -= 1;
            let headers = response.headers_mut();
            headers.insert("x-amzn-errortype", "ThrottlingException");
        }
        HttpConnectorFuture::ready(Ok(response))
    }
}

impl Service {
    fn start() -> Self {
        Self {
            start: tokio::time::Instant::now(),
            arrivals: Arc::default(),
            throttled: Arc::default(),
        }
    }

    fn client(&self, quota: &Quota) -> Client {
        self.client_in("us-west-2", quota)
    }

    fn client_in(&self, region: &'static str, quota: &Quota) -> Client {
        let service = SharedHttpConnector::new(self.clone());
        let http_client = http_client_fn(move |_, _| service.clone());
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .credentials_provider(Credentials::for_tests())
            .region(Region::new(region))
            .retry_config(RetryConfig::disabled())
            .sleep_impl(TokioSleep::new())
            .time_source(TokioTime(self.start))
            .http_client(http_client)
            .runtime_plugin(quota.clone());
        Client::from_conf(config.build())
    }

    /// Returns the times of arrival in milliseconds.
    fn arrivals(&self) -> Vec<u128> {
        let arrivals = self.arrivals.lock().expect("a lock");
        arrivals.iter().map(|(_, time)| time.as_millis()).collect()
    }
}

/// The most arrivals within any second.
fn busiest_second(arrivals: &[u128]) -> usize {
    let within = |start: u128| {
        arrivals
            .iter()
            .filter(move |time| (start..start + 1_000).contains(*time))
    };
    arrivals
        .iter()
        .map(|start| within(*start).count())
        .max()
        .unwrap_or(0)
}

#[tokio::test(start_paused = true)]
async fn no_second_has_more_calls_than_the_rate() {
    let service = Service::start();
    let client = service.client(&Quota::published());
    for _ in 0..23 {
        client
            .get_channel()
            .arn("a")
            .send()
            .await
            .expect("an output");
    }
    let arrivals = service.arrivals();
    assert_eq!(arrivals[..5], [0; 5]);
    assert_eq!(busiest_second(&arrivals), 5, "{arrivals:?}");
    assert!(arrivals[22] <= 4_100, "{arrivals:?}");
}

#[tokio::test(start_paused = true)]
async fn a_thousand_callers_are_served_in_order() {
    let service = Service::start();
    let client = service.client(&Quota::published().max_delay(Duration::from_secs(200)));
    let order = Arc::new(Mutex::new(Vec::new()));
    let mut tasks = Vec::new();
    for index in 0..1_000 {
        let (client, order) = (client.clone(), Arc::clone(&order));
        tasks.push(tokio::spawn(async move {
            client
                .get_channel()
                .arn("a")
                .send()
                .await
                .expect("an output");
            order.lock().expect("a lock").push(index / 5);
        }));
        tokio::task::yield_now().await;
    }
    for task in tasks {
        task.await.expect("the task ends");
    }
    assert_eq!(busiest_second(&service.arrivals()), 5);
    let order = order.lock().expect("a lock");
    assert!(order.is_sorted(), "{order:?}");
}

#[tokio::test(start_paused = true)]
async fn operations_channels_regions_and_accounts_have_separate_counts() {
    let service = Service::start();
    let quota = Quota::published();
    let clients = [
        service.client(&quota),
        service.client_in("eu-west-1", &quota),
        service.client(&Quota::published()),
    ];
    for client in &clients {
        for _ in 0..5 {
            client
                .get_channel()
                .arn("a")
                .send()
                .await
                .expect("an output");
            client
                .get_stream()
                .channel_arn("a")
                .send()
                .await
                .expect("an output");
            for channel in ["a", "b"] {
                let call = client.put_metadata().channel_arn(channel).metadata("m");
                call.send().await.expect("an output");
            }
        }
    }
    assert_eq!(service.arrivals(), [0; 60]);
    let call = clients[0].put_metadata().channel_arn("b").metadata("m");
    call.send().await.expect("an output");
    assert!(service.arrivals()[60] >= 1_000);
}

#[tokio::test(start_paused = true)]
async fn clients_share_the_counts_of_an_account() {
    let service = Service::start();
    let quota = Quota::published();
    let (one, other) = (service.client(&quota), service.client(&quota.clone()));
    for _ in 0..3 {
        one.list_channels().send().await.expect("an output");
        other.list_channels().send().await.expect("an output");
    }
    let arrivals = service.arrivals();
    assert_eq!(arrivals[..5], [0; 5]);
    assert!(arrivals[5] >= 1_000, "{arrivals:?}");
}

#[tokio::test(start_paused = true)]
async fn tags_have_their_own_rates() {
    let service = Service::start();
    let client = service.client(&Quota::published());
    let arn = "arn:aws:ivs:us-west-2:123456789012:channel/a";
    for _ in 0..10 {
        client
            .tag_resource()
            .resource_arn(arn)
            .tags("k", "v")
            .send()
            .await
            .expect("an output");
        client
            .untag_resource()
            .resource_arn(arn)
            .tag_keys("k")
            .send()
            .await
            .expect("an output");
        client
            .list_tags_for_resource()
            .resource_arn(arn)
            .send()
            .await
            .expect("an output");
    }
    assert_eq!(service.arrivals(), [0; 30]);
    client
        .tag_resource()
        .resource_arn(arn)
        .tags("k", "v")
        .send()
        .await
        .expect("an output");
    assert!(service.arrivals()[30] >= 1_000);
}

#[tokio::test(start_paused = true)]
async fn a_long_delay_is_an_error_instead() {
    let service = Service::start();
    let client = service.client(&Quota::published().max_delay(Duration::ZERO));
    let call = client
        .insert_ad_break()
        .channel_arn("a")
        .duration_seconds(30);
    call.clone().send().await.expect("an output");
    let error = call.clone().send().await.expect_err("one too many");
    let report = DisplayErrorContext(&error).to_string();
    assert!(
        report.contains("would exceed a quota of the service; try again in 1000 ms"),
        "{report}"
    );
    assert_eq!(service.arrivals().len(), 1);
    tokio::time::sleep(Duration::from_secs(1)).await;
    call.send().await.expect("an output");
}

#[tokio::test(start_paused = true)]
async fn throttled_calls_slow_down_and_successes_speed_up() {
    let service = Service::start();
    let client = service.client(&Quota::published());
    *service.throttled.lock().expect("a lock") = 3;
    for _ in 0..3 {
        client.list_streams().send().await.expect_err("throttled");
    }
    for _ in 0..60 {
        client.list_streams().send().await.expect("an output");
    }
    let arrivals = service.arrivals();
    // The limit of 5 calls is spread over 8 seconds at first, and over one at the end.
    assert!(arrivals[5] - arrivals[0] >= 5_000, "{arrivals:?}");
    assert!(arrivals[62] - arrivals[57] <= 1_100, "{arrivals:?}");
}

/// The overlay has the same rates, for the documentation of the client.
#[test]
fn the_rates_are_those_of_the_documentation() {
    let overlay = include_str!("../../../model/overlay/quotas.json");
    let overlay: serde_json::Value = serde_json::from_str(overlay).expect("JSON");
    let documented = overlay["metadata"]["callRates"].as_object().expect("rates");
    assert_eq!(documented.len(), RATES.len());
    for rate in RATES {
        let mut expected = serde_json::json!({ "account": rate.per_second });
        if let Some(per_channel) = rate.per_channel {
            expected["channel"] = per_channel.into();
        }
        let id = format!("com.amazonaws.ivs#{}", rate.operation);
        assert_eq!(documented[&id], expected, "{id}");
    }
}

#[test]
fn every_operation_has_a_rate_or_is_listed_without_one() {
    let mut listed: Vec<_> = RATES.iter().map(|rate| rate.operation).collect();
    listed.extend(UNPUBLISHED);
    listed.sort_unstable();
    let model = include_str!("../../../model/ivs.json");
    let model: serde_json::Value = serde_json::from_str(model).expect("JSON");
    let shapes = model["shapes"].as_object().expect("shapes");
    let mut operations: Vec<_> = shapes
        .iter()
        .filter(|(_, shape)| shape["type"] == "operation")
        .filter_map(|(id, _)| id.split_once('#'))
        .map(|(_, name)| name)
        .collect();
    operations.sort_unstable();
    assert_eq!(listed, operations);
}
