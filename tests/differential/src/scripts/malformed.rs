//! URLs that are none.
//!
//! What both clients do about them is the runtime's: a panic at an empty one, and an error whose
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
