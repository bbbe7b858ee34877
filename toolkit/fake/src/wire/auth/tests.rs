use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_credential_types::Credentials as Identity;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use bytes::Bytes;
use http::Request;
use serde_json::{Map, Value};

use super::{Auth, Credentials, basic_date, parse_date};
use crate::behaviour::{Behaviour, Caller, ServiceError};
use crate::wire::{Table, Wire};

const TABLE: &str = r#"{
    "service": {"signingName": "tiny"},
    "operations": {"Op": {"method": "POST", "uri": "/op/{id}", "status": 200, "errors": []}},
    "inputs": {"Op": {"members": [{"name": "id", "in": "label", "required": true, "type": "string"},
        {"name": "q", "in": {"query": "q"}, "type": "string"}, {"name": "a", "type": "string"}]}},
    "outputs": {"Op": {"members": [{"name": "caller", "type": "string"}]}},
    "errors": {}, "structures": {}, "unions": {}, "enums": {}
}"#;

/// Returns the caller as output.
struct WhoAmI;

impl Behaviour for WhoAmI {
    fn call(
        &self,
        _operation: &str,
        _input: Map<String, Value>,
        caller: &Caller,
    ) -> Result<Map<String, Value>, ServiceError> {
        let text = format!(
            "{} {} {:?}",
            caller.account, caller.region, caller.access_key
        );
        Ok(Map::from_iter([("caller".to_owned(), text.into())]))
    }
}

fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_796_055_300)
}

fn known() -> Credentials {
    Credentials {
        access_key: "AK/ID".to_owned(),
        secret_key: "secret".to_owned(),
    }
}

fn unsigned() -> Request<Bytes> {
    Request::builder()
        .method("POST")
        .uri("/op/a%3Ab%2Fc?q=x%20y&empty")
        .header("host", "127.0.0.1:9")
        .header("content-type", "application/json")
        .header("x-amz-security-token", "token")
        .body(Bytes::from_static(br#"{"a": "b"}"#))
        .expect("a request")
}

/// Signs a request as clients do.
fn signed(credentials: &Credentials, service: &str, time: SystemTime) -> Request<Bytes> {
    let mut request = unsigned();
    let (key, secret) = (&credentials.access_key, &credentials.secret_key);
    let identity = Identity::new(key, secret, None, None, "test").into();
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region("eu-west-1")
        .name(service)
        .time(time)
        .settings(SigningSettings::default())
        .build()
        .expect("parameters");
    let headers = request.headers().iter();
    let headers = headers.map(|(name, value)| (name.as_str(), value.to_str().expect("text")));
    let uri = format!("http://127.0.0.1:9{}", request.uri());
    let signable = SignableRequest::new("POST", uri, headers, SignableBody::Bytes(request.body()));
    let output = sign(signable.expect("a request"), &params.into()).expect("a signature");
    output.into_parts().0.apply_to_request_http1x(&mut request);
    request
}

/// Returns the caller, or the code and message of the error.
fn send(auth: Auth, request: &Request<Bytes>) -> String {
    let table = Table::parse(TABLE).expect("a table");
    let reply = Wire::new(table, WhoAmI, auth, None).handle(request, now());
    let response = reply.response.expect("a response");
    let body: Value = serde_json::from_slice(response.body()).expect("JSON");
    match response.headers().get("x-amzn-errortype") {
        None => body["caller"].as_str().expect("a caller").to_owned(),
        Some(code) => format!(
            "{} {}: {}",
            response.status().as_u16(),
            code.to_str().expect("text"),
            body["message"].as_str().expect("a message")
        ),
    }
}

fn strict() -> Auth {
    Auth::only(known(), "1")
}

#[test]
fn a_right_signature_names_the_caller() {
    let request = signed(&known(), "tiny", now());
    let caller = "1 eu-west-1 Some(\"AK/ID\")";
    assert_eq!(send(strict(), &request), caller);
    assert_eq!(send(Auth::any("1"), &request), caller);
    assert_eq!(send(Auth::off("1"), &request), caller);
    assert_eq!(send(Auth::off("1"), &unsigned()), "1 us-east-1 None");
}

#[test]
fn a_missing_signature_is_an_error() {
    for auth in [strict(), Auth::any("1")] {
        let error = "403 MissingAuthenticationTokenException: Missing Authentication Token";
        assert_eq!(send(auth, &unsigned()), error);
    }
}

#[test]
fn each_part_of_the_request_is_signed() {
    let wrong = "403 InvalidSignatureException: The request signature we calculated does not match";
    let changes: [fn(&mut Request<Bytes>); 6] = [
        |request| *request.body_mut() = Bytes::from_static(b"{}"),
        |request| *request.uri_mut() = "/op/other".parse().expect("a URI"),
        |request| *request.uri_mut() = "/op/a%3Ab%2Fc?q=z".parse().expect("a URI"),
        |request| {
            let host = "other".parse().expect("a header");
            request.headers_mut().insert("host", host);
        },
        |request| {
            let date = basic_date(now() + Duration::from_secs(1));
            let date = date.parse().expect("a header");
            request.headers_mut().insert("x-amz-date", date);
        },
        |request| {
            request.headers_mut().remove("x-amz-security-token");
        },
    ];
    for (index, change) in changes.iter().enumerate() {
        let mut request = signed(&known(), "tiny", now());
        change(&mut request);
        let error = send(strict(), &request);
        assert!(error.starts_with(wrong), "{index}: {error}");
    }
    let mut other = known();
    other.secret_key = "guess".to_owned();
    let request = signed(&other, "tiny", now());
    assert!(send(strict(), &request).starts_with(wrong));
    assert!(!send(Auth::any("1"), &request).starts_with(wrong));
}

#[test]
fn unknown_keys_and_other_services_are_errors() {
    let mut other = known();
    other.access_key = "OTHER".to_owned();
    assert_eq!(
        send(strict(), &signed(&other, "tiny", now())),
        "403 UnrecognizedClientException: The security token included in the request is invalid."
    );
    assert_eq!(
        send(strict(), &signed(&known(), "s3", now())),
        "403 InvalidSignatureException: Credential should be scoped to correct service: 'tiny'."
    );
}

#[test]
fn old_and_premature_signatures_are_errors() {
    let minutes = |count: u64| Duration::from_secs(60 * count);
    let error = |time| send(Auth::any("1"), &signed(&known(), "tiny", time));
    assert_eq!(
        error(now() - minutes(6)),
        "403 InvalidSignatureException: Signature expired: 20261130T160900Z is now earlier than \
         20261130T161000Z (20261130T161500Z - 5 min.)"
    );
    assert_eq!(
        error(now() + minutes(6)),
        "403 InvalidSignatureException: Signature not yet current: 20261130T162100Z is now later \
         than 20261130T162000Z (20261130T161500Z + 5 min.)"
    );
    assert!(error(now() - minutes(4)).starts_with("1 "));
}

#[test]
fn incomplete_signatures_are_errors() {
    let right = signed(&known(), "tiny", now());
    let header = right.headers()["authorization"]
        .to_str()
        .expect("text")
        .to_owned();
    for (header, reason) in [
        (
            "Bearer x".to_owned(),
            "the algorithm is not AWS4-HMAC-SHA256",
        ),
        (
            header.replace("Signature=", "Sig="),
            "'Signature' is missing",
        ),
        (
            header.replace("SignedHeaders=", "Headers="),
            "'SignedHeaders' is missing",
        ),
        (header.replace("Credential=", ""), "'Credential' is missing"),
        (
            header.replace("/aws4_request", "/aws4"),
            "the credential is not KEY/DATE/REGION/SERVICE/aws4_request",
        ),
    ] {
        let mut request = right.clone();
        let value = header.parse().expect("a header");
        request.headers_mut().insert("authorization", value);
        let expected =
            format!("400 IncompleteSignatureException: The signature is incomplete: {reason}.");
        assert_eq!(send(Auth::any("1"), &request), expected);
    }
    let mut request = right;
    request.headers_mut().remove("x-amz-date");
    let error = send(Auth::any("1"), &request);
    assert!(
        error.starts_with("400 IncompleteSignatureException"),
        "{error}"
    );
}

#[test]
fn dates_are_parsed_as_written() {
    assert_eq!(parse_date(&basic_date(now())), Some(now()));
    for text in [
        "",
        "20261130T161500",
        "2026-11-30T13:25",
        "20261330T132500Z",
        "2026113 T132500Z",
    ] {
        assert_eq!(parse_date(text), None, "{text}");
    }
}
