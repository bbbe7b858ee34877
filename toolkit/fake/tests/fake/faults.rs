//! Ordered faults, as a client meets them.

use std::time::Duration;

use ivs_fake::{Fake, Fault};
use ivs_sdk::Client;
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::config::timeout::TimeoutConfig;
use ivs_sdk::error::{ProvideErrorMetadata as _, SdkError};

use crate::{client, socket_client};

/// Returns a client in the process and one over the socket, without retries.
async fn clients(fake: &Fake) -> (ivs_fake::Server, [Client; 2]) {
    let server = fake.serve().await.expect("a free port");
    let timeouts = TimeoutConfig::builder()
        .read_timeout(Duration::from_millis(200))
        .build();
    let config = |client: Client| {
        let config = client.config().to_builder();
        let config = config.retry_config(RetryConfig::disabled());
        Client::from_conf(config.timeout_config(timeouts.clone()).build())
    };
    let clients = [client(fake), socket_client(fake, &server)].map(config);
    (server, clients)
}

fn order(fake: &Fake, fault: Fault) {
    fake.control()
        .fail_next("ListChannels", fault, 1)
        .expect("ordered");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_fails_one_request() {
    let fake = Fake::start();
    let (_server, clients) = clients(&fake).await;
    for client in &clients {
        order(&fake, Fault::Code("ThrottlingException".to_owned()));
        let error = client.list_channels().send().await.expect_err("an error");
        assert_eq!(error.code(), Some("ThrottlingException"));
        assert_eq!(
            error.raw_response().map(|raw| raw.status().as_u16()),
            Some(429)
        );

        order(&fake, Fault::Status(502));
        let error = client.list_channels().send().await.expect_err("an error");
        assert_eq!(
            error.raw_response().map(|raw| raw.status().as_u16()),
            Some(502)
        );

        order(&fake, Fault::Reset);
        let error = client.list_channels().send().await.expect_err("an error");
        let SdkError::DispatchFailure(failure) = &error else {
            panic!("{error:?}")
        };
        assert!(failure.is_io() || failure.is_other(), "{error:?}");

        order(&fake, Fault::Delay(2000));
        let error = client.list_channels().send().await.expect_err("an error");
        let SdkError::DispatchFailure(failure) = &error else {
            panic!("{error:?}")
        };
        assert!(failure.is_timeout(), "{error:?}");

        order(&fake, Fault::Delay(50));
        let start = std::time::Instant::now();
        client.list_channels().send().await.expect("channels");
        assert!(start.elapsed() >= Duration::from_millis(50));
    }
}

#[tokio::test]
async fn clients_retry_faults() {
    let fake = Fake::start();
    let retries = RetryConfig::standard().with_initial_backoff(Duration::from_millis(1));
    let client = Client::from_conf(fake.config().retry_config(retries).build());
    for fault in [
        Fault::Status(503),
        Fault::Code("ThrottlingException".to_owned()),
        Fault::Reset,
    ] {
        fake.control()
            .fail_next("ListChannels", fault.clone(), 2)
            .expect("ordered");
        let result = client.list_channels().send().await;
        assert!(result.is_ok(), "{fault:?}: {result:?}");
    }
}
