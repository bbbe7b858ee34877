//! Serialization with serde.

use ivs_sdk::operation::get_channel::{GetChannelInput, GetChannelOutput};
use ivs_sdk::operation::list_streams::ListStreamsOutput;
use ivs_sdk::primitives::DateTime;
use ivs_sdk::serde::{with_sensitive, without_sensitive};
use ivs_sdk::types::{Channel, ChannelType, Srt, StreamKey, StreamState, StreamSummary};
use serde_json::{Value, json};

const ARN: &str = "arn:aws:ivs:eu-west-1:123456789012:channel/abcdABCDefgh";

fn value(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

#[test]
fn a_page_is_saved_and_read_again() {
    let stream = StreamSummary::builder()
        .channel_arn(ARN)
        .state(StreamState::StreamLive)
        .viewer_count(7)
        .start_time(DateTime::from_secs(1_796_061_605))
        .build();
    let page = ListStreamsOutput::builder().streams(stream).build();
    let page = page.expect("all required members are set");
    let saved = serde_json::to_string(&page).expect("nothing is sensitive");
    let expected = json!({"streams": [{
        "channelArn": ARN, "state": "LIVE", "viewerCount": 7, "startTime": "2026-11-30T18:00:05Z",
    }]});
    assert_eq!(value(&saved), expected);
    let again: ListStreamsOutput = serde_json::from_str(&saved).expect("a page");
    assert_eq!(again, page);
}

#[test]
fn unknown_values_of_enums_are_kept() {
    let json = r#"{"type":"FUTURE","authorized":true,"unknown":[{}]}"#;
    let channel: Channel = serde_json::from_str(json).expect("a channel");
    assert_eq!(channel.r#type().map(ChannelType::as_str), Some("FUTURE"));
    let expected = json!({"type": "FUTURE", "authorized": true, "insecureIngest": false});
    assert_eq!(serde_json::to_value(&channel).expect("a value"), expected);
}

#[test]
fn secrets_are_only_serialized_if_they_are_asked_for() {
    let key = StreamKey::builder().arn("arn").value("sk_secret").build();
    let error = serde_json::to_string(&key).expect_err("the value is sensitive");
    let message = error.to_string();
    assert!(
        message.starts_with("`value`: the value is sensitive"),
        "{message}"
    );
    assert!(!message.contains("sk_secret"), "{message}");

    let shown = serde_json::to_value(with_sensitive(&key)).expect("a value");
    assert_eq!(shown, json!({"arn": "arn", "value": "sk_secret"}));
    let again: StreamKey = serde_json::from_value(shown).expect("a key");
    assert_eq!(again, key);

    let hidden = serde_json::to_value(without_sensitive(&key)).expect("a value");
    assert_eq!(hidden, json!({"arn": "arn"}));

    // Also deep in an output.
    let srt = Srt::builder().endpoint("host").passphrase("secret").build();
    let channel = Channel::builder().srt(srt).build();
    let output = GetChannelOutput::builder().channel(channel).build();
    assert!(serde_json::to_string(&output).is_err());
    let hidden = serde_json::to_value(without_sensitive(&output)).expect("a value");
    assert_eq!(hidden["channel"]["srt"], json!({"endpoint": "host"}));
    let keys = vec![key];
    let hidden = serde_json::to_value(without_sensitive(&keys)).expect("a value");
    assert_eq!(hidden, json!([{"arn": "arn"}]));
}

#[test]
fn inputs_are_read_and_the_wrong_type_is_an_error() {
    let input: GetChannelInput = serde_json::from_value(json!({"arn": ARN})).expect("an input");
    assert_eq!(input.arn(), Some(ARN));
    let error = serde_json::from_value::<GetChannelInput>(json!({"arn": 5}));
    let error = error.expect_err("not a string");
    assert_eq!(error.to_string(), "expected a string");
}
