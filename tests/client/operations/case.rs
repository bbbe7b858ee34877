//! A case: a call with every input member set, the expected request, and the response to it.

use std::collections::HashMap;
use std::pin::Pin;

use harness::{REQUEST_ID, Response, Server, model};
use ivs_sdk::Client;
use ivs_sdk::error::{DisplayErrorContext, SdkError};
use ivs_sdk::operation::RequestId;
use serde_json::Value;

use super::request;

/// The headers bound by the outputs of the batch operations, with their values in the responses.
pub(super) const BOUND_HEADERS: [(&str, &str); 7] = [
    ("Access-Control-Allow-Origin", "allow-origin"),
    ("Access-Control-Expose-Headers", "expose-headers"),
    ("Cache-Control", "cache-control"),
    ("Content-Security-Policy", "content-security-policy"),
    ("Strict-Transport-Security", "strict-transport-security"),
    ("X-Content-Type-Options", "content-type-options"),
    ("X-Frame-Options", "frame-options"),
];

type BoxFuture = Pin<Box<dyn Future<Output = ()> + Send>>;

pub(super) struct Case {
    pub(super) operation: &'static str,
    /// The expected path and query; by default the path is the operation's name.
    pub(super) target: String,
    /// The exact request body; empty if there is none.
    pub(super) body: &'static str,
    pub(super) response: Option<Value>,
    pub(super) response_headers: &'static [(&'static str, &'static str)],
    call: Box<dyn FnOnce(Client) -> BoxFuture + Send>,
}

impl Case {
    pub(super) fn new(operation: &'static str) -> Self {
        Self {
            operation,
            target: format!("/{operation}"),
            body: "",
            response: None,
            response_headers: &[],
            call: Box::new(|_| panic!("a case without a call")),
        }
    }

    pub(super) fn target(mut self, target: &str) -> Self {
        self.target = target.to_owned();
        self
    }

    pub(super) fn body(mut self, body: &'static str) -> Self {
        self.body = body;
        self
    }

    pub(super) fn response(mut self, response: Value) -> Self {
        self.response = Some(response);
        self
    }

    /// Adds [`BOUND_HEADERS`] to the response.
    pub(super) fn with_bound_headers(mut self) -> Self {
        self.response_headers = &BOUND_HEADERS;
        self
    }

    /// Sets the call and the check of its output.
    pub(super) fn call<O, E, F>(
        mut self,
        send: impl FnOnce(Client) -> F + Send + 'static,
        check: impl FnOnce(O) + Send + 'static,
    ) -> Self
    where
        F: Future<Output = Result<O, SdkError<E>>> + Send,
        O: RequestId,
        E: std::error::Error + 'static,
    {
        self.call = Box::new(move |client| {
            Box::pin(async move {
                let output = match send(client).await {
                    Ok(output) => output,
                    Err(error) => panic!("{}", DisplayErrorContext(error)),
                };
                assert_eq!(output.request_id(), Some(REQUEST_ID));
                check(output);
            })
        });
        self
    }
}

/// Runs each case against a separate server.
pub(super) async fn run(cases: Vec<Case>) {
    let operations = model().operations();
    for case in cases {
        // If an assertion below fails, the last line names the failing operation.
        println!("operation {}", case.operation);
        let operation = &operations[case.operation];
        let body = case
            .response
            .as_ref()
            .map_or_else(String::new, Value::to_string);
        let mut response = Response::new(operation.status, body);
        for (name, value) in case.response_headers {
            response = response.header(name, value);
        }

        let server = Server::start([response]).await;
        (case.call)(server.client()).await;

        let sent = server.request();
        assert_eq!(sent.method, operation.method);
        let query = sent
            .query
            .as_ref()
            .map_or_else(String::new, |query| format!("?{query}"));
        assert_eq!(sent.path.clone() + &query, case.target);
        assert_eq!(sent.text(), case.body);
        request::check_headers(&sent);
    }
}

/// Returns a map with one entry, because several would be sent in random order.
pub(super) fn tags(key: &str, value: &str) -> HashMap<String, String> {
    HashMap::from([(key.to_owned(), value.to_owned())])
}
