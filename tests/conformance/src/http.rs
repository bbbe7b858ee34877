//! A service that keeps what is sent to it.

use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;

use crate::Answer;

/// An HTTP client that sends nothing: it keeps the last request, and gives one answer after the other,
/// the last one to all that follow.
#[derive(Clone, Debug)]
pub struct Http {
    answers: Arc<[Answer]>,
    sent: Arc<Mutex<Sent>>,
}

#[derive(Debug, Default)]
struct Sent {
    last: Option<HttpRequest>,
    count: usize,
}

impl Http {
    /// For what is sent: it answers with status 200 and nothing else.
    pub fn keeping() -> Self {
        Self::giving(Answer::new(200, ""))
    }

    /// For what is understood.
    pub fn answering(
        code: u16,
        headers: &'static [(&'static str, &'static str)],
        body: &'static [u8],
    ) -> Self {
        let add = |answer: Answer, (name, value): &(&'static str, &'static str)| {
            answer.header(name, *value)
        };
        Self::giving(headers.iter().fold(Answer::new(code, body), add))
    }

    /// With any answer.
    pub fn giving(answer: Answer) -> Self {
        Self::giving_each([answer])
    }

    /// With any answers.
    ///
    /// # Panics
    /// Without any.
    pub fn giving_each(answers: impl Into<Arc<[Answer]>>) -> Self {
        let answers = answers.into();
        assert!(!answers.is_empty(), "no answer");
        Self {
            answers,
            sent: Arc::default(),
        }
    }

    /// How many requests there were.
    pub fn count(&self) -> usize {
        self.sent.lock().expect("no test panics in here").count
    }

    /// The last request, once.
    pub fn take(&self) -> Option<HttpRequest> {
        let mut sent = self.sent.lock().expect("no test panics in here");
        sent.last.take()
    }
}

impl HttpConnector for Http {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let mut sent = self.sent.lock().expect("no test panics in here");
        sent.last = Some(request);
        let answer = sent.count.min(self.answers.len() - 1);
        sent.count += 1;
        HttpConnectorFuture::ready(Ok(self.answers[answer].response()))
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
