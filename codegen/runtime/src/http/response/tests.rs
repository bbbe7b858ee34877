//! Tests of headers and bodies of responses.

use aws_smithy_runtime_api::http::{Headers, NonUtf8HeaderHandling};
use aws_smithy_types::config_bag::{ConfigBag, Layer};

use super::Response;
use crate::json::{Members, Slot};

/// Creates headers with `values` for `x-h`.
fn headers(values: &[&[u8]]) -> Headers {
    let mut map = http::HeaderMap::new();
    for value in values {
        let value = http::HeaderValue::from_bytes(value).expect("a header's value");
        map.append("x-h", value);
    }
    Headers::try_from(map).expect("headers")
}

fn config(handling: Option<NonUtf8HeaderHandling>) -> ConfigBag {
    let mut layer = Layer::new("test");
    layer.store_or_unset(handling);
    ConfigBag::of_layers(vec![layer])
}

fn response<'a>(headers: &'a Headers, config: &'a ConfigBag) -> Response<'a> {
    Response {
        status: 200,
        headers,
        body: b"",
        config,
        #[cfg(feature = "streaming")]
        stream: None,
    }
}

#[test]
fn headers_are_trimmed_and_must_not_repeat() {
    let config = config(None);
    let read = |values: &[&[u8]]| {
        let headers = headers(values);
        let value = response(&headers, &config).header("X-H", "itsMember");
        value.map_err(|error| error.to_string())
    };
    assert_eq!(read(&[]), Ok(None));
    assert_eq!(read(&[b""]), Ok(Some(String::new())));
    assert_eq!(read(&[b" a, \"b\" "]), Ok(Some("a, \"b\"".to_owned())));
    assert_eq!(read(&["ü".as_bytes()]), Ok(Some("ü".to_owned())));
    // The message of the official client, with the names in the model.
    let error = Err("Failed to parse itsMember from header `X-H`".to_owned());
    assert_eq!(read(&[b"a", b"a"]), error);
    assert_eq!(read(&[b"\xff"]), error);
    assert_eq!(read(&[b"a", b"\xff"]), error);
}

#[test]
fn headers_that_are_not_utf_8_can_be_skipped() {
    use NonUtf8HeaderHandling::{Reject, Skip};
    for (handling, values, expected) in [
        (Reject, &[&b"\xff"[..]][..], None),
        (Skip, &[b"\xff"], Some(None)),
        (Skip, &[b"a", b"\xff"], Some(None)),
        (Skip, &[b"a", b"b"], None),
        (Skip, &[b"a"], Some(Some("a".to_owned()))),
    ] {
        let (headers, config) = (headers(values), config(Some(handling)));
        let value = response(&headers, &config).header("x-h", "member");
        assert_eq!(value.ok(), expected, "{values:?}");
        let value = response(&headers, &config).parsed_header::<char>("x-h", "member");
        let expected = expected.map(|value| value.and_then(|value| value.chars().next()));
        assert_eq!(value.ok(), expected, "{values:?} parsed");
    }
}

#[test]
fn a_parsed_header_must_have_its_type() {
    let config = config(None);
    for (values, expected) in [
        (&[][..], Some(None)),
        (&[&b" 5 "[..]][..], Some(Some(5))),
        (&[b"5.5"], None),
        (&[b""], None),
        (&[b"5", b"5"], None),
        (&[b"\xff"], None),
    ] {
        let headers = headers(values);
        let value = response(&headers, &config).parsed_header::<i8>("x-h", "member");
        assert_eq!(value.ok(), expected, "{values:?}");
    }
}

#[test]
fn the_request_id_has_two_header_names() {
    let config = config(None);
    let mut headers = Headers::new();
    assert_eq!(response(&headers, &config).request_id(), None);
    headers.insert("x-amz-request-id", "b");
    assert_eq!(
        response(&headers, &config).request_id().as_deref(),
        Some("b")
    );
    headers.insert("x-amzn-requestid", "a");
    assert_eq!(
        response(&headers, &config).request_id().as_deref(),
        Some("a")
    );
}

#[test]
fn an_invalid_body_has_a_typed_error() {
    struct Nothing;

    impl Members for Nothing {
        fn member(&mut self, _: &str) -> Option<Slot<'_>> {
            None
        }
    }

    let (headers, config) = (Headers::new(), config(None));
    let mut response = response(&headers, &config);
    assert!(response.json(&mut Nothing).is_ok());
    response.body = b"[]";
    let error = response.json(&mut Nothing).expect_err("no object");
    assert!(error.is::<crate::json::JsonError>());
}
