//! URLs that are none, and bodies that are no JSON or are too much of it.
//!
//! What both clients do about URLs is the runtime's: a panic at an empty one, and an error whose
//! text holds the request, body and all. Where ours does better, this script needs an excuse.

use super::{client, sdk};
use crate::behaviour::panicked;
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::stage::Stage;
use crate::transcript::Transcript;

const SECRET: &str = "the-metadata";

pub async fn endpoint(t: &mut Transcript) {
    for url in [
        "",
        " ",
        "example.com",
        "/path",
        "https://",
        "https:///a",
        "https://exa mple.com",
        "://a",
        "https://example.com:port",
        "https://example.com:99999",
        "https://[::1",
        "a:b:c",
        "\u{0}",
    ] {
        let stage = Stage::new([Reply::status(204, "")]);
        let config = client::config(&stage.settings).endpoint_url(url);
        let client = sdk::Client::from_conf(config.build());
        let call = client.put_metadata().channel_arn("arn").metadata(SECRET);
        let call = tokio::spawn(call.send());
        match call.await {
            Ok(result) => {
                let outcome = Outcome::of(result);
                stage.report(t, &format!("{url:?}"), &outcome);
                // A port that is none passes: it fails where it is dialled.
                let passes = url.contains("://a") || url.contains("com:");
                t.check(
                    format_args!("{url:?} is no URL"),
                    passes || outcome.kind != "Ok",
                );
            }
            Err(error) => {
                let payload = error.into_panic();
                t.note(format_args!("{url:?}: panics: {}", panicked(&*payload)));
            }
        }
    }
}

/// A body that no text can be, in answers and in refusals.
pub async fn bytes(t: &mut Transcript) {
    let bodies: [&[u8]; 14] = [
        b"\xff",
        b"{}\xff",
        b"\xef\xbb\xbf{}",
        b"\xef\xbb\xbf",
        b"{\"stream\":{\"channelArn\":\"\xff\"}}",
        b"{\"stream\":{\"state\":\"\xc3\"}}",
        b"{\"stream\":{\"other\":\"\xff\"}}",
        b"{\"stream\":{\"\xff\":1}}",
        b"{\"exceptionMessage\":\"\xff\"}",
        b"{\"message\":\"\xff\"}",
        b"{\"code\":\"\xff\"}",
        b"{\"\xed\xa0\x80\":1}",
        b"\0",
        b"{\"stream\":{\"channelArn\":\"\0\"}}",
    ];
    for body in bodies {
        same(t, &String::from_utf8_lossy(body), body).await;
    }
}

/// Values inside each other.
pub async fn depths(t: &mut Transcript) {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [100, 511, 600, 10_000] {
            let value = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            let what = |place| format!("{place}, {depth} of {open}");
            let within = format!("{{\"stream\":{{\"other\":{value}}}}}");
            same(t, &what("an unknown member"), within.as_bytes()).await;
            let known = format!("{{\"stream\":{{\"channelArn\":{value}}}}}");
            same(t, &what("a known member"), known.as_bytes()).await;
        }
        let endless = format!("{{\"other\":{}", open.repeat(10_000));
        same(t, &format!("no end of {open}"), endless.as_bytes()).await;
    }
}

/// What becomes of `body` in an answer, and in refusals with and without a name.
async fn same(t: &mut Transcript, what: &str, body: &[u8]) {
    let replies = [
        Reply::status(200, body),
        Reply::status(404, body),
        Reply::status(404, body).header("x-amzn-errortype", "ChannelNotBroadcasting"),
    ];
    for reply in replies {
        let stage = Stage::new([reply]);
        let client = sdk::Client::from_conf(client::config(&stage.settings).build());
        let outcome = Outcome::of(client.get_stream().channel_arn("arn").send().await);
        stage.report(t, what, &outcome);
    }
}
