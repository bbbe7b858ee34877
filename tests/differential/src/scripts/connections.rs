//! When a connection is used again, and by whom.

use std::time::Duration;

use aws_smithy_types::retry::ReconnectMode;
use aws_smithy_types::timeout::TimeoutConfig;
use tokio::net::TcpSocket;
use tokio::task::JoinSet;

use super::faults::config;
use super::{get_channel, sdk};
use crate::sockets::{End, OK, Server, Turn};
use crate::transcript::Transcript;

const BAD: Turn = Turn::writes(
    "HTTP/1.1 503 Odd\r\ncontent-length: 2\r\n\r\n{}",
    End::KeepAlive,
);
const LAST: Turn = Turn::writes(
    "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}",
    End::Close,
);
const GONE: Turn = Turn::writes("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}", End::Close);

/// Calls one after the other; returns the connections that it took.
async fn calls(t: &mut Transcript, server: &Server, what: &str, clients: &[&sdk::Client]) -> usize {
    for client in clients {
        let outcome = get_channel(client).await;
        t.show("got", &outcome.kind);
        // A closed connection is noticed when the system says so.
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    let (connections, requests) = server.seen();
    t.note(format_args!("{what}: {connections} connections"));
    for request in requests {
        t.note(format_args!("  {request}"));
    }
    connections
}

pub async fn reuse(t: &mut Transcript) {
    for (what, turns, expected) in [
        ("good answers", vec![OK], 1),
        ("transient failures", vec![BAD, OK], 2),
        ("the last answer", vec![LAST], 4),
        ("closed while idle", vec![GONE], 4),
    ] {
        let server = Server::start(turns).await;
        let client = sdk::Client::from_conf(config(&server).build());
        let connections = calls(t, &server, what, &[&client; 4]).await;
        t.check(
            format_args!("{what}: {connections}"),
            connections == expected,
        );
    }
    let server = Server::start([BAD, BAD, OK]).await;
    let retries = config(&server)
        .build()
        .retry_config()
        .cloned()
        .expect("a configuration");
    let retries = retries.with_reconnect_mode(ReconnectMode::ReuseAllConnections);
    let client = sdk::Client::from_conf(config(&server).retry_config(retries).build());
    let connections = calls(t, &server, "failures, no reconnect", &[&client; 4]).await;
    t.check(format_args!("{connections}"), connections == 1);
}

pub async fn sharing(t: &mut Transcript) {
    let server = Server::start([OK]).await;
    let one = sdk::Client::from_conf(config(&server).build());
    let clone = one.clone();
    let connections = calls(t, &server, "a clone", &[&one, &clone, &one]).await;
    t.check("one for both", connections == 1);

    let server = Server::start([OK]).await;
    let (one, other) = (config(&server).build(), config(&server).build());
    let (one, other) = (sdk::Client::from_conf(one), sdk::Client::from_conf(other));
    calls(t, &server, "two clients", &[&one, &other, &one, &other]).await;

    let server = Server::start([OK]).await;
    let http_client = aws_smithy_http_client::Builder::new().build_http();
    let config = config(&server).http_client(http_client).build();
    let (one, other) = (
        sdk::Client::from_conf(config.clone()),
        sdk::Client::from_conf(config),
    );
    let connections = calls(t, &server, "one HTTP client", &[&one, &other, &one]).await;
    t.check("one for both clients", connections == 1);

    // Other timeouts, another connector.
    let own = || {
        let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_secs(9));
        sdk::config::Builder::new().timeout_config(timeouts.build())
    };
    for _ in 0..2 {
        let call = one.get_channel().customize().config_override(own());
        t.show("got", &crate::outcome::Outcome::of(call.send().await).kind);
    }
    calls(t, &server, "timeouts of a call", &[&one]).await;
}

/// Nobody takes the connection: the queue of a listener is full.
pub async fn never_taken(t: &mut Transcript) {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket
        .bind("127.0.0.1:0".parse().expect("an address"))
        .expect("a free port");
    let listener = socket.listen(1).expect("a listener");
    let address = listener.local_addr().expect("an address");
    let brief = Duration::from_millis(100);
    let mut queue = Vec::new();
    while let Ok(stream) =
        tokio::time::timeout(brief, tokio::net::TcpStream::connect(address)).await
    {
        queue.push(stream);
        assert!(queue.len() < 1000, "the queue of a listener has no end");
    }
    let server = Server::start([OK]).await;
    let timeouts = TimeoutConfig::builder().connect_timeout(Duration::from_millis(150));
    let config = config(&server).timeout_config(timeouts.build());
    let client = sdk::Client::from_conf(config.endpoint_url(format!("http://{address}")).build());
    let outcome = get_channel(&client).await;
    t.hide(address.port().to_string(), "PORT");
    t.check(
        "a timeout",
        outcome.texts.iter().any(|text| text == "timeout"),
    );
    t.outcome(&outcome);
}

/// Many calls at once over sockets; how many connections they take is of no account.
pub async fn many(t: &mut Transcript) {
    let server = Server::start([OK]).await;
    let client = sdk::Client::from_conf(config(&server).build());
    let mut calls = JoinSet::new();
    for _ in 0..500 {
        let client = client.clone();
        calls.spawn(async move { get_channel(&client).await.kind });
    }
    let good = calls
        .join_all()
        .await
        .iter()
        .filter(|kind| **kind == "Ok")
        .count();
    let (_, requests) = server.seen();
    t.show("good", &good);
    t.show("requests", &requests.len());
    t.check("all", good == 500);
}
