//! The setting that keeps unsafe requests from being sent twice, with the retry behavior of before
//! 2026 and with the new one (`AWS_NEW_RETRIES_2026`).

use aws_smithy_types::retry::RetrySpec;
use harness::{Response, Server};
use ivs_sdk::Client;
use ivs_sdk::config::retry::RetryConfig;

/// Returns the retry configurations that the environment variable switches between.
fn retry_configs() -> [RetryConfig; 2] {
    let standard = || RetryConfig::standard().with_max_backoff(std::time::Duration::from_millis(5));
    [standard(), standard().with_retry_spec(RetrySpec::v2_1())]
}

async fn client(retries: RetryConfig, only_safe: Option<bool>) -> (Server, Client) {
    let server = Server::start(vec![Response::new(500, ""); 3]).await;
    let mut config = server.config().retry_config(retries);
    config.set_only_safe_retries(only_safe);
    let client = Client::from_conf(config.build());
    (server, client)
}

#[tokio::test]
async fn unsafe_requests_are_sent_once_if_the_setting_is_on() {
    for retries in retry_configs() {
        for (only_safe, expected) in [(Some(true), 1), (Some(false), 3), (None, 3)] {
            let (server, client) = client(retries.clone(), only_safe).await;
            assert_eq!(client.config().only_safe_retries(), only_safe);
            client.put_metadata().send().await.expect_err("status 500");
            assert_eq!(
                server.requests().len(),
                expected,
                "{only_safe:?} {retries:?}"
            );
        }
    }
}

#[tokio::test]
async fn safe_requests_are_always_repeated() {
    for retries in retry_configs() {
        let (server, client) = client(retries, Some(true)).await;
        client.get_channel().send().await.expect_err("status 500");
        assert_eq!(server.requests().len(), 3);
        let (server, client) = self::client(RetryConfig::standard(), Some(true)).await;
        client
            .delete_channel()
            .send()
            .await
            .expect_err("status 500");
        assert_eq!(server.requests().len(), 3);
    }
}

#[tokio::test]
async fn a_call_overrides_the_setting() {
    for retries in retry_configs() {
        for (of_client, of_call, expected) in [(false, true, 1), (true, false, 3)] {
            let (server, client) = client(retries.clone(), Some(of_client)).await;
            let overrides = ivs_sdk::Config::builder().only_safe_retries(of_call);
            let call = client
                .create_channel()
                .customize()
                .config_override(overrides);
            call.send().await.expect_err("status 500");
            assert_eq!(server.requests().len(), expected);
        }
    }
}

#[tokio::test]
async fn a_response_that_is_cut_off_is_not_requested_again() {
    for retries in retry_configs() {
        let cut_off = || Response::ok(r#"{"channel": {}}"#).truncated();
        let server = Server::start([cut_off(), cut_off(), cut_off()]).await;
        let config = server
            .config()
            .retry_config(retries)
            .only_safe_retries(true);
        let client = Client::from_conf(config.build());
        client.create_channel().send().await.expect_err("cut off");
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_refused_connection_is_tried_again() {
    use ivs_sdk::error::DisplayErrorContext;

    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    for retries in retry_configs() {
        let server = Server::start([]).await;
        let attempts = Attempts::default();
        let config = server
            .config()
            .endpoint_url(format!("http://{address}"))
            .retry_config(retries)
            .interceptor(attempts.clone())
            .only_safe_retries(true);
        let client = Client::from_conf(config.build());
        let error = client.create_channel().send().await.expect_err("refused");
        assert_eq!(attempts.count(), 3, "{}", DisplayErrorContext(&error));
    }
}

/// An interceptor that counts attempts.
#[derive(Clone, Debug, Default)]
struct Attempts(std::sync::Arc<std::sync::atomic::AtomicUsize>);

impl Attempts {
    fn count(&self) -> usize {
        self.0.load(std::sync::atomic::Ordering::Relaxed)
    }
}

#[aws_smithy_runtime_api::client::interceptors::dyn_dispatch_hint]
impl ivs_sdk::config::Intercept for Attempts {
    fn name(&self) -> &'static str {
        "Attempts"
    }

    fn read_before_attempt(
        &self,
        _: &aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextRef<
            '_,
        >,
        _: &ivs_sdk::config::RuntimeComponents,
        _: &mut ivs_sdk::config::ConfigBag,
    ) -> Result<(), ivs_sdk::error::BoxError> {
        self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Ok(())
    }
}

#[tokio::test]
async fn a_throttled_request_is_sent_again() {
    for retries in retry_configs() {
        for (status, code, expected) in [
            (400, "ThrottlingException", 2),
            (429, "TooManyRequestsException", 2),
            (429, "", 1),
            (503, "ServiceUnavailable", 1),
        ] {
            let created = Response::ok(r#"{"channel": {}}"#);
            let server = Server::start([Response::error(status, code), created]).await;
            let config = server
                .config()
                .retry_config(retries.clone())
                .only_safe_retries(true);
            let client = Client::from_conf(config.build());
            let result = client.create_channel().send().await;
            assert_eq!(result.is_ok(), expected == 2, "{status} {code}");
            assert_eq!(server.requests().len(), expected, "{status} {code}");
        }
    }
}
