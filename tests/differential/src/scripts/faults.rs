//! Responses over sockets that are truncated, late, unusual or invalid HTTP.

use std::time::Duration;

use aws_smithy_types::timeout::TimeoutConfig;

use super::{client, get_channel, sdk};
use crate::fixture::Fixture;
use crate::outcome::Outcome;
use crate::server::{End, Exchange, OK, Server};
use crate::transcript::Transcript;

/// Returns a config for `server` with the default HTTP client and a short backoff.
pub fn config(server: &Server) -> sdk::config::Builder {
    let fixture = Fixture::new([]);
    let brief = Duration::from_millis(1);
    let retries = fixture.settings.retries.clone().with_initial_backoff(brief);
    let mut config = client::config(&fixture.settings).retry_config(retries);
    config.set_http_client(None);
    config.endpoint_url(server.url())
}

/// Writes the requests and outcome of a call, and returns the number of attempts.
///
/// Only the first two messages of an error are written. The rest come from the operating system:
/// reset, broken pipe or end of file, depending on timing.
fn report(t: &mut Transcript, server: &Server, title: &str, mut outcome: Outcome) -> usize {
    let (connections, requests) = server.take_seen();
    t.note(format_args!("{title}: {connections} connections"));
    for request in &requests {
        t.note(format_args!("  {request}"));
    }
    outcome.messages.truncate(2);
    t.outcome(&outcome);
    requests.len().max(connections)
}

/// Makes a call in which all attempts have the fault, and one in which only the first has it;
/// returns the first outcome.
async fn fault(t: &mut Transcript, exchange: Exchange, timeouts: &TimeoutConfig) -> Outcome {
    let mut first = None;
    for exchanges in [vec![exchange], vec![exchange, OK]] {
        let server = Server::start(exchanges).await;
        t.hide(server.port().to_string(), "PORT");
        let config = config(&server).timeout_config(timeouts.clone()).build();
        let outcome = get_channel(&sdk::Client::from_conf(config)).await;
        let attempts = report(t, &server, &format!("{exchange:?}"), outcome.clone());
        t.check(
            format_args!("{exchange:?}: {attempts} attempts, expected 1 to 3"),
            (1..=3).contains(&attempts),
        );
        first.get_or_insert(outcome);
    }
    first.expect("an outcome")
}

const BREAKS: [End; 2] = [End::Close, End::Reset];

pub async fn connection_refused(t: &mut Transcript) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let server = Server::start([OK]).await;
    let url = format!("http://127.0.0.1:{port}");
    let config = config(&server).endpoint_url(url).build();
    let outcome = get_channel(&sdk::Client::from_conf(config)).await;
    t.check("connection refused", outcome.kind == "DispatchFailure");
    t.hide(port.to_string(), "PORT");
    t.outcome(&outcome);
}

pub async fn before_head(t: &mut Transcript) {
    for end in BREAKS {
        for exchange in [Exchange::end_at_once(end), Exchange::write("", end)] {
            let outcome = fault(t, exchange, &TimeoutConfig::disabled()).await;
            t.check(
                format_args!("{exchange:?}: a dispatch failure"),
                outcome.kind == "DispatchFailure",
            );
        }
    }
}

pub async fn within_head(t: &mut Transcript) {
    for writes in [
        "H",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\ncontent-len",
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n",
    ] {
        for end in BREAKS {
            let outcome = fault(t, Exchange::write(writes, end), &TimeoutConfig::disabled()).await;
            t.check(
                format_args!("{writes:?}: a dispatch failure"),
                outcome.kind == "DispatchFailure",
            );
        }
    }
}

pub async fn within_body(t: &mut Transcript) {
    for writes in [
        "HTTP/1.1 200 OK\r\ncontent-length: 14\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 14\r\n\r\n{\"chan",
        "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"channel\":{}}",
        "HTTP/1.1 500 Odd\r\ncontent-length: 99\r\n\r\n{}",
        "HTTP/1.1 400 Odd\r\ncontent-length: 99\r\nx-amzn-errortype: ConflictException\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\ne\r\n{\"channel\":{}}\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n6\r\n{\"ch",
    ] {
        for end in BREAKS {
            let outcome = fault(t, Exchange::write(writes, end), &TimeoutConfig::disabled()).await;
            t.check(format_args!("{writes:?}: an error"), outcome.kind != "Ok");
        }
    }
}

/// Makes calls that receive invalid HTTP, or valid but unusual HTTP.
pub async fn unusual_http(t: &mut Transcript) {
    for writes in [
        "nonsense\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "HTTP/1.0 200 OK\r\n\r\n{\"channel\":{}}",
        "HTTP/1.1 200 OK\r\n\r\n{\"channel\":{}}",
        "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 204 None\r\n\r\n",
        "HTTP/1.1 304 None\r\n\r\n",
        "HTTP/1.1 301 Moved\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 103 Hints\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{} and more",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nx-trailer: a\r\n\r\n",
        "HTTP/1.1 200 OK\r\nx-amzn-requestid: a\u{e9}b\r\ncontent-length: 2\r\n\r\n{}",
    ] {
        fault(
            t,
            Exchange::write(writes, End::Close),
            &TimeoutConfig::disabled(),
        )
        .await;
    }
}

/// Makes calls to a server that stalls before the head, within the head, or within the body.
pub async fn stalls(t: &mut Transcript) {
    let limit = Duration::from_millis(120);
    let timeouts = [
        ("read", TimeoutConfig::builder().read_timeout(limit).build()),
        (
            "attempt",
            TimeoutConfig::builder()
                .operation_attempt_timeout(limit)
                .build(),
        ),
        (
            "call",
            TimeoutConfig::builder().operation_timeout(limit).build(),
        ),
    ];
    for writes in [
        "",
        "HTTP/1.1 200 OK\r\ncontent",
        "HTTP/1.1 200 OK\r\ncontent-length: 14\r\n\r\n{\"chan",
    ] {
        for (name, timeouts) in &timeouts {
            let stalls_in_body = writes.ends_with("chan");
            if *name == "read" && stalls_in_body {
                // The read timeout does not cover the body; see `stalled_stream_protection`.
                continue;
            }
            t.note(name);
            let outcome = fault(t, Exchange::write(writes, End::Stall), timeouts).await;
            t.check(
                format_args!("{name} {writes:?}: an error"),
                outcome.kind != "Ok",
            );
        }
    }
}

/// Makes a call whose stalled body is aborted before any timeout.
pub async fn stalled_stream_protection(t: &mut Transcript) {
    let stalls = Exchange::write(
        "HTTP/1.1 200 OK\r\ncontent-length: 14\r\n\r\n{\"chan",
        End::Stall,
    );
    let server = Server::start([stalls]).await;
    let protection = sdk::config::StalledStreamProtectionConfig::enabled();
    let protection = protection.grace_period(Duration::from_millis(200)).build();
    let timeouts = TimeoutConfig::builder()
        .operation_timeout(Duration::from_secs(20))
        .build();
    let config = config(&server)
        .stalled_stream_protection(protection)
        .timeout_config(timeouts);
    let retries = aws_smithy_types::retry::RetryConfig::disabled();
    let client = sdk::Client::from_conf(config.retry_config(retries).build());
    let outcome = get_channel(&client).await;
    t.check("aborted", outcome.kind == "ResponseError");
    report(t, &server, "protected", outcome);
}
