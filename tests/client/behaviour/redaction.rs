//! Secrets are redacted in `Debug` output.

use harness::{Response, Server};
use ivs_sdk::operation::import_playback_key_pair::ImportPlaybackKeyPairInput;
use ivs_sdk::operation::put_metadata::PutMetadataInput;
use ivs_sdk::types::{Srt, StreamKey};

const REDACTED: &str = "\"*** Sensitive Data Redacted ***\"";

#[test]
fn secrets_are_redacted_even_when_unset() {
    let key = StreamKey::builder().arn("arn").value("secret");
    let expected = format!(
        "StreamKey {{ arn: Some(\"arn\"), value: {REDACTED}, channel_arn: None, tags: None }}"
    );
    assert_eq!(format!("{:?}", key.clone().build()), expected);
    assert_eq!(
        format!("{key:?}"),
        expected.replace("StreamKey", "StreamKeyBuilder")
    );

    let srt = Srt::builder();
    let expected = format!("Srt {{ endpoint: None, passphrase: {REDACTED} }}");
    assert_eq!(format!("{:?}", srt.clone().build()), expected);
    assert_eq!(format!("{srt:?}"), expected.replace("Srt", "SrtBuilder"));

    let input = PutMetadataInput::builder().metadata("secret");
    let expected = format!("PutMetadataInput {{ channel_arn: None, metadata: {REDACTED} }}");
    assert_eq!(
        format!("{:?}", input.clone().build().expect("nothing is required")),
        expected
    );
    assert_eq!(
        format!("{input:?}"),
        expected.replace("Input", "InputBuilder")
    );
}

#[test]
fn a_public_key_is_not_redacted() {
    let input = ImportPlaybackKeyPairInput::builder().public_key_material("public");
    assert!(format!("{input:?}").contains("public_key_material: Some(\"public\")"));
}

#[tokio::test]
async fn fluent_builders_and_outputs_are_redacted() {
    let response = Response::ok(r#"{"streamKey":{"value":"hush"}}"#);
    let server = Server::start([response]).await;
    let client = server.client();

    let call = format!("{:?}", client.put_metadata().metadata("hush"));
    assert!(call.contains(REDACTED) && !call.contains("hush"), "{call}");
    let output = client.get_stream_key().send().await.expect("an output");
    let debug = format!("{output:?}");
    assert!(
        debug.contains(REDACTED) && !debug.contains("hush"),
        "{debug}"
    );
}
