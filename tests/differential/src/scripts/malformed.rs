//! Invalid endpoint URLs, and bodies that are invalid or deeply nested JSON.
//!
//! For an invalid URL, the AWS runtime panics or returns an error that shows the request body. Our
//! client rejects such URLs first, so `endpoint_url` is an expected difference.

use super::{client, sdk};
use crate::behaviour::panic_message;
use crate::fixture::Fixture;
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::transcript::Transcript;

const SECRET: &str = "the-metadata";

pub async fn endpoint_url(t: &mut Transcript) {
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
        let fixture = Fixture::new([Reply::status(204, "")]);
        let config = client::config(&fixture.settings).endpoint_url(url);
        let client = sdk::Client::from_conf(config.build());
        let call = client.put_metadata().channel_arn("arn").metadata(SECRET);
        let call = tokio::spawn(call.send());
        match call.await {
            Ok(result) => {
                let outcome = Outcome::new(result);
                fixture.report(t, &format!("{url:?}"), &outcome);
                // The in-memory peer opens no connection, so it accepts some invalid URLs.
                let may_succeed = url.contains("://a") || url.contains("com:");
                t.check(
                    format_args!("{url:?} is rejected"),
                    may_succeed || outcome.kind != "Ok",
                );
            }
            Err(error) => {
                let payload = error.into_panic();
                t.note(format_args!(
                    "{url:?}: panics: {}",
                    panic_message(&*payload)
                ));
            }
        }
    }
}

/// Makes calls that receive bodies with invalid or unusual UTF-8.
pub async fn invalid_utf8(t: &mut Transcript) {
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
        read(t, &String::from_utf8_lossy(body), body).await;
    }
}

/// Makes calls that receive deeply nested values.
pub async fn nesting(t: &mut Transcript) {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [100, 511, 600, 10_000] {
            let value = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            let title = |place| format!("{place}, {depth} of {open}");
            let unknown = format!("{{\"stream\":{{\"other\":{value}}}}}");
            read(t, &title("an unknown member"), unknown.as_bytes()).await;
            let known = format!("{{\"stream\":{{\"channelArn\":{value}}}}}");
            read(t, &title("a known member"), known.as_bytes()).await;
        }
        let unclosed = format!("{{\"other\":{}", open.repeat(10_000));
        read(t, &format!("unclosed {open}"), unclosed.as_bytes()).await;
    }
}

/// Makes calls that receive objects with the keys by which JSON parsers mark their own values.
pub async fn private_markers(t: &mut Transcript) {
    for marker in ["Number", "RawValue"] {
        let value = format!(r#"{{"$serde_json::private::{marker}":"7"}}"#);
        for body in [
            format!(r#"{{"stream":{{"viewerCount":{value}}}}}"#),
            format!(r#"{{"stream":{{"startTime":{value}}}}}"#),
            format!(r#"{{"stream":{{"channelArn":{value}}}}}"#),
            format!(r#"{{"stream":{{"other":{value}}}}}"#),
            format!(r#"{{"message":{value}}}"#),
            format!(r#"{{"code":{value}}}"#),
            value,
        ] {
            read(t, &body, body.as_bytes()).await;
        }
    }
}

/// Makes calls that receive `body` in a successful response, and in error responses without and
/// with a code.
async fn read(t: &mut Transcript, title: &str, body: &[u8]) {
    let replies = [
        Reply::status(200, body),
        Reply::status(404, body),
        Reply::status(404, body).header("x-amzn-errortype", "ChannelNotBroadcasting"),
    ];
    for reply in replies {
        let fixture = Fixture::new([reply]);
        let client = sdk::Client::from_conf(client::config(&fixture.settings).build());
        let outcome = Outcome::new(client.get_stream().channel_arn("arn").send().await);
        fixture.report(t, title, &outcome);
    }
}
