//! Values that the response parser accepts, and values that it rejects.

use harness::{Response, Server};
use ivs_sdk::operation::get_channel::GetChannelOutput;
use ivs_sdk::operation::get_stream::GetStreamOutput;

async fn channel(json: &str) -> Result<GetChannelOutput, String> {
    let server = Server::start([Response::ok(format!(r#"{{"channel":{json}}}"#))]).await;
    server
        .client()
        .get_channel()
        .send()
        .await
        .map_err(|error| error.to_string())
}

async fn stream(json: &str) -> Result<GetStreamOutput, String> {
    let server = Server::start([Response::ok(format!(r#"{{"stream":{json}}}"#))]).await;
    server
        .client()
        .get_stream()
        .send()
        .await
        .map_err(|error| error.to_string())
}

#[tokio::test]
async fn null_is_an_absent_member_but_an_invalid_element() {
    assert_eq!(channel("null").await.expect("a null member").channel, None);
    let nulls = channel(r#"{"name":null,"tags":null,"authorized":null,"srt":null}"#).await;
    let nulls = nulls.expect("null members").channel.expect("a structure");
    assert_eq!(
        (nulls.name, nulls.tags, nulls.authorized),
        (None, None, false)
    );

    channel(r#"{"tags":{"team":null}}"#)
        .await
        .expect_err("null in a map");
    let server = Server::start([Response::ok(r#"{"channels":[null]}"#)]).await;
    server
        .client()
        .batch_get_channel()
        .send()
        .await
        .expect_err("null in a list");
}

#[tokio::test]
async fn the_last_of_duplicate_members_wins() {
    for (json, name) in [
        (r#"{"name":"a","name":"b"}"#, Some("b")),
        (r#"{"name":"a","name":null}"#, None),
        (r#"{"name":"a","n\u0061me":"b"}"#, Some("b")),
    ] {
        let output = channel(json).await.expect(json);
        assert_eq!(
            output.channel().and_then(|channel| channel.name()),
            name,
            "{json}"
        );
    }
}

#[tokio::test]
async fn integers_may_have_a_fraction_of_zero_or_an_exponent() {
    for (json, count) in [
        ("5", 5),
        ("5.0", 5),
        ("5e2", 500),
        ("-0", 0),
        ("-7", -7),
        ("9007199254740993", 9_007_199_254_740_993),
        ("9223372036854775807", i64::MAX),
    ] {
        let output = stream(&format!(r#"{{"viewerCount":{json}}}"#))
            .await
            .expect(json);
        assert_eq!(
            output.stream().map(|stream| stream.viewer_count),
            Some(count),
            "{json}"
        );
    }
}

#[tokio::test]
async fn fractions_overflows_and_other_types_are_not_integers() {
    for json in [
        "5.5",
        r#""5""#,
        "true",
        "9223372036854775808",
        "1e400",
        "[5]",
    ] {
        stream(&format!(r#"{{"viewerCount":{json}}}"#))
            .await
            .expect_err(json);
    }
    // This number does not fit in an `i32`.
    let response = r#"{"failoverSlateConfiguration":{"minSlateDisplaySeconds":2147483648}}"#;
    let server = Server::start([Response::ok(response)]).await;
    server
        .client()
        .get_failover_slate_configuration()
        .send()
        .await
        .expect_err("an overflow");
}

#[tokio::test]
async fn strings_are_unescaped() {
    let output =
        channel(r#"{"name":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é","tags":{"\u0061":"\u0062"}}"#);
    let channel = output
        .await
        .expect("an output")
        .channel
        .expect("a structure");
    assert_eq!(channel.name(), Some("\"\\/\u{8}\u{c}\n\r\té😀é"));
    assert_eq!(channel.tags(), Some(&[("a".into(), "b".into())].into()));
}

#[tokio::test]
async fn a_value_of_the_wrong_type_is_an_error() {
    for json in [
        r#"{"name":1}"#,
        r#"{"name":{}}"#,
        r#"{"authorized":"true"}"#,
        r#"{"authorized":0}"#,
        r#"{"tags":[]}"#,
        r#"{"tags":{"a":1}}"#,
        r#"{"srt":[]}"#,
        r#"{"type":1}"#,
        "[]",
    ] {
        channel(json).await.expect_err(json);
    }
}

#[tokio::test]
async fn unknown_members_and_values_are_tolerated() {
    let nested = format!("{}1{}", "[".repeat(512), "]".repeat(512));
    let json =
        format!(r#"{{"new":{nested},"name":"a","also":{{"new":[{{}},null]}},"type":"NEW"}}"#);
    let channel = channel(&json)
        .await
        .expect("unknown members")
        .channel
        .expect("a structure");
    assert_eq!(channel.name(), Some("a"));
    assert_eq!(
        channel.r#type().map(|channel_type| channel_type.as_str()),
        Some("NEW")
    );
}

#[tokio::test]
async fn nesting_too_deeply_is_an_error() {
    let nested = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    channel(&format!(r#"{{"new":{nested}}}"#))
        .await
        .expect_err("deep nesting");
}

#[tokio::test]
async fn white_space_between_tokens_is_ignored() {
    let server = Server::start([Response::ok(
        " {\t\"channel\" : {\r\n\"name\" :\"a\" } } \n",
    )])
    .await;
    let output = server
        .client()
        .get_channel()
        .send()
        .await
        .expect("an output");
    assert_eq!(
        output.channel().and_then(|channel| channel.name()),
        Some("a")
    );
}

#[tokio::test]
async fn an_object_is_no_number_whatever_its_key() {
    for marker in ["Number", "RawValue"] {
        let body = format!(
            r#"{{"streamSession":{{"ingestConfiguration":{{"audio":{{"channels":
                {{"$serde_json::private::{marker}":"7"}}}}}}}}}}"#
        );
        let server = Server::start([Response::ok(body)]).await;
        let result = server.client().get_stream_session().send().await;
        result.expect_err(marker);
    }
}
