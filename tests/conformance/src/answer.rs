//! What a service answers, broken or not.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::body::SdkBody;

/// A response: a status, any bytes as headers' values, any bytes as the body.
#[derive(Clone, Debug)]
pub struct Answer {
    code: u16,
    headers: Vec<(&'static str, Vec<u8>)>,
    body: Vec<u8>,
}

impl Answer {
    /// Without headers.
    pub fn new(code: u16, body: impl AsRef<[u8]>) -> Self {
        Self {
            code,
            headers: Vec::new(),
            body: body.as_ref().to_vec(),
        }
    }

    /// With one more header; a name may come twice.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl AsRef<[u8]>) -> Self {
        self.headers.push((name, value.as_ref().to_vec()));
        self
    }

    /// What is lost of the answer in an error about it; nothing, where the error keeps all of it.
    pub fn lost<E>(&self, error: &SdkError<E, HttpResponse>) -> Option<&'static str> {
        let Some(raw) = error.raw_response() else {
            return Some("the response");
        };
        let is_kept = |(name, value): &(&'static str, Vec<u8>)| {
            let mut kept = raw.headers().get_all_bytes(name);
            kept.any(|kept| kept == value)
        };
        if raw.status().as_u16() != self.code {
            Some("the status")
        } else if raw.body().bytes() != Some(&self.body) {
            Some("the body")
        } else if !self.headers.iter().all(is_kept) {
            Some("a header")
        } else {
            None
        }
    }

    pub(crate) fn response(&self) -> HttpResponse {
        let mut response = http::Response::builder().status(self.code);
        for (name, value) in &self.headers {
            response = response.header(*name, &**value);
        }
        let response = response.body(SdkBody::from(&*self.body));
        let response = response.expect("a response of the suite");
        HttpResponse::try_from(response).expect("a response that the runtime takes")
    }
}
