//! Requests that are wrong, with the service's response to each.

use ivs_fake::{Fake, Server};
use ivs_sdk::error::ProvideErrorMetadata as _;

use crate::{client, http};

/// A signature of the right form.
fn authorization() -> (String, String) {
    let date = aws_smithy_types::DateTime::from(std::time::SystemTime::now());
    let date = aws_smithy_types::DateTime::from_secs(date.secs());
    let date = date
        .fmt(aws_smithy_types::date_time::Format::DateTime)
        .expect("a date");
    let date = date.replace(['-', ':'], "");
    let day = &date[..8];
    let header = format!(
        "AWS4-HMAC-SHA256 Credential=AKID/{day}/us-east-1/ivs/aws4_request, \
         SignedHeaders=host;x-amz-date, Signature=0"
    );
    (header, date)
}

fn send(
    server: &Server,
    method: &str,
    path: &str,
    content_type: &str,
    body: &str,
) -> http::Response {
    let (authorization, date) = authorization();
    let mut headers = vec![("authorization", &*authorization), ("x-amz-date", &*date)];
    if !content_type.is_empty() {
        headers.push(("content-type", content_type));
    }
    http::send(&server.endpoint(), method, path, &headers, body)
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_requests_have_the_services_errors() {
    let server = Fake::start().serve().await.expect("a free port");
    let json = "application/json";
    let cases = [
        (
            ("POST", "/Nothing", json, "{}"),
            (404, "UnknownOperationException"),
            "no operation",
        ),
        (
            ("GET", "/CreateChannel", "", ""),
            (404, "UnknownOperationException"),
            "called by POST",
        ),
        (
            ("POST", "/tags/", json, "{}"),
            (404, "UnknownOperationException"),
            "no operation",
        ),
        (
            ("POST", "/GetChannel", "text/plain", "{}"),
            (415, "UnsupportedMediaTypeException"),
            json,
        ),
        (
            ("POST", "/GetChannel", json, "{\"arn\""),
            (400, "SerializationException"),
            "not valid JSON",
        ),
        (
            ("POST", "/GetChannel", json, "[]"),
            (400, "SerializationException"),
            "JSON object",
        ),
        (
            ("POST", "/GetChannel", json, "{\"arn\": 1}"),
            (400, "SerializationException"),
            "'/arn'",
        ),
        (
            ("POST", "/GetChannel", json, "{}"),
            (400, "ValidationException"),
            "'/arn'",
        ),
        (
            ("POST", "/GetChannel", json, ""),
            (400, "ValidationException"),
            "must not be null",
        ),
        (
            ("POST", "/GetChannel", json, "{\"arn\": \"arn:aws:ivs:x\"}"),
            (400, "ValidationException"),
            "regular expression",
        ),
        (
            (
                "POST",
                "/CreateChannel",
                json,
                "{\"type\": \"HUGE\", \"latencyMode\": \"SLOW\"}",
            ),
            (400, "ValidationException"),
            "2 validation errors detected. Value at '/latencyMode' failed to satisfy constraint: \
             Member must satisfy enum value set: [LOW, NORMAL]; Value at '/type' failed to satisfy \
             constraint: Member must satisfy enum value set: [",
        ),
        (
            (
                "POST",
                "/CreatePlaybackRestrictionPolicy",
                json,
                "{\"allowedOrigins\": [\"*\", \"*\", \"*\", \"*\", \"*\", \"*\"]}",
            ),
            (400, "ValidationException"),
            "1 validation error detected. Value at '/allowedOrigins' failed to satisfy constraint: \
             Member must have length less than or equal to 5",
        ),
        (
            (
                "POST",
                "/CreateRecordingConfiguration",
                json,
                "{\"destinationConfiguration\": {}}",
            ),
            (400, "ValidationException"),
            "1 validation error detected. Value at '/destinationConfiguration/s3' failed to satisfy \
             constraint: Member must not be null",
        ),
        (
            ("POST", "/ListChannels", json, "{\"nextToken\": \"x\"}"),
            (400, "ValidationException"),
            "1 validation error detected. Value at '/nextToken' failed to satisfy constraint: \
             Member must be a token of this list",
        ),
        (
            (
                "POST",
                "/CreateRecordingConfiguration",
                json,
                "{\"destinationConfiguration\": {\"s3\": {}}}",
            ),
            (400, "ValidationException"),
            "/destinationConfiguration/s3/bucketName",
        ),
        (
            (
                "GET",
                "/tags/arn%3Aaws%3Aivs%3Aus-east-1%3A123456789012%3Achannel%2FNone",
                "",
                "",
            ),
            (404, "ResourceNotFoundException"),
            "",
        ),
    ];
    for ((method, path, content_type, body), (status, code), message) in cases {
        let response = send(&server, method, path, content_type, body);
        let text = format!(
            "{method} {path} {body}: {} {}",
            response.head, response.body
        );
        assert_eq!(response.status, status, "{text}");
        let code = format!("x-amzn-errortype: {}\r\n", code.to_lowercase());
        assert!(response.head.contains(&code), "{text}");
        assert!(response.head.contains("x-amzn-requestid: "), "{text}");
        let body = response.json();
        let modelled = body["exceptionMessage"].as_str();
        let actual = modelled.or(body["message"].as_str()).expect("a message");
        assert!(actual.contains(message), "{text}");
    }
    let large = format!("{{\"name\": \"{}\"}}", "a".repeat(2 << 20));
    let response = send(&server, "POST", "/CreateChannel", json, &large);
    assert_eq!(response.status, 413, "{}", response.body);
}

#[tokio::test]
async fn typed_errors_contain_the_services_message() {
    let client = client(&Fake::start());
    let error = client
        .create_channel()
        .name("no spaces")
        .send()
        .await
        .expect_err("an error");
    assert_eq!(error.code(), Some("ValidationException"));
    let error = error.into_service_error();
    assert!(error.is_validation_exception());
    let text = format!("{error:?}");
    assert!(
        text.contains("1 validation error detected. Value at '/name'"),
        "{text}"
    );
    let request_id = ivs_sdk::operation::RequestId::request_id(&error);
    assert!(
        request_id.is_some_and(|id| id.len() == 36),
        "{request_id:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn foreign_pages_cannot_use_the_control_interface() {
    let server = Fake::start().serve().await.expect("a free port");
    let endpoint = server.endpoint();
    for headers in [("origin", "https://example.com"), ("host", "example.com")] {
        let response = http::send(&endpoint, "POST", "/_fake/reset", &[headers], "");
        assert_eq!(response.status, 403, "{}", response.body);
    }
    let response = http::send(
        &endpoint,
        "POST",
        "/_fake/reset",
        &[("origin", &*endpoint)],
        "",
    );
    assert_eq!(response.status, 200, "{}", response.body);
    let response = http::send(&endpoint, "POST", "/_fake/advance", &[], "{\"minutes\": 1}");
    assert_eq!(response.status, 400);
    let response = http::send(&endpoint, "GET", "/_fake/nothing", &[], "");
    assert_eq!(
        (response.status, response.json()["message"].is_string()),
        (404, true)
    );
}
