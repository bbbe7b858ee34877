//! An in-memory HTTP peer for scripts that can respond late, fail or never respond.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::retry::ErrorKind;

use crate::clock::Clock;
use crate::connector::{Response, SentRequest};

/// The reaction to an attempt.
#[derive(Clone, Debug)]
pub enum Reply {
    Response(Response),
    Late(Duration, Response),
    Failure(Failure),
    Never,
}

/// The kind of a connector error.
#[derive(Clone, Copy, Debug)]
pub enum Failure {
    Io,
    Timeout,
    User,
    Other,
    Transient,
    Throttled,
}

/// An attempt that arrived.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// The arrival time since the start of the clock.
    pub at: Duration,
    pub connect_timeout: Option<Duration>,
    pub read_timeout: Option<Duration>,
    pub request: SentRequest,
}

/// An in-memory HTTP peer that gives replies in order and then repeats the last.
#[derive(Clone)]
pub struct Peer {
    clock: Clock,
    settings: Option<HttpConnectorSettings>,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    replies: VecDeque<Reply>,
    arrivals: Vec<Arrival>,
    dropped: usize,
}

impl Reply {
    /// Returns a response with status 200 and a JSON body.
    pub fn ok(body: &str) -> Self {
        Self::status(200, body)
    }

    /// Returns a response with a JSON body.
    pub fn status(status: u16, body: impl AsRef<[u8]>) -> Self {
        Self::Response(Response::json(status, body.as_ref()))
    }

    /// Returns an error response with its code in a header.
    pub fn error(status: u16, code: &str) -> Self {
        Self::status(status, "{}").header("x-amzn-errortype", code)
    }

    /// Adds a header to the response.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Self::Response(response) | Self::Late(_, response) = &mut self {
            response.headers.push((name.to_owned(), value.to_owned()));
        }
        self
    }
}

/// Omits the state: the runtime prints its components, and scripts report arrivals themselves.
impl std::fmt::Debug for Peer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Peer")
    }
}

impl Peer {
    pub fn new(clock: Clock, replies: impl IntoIterator<Item = Reply>) -> Self {
        let peer = Self {
            clock,
            settings: None,
            state: Arc::default(),
        };
        peer.set_replies(replies);
        peer
    }

    /// Replaces the remaining replies.
    pub fn set_replies(&self, replies: impl IntoIterator<Item = Reply>) {
        self.with(|state| state.replies = replies.into_iter().collect());
    }

    /// Returns the attempts that arrived since the previous call.
    pub fn take_arrivals(&self) -> Vec<Arrival> {
        self.with(|state| std::mem::take(&mut state.arrivals))
    }

    /// Returns the number of attempts dropped without a reply since the previous call.
    pub fn take_dropped(&self) -> usize {
        self.with(|state| std::mem::take(&mut state.dropped))
    }

    fn with<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        f(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn arrive(&self, request: &HttpRequest) -> Reply {
        let settings = self.settings.as_ref();
        let arrival = Arrival {
            at: self.clock.elapsed(),
            connect_timeout: settings.and_then(HttpConnectorSettings::connect_timeout),
            read_timeout: settings.and_then(HttpConnectorSettings::read_timeout),
            request: SentRequest::new(request),
        };
        self.with(|state| {
            state.arrivals.push(arrival);
            match state.replies.len() {
                0 => panic!("no replies"),
                1 => state.replies[0].clone(),
                _ => state.replies.pop_front().expect("several replies"),
            }
        })
    }
}

/// A guard that counts an attempt as dropped unless it is disarmed.
struct DropGuard(Option<Peer>);

impl DropGuard {
    fn disarm(mut self) {
        self.0 = None;
    }
}

impl Drop for DropGuard {
    fn drop(&mut self) {
        if let Some(peer) = &self.0 {
            peer.with(|state| state.dropped += 1);
        }
    }
}

impl HttpConnector for Peer {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let reply = self.arrive(&request);
        let guard = DropGuard(Some(self.clone()));
        HttpConnectorFuture::new(async move {
            let result = match reply {
                Reply::Response(response) => Ok(response.to_http()),
                Reply::Late(duration, response) => {
                    tokio::time::sleep(duration).await;
                    Ok(response.to_http())
                }
                Reply::Failure(failure) => Err(failure.error()),
                Reply::Never => std::future::pending().await,
            };
            guard.disarm();
            result
        })
    }
}

impl Failure {
    fn error(self) -> ConnectorError {
        match self {
            Self::Io => ConnectorError::io("connection lost".into()),
            Self::Timeout => ConnectorError::timeout("no response".into()),
            Self::User => ConnectorError::user("invalid request".into()),
            Self::Other => ConnectorError::other("unknown".into(), None),
            Self::Transient => {
                ConnectorError::other("unavailable".into(), Some(ErrorKind::TransientError))
            }
            Self::Throttled => {
                ConnectorError::other("throttled".into(), Some(ErrorKind::ThrottlingError))
            }
        }
    }
}

impl HttpClient for Peer {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Self {
            settings: Some(settings.clone()),
            ..self.clone()
        })
    }
}
