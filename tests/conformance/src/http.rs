//! A service that keeps what is sent to it.

use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;

/// An HTTP client that sends nothing: it keeps the last request, and gives the same answer to each.
#[derive(Clone, Debug)]
pub struct Http {
    answer: Arc<Answer>,
    sent: Arc<Mutex<Option<HttpRequest>>>,
}

#[derive(Debug)]
struct Answer {
    code: u16,
    headers: &'static [(&'static str, &'static str)],
    body: &'static [u8],
}

impl Http {
    /// For what is sent: it answers with status 200 and nothing else.
    pub fn keeping() -> Self {
        Self::answering(200, &[], b"")
    }

    /// For what is understood.
    pub fn answering(
        code: u16,
        headers: &'static [(&'static str, &'static str)],
        body: &'static [u8],
    ) -> Self {
        Self {
            answer: Arc::new(Answer {
                code,
                headers,
                body,
            }),
            sent: Arc::default(),
        }
    }

    /// The last request, once.
    pub(crate) fn take(&self) -> Option<HttpRequest> {
        self.sent.lock().expect("no test panics in here").take()
    }
}

impl Answer {
    fn response(&self) -> HttpResponse {
        let code = StatusCode::try_from(self.code).expect("a status of the suite");
        let mut response = HttpResponse::new(code, SdkBody::from(self.body));
        for (name, value) in self.headers {
            response.headers_mut().append(*name, *value);
        }
        response
    }
}

impl HttpConnector for Http {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        *self.sent.lock().expect("no test panics in here") = Some(request);
        HttpConnectorFuture::ready(Ok(self.answer.response()))
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
