//! What must be sent.

use std::fmt::Debug;

use aws_smithy_protocol_test::{
    MediaType, assert_ok, assert_uris_match, forbid_headers, forbid_query_params, require_headers,
    require_query_params, validate_body, validate_headers, validate_query_string,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::byte_stream::ByteStream;

use crate::Http;

/// A request as a case describes it.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// The method.
    pub method: &'static str,
    /// The path, without query.
    pub path: &'static str,
    /// The host, where the case says one.
    pub host: Option<&'static str>,
    /// Parts of the query, encoded.
    pub query: &'static [&'static str],
    /// Names that the query must not have.
    pub forbidden_query: &'static [&'static str],
    /// Names that the query must have.
    pub required_query: &'static [&'static str],
    /// Names and values of headers.
    pub headers: &'static [(&'static str, &'static str)],
    /// Headers that must not be there.
    pub forbidden_headers: &'static [&'static str],
    /// Headers that must be there.
    pub required_headers: &'static [&'static str],
    /// The body.
    pub body: Body,
}

/// A body, and how it is compared.
#[derive(Clone, Copy, Debug)]
pub enum Body {
    /// Any will do.
    Any,
    /// As JSON values.
    Json(&'static str),
    /// Byte by byte.
    Bytes(&'static [u8]),
}

impl Http {
    /// Compares what was sent with what is `expected`.
    ///
    /// # Panics
    /// Where they differ, or nothing was sent. `outcome` then says why; else it is of no interest,
    /// the answer having been none of the service's.
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
            Body::Json(text) => assert_ok(validate_body(&body, text, MediaType::Json)),
            Body::Bytes(bytes) => assert_eq!(body, bytes, "body"),
        }
    }
}

async fn body(request: HttpRequest) -> Vec<u8> {
    let body = ByteStream::new(request.into_body());
    body.collect().await.expect("a whole body").to_vec()
}
