//! The reuse and sharing of connections.

use std::time::Duration;

use aws_smithy_types::retry::ReconnectMode;
use aws_smithy_types::timeout::TimeoutConfig;
use tokio::net::TcpSocket;
use tokio::task::JoinSet;

use super::faults::config;
use super::{get_channel, sdk};
use crate::server::{End, Exchange, OK, Server};
use crate::transcript::Transcript;

const UNAVAILABLE: Exchange = Exchange::write(
    "HTTP/1.1 503 Odd\r\ncontent-length: 2\r\n\r\n{}",
    End::KeepAlive,
);
const CONNECTION_CLOSE: Exchange = Exchange::write(
    "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}",
    End::Close,
);
const CLOSED: Exchange =
    Exchange::write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}", End::Close);

/// Makes sequential calls with `clients` and returns the number of connections.
async fn calls(
    t: &mut Transcript,
    server: &Server,
    title: &str,
    clients: &[&sdk::Client],
) -> usize {
    for client in clients {
        let outcome = get_channel(client).await;
        t.show("got", &outcome.kind);
        // Give the client time to notice a closed connection.
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    let (connections, requests) = server.take_seen();
    t.note(format_args!("{title}: {connections} connections"));
    for request in requests {
        t.note(format_args!("  {request}"));
    }
    connections
}

pub async fn reuse(t: &mut Transcript) {
    for (title, exchanges, expected) in [
        ("successful responses", vec![OK], 1),
        ("transient failures", vec![UNAVAILABLE, OK], 2),
        ("connection: close", vec![CONNECTION_CLOSE], 4),
        ("closed while idle", vec![CLOSED], 4),
    ] {
        let server = Server::start(exchanges).await;
        let client = sdk::Client::from_conf(config(&server).build());
        let connections = calls(t, &server, title, &[&client; 4]).await;
        t.check(
            format_args!("{title}: {connections} connections, expected {expected}"),
            connections == expected,
        );
    }
    let server = Server::start([UNAVAILABLE, UNAVAILABLE, OK]).await;
    let retries = config(&server)
        .build()
        .retry_config()
        .cloned()
        .expect("a configuration");
    let retries = retries.with_reconnect_mode(ReconnectMode::ReuseAllConnections);
    let client = sdk::Client::from_conf(config(&server).retry_config(retries).build());
    let connections = calls(t, &server, "failures, no reconnect", &[&client; 4]).await;
    t.check("one connection without reconnects", connections == 1);
}

pub async fn sharing(t: &mut Transcript) {
    let server = Server::start([OK]).await;
    let client = sdk::Client::from_conf(config(&server).build());
    let clone = client.clone();
    let connections = calls(t, &server, "a clone", &[&client, &clone, &client]).await;
    t.check(
        "one connection for a client and its clone",
        connections == 1,
    );

    let server = Server::start([OK]).await;
    let first = sdk::Client::from_conf(config(&server).build());
    let second = sdk::Client::from_conf(config(&server).build());
    let clients = [&first, &second, &first, &second];
    calls(t, &server, "two clients", &clients).await;

    let server = Server::start([OK]).await;
    let http_client = aws_smithy_http_client::Builder::new().build_http();
    let config = config(&server).http_client(http_client).build();
    let first = sdk::Client::from_conf(config.clone());
    let second = sdk::Client::from_conf(config);
    let connections = calls(t, &server, "one HTTP client", &[&first, &second, &first]).await;
    t.check("one connection for both clients", connections == 1);

    // Different timeouts need a different connector.
    let call_config = || {
        let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_secs(9));
        sdk::config::Builder::new().timeout_config(timeouts.build())
    };
    for _ in 0..2 {
        let call = first
            .get_channel()
            .customize()
            .config_override(call_config());
        t.show("got", &crate::outcome::Outcome::new(call.send().await).kind);
    }
    calls(t, &server, "timeouts per call", &[&first]).await;
}

/// Makes a call whose connection is never accepted because the listener's queue is full.
pub async fn never_accepted(t: &mut Transcript) {
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
        assert!(queue.len() < 1000, "the queue never fills");
    }
    let server = Server::start([OK]).await;
    let timeouts = TimeoutConfig::builder().connect_timeout(Duration::from_millis(150));
    let config = config(&server).timeout_config(timeouts.build());
    let client = sdk::Client::from_conf(config.endpoint_url(format!("http://{address}")).build());
    let outcome = get_channel(&client).await;
    t.hide(address.port().to_string(), "PORT");
    t.check(
        "a timeout",
        outcome.messages.iter().any(|message| message == "timeout"),
    );
    t.outcome(&outcome);
}

/// Makes concurrent calls over sockets; the number of connections does not matter.
pub async fn many(t: &mut Transcript) {
    let server = Server::start([OK]).await;
    let client = sdk::Client::from_conf(config(&server).build());
    let mut calls = JoinSet::new();
    for _ in 0..500 {
        let client = client.clone();
        calls.spawn(async move { get_channel(&client).await.kind });
    }
    let succeeded = calls
        .join_all()
        .await
        .iter()
        .filter(|kind| **kind == "Ok")
        .count();
    let (_, requests) = server.take_seen();
    t.show("succeeded", &succeeded);
    t.show("requests", &requests.len());
    t.check("all calls succeed", succeeded == 500);
}
