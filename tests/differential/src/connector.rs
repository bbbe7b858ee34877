//! An in-memory HTTP connector that records requests and replays responses.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;

/// A request that a client sent.
#[derive(Clone, Debug, PartialEq)]
pub struct SentRequest {
    pub method: String,
    pub uri: String,
    /// The headers, sorted by name; values of the same name keep their order.
    pub headers: Vec<(String, String)>,
    /// The body, with replacement characters for invalid UTF-8.
    pub body: String,
}

/// A response to send to a client.
#[derive(Clone, Debug)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// A connector that replays responses in order and then repeats the last.
#[derive(Clone, Debug)]
pub struct ReplayConnector(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    responses: VecDeque<Response>,
    requests: Vec<SentRequest>,
}

impl ReplayConnector {
    /// Creates a connector that replays `responses`.
    pub fn new(responses: impl IntoIterator<Item = Response>) -> Self {
        Self(Arc::new(Mutex::new(State {
            responses: responses.into_iter().collect(),
            requests: Vec::new(),
        })))
    }

    /// Returns the requests since the previous call.
    pub fn take_requests(&self) -> Vec<SentRequest> {
        self.with(|state| std::mem::take(&mut state.requests))
    }

    fn with<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl HttpConnector for ReplayConnector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let request = SentRequest::new(&request);
        let response = self.with(|state| {
            state.requests.push(request);
            match state.responses.len() {
                0 => panic!("no responses"),
                1 => state.responses[0].clone(),
                _ => state.responses.pop_front().expect("several responses"),
            }
        });
        HttpConnectorFuture::ready(Ok(response.to_http()))
    }
}

impl HttpClient for ReplayConnector {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl SentRequest {
    /// Copies a request.
    ///
    /// # Panics
    /// Panics if the body is a stream.
    pub fn new(request: &HttpRequest) -> Self {
        let headers = request.headers().iter();
        let mut headers: Vec<_> = headers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        headers.sort_by(|(a, _), (b, _)| a.cmp(b));
        Self {
            method: request.method().to_owned(),
            uri: request.uri().to_owned(),
            headers,
            body: String::from_utf8_lossy(request.body().bytes().expect("a body in memory"))
                .into_owned(),
        }
    }
}

impl Response {
    /// Creates a response with a JSON body.
    pub fn json(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: body.into(),
        }
    }

    /// Converts the response to the runtime's type.
    ///
    /// # Panics
    /// Panics if a header is invalid or not UTF-8.
    pub fn to_http(&self) -> HttpResponse {
        let mut builder = http::Response::builder().status(self.status);
        for (name, value) in &self.headers {
            builder = builder.header(name, value);
        }
        let response = builder
            .body(SdkBody::from(self.body.clone()))
            .expect("a valid response");
        HttpResponse::try_from(response).expect("UTF-8 headers")
    }
}
