//! A fake service and its client, whose calls are recorded.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_async::time::TimeSource;
use aws_smithy_runtime_api::client::http::{
    HttpClient as _, HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use ivs_fake::{ChannelOverview, Clock, Encoder, Fake, Fault, Options, Quotas};
use ivs_sdk::config::Builder;
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::{Client, Config};
use tokio::time::Instant;

/// A service, and a client that does not retry.
pub(crate) struct Scene {
    pub(crate) fake: Fake,
    pub(crate) client: Client,
    log: Arc<Log>,
}

/// A call that a client made.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// The path of the request: the operation, except for tags.
    pub(crate) path: String,
    /// The time since the start of the scene.
    pub(crate) time: Duration,
    pub(crate) body: Vec<u8>,
    /// The status of the response; `None` if there is none.
    pub(crate) status: Option<u16>,
}

/// The fate of a call that fails.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Loss {
    /// The request does not reach the service.
    Request,
    /// The service fails.
    Failure,
    /// The service does its work, and its response is lost, as if the application had ended before
    /// it.
    Response,
}

struct Log {
    fake: Fake,
    start: Instant,
    /// The part of the elapsed time by which the fake's clock was advanced.
    advanced: Mutex<Duration>,
    calls: Mutex<Vec<Call>>,
    loss: Mutex<Option<(usize, Loss)>>,
}

impl Scene {
    pub(crate) fn start() -> Self {
        Self::with(Quotas::default(), |config| config)
    }

    /// Starts a service with these quotas, and a client whose configuration is completed by
    /// `configure`.
    pub(crate) fn with(quotas: Quotas, configure: impl FnOnce(Builder) -> Builder) -> Self {
        let options = Options {
            seed: Some(1),
            clock: Clock::manual(),
            quotas,
            ..Options::default()
        };
        let fake = Fake::builder().options(options).start().expect("a fake");
        let log = Arc::new(Log {
            fake: fake.clone(),
            start: Instant::now(),
            advanced: Mutex::default(),
            calls: Mutex::default(),
            loss: Mutex::default(),
        });
        let config = fake
            .config()
            .retry_config(RetryConfig::disabled())
            .sleep_impl(TokioSleep::new())
            .time_source(TokioTime(SystemTime::now(), log.start));
        let connector = fake.connector();
        let shared_log = Arc::clone(&log);
        let http_client = http_client_fn(move |settings, components| {
            SharedHttpConnector::new(Recorder {
                service: connector.http_connector(settings, components),
                log: Arc::clone(&shared_log),
            })
        });
        let config: Config = configure(config.http_client(http_client)).build();
        let client = Client::from_conf(config);
        Self { fake, client, log }
    }

    /// Returns the calls since the last [`forget_calls`](Self::forget_calls).
    pub(crate) fn calls(&self) -> Vec<Call> {
        self.log.calls.lock().expect("a lock").clone()
    }

    /// Returns the paths of the calls.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.calls().into_iter().map(|call| call.path).collect()
    }

    pub(crate) fn forget_calls(&self) {
        self.log.calls.lock().expect("a lock").clear();
    }

    /// Loses the call with this index, once.
    pub(crate) fn lose(&self, index: usize, loss: Loss) {
        *self.log.loss.lock().expect("a lock") = Some((index, loss));
    }

    /// Orders an error for the next calls of an operation.
    pub(crate) fn fail_next(&self, operation: &str, code: &str, times: u32) {
        let fault = Fault::Code(code.to_owned());
        let ordered = self.fake.control().fail_next(operation, fault, times);
        ordered.expect("an operation");
    }

    /// Creates a channel, and returns its ARN.
    pub(crate) async fn channel(&self, name: &str) -> String {
        let created = self.client.create_channel().name(name).send().await;
        let channel = created.expect("a channel").channel.expect("a channel");
        channel.arn.expect("an ARN")
    }

    /// Creates a channel that is live, and returns its ARN.
    pub(crate) async fn live_channel(&self) -> String {
        let arn = self.channel("stage").await;
        self.go_live(&arn);
        arn
    }

    pub(crate) fn go_live(&self, target: &str) {
        let live = self.fake.control().go_live(target, Encoder::default());
        live.expect("a live channel");
    }

    /// Returns the channels with their keys and streams.
    pub(crate) fn channels(&self) -> Vec<ChannelOverview> {
        self.fake.control().overview().channels
    }
}

/// The clock of Tokio, from a time at which requests can be signed.
#[derive(Clone, Copy, Debug)]
struct TokioTime(SystemTime, Instant);

impl TimeSource for TokioTime {
    fn now(&self) -> SystemTime {
        self.0 + self.1.elapsed()
    }
}

/// Records calls, and loses the one that the test chose.
struct Recorder {
    service: SharedHttpConnector,
    log: Arc<Log>,
}

impl std::fmt::Debug for Recorder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Recorder")
    }
}

impl HttpConnector for Recorder {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let (service, log) = (self.service.clone(), Arc::clone(&self.log));
        HttpConnectorFuture::new(async move {
            log.advance_fake();
            let index = log.record(&request);
            let loss = log.take_loss(index);
            match loss {
                Some(Loss::Request) => {
                    return Err(ConnectorError::io("the request was lost".into()));
                }
                Some(Loss::Failure) => {
                    let ordered = log.fake.control().fail_next("*", Fault::Status(500), 1);
                    ordered.expect("an operation");
                }
                Some(Loss::Response) | None => {}
            }
            let response = service.call(request).await?;
            let status = response.status().as_u16();
            if let Some(call) = log.calls.lock().expect("a lock").get_mut(index) {
                call.status = Some(status);
            }
            if loss == Some(Loss::Response) {
                return Err(ConnectorError::io("the response was lost".into()));
            }
            Ok(response)
        })
    }
}

impl Log {
    /// Advances the fake's clock by the time that Tokio's advanced.
    fn advance_fake(&self) {
        let elapsed = self.start.elapsed();
        let mut advanced = self.advanced.lock().expect("a lock");
        let step = elapsed.saturating_sub(*advanced);
        *advanced = elapsed;
        self.fake.control().advance(step).expect("no state file");
    }

    /// Records a call, and returns its index.
    fn record(&self, request: &HttpRequest) -> usize {
        let uri = request.uri();
        let path = uri.split_once("//").map_or(uri, |(_, rest)| rest);
        let path = path.split_once('/').map_or("", |(_, path)| path);
        let path = path.split('?').next().unwrap_or("").to_owned();
        let mut calls = self.calls.lock().expect("a lock");
        calls.push(Call {
            path,
            time: self.start.elapsed(),
            body: request.body().bytes().unwrap_or_default().to_vec(),
            status: None,
        });
        calls.len() - 1
    }

    fn take_loss(&self, index: usize) -> Option<Loss> {
        let mut loss = self.loss.lock().expect("a lock");
        let (_, kind) = loss.take_if(|(lost, _)| *lost == index)?;
        Some(kind)
    }
}
