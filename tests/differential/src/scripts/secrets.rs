//! Who shows secrets to those who listen to `tracing`, over sockets: there bodies are streams.
//!
//! Our own lines show none. What the runtime itself prints, both clients print alike; it is pinned
//! here, and told in the documentation. When a script fails here, that text must change, too.

use std::collections::BTreeSet;

use aws_credential_types::Credentials;

use super::faults::config;
use super::sdk;
use crate::listener::{Line, listen};
use crate::outcome::Outcome;
use crate::sockets::{Server, Turn};
use crate::transcript::Transcript;

/// Stands in what is sent, in what comes back, and in credentials.
const SECRET: &str = "hush-hush";

/// What is printed of a member that the model marks as sensitive, sent or received: nothing.
const SENSITIVE: [&str; 0] = [];

/// What is printed of other members that are sent: nothing.
const SENT: [&str; 0] = [];

/// What is printed of other members of an answer: the body as it came, and the output.
const RECEIVED: [&str; 2] = [
    "aws_smithy_runtime::client::orchestrator TRACE output_or_error ",
    "aws_smithy_runtime::client::orchestrator::http TRACE response read HTTP response body",
];

/// What is printed of an error's text.
const ERROR: [&str; 2] = RECEIVED;

/// What is printed of credentials: of the secret nothing, of the session's token nothing.
const CREDENTIALS: [&str; 0] = [];

/// Where the secret shows: target, level, field and message.
fn places(lines: &[Line]) -> BTreeSet<String> {
    // A text in a body may show as bytes.
    let bytes = format!("{:?}", SECRET.as_bytes());
    let bytes = bytes.trim_matches(['[', ']']);
    let shows = |text: &str| text.contains(SECRET) || text.contains(bytes);
    let place = |line: &Line, field: &str| {
        let messages = line
            .fields
            .iter()
            .filter(|(name, _)| *name == "message" && field != *name);
        let message: String = messages.map(|(_, text)| &**text).collect();
        format!("{} {} {field} {message}", line.target, line.level)
    };
    let shown = lines.iter().flat_map(|line| {
        let fields = line.fields.iter().filter(|(_, value)| shows(value));
        fields.map(move |(field, _)| place(line, field))
    });
    shown.collect()
}

fn verdict(t: &mut Transcript, what: &str, lines: &[Line], documented: &[&str]) {
    t.check(format_args!("{what}: heard"), lines.len() > 20);
    let own: Vec<_> = lines.iter().filter(|line| line.is_own()).cloned().collect();
    t.check(
        format_args!("{what}: the client's own lines are heard"),
        !own.is_empty(),
    );
    t.check(
        format_args!("{what}: the client's own lines show it"),
        places(&own).is_empty(),
    );
    let places = places(lines);
    t.note(format_args!("{what}: {places:#?}"));
    let same = places
        .iter()
        .map(String::as_str)
        .eq(documented.iter().copied());
    t.check(
        format_args!("{what}: what is documented is not what shows: {places:#?}"),
        same,
    );
}

/// Makes a call, writes what it comes to, and says where it may show.
macro_rules! call {
    ($t:ident, $turn:expr, $documented:expr, |$client:ident| $call:expr) => {{
        let server = Server::start([$turn]).await;
        $t.hide(server.port().to_string(), "PORT");
        let $client = sdk::Client::from_conf(config(&server).build());
        let (outcome, lines) = listen(async { Outcome::of($call.send().await) }).await;
        $t.outcome(&outcome);
        verdict($t, stringify!($call), &lines, &$documented);
    }};
}

/// Members that the model marks.
pub async fn sent(t: &mut Transcript) {
    for (status, body) in [
        (204, ""),
        (400, "{\"__type\":\"ValidationException\"}"),
        (500, "{}"),
    ] {
        call!(t, Turn::answers(status, body), SENSITIVE, |client| {
            client.put_metadata().channel_arn("arn").metadata(SECRET)
        });
    }
}

pub async fn received(t: &mut Transcript) {
    let key = format!(r#"{{"arn":"a","value":"{SECRET}"}}"#);
    let one = Turn::answers(200, &format!(r#"{{"streamKey":{key}}}"#));
    let many = Turn::answers(200, &format!(r#"{{"streamKeys":[{key}]}}"#));
    let channel = format!(r#"{{"srt":{{"passphrase":"{SECRET}"}}}}"#);
    let new = Turn::answers(
        200,
        &format!(r#"{{"channel":{channel},"streamKey":{key}}}"#),
    );
    let channels = Turn::answers(200, &format!(r#"{{"channels":[{channel}]}}"#));
    let session = format!(r#"{{"streamSession":{{"channel":{channel}}}}}"#);
    call!(t, one, SENSITIVE, |client| client.get_stream_key());
    call!(t, one, SENSITIVE, |client| client.create_stream_key());
    call!(t, many, SENSITIVE, |client| client.batch_get_stream_key());
    call!(t, new, SENSITIVE, |client| client.create_channel());
    call!(t, new, SENSITIVE, |client| client.get_channel());
    call!(t, new, SENSITIVE, |client| client.update_channel());
    call!(t, channels, SENSITIVE, |client| client.batch_get_channel());
    call!(t, Turn::answers(200, &session), SENSITIVE, |client| client
        .get_stream_session());
}

/// A request that cannot be sent shows in the error's text, but not here.
pub async fn unsent(t: &mut Transcript) {
    let server = Server::start([Turn::answers(204, "")]).await;
    let client = sdk::Client::from_conf(config(&server).endpoint_url("no-scheme.example").build());
    let call = client.put_metadata().channel_arn("arn").metadata(SECRET);
    let (outcome, lines) = listen(async { Outcome::of(call.send().await) }).await;
    t.outcome(&outcome);
    t.check("not sent", outcome.kind == "DispatchFailure");
    let place = places(&lines);
    t.check("nothing shows", place.is_empty());
    t.note(format_args!("{place:?}"));
}

/// Members that it does not mark.
pub async fn ordinary(t: &mut Transcript) {
    let stream = Turn::answers(200, &format!(r#"{{"stream":{{"channelArn":"{SECRET}"}}}}"#));
    let error = Turn::answers(400, &format!(r#"{{"__type":"Odd","message":"{SECRET}"}}"#));
    call!(t, stream, RECEIVED, |client| client.get_stream());
    call!(t, error, ERROR, |client| client.get_stream());
    call!(t, Turn::answers(200, "{}"), SENT, |client| client
        .get_stream()
        .channel_arn(SECRET));
}

/// What calls are signed with.
pub async fn credentials(t: &mut Transcript) {
    for (secret, token) in [(SECRET, "token"), ("secret", SECRET)] {
        for status in [200, 403] {
            let server = Server::start([Turn::answers(status, "{}")]).await;
            t.hide(server.port().to_string(), "PORT");
            let credentials = Credentials::new("KEY", secret, Some(token.to_owned()), None, "mine");
            let config = config(&server).credentials_provider(credentials).build();
            let client = sdk::Client::from_conf(config);
            let call = async { Outcome::of(client.get_stream().send().await) };
            let (outcome, lines) = listen(call).await;
            t.outcome(&outcome);
            verdict(t, &format!("{status}"), &lines, &CREDENTIALS);
        }
    }
}

/// What prints with `Debug`.
pub async fn debug(t: &mut Transcript) {
    let server = Server::start([Turn::answers(200, "{}")]).await;
    let credentials = Credentials::new("KEY", SECRET, Some(SECRET.to_owned()), None, "mine");
    let config = config(&server).credentials_provider(credentials);
    let client = sdk::Client::from_conf(config.clone().build());
    let call = client.put_metadata().channel_arn("arn").metadata(SECRET);
    for (what, text) in [
        ("builder", format!("{config:?}")),
        ("config", format!("{:?}", client.config())),
        ("client", format!("{client:?}")),
        ("call", format!("{call:?}")),
        ("input", format!("{:?}", call.as_input())),
    ] {
        t.show(what, &text.contains(SECRET));
        t.check(what, !text.contains(SECRET) && !text.is_empty());
    }
}
