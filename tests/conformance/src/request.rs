//! Expected requests.

use std::fmt::Debug;

use aws_smithy_protocol_test::{
    MediaType, assert_ok, assert_uris_match, forbid_headers, forbid_query_params, require_headers,
    require_query_params, validate_body, validate_headers, validate_query_string,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::byte_stream::ByteStream;

use crate::Http;

/// An expected request.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// The HTTP method.
    pub method: &'static str,
    /// The path, without query.
    pub path: &'static str,
    /// The host, if the case states one.
    pub host: Option<&'static str>,
    /// Encoded query parameters, `name` or `name=value`.
    pub query: &'static [&'static str],
    /// Names of query parameters that must be absent.
    pub forbidden_query: &'static [&'static str],
    /// Names of query parameters that must be present.
    pub required_query: &'static [&'static str],
    /// Names and values of headers.
    pub headers: &'static [(&'static str, &'static str)],
    /// Names of headers that must be absent.
    pub forbidden_headers: &'static [&'static str],
    /// Names of headers that must be present.
    pub required_headers: &'static [&'static str],
    /// The body.
    pub body: Body,
}

/// An expected body and the kind of comparison.
#[derive(Clone, Copy, Debug)]
pub enum Body {
    /// Any body.
    Any,
    /// JSON, compared by value.
    Json(&'static str),
    /// Bytes, compared exactly.
    Bytes(&'static [u8]),
}

impl Http {
    /// Compares the recorded request with `expected`.
    ///
    /// # Panics
    /// Panics if they differ, or if no request was sent; the message then contains `outcome`. If a
    /// request was sent, `outcome` is ignored, because the response is canned.
    pub async fn check<E: Debug>(&self, outcome: Result<(), E>, expected: &Request) {
        let Some(sent) = self.take() else {
            panic!("nothing was sent: {outcome:?}");
        };
        let uri: http::Uri = sent.uri().parse().expect("a URI");
        assert_eq!(sent.method(), expected.method, "method");
        assert_uris_match(uri.path(), expected.path);
        if let Some(host) = expected.host {
            assert_eq!(uri.host(), Some(host), "host");
        }
        assert_ok(validate_query_string(&sent, expected.query));
        assert_ok(forbid_query_params(&sent, expected.forbidden_query));
        assert_ok(require_query_params(&sent, expected.required_query));
        assert_ok(validate_headers(
            sent.headers(),
            expected.headers.iter().copied(),
        ));
        assert_ok(forbid_headers(sent.headers(), expected.forbidden_headers));
        assert_ok(require_headers(sent.headers(), expected.required_headers));
        let body = body(sent).await;
        match expected.body {
            Body::Any => {}
            Body::Json(json) => assert_ok(validate_body(&body, json, MediaType::Json)),
            Body::Bytes(bytes) => assert_eq!(body, bytes, "body"),
        }
    }
}

async fn body(request: HttpRequest) -> Vec<u8> {
    let body = ByteStream::new(request.into_body());
    body.collect().await.expect("a complete body").to_vec()
}
