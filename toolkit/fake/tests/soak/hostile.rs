//! A network that loses and damages responses, and the log of what passed through it.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use fastrand::Rng;
use ivs_fake::Connector;
use serde_json::Value;
use tokio::sync::oneshot;

/// A response of the fake.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) code: Option<String>,
    pub(crate) body: Value,
}

/// The end of an attempt, as the client saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The client stopped waiting.
    Abandoned,
    /// The response of the fake.
    Response,
    /// The connection broke.
    Broken,
    /// A success with a damaged body.
    Damaged,
}

#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    /// `None` if the fake closed the connection.
    pub(crate) reply: Option<Reply>,
    pub(crate) ending: Ending,
    /// `true` while the fake delays its response.
    is_running: bool,
}

/// The fate of a successful response.
#[derive(Clone, Copy)]
enum Mischief {
    None,
    Lose,
    Truncate,
    Replace(&'static str),
}

/// An HTTP client in front of the fake.
#[derive(Clone)]
pub(crate) struct Network {
    connector: Connector,
    log: Arc<Mutex<Log>>,
}

struct Log {
    rng: Rng,
    attempts: Vec<Attempt>,
}

impl Network {
    pub(crate) fn new(connector: Connector, seed: u64) -> Self {
        let log = Log {
            rng: Rng::with_seed(seed),
            attempts: Vec::new(),
        };
        Self {
            connector,
            log: Arc::new(Mutex::new(log)),
        }
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns `true` if the fake still delays a response.
    pub(crate) fn is_busy(&self) -> bool {
        self.log().attempts.iter().any(|attempt| attempt.is_running)
    }

    /// Returns the attempts since the last call of this function, in the order of the fake.
    pub(crate) fn take_attempts(&self) -> Vec<Attempt> {
        std::mem::take(&mut self.log().attempts)
    }
}

impl fmt::Debug for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Network")
    }
}

impl HttpClient for Network {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Wire {
            network: self.clone(),
            fake: self.connector.http_connector(settings, components),
        })
    }
}

#[derive(Debug)]
struct Wire {
    network: Network,
    fake: SharedHttpConnector,
}

impl HttpConnector for Wire {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let network = self.network.clone();
        let (index, mischief) = {
            let mut log = network.log();
            log.attempts.push(Attempt {
                reply: None,
                ending: Ending::Abandoned,
                is_running: true,
            });
            (log.attempts.len() - 1, mischief(&mut log.rng))
        };
        let response = self.fake.call(request);
        let (sender, receiver) = oneshot::channel();
        let task = network.clone();
        // The fake works on, and is recorded, if the client stops waiting.
        tokio::spawn(async move {
            let response = response.await;
            let mut log = task.log();
            let attempt = &mut log.attempts[index];
            attempt.is_running = false;
            attempt.reply = response.as_ref().ok().map(reply);
            drop(log);
            // The client may have stopped waiting.
            let _ = sender.send(response);
        });
        HttpConnectorFuture::new(async move {
            let response = receiver
                .await
                .unwrap_or_else(|error| Err(ConnectorError::other(error.into(), None)));
            let (ending, response) = apply(mischief, response);
            network.log().attempts[index].ending = ending;
            response
        })
    }
}

fn mischief(rng: &mut Rng) -> Mischief {
    match rng.u8(..20) {
        0 => Mischief::Lose,
        1 => Mischief::Truncate,
        2 => Mischief::Replace("[1, {\"channel\": "),
        3 => Mischief::Replace("<html>\u{0}\u{fffd}"),
        _ => Mischief::None,
    }
}

fn apply(
    mischief: Mischief,
    response: Result<HttpResponse, ConnectorError>,
) -> (Ending, Result<HttpResponse, ConnectorError>) {
    let Ok(mut response) = response else {
        return (Ending::Broken, response);
    };
    let body = response.body().bytes().unwrap_or_default().to_vec();
    let damaged = match mischief {
        Mischief::Lose if response.status().is_success() => {
            let error = ConnectorError::io("the response was lost".into());
            return (Ending::Broken, Err(error));
        }
        // The client ignores the body if the output has no members.
        _ if body.is_empty() || body == b"{}" => return (Ending::Response, Ok(response)),
        Mischief::Truncate => body[..body.len() / 2].to_vec(),
        Mischief::Replace(text) => text.into(),
        _ => return (Ending::Response, Ok(response)),
    };
    if !response.status().is_success() {
        return (Ending::Response, Ok(response));
    }
    response.headers_mut().remove("content-length");
    *response.body_mut() = SdkBody::from(damaged);
    (Ending::Damaged, Ok(response))
}

fn reply(response: &HttpResponse) -> Reply {
    let body = response.body().bytes().unwrap_or_default();
    let code = response.headers().get("x-amzn-errortype");
    Reply {
        status: response.status().as_u16(),
        code: code.map(str::to_owned),
        body: serde_json::from_slice(body).unwrap_or_default(),
    }
}
