//! An HTTP client that records requests.

use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;

use crate::Response;

/// An HTTP client without network that records the last request and returns canned responses in
/// order.
///
/// Once all responses are used, it repeats the last one.
#[derive(Clone, Debug)]
pub struct Http {
    responses: Arc<[Response]>,
    sent: Arc<Mutex<Sent>>,
}

#[derive(Debug, Default)]
struct Sent {
    last: Option<HttpRequest>,
    count: usize,
}

impl Http {
    /// Returns a client for tests of requests; every response is empty, with status 200.
    pub fn recording() -> Self {
        Self::with_response(Response::new(200, ""))
    }

    /// Returns a client for tests of responses; every response has this status, headers and body.
    pub fn responding(
        status: u16,
        headers: &'static [(&'static str, &'static str)],
        body: &'static [u8],
    ) -> Self {
        let add = |response: Response, (name, value): &(&'static str, &'static str)| {
            response.header(name, *value)
        };
        Self::with_response(headers.iter().fold(Response::new(status, body), add))
    }

    /// Returns a client that always returns `response`.
    pub fn with_response(response: Response) -> Self {
        Self::with_responses([response])
    }

    /// Returns a client that returns `responses` in order.
    ///
    /// # Panics
    /// Panics if `responses` is empty.
    pub fn with_responses(responses: impl Into<Arc<[Response]>>) -> Self {
        let responses = responses.into();
        assert!(!responses.is_empty(), "there are no responses");
        Self {
            responses,
            sent: Arc::default(),
        }
    }

    /// Returns the number of requests so far.
    pub fn count(&self) -> usize {
        self.sent.lock().expect("no panic under the lock").count
    }

    /// Takes the last request.
    pub fn take(&self) -> Option<HttpRequest> {
        let mut sent = self.sent.lock().expect("no panic under the lock");
        sent.last.take()
    }
}

impl HttpConnector for Http {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let mut sent = self.sent.lock().expect("no panic under the lock");
        sent.last = Some(request);
        let response = &self.responses[sent.count.min(self.responses.len() - 1)];
        sent.count += 1;
        HttpConnectorFuture::ready(Ok(response.to_http()))
    }
}

impl HttpClient for Http {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}
