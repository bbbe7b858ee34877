//! An HTTP/1 server on the loopback interface that records requests and sends scripted responses.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::service::service_fn;
use hyper::{HeaderMap, Request};
use hyper_util::rt::TokioIo;
use ivs_sdk::config::retry::{RetryConfig, RetryPartition};
use ivs_sdk::config::{Credentials, Region};
use ivs_sdk::{Client, Config, config};
use tokio::net::TcpListener;

/// The request id in every scripted response.
pub const REQUEST_ID: &str = "request-id";

/// A running server, stopped when the runtime of the test ends.
pub struct Server {
    endpoint: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    script: VecDeque<Response>,
    requests: Vec<RecordedRequest>,
}

/// A request as received on the socket.
#[derive(Clone, Debug)]
pub struct RecordedRequest {
    /// The HTTP method.
    pub method: String,
    /// The path, percent-encoded as received.
    pub path: String,
    /// The query, without the question mark.
    pub query: Option<String>,
    /// All headers.
    pub headers: HeaderMap,
    /// The complete body.
    pub body: Bytes,
}

/// A scripted response.
#[derive(Clone, Debug)]
pub struct Response {
    status: u16,
    headers: Vec<(String, String)>,
    body: Bytes,
    ending: Ending,
}

impl Server {
    /// Starts a server that sends these responses in order, then errors with code `EndOfScript`.
    pub async fn start(script: impl IntoIterator<Item = Response>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("a bound listener");
        let state = Arc::new(Mutex::new(State {
            script: script.into_iter().collect(),
            requests: Vec::new(),
        }));
        tokio::spawn(accept(listener, Arc::clone(&state)));
        Self {
            endpoint: format!("http://{address}"),
            state,
        }
    }

    /// Returns the URL of the server.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Returns a client of this server with the default connector.
    pub fn client(&self) -> Client {
        Client::from_conf(self.config().build())
    }

    /// Returns the configuration of [`Server::client`], for further changes.
    pub fn config(&self) -> config::Builder {
        Config::builder()
            .endpoint_url(&self.endpoint)
            .region(Region::from_static("us-east-1"))
            .credentials_provider(Credentials::for_tests_with_session_token())
            .retry_config(RetryConfig::standard().with_initial_backoff(Duration::from_millis(1)))
            // Clients share the retry quota of their partition. With one partition per server, a
            // test that provokes retries does not exhaust the quota of other tests.
            .retry_partition(RetryPartition::new(self.endpoint.clone()))
    }

    /// Appends a response to the script.
    pub fn push(&self, response: Response) {
        self.state
            .lock()
            .expect("no panic under the lock")
            .script
            .push_back(response);
    }

    /// Returns all requests received so far.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.state
            .lock()
            .expect("no panic under the lock")
            .requests
            .clone()
    }

    /// Returns the only request received.
    ///
    /// # Panics
    /// Panics unless exactly one request was received.
    pub fn request(&self) -> RecordedRequest {
        let [request] = <[RecordedRequest; 1]>::try_from(self.requests()).expect("one request");
        request
    }
}

async fn accept(listener: TcpListener, state: Arc<Mutex<State>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let state = Arc::clone(&state);
        let service = service_fn(move |request| respond(Arc::clone(&state), request));
        let connection = hyper::server::conn::http1::Builder::new()
            .serve_connection(TokioIo::new(stream), service);
        tokio::spawn(async move {
            // If the connection fails, the client sees it too.
            let _ = connection.await;
        });
    }
}

async fn respond(
    state: Arc<Mutex<State>>,
    request: Request<Incoming>,
) -> Result<hyper::Response<ScriptedBody>, Infallible> {
    let (parts, body) = request.into_parts();
    let body = body
        .collect()
        .await
        .map(|body| body.to_bytes())
        .unwrap_or_default();
    let response = {
        let mut state = state.lock().expect("no panic under the lock");
        state.requests.push(RecordedRequest {
            method: parts.method.to_string(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().map(str::to_owned),
            headers: parts.headers,
            body,
        });
        state
            .script
            .pop_front()
            .unwrap_or_else(|| Response::error(400, "EndOfScript"))
    };
    Ok(response.into_hyper())
}

impl RecordedRequest {
    /// Returns the value of a header.
    ///
    /// # Panics
    /// Panics unless the header occurs exactly once.
    pub fn header(&self, name: &str) -> &str {
        let mut values = self.headers.get_all(name).iter();
        let value = values
            .next()
            .unwrap_or_else(|| panic!("no header {name} in {self:?}"));
        assert!(
            values.next().is_none(),
            "header {name} is repeated in {self:?}"
        );
        value.to_str().expect("a header of visible characters")
    }

    /// Returns the body as a string.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a body of UTF-8")
    }
}

impl Response {
    /// Creates a response with this status and body.
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers: vec![("x-amzn-RequestId".into(), REQUEST_ID.into())],
            body: body.into(),
            ending: Ending::Complete,
        }
    }

    /// Creates a successful response with this body.
    pub fn ok(body: impl Into<Bytes>) -> Self {
        Self::new(200, body)
    }

    /// Creates an error response whose code is in the header only.
    pub fn error(status: u16, code: &str) -> Self {
        Self::new(status, "{}").header("x-amzn-errortype", code)
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Closes the connection before the end of the body.
    pub fn truncated(mut self) -> Self {
        self.ending = Ending::PauseThenError;
        self
    }

    fn into_hyper(self) -> hyper::Response<ScriptedBody> {
        let mut response = hyper::Response::builder().status(self.status);
        for (name, value) in &self.headers {
            response = response.header(name, value);
        }
        response
            .body(ScriptedBody {
                data: Some(self.body),
                ending: self.ending,
            })
            .expect("a well-formed script")
    }
}

/// The body of a [`Response`].
struct ScriptedBody {
    data: Option<Bytes>,
    ending: Ending,
}

/// The end of a body, after its data.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Ending {
    Complete,
    /// A pause, so that the head and the data are sent, then an error.
    PauseThenError,
    Error,
}

impl Body for ScriptedBody {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if let Some(data) = self.data.take() {
            return Poll::Ready(Some(Ok(Frame::data(data))));
        }
        match self.ending {
            Ending::Complete => Poll::Ready(None),
            Ending::PauseThenError => {
                self.ending = Ending::Error;
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Ending::Error => Poll::Ready(Some(Err(std::io::ErrorKind::ConnectionAborted.into()))),
        }
    }

    fn size_hint(&self) -> SizeHint {
        let length = self.data.as_ref().map_or(0, |data| data.len() as u64);
        // A truncated body announces one byte more than it sends.
        SizeHint::with_exact(length + u64::from(self.ending != Ending::Complete))
    }
}
