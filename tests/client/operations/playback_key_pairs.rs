//! Cases of the playback key pair operations.

use ivs_sdk::types::{PlaybackKeyPair, PlaybackKeyPairSummary};
use serde_json::{Value, json};

use super::case::{Case, run, tags};

#[tokio::test]
async fn requests_and_outputs_are_as_expected() {
    run(cases()).await;
}

pub(super) fn cases() -> Vec<Case> {
    vec![import(), get(), delete(), list()]
}

fn import() -> Case {
    Case::new("ImportPlaybackKeyPair")
        .body(r#"{"name":"key","publicKeyMaterial":"-----BEGIN\n\"/é","tags":{"team":"live"}}"#)
        .response(json!({ "keyPair": full_json() }))
        .call(
            |client| {
                client
                    .import_playback_key_pair()
                    .public_key_material("-----BEGIN\n\"/é")
                    .name("key")
                    .tags("team", "live")
                    .send()
            },
            |output| assert_eq!(output.key_pair, Some(full())),
        )
}

fn get() -> Case {
    Case::new("GetPlaybackKeyPair")
        .body(r#"{"arn":"arn:key"}"#)
        .response(json!({ "keyPair": full_json() }))
        .call(
            |client| client.get_playback_key_pair().arn("arn:key").send(),
            |output| assert_eq!(output.key_pair, Some(full())),
        )
}

fn delete() -> Case {
    Case::new("DeletePlaybackKeyPair")
        .body(r#"{"arn":"arn:key"}"#)
        .call(
            |client| client.delete_playback_key_pair().arn("arn:key").send(),
            |_| {},
        )
}

fn list() -> Case {
    Case::new("ListPlaybackKeyPairs")
        .body(r#"{"maxResults":2,"nextToken":"page-2"}"#)
        .response(json!({
            "keyPairs": [{ "arn": "arn:key", "name": "key", "tags": { "team": "live" } }],
            "nextToken": "page-3",
        }))
        .call(
            |client| {
                client
                    .list_playback_key_pairs()
                    .next_token("page-2")
                    .max_results(2)
                    .send()
            },
            |output| {
                let summary = PlaybackKeyPairSummary::builder()
                    .arn("arn:key")
                    .name("key")
                    .set_tags(Some(tags("team", "live")))
                    .build();
                assert_eq!(output.key_pairs, [summary]);
                assert_eq!(output.next_token(), Some("page-3"));
            },
        )
}

fn full_json() -> Value {
    json!({
        "arn": "arn:key",
        "name": "key",
        "fingerprint": "98:0d:1a",
        "tags": { "team": "live" },
    })
}

fn full() -> PlaybackKeyPair {
    PlaybackKeyPair::builder()
        .arn("arn:key")
        .name("key")
        .fingerprint("98:0d:1a")
        .set_tags(Some(tags("team", "live")))
        .build()
}
