//! The other side, in memory: it notes what it is sent and gives the answers it was told to.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;

/// A request as it went out.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    pub method: String,
    pub uri: String,
    /// By name, several values of one name in their order.
    pub headers: Vec<(String, String)>,
    /// The body; what is not UTF-8 stands out, for both sides send nothing but JSON.
    pub body: String,
}

/// An answer to give.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// The other side. The last answer is given for ever.
#[derive(Clone, Debug, Default)]
pub struct Wire(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    answers: VecDeque<Answer>,
    sent: Vec<Sent>,
}

impl Wire {
    /// The other side with its answers.
    pub fn answering(answers: impl IntoIterator<Item = Answer>) -> Self {
        let wire = Self::default();
        wire.answer(answers);
        wire
    }

    /// Puts `answers` in the place of those that are left.
    pub fn answer(&self, answers: impl IntoIterator<Item = Answer>) {
        self.with(|state| state.answers = answers.into_iter().collect());
    }

    /// What was sent since it was asked last.
    pub fn sent(&self) -> Vec<Sent> {
        self.with(|state| std::mem::take(&mut state.sent))
    }

    fn with<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl HttpConnector for Wire {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let sent = Sent::of(&request);
        let answer = self.with(|state| {
            state.sent.push(sent);
            match state.answers.len() {
                0 => panic!("there is no answer to give"),
                1 => state.answers[0].clone(),
                _ => state.answers.pop_front().expect("several"),
            }
        });
        HttpConnectorFuture::ready(Ok(answer.response()))
    }
}

impl HttpClient for Wire {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl Sent {
    /// The request as it is handed over.
    pub fn of(request: &HttpRequest) -> Self {
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

impl Answer {
    /// An answer with a JSON body.
    pub fn json(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: body.into(),
        }
    }

    /// The answer as it is handed over.
    pub fn response(&self) -> HttpResponse {
        let mut response = http::Response::builder().status(self.status);
        for (name, value) in &self.headers {
            response = response.header(name, value);
        }
        let response = response
            .body(SdkBody::from(self.body.clone()))
            .expect("a response");
        HttpResponse::try_from(response).expect("a response in text")
    }
}
