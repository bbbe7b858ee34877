//! The control interface in JSON.

use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Control, ControlError, Controlled};
use crate::behaviour::Fault;
use crate::service::broadcast::Encoder;
use crate::service::ingest::Ingest;

/// The greatest number of seconds that a request may name: some 300 years.
const MOST_SECONDS: f64 = 1e10;

/// A request that names a channel by its ARN or stream key.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Target {
    channel_arn: Option<String>,
    stream_key: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GoLive {
    channel_arn: Option<String>,
    stream_key: Option<String>,
    ingest: Option<Ingest>,
    priority: Option<i64>,
    #[serde(default)]
    connecting_seconds: f64,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Fail {
    channel_arn: Option<String>,
    stream_key: Option<String>,
    reason: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Starve {
    channel_arn: Option<String>,
    stream_key: Option<String>,
    #[serde(default)]
    silent: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Viewers {
    channel_arn: Option<String>,
    stream_key: Option<String>,
    count: i64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    seconds: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settle {
    arn: String,
    #[serde(default)]
    failed: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct FailNext {
    operation: String,
    code: Option<String>,
    status: Option<u16>,
    delay_ms: Option<u64>,
    #[serde(default)]
    reset: bool,
    times: Option<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Playback {
    url: String,
    origin: Option<String>,
    country: Option<String>,
}

impl Control<'_> {
    /// Handles a request of the JSON interface: a method, the route after `/_fake/`, and the body.
    /// Returns the body of the response.
    ///
    /// # Errors
    ///
    /// No such route, a body that it does not expect, or an error of the method of that name.
    pub fn request(&self, method: &str, route: &str, body: &[u8]) -> Result<Value, ControlError> {
        match (method, route) {
            ("GET", "events") => to_json(self.events()),
            ("GET", "objects") => to_json(self.objects()),
            ("GET", "overview") => to_json(self.overview()),
            ("POST", "go-live") => self.go_live_json(read(body)?),
            ("POST", "end") => {
                let Target {
                    channel_arn,
                    stream_key,
                } = read(body)?;
                done(self.end(&target(channel_arn, stream_key)?))
            }
            ("POST", "fail") => {
                let Fail {
                    channel_arn,
                    stream_key,
                    reason,
                } = read(body)?;
                done(self.fail(&target(channel_arn, stream_key)?, reason.as_deref()))
            }
            ("POST", "starve") => {
                let Starve {
                    channel_arn,
                    stream_key,
                    silent,
                } = read(body)?;
                done(self.starve(&target(channel_arn, stream_key)?, silent))
            }
            ("POST", "recover") => {
                let Target {
                    channel_arn,
                    stream_key,
                } = read(body)?;
                done(self.recover(&target(channel_arn, stream_key)?))
            }
            ("POST", "viewers") => {
                let Viewers {
                    channel_arn,
                    stream_key,
                    count,
                } = read(body)?;
                done(self.viewers(&target(channel_arn, stream_key)?, count))
            }
            ("POST", "advance") => {
                let Advance { seconds } = read(body)?;
                Ok(json!({ "now": self.advance(duration(seconds)?)? }))
            }
            ("POST", "settle") => {
                let Settle { arn, failed } = read(body)?;
                done(self.settle(&arn, failed))
            }
            ("POST", "fail-next") => self.fail_next_json(read(body)?),
            ("POST", "playback") => {
                let Playback {
                    url,
                    origin,
                    country,
                } = read(body)?;
                to_json(self.playback(&url, origin.as_deref(), country.as_deref())?)
            }
            ("POST", "reset") => done(self.reset()),
            _ => Err(ControlError::not_found(&format!("{method} /_fake/{route}"))),
        }
    }

    fn go_live_json(&self, request: GoLive) -> Controlled<Value> {
        let GoLive {
            channel_arn,
            stream_key,
            ingest,
            priority,
            connecting_seconds,
        } = request;
        let connecting = duration(connecting_seconds)?;
        let encoder = Encoder {
            ingest,
            priority,
            connecting,
        };
        let stream_id = self.go_live(&target(channel_arn, stream_key)?, encoder)?;
        Ok(json!({ "streamId": stream_id }))
    }

    fn fail_next_json(&self, request: FailNext) -> Controlled<Value> {
        let FailNext {
            operation,
            code,
            status,
            delay_ms,
            reset,
            times,
        } = request;
        let mut faults = code
            .map(Fault::Code)
            .into_iter()
            .chain(status.map(Fault::Status));
        let mut others = delay_ms.map(Fault::Delay).into_iter();
        let mut resets = reset.then_some(Fault::Reset).into_iter();
        let mut all = faults
            .by_ref()
            .chain(others.by_ref())
            .chain(resets.by_ref());
        match (all.next(), all.next()) {
            (Some(fault), None) => done(self.fail_next(&operation, fault, times.unwrap_or(1))),
            _ => Err(ControlError::invalid(
                "One of code, status, delayMs or reset is required",
            )),
        }
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Controlled<T> {
    serde_json::from_slice(body).map_err(|error| ControlError::invalid(error.to_string()))
}

fn to_json(value: impl Serialize) -> Controlled<Value> {
    serde_json::to_value(value).map_err(|error| ControlError::failed(error.to_string()))
}

fn done(result: Controlled<()>) -> Controlled<Value> {
    result.map(|()| json!({}))
}

fn target(channel_arn: Option<String>, stream_key: Option<String>) -> Controlled<String> {
    match (channel_arn, stream_key) {
        (Some(target), None) | (None, Some(target)) => Ok(target),
        _ => Err(ControlError::invalid(
            "Either channelArn or streamKey is required",
        )),
    }
}

fn duration(seconds: f64) -> Controlled<Duration> {
    if !(0.0..=MOST_SECONDS).contains(&seconds) {
        return Err(ControlError::invalid("Seconds must be from 0 to 1e10"));
    }
    Ok(Duration::from_secs_f64(seconds))
}
