//! Canned responses, valid or not.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::body::SdkBody;

/// A response whose header values and body can be any bytes.
#[derive(Clone, Debug)]
pub struct Response {
    status: u16,
    headers: Vec<(&'static str, Vec<u8>)>,
    body: Vec<u8>,
}

impl Response {
    /// Creates a response without headers.
    pub fn new(status: u16, body: impl AsRef<[u8]>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.as_ref().to_vec(),
        }
    }

    /// Adds a header; a name may be repeated.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl AsRef<[u8]>) -> Self {
        self.headers.push((name, value.as_ref().to_vec()));
        self
    }

    /// Returns the first part of this response that `error` does not contain; `None` if it contains
    /// the complete response.
    pub fn missing_from<E>(&self, error: &SdkError<E, HttpResponse>) -> Option<&'static str> {
        let Some(raw) = error.raw_response() else {
            return Some("the response");
        };
        let is_contained = |(name, value): &(&'static str, Vec<u8>)| {
            let mut values = raw.headers().get_all_bytes(name);
            values.any(|contained| contained == value)
        };
        if raw.status().as_u16() != self.status {
            Some("the status")
        } else if raw.body().bytes() != Some(&self.body) {
            Some("the body")
        } else if !self.headers.iter().all(is_contained) {
            Some("a header")
        } else {
            None
        }
    }

    pub(crate) fn to_http(&self) -> HttpResponse {
        let mut builder = http::Response::builder().status(self.status);
        for (name, value) in &self.headers {
            builder = builder.header(*name, &**value);
        }
        let response = builder.body(SdkBody::from(&*self.body));
        let response = response.expect("a valid status and valid headers");
        HttpResponse::try_from(response).expect("a response that the runtime accepts")
    }
}
