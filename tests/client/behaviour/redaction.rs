//! Secrets do not show in debug output.

use ivs_sdk::operation::import_playback_key_pair::ImportPlaybackKeyPairInput;
use ivs_sdk::operation::put_metadata::PutMetadataInput;
use ivs_sdk::types::{Srt, StreamKey};

use harness::{Answer, Server};

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
fn a_public_key_is_no_secret() {
    let input = ImportPlaybackKeyPairInput::builder().public_key_material("public");
    assert!(format!("{input:?}").contains("public_key_material: Some(\"public\")"));
}

#[tokio::test]
async fn fluent_builders_and_outputs_redact_as_well() {
    let answer = Answer::ok(r#"{"streamKey":{"value":"hush"}}"#);
    let server = Server::start([answer]).await;
    let client = server.client();

    let call = format!("{:?}", client.put_metadata().metadata("hush"));
    assert!(call.contains(REDACTED) && !call.contains("hush"), "{call}");
    let output = client.get_stream_key().send().await.expect("an answer");
    let text = format!("{output:?}");
    assert!(text.contains(REDACTED) && !text.contains("hush"), "{text}");
}
