//! The method `was_sent` of errors, with servers that stall or close the connection.

use std::time::Duration;

use harness::Server;
use ivs_sdk::Client;
use ivs_sdk::config::Builder;
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::config::timeout::TimeoutConfig;
use ivs_sdk::error::{ErrorExt as _, ErrorKind};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

const TIMEOUT: Duration = Duration::from_millis(300);

/// The part of the request that the server reads.
#[derive(Clone, Copy, Debug)]
enum Reads {
    OneByte,
    Everything,
}

/// The server's action after it has read.
#[derive(Clone, Copy, Debug)]
enum Then {
    Stalls,
    StallsInTheResponse,
    Closes,
}

/// Starts a server for one connection, and returns its URL.
async fn serve(reads: Reads, then: Then) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.expect("a connection");
        match reads {
            Reads::OneByte => _ = socket.read_u8().await.expect("a byte"),
            Reads::Everything => read_request(&mut socket).await,
        }
        match then {
            Then::Closes => return,
            Then::Stalls => {}
            Then::StallsInTheResponse => {
                let start = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{";
                socket.write_all(start).await.expect("a client");
            }
        }
        // The connection stays open until the test ends.
        std::future::pending::<()>().await;
    });
    format!("http://{address}")
}

/// Reads a request with the body `{"arn":"a"}`.
async fn read_request(socket: &mut TcpStream) {
    let mut request = Vec::new();
    while !request.ends_with(br#"{"arn":"a"}"#) {
        request.push(socket.read_u8().await.expect("more of the request"));
    }
}

async fn config(endpoint: &str, timeouts: TimeoutConfig) -> Builder {
    let config = Server::start([]).await.config().endpoint_url(endpoint);
    let config = config.retry_config(RetryConfig::disabled());
    config.timeout_config(timeouts)
}

fn timeouts() -> [TimeoutConfig; 3] {
    let builder = TimeoutConfig::builder;
    [
        builder().read_timeout(TIMEOUT).build(),
        builder().operation_attempt_timeout(TIMEOUT).build(),
        builder().operation_timeout(TIMEOUT).build(),
    ]
}

#[tokio::test]
async fn a_request_of_which_a_byte_was_read_was_sent() {
    for reads in [Reads::OneByte, Reads::Everything] {
        for timeouts in timeouts() {
            let endpoint = serve(reads, Then::Stalls).await;
            let client = Client::from_conf(config(&endpoint, timeouts.clone()).await.build());
            let error = client.get_channel().arn("a").send().await;
            let error = error.expect_err("no response");
            assert_eq!(error.kind(), ErrorKind::Timeout, "{reads:?} {timeouts:?}");
            assert!(error.was_sent(), "{reads:?} {timeouts:?}");
            assert!(
                ivs_sdk::Error::from(error).was_sent(),
                "{reads:?} {timeouts:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_request_whose_response_stalls_was_sent() {
    let endpoint = serve(Reads::Everything, Then::StallsInTheResponse).await;
    let timeouts = TimeoutConfig::builder().operation_timeout(TIMEOUT).build();
    let client = Client::from_conf(config(&endpoint, timeouts).await.build());
    let error = client.get_channel().arn("a").send().await;
    assert!(error.expect_err("half a response").was_sent());
}

#[tokio::test]
async fn a_request_whose_connection_breaks_was_sent() {
    for reads in [Reads::OneByte, Reads::Everything] {
        let endpoint = serve(reads, Then::Closes).await;
        let client = Client::from_conf(config(&endpoint, TimeoutConfig::disabled()).await.build());
        let error = client.get_channel().arn("a").send().await;
        let error = error.expect_err("no response");
        assert_eq!(error.kind(), ErrorKind::Connection, "{reads:?}");
        assert!(error.was_sent(), "{reads:?}");
        assert!(
            !error.report().contains("was not sent"),
            "{}",
            error.report()
        );
    }
}

#[tokio::test]
async fn a_request_without_a_connection_was_not_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    for timeouts in timeouts() {
        let config = config(&format!("http://{address}"), timeouts).await;
        let client = Client::from_conf(config.build());
        let error = client.get_channel().arn("a").send().await;
        let error = error.expect_err("no server");
        assert_eq!(error.kind(), ErrorKind::Connection);
        assert!(!error.was_sent());
    }
}

#[tokio::test]
async fn a_request_that_cannot_be_built_was_not_sent() {
    let server = Server::start([]).await;
    let error = server.client().list_tags_for_resource().send().await;
    let error = error.expect_err("no ARN for the path");
    assert_eq!(error.kind(), ErrorKind::Construction);
    assert!(!error.was_sent());
    assert!(!ivs_sdk::Error::from(error).was_sent());
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_request_without_credentials_was_not_sent() {
    let config = ivs_sdk::Config::builder()
        .region(ivs_sdk::config::Region::from_static("us-east-1"))
        .behavior_version_latest();
    let client = Client::from_conf(config.build());
    let error = client.get_channel().arn("a").send().await;
    assert!(!error.expect_err("no credentials").was_sent());
}
