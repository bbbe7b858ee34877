//! The other side for scripts, in memory: it may be late, fail or never answer.

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
use crate::wire::{Answer, Sent};

/// What becomes of an attempt.
#[derive(Clone, Debug)]
pub enum Reply {
    Answer(Answer),
    Late(Duration, Answer),
    Fails(Failure),
    Never,
}

/// How a connector fails.
#[derive(Clone, Copy, Debug)]
pub enum Failure {
    Io,
    Timeout,
    User,
    Other,
    Transient,
    Throttled,
}

/// An attempt as it arrived.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// When, from the start of the clock on.
    pub at: Duration,
    pub connect_timeout: Option<Duration>,
    pub read_timeout: Option<Duration>,
    pub sent: Sent,
}

/// The other side. The last reply is given for ever.
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
    given_up: usize,
}

impl Reply {
    /// A success.
    pub fn ok(body: &str) -> Self {
        Self::status(200, body)
    }

    /// An answer with a JSON body.
    pub fn status(status: u16, body: impl AsRef<[u8]>) -> Self {
        Self::Answer(Answer::json(status, body.as_ref()))
    }

    /// An error that is known by its header.
    pub fn error(status: u16, code: &str) -> Self {
        Self::status(status, "{}").header("x-amzn-errortype", code)
    }

    /// The answer with a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Self::Answer(answer) | Self::Late(_, answer) = &mut self {
            answer.headers.push((name.to_owned(), value.to_owned()));
        }
        self
    }
}

/// The runtime prints its components; what is told here is told by the arrivals.
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
        peer.reply(replies);
        peer
    }

    /// Puts `replies` in the place of those that are left.
    pub fn reply(&self, replies: impl IntoIterator<Item = Reply>) {
        self.with(|state| state.replies = replies.into_iter().collect());
    }

    /// What arrived since it was asked last.
    pub fn arrivals(&self) -> Vec<Arrival> {
        self.with(|state| std::mem::take(&mut state.arrivals))
    }

    /// How many attempts were dropped before they had an answer, since it was asked last.
    pub fn given_up(&self) -> usize {
        self.with(|state| std::mem::take(&mut state.given_up))
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
            sent: Sent::of(request),
        };
        self.with(|state| {
            state.arrivals.push(arrival);
            match state.replies.len() {
                0 => panic!("there is no reply to give"),
                1 => state.replies[0].clone(),
                _ => state.replies.pop_front().expect("several"),
            }
        })
    }
}

/// Counts an attempt as given up, unless it is told otherwise.
struct Waiting(Option<Peer>);

impl Waiting {
    fn over(mut self) {
        self.0 = None;
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some(peer) = &self.0 {
            peer.with(|state| state.given_up += 1);
        }
    }
}

impl HttpConnector for Peer {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let reply = self.arrive(&request);
        let waiting = Waiting(Some(self.clone()));
        HttpConnectorFuture::new(async move {
            let result = match reply {
                Reply::Answer(answer) => Ok(answer.response()),
                Reply::Late(duration, answer) => {
                    tokio::time::sleep(duration).await;
                    Ok(answer.response())
                }
                Reply::Fails(failure) => Err(failure.error()),
                Reply::Never => std::future::pending().await,
            };
            waiting.over();
            result
        })
    }
}

impl Failure {
    fn error(self) -> ConnectorError {
        match self {
            Self::Io => ConnectorError::io("the line is cut".into()),
            Self::Timeout => ConnectorError::timeout("nobody there".into()),
            Self::User => ConnectorError::user("not like that".into()),
            Self::Other => ConnectorError::other("who knows".into(), None),
            Self::Transient => {
                ConnectorError::other("not now".into(), Some(ErrorKind::TransientError))
            }
            Self::Throttled => {
                ConnectorError::other("slower".into(), Some(ErrorKind::ThrottlingError))
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
