//! An HTTP/1 server on the loopback interface that records requests and answers from a script.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::service::service_fn;
use hyper::{HeaderMap, Request, Response};
use hyper_util::rt::TokioIo;
use ivs_sdk::config::retry::{RetryConfig, RetryPartition};
use ivs_sdk::config::{Credentials, Region};
use ivs_sdk::{Client, Config, config};
use tokio::net::TcpListener;

/// The request id that every scripted answer carries.
pub const REQUEST_ID: &str = "request-id";

/// A running server; its task ends with the runtime of the test.
pub struct Server {
    endpoint: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    script: VecDeque<Answer>,
    requests: Vec<Recorded>,
}

/// A request as it came over the socket.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The HTTP method.
    pub method: String,
    /// The path, percent-encoded as it came.
    pub path: String,
    /// What follows the question mark.
    pub query: Option<String>,
    /// All headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
}

/// One scripted answer.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Bytes,
    end: End,
}

impl Server {
    /// Starts a server that gives these answers in this order.
    pub async fn start(script: impl IntoIterator<Item = Answer>) -> Self {
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

    /// The URL that requests go to.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// A client of this server with the default connector.
    pub fn client(&self) -> Client {
        Client::from_conf(self.config().build())
    }

    /// The configuration of [`Server::client`], to be changed further.
    pub fn config(&self) -> config::Builder {
        Config::builder()
            .endpoint_url(&self.endpoint)
            .region(Region::from_static("us-east-1"))
            .credentials_provider(Credentials::for_tests_with_session_token())
            .retry_config(RetryConfig::standard().with_initial_backoff(Duration::from_millis(1)))
            // Clients share the retry quota of their partition, so a test that provokes retries
            // would starve its neighbours: one partition a server.
            .retry_partition(RetryPartition::new(self.endpoint.clone()))
    }

    /// Appends an answer to the script.
    pub fn push(&self, answer: Answer) {
        self.state
            .lock()
            .expect("no panic under the lock")
            .script
            .push_back(answer);
    }

    /// Everything received so far.
    pub fn requests(&self) -> Vec<Recorded> {
        self.state
            .lock()
            .expect("no panic under the lock")
            .requests
            .clone()
    }

    /// The only request received.
    pub fn request(&self) -> Recorded {
        let [request] = <[Recorded; 1]>::try_from(self.requests()).expect("one request");
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
            // A connection that ends badly is the client's to notice.
            let _ = connection.await;
        });
    }
}

async fn respond(
    state: Arc<Mutex<State>>,
    request: Request<Incoming>,
) -> Result<Response<Scripted>, Infallible> {
    let (parts, body) = request.into_parts();
    let body = body
        .collect()
        .await
        .map(|body| body.to_bytes())
        .unwrap_or_default();
    let answer = {
        let mut state = state.lock().expect("no panic under the lock");
        state.requests.push(Recorded {
            method: parts.method.to_string(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().map(str::to_owned),
            headers: parts.headers,
            body,
        });
        state
            .script
            .pop_front()
            .unwrap_or_else(|| Answer::error(400, "EndOfScript"))
    };
    Ok(answer.into_response())
}

impl Recorded {
    /// The value of a header that must be there once.
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

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a body of UTF-8")
    }
}

impl Answer {
    /// An answer with this status and body.
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers: vec![("x-amzn-RequestId".into(), REQUEST_ID.into())],
            body: body.into(),
            end: End::Regular,
        }
    }

    /// A success with this body.
    pub fn ok(body: impl Into<Bytes>) -> Self {
        Self::new(200, body)
    }

    /// An error known by its header alone.
    pub fn error(status: u16, code: &str) -> Self {
        Self::new(status, "{}").header("x-amzn-errortype", code)
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Closes the connection before the promised end of the body.
    pub fn cut_off(mut self) -> Self {
        self.end = End::Pause;
        self
    }

    fn into_response(self) -> Response<Scripted> {
        let mut response = Response::builder().status(self.status);
        for (name, value) in &self.headers {
            response = response.header(name, value);
        }
        response
            .body(Scripted {
                data: Some(self.body),
                end: self.end,
            })
            .expect("a well-formed script")
    }
}

/// The body of an [`Answer`].
struct Scripted {
    data: Option<Bytes>,
    end: End,
}

/// What follows the data.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Regular,
    /// A pause, so that the head and the data leave, then an error.
    Pause,
    Error,
}

impl Body for Scripted {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if let Some(data) = self.data.take() {
            return Poll::Ready(Some(Ok(Frame::data(data))));
        }
        match self.end {
            End::Regular => Poll::Ready(None),
            End::Pause => {
                self.end = End::Error;
                context.waker().wake_by_ref();
                Poll::Pending
            }
            End::Error => Poll::Ready(Some(Err(std::io::ErrorKind::ConnectionAborted.into()))),
        }
    }

    fn size_hint(&self) -> SizeHint {
        let length = self.data.as_ref().map_or(0, |data| data.len() as u64);
        SizeHint::with_exact(length + u64::from(self.end != End::Regular))
    }
}
