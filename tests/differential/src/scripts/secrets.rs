//! Secrets in `tracing` output, with calls over sockets because their bodies are streams.
//!
//! Lines of the client crates show no secrets. The AWS runtime logs the same lines for both
//! clients. The constants below list the lines that show secrets, which the documentation
//! describes: if a script fails, update the documentation too.

use std::collections::BTreeSet;

use aws_credential_types::Credentials;

use super::faults::config;
use super::sdk;
use crate::outcome::Outcome;
use crate::server::{Exchange, Server};
use crate::trace_capture::{Line, capture};
use crate::transcript::Transcript;

/// The secret in requests, responses and credentials.
const SECRET: &str = "hush-hush";

/// The lines that show a sensitive member in a request or response: none.
const SENSITIVE: [&str; 0] = [];

/// The lines that show any other member of a request: none.
const SENT: [&str; 0] = [];

/// The lines that show any other member of a response: the output and the body.
const RECEIVED: [&str; 2] = [
    "aws_smithy_runtime::client::orchestrator TRACE output_or_error ",
    "aws_smithy_runtime::client::orchestrator::http TRACE response read HTTP response body",
];

/// The lines that show the message of an error response.
const ERROR: [&str; 2] = RECEIVED;

/// The lines that show the secret key or session token: none.
const CREDENTIALS: [&str; 0] = [];

/// Returns target, level, field and message of the lines that show the secret.
fn places(lines: &[Line]) -> BTreeSet<String> {
    // A body may be logged as bytes.
    let list = format!("{:?}", SECRET.as_bytes());
    let bytes = list.trim_matches(['[', ']']);
    let shows = |value: &str| value.contains(SECRET) || value.contains(bytes);
    let place = |line: &Line, field: &str| {
        let messages = line
            .fields
            .iter()
            .filter(|(name, _)| *name == "message" && field != *name);
        let message: String = messages.map(|(_, value)| &**value).collect();
        format!("{} {} {field} {message}", line.target, line.level)
    };
    let shown = lines.iter().flat_map(|line| {
        let fields = line.fields.iter().filter(|(_, value)| shows(value));
        fields.map(move |(field, _)| place(line, field))
    });
    shown.collect()
}

/// Checks that exactly the `documented` lines show the secret, and none of a client crate.
fn check_lines(t: &mut Transcript, title: &str, lines: &[Line], documented: &[&str]) {
    t.check(format_args!("{title}: captured"), lines.len() > 20);
    let client_lines: Vec<_> = lines
        .iter()
        .filter(|line| line.is_from_client())
        .cloned()
        .collect();
    t.check(
        format_args!("{title}: lines of the client are captured"),
        !client_lines.is_empty(),
    );
    t.check(
        format_args!("{title}: lines of the client do not show the secret"),
        places(&client_lines).is_empty(),
    );
    let places = places(lines);
    t.note(format_args!("{title}: {places:#?}"));
    let same = places
        .iter()
        .map(String::as_str)
        .eq(documented.iter().copied());
    t.check(
        format_args!("{title}: only documented lines show the secret: {places:#?}"),
        same,
    );
}

/// Makes a call, writes its outcome, and checks the lines that show the secret.
macro_rules! call {
    ($t:ident, $exchange:expr, $documented:expr, |$client:ident| $call:expr) => {{
        let server = Server::start([$exchange]).await;
        $t.hide(server.port().to_string(), "PORT");
        let $client = sdk::Client::from_conf(config(&server).build());
        let (outcome, lines) = capture(async { Outcome::new($call.send().await) }).await;
        $t.outcome(&outcome);
        check_lines($t, stringify!($call), &lines, &$documented);
    }};
}

/// Sends sensitive members in requests.
pub async fn sent(t: &mut Transcript) {
    for (status, body) in [
        (204, ""),
        (400, "{\"__type\":\"ValidationException\"}"),
        (500, "{}"),
    ] {
        call!(t, Exchange::respond(status, body), SENSITIVE, |client| {
            client.put_metadata().channel_arn("arn").metadata(SECRET)
        });
    }
}

/// Receives sensitive members in responses.
pub async fn received(t: &mut Transcript) {
    let key = format!(r#"{{"arn":"a","value":"{SECRET}"}}"#);
    let single = Exchange::respond(200, &format!(r#"{{"streamKey":{key}}}"#));
    let many = Exchange::respond(200, &format!(r#"{{"streamKeys":[{key}]}}"#));
    let channel = format!(r#"{{"srt":{{"passphrase":"{SECRET}"}}}}"#);
    let created = Exchange::respond(
        200,
        &format!(r#"{{"channel":{channel},"streamKey":{key}}}"#),
    );
    let channels = Exchange::respond(200, &format!(r#"{{"channels":[{channel}]}}"#));
    let session = format!(r#"{{"streamSession":{{"channel":{channel}}}}}"#);
    call!(t, single, SENSITIVE, |client| client.get_stream_key());
    call!(t, single, SENSITIVE, |client| client.create_stream_key());
    call!(t, many, SENSITIVE, |client| client.batch_get_stream_key());
    call!(t, created, SENSITIVE, |client| client.create_channel());
    call!(t, created, SENSITIVE, |client| client.get_channel());
    call!(t, created, SENSITIVE, |client| client.update_channel());
    call!(t, channels, SENSITIVE, |client| client.batch_get_channel());
    call!(t, Exchange::respond(200, &session), SENSITIVE, |client| {
        client.get_stream_session()
    });
}

/// Makes a call that cannot be sent; the official client's error shows the request.
pub async fn unsent(t: &mut Transcript) {
    let server = Server::start([Exchange::respond(204, "")]).await;
    let client = sdk::Client::from_conf(config(&server).endpoint_url("no-scheme.example").build());
    let call = client.put_metadata().channel_arn("arn").metadata(SECRET);
    let (outcome, lines) = capture(async { Outcome::new(call.send().await) }).await;
    t.outcome(&outcome);
    t.check("not sent", outcome.kind == "DispatchFailure");
    let places = places(&lines);
    t.check("no line shows the secret", places.is_empty());
    t.note(format_args!("{places:?}"));
}

/// Sends and receives members that are not marked as sensitive.
pub async fn unmarked(t: &mut Transcript) {
    let stream = Exchange::respond(200, &format!(r#"{{"stream":{{"channelArn":"{SECRET}"}}}}"#));
    let error = Exchange::respond(400, &format!(r#"{{"__type":"Odd","message":"{SECRET}"}}"#));
    call!(t, stream, RECEIVED, |client| client.get_stream());
    call!(t, error, ERROR, |client| client.get_stream());
    call!(t, Exchange::respond(200, "{}"), SENT, |client| client
        .get_stream()
        .channel_arn(SECRET));
}

/// Signs calls with credentials that hold the secret.
pub async fn credentials(t: &mut Transcript) {
    for (secret, token) in [(SECRET, "token"), ("secret", SECRET)] {
        for status in [200, 403] {
            let server = Server::start([Exchange::respond(status, "{}")]).await;
            t.hide(server.port().to_string(), "PORT");
            let credentials = Credentials::new("KEY", secret, Some(token.to_owned()), None, "mine");
            let config = config(&server).credentials_provider(credentials).build();
            let client = sdk::Client::from_conf(config);
            let call = async { Outcome::new(client.get_stream().send().await) };
            let (outcome, lines) = capture(call).await;
            t.outcome(&outcome);
            check_lines(t, &format!("{status}"), &lines, &CREDENTIALS);
        }
    }
}

/// Checks the `Debug` output of types that hold secrets.
pub async fn debug(t: &mut Transcript) {
    let server = Server::start([Exchange::respond(200, "{}")]).await;
    let credentials = Credentials::new("KEY", SECRET, Some(SECRET.to_owned()), None, "mine");
    let config = config(&server).credentials_provider(credentials);
    let client = sdk::Client::from_conf(config.clone().build());
    let call = client.put_metadata().channel_arn("arn").metadata(SECRET);
    for (title, debug) in [
        ("builder", format!("{config:?}")),
        ("config", format!("{:?}", client.config())),
        ("client", format!("{client:?}")),
        ("call", format!("{call:?}")),
        ("input", format!("{:?}", call.as_input())),
    ] {
        t.show(title, &debug.contains(SECRET));
        t.check(
            format_args!("{title}: no secret"),
            !debug.contains(SECRET) && !debug.is_empty(),
        );
    }
}
