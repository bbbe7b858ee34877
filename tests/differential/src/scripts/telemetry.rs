//! Captured input attributes and metrics.

use aws_smithy_types::telemetry::CapturedTelemetryAttributes;

use super::{client, driver, get_channel, sdk};
use crate::fixture::Fixture;
use crate::hooks::{Log, take};
use crate::metrics;
use crate::model::{Member, Shape, model};
use crate::peer::{Failure, Reply};
use crate::transcript::Transcript;
use crate::value::Value;
use sdk::config::interceptors::BeforeTransmitInterceptorContextRef;
use sdk::config::{ConfigBag, Intercept, RuntimeComponents};
use sdk::error::BoxError;

/// An interceptor that logs the captured input attributes.
#[derive(Debug)]
struct Captured(Log);

impl Intercept for Captured {
    fn name(&self) -> &'static str {
        "Captured"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let attributes = config.load::<CapturedTelemetryAttributes>();
        let line = attributes.map_or("nothing".to_owned(), |attributes| {
            let mut pairs: Vec<_> = attributes.iter().collect();
            pairs.sort_unstable();
            format!("{pairs:?}")
        });
        self.0.lock().expect("no panic").push(line);
        Ok(())
    }
}

/// Returns a fixed value of `shape`.
fn value(name: &str, shape: &Shape) -> Value {
    match shape {
        Shape::Boolean => Value::Boolean(true),
        Shape::Integer(..) | Shape::Long => Value::Integer(7),
        Shape::String(..) => Value::String(format!("the {name}")),
        Shape::Enum(values) => Value::String(values[0].to_owned()),
        Shape::Timestamp => Value::Timestamp(aws_smithy_types::DateTime::from_secs(1)),
        Shape::List(element, _) => Value::List(vec![value(name, element)]),
        Shape::Map => Value::Map([("key".to_owned(), "value".to_owned())].into()),
        Shape::Structure(members) => structure(members),
    }
}

fn structure(members: &[Member]) -> Value {
    let member = |member: &Member| (member.name.to_owned(), value(member.name, &member.shape));
    Value::Structure(members.iter().map(member).collect())
}

/// Requests all members of operations with string members.
pub async fn captured(t: &mut Transcript) {
    let count = capture_all(t, true).await;
    t.check("more than 40 calls have captured attributes", count > 40);
}

/// Requests all members of operations without string members; none is captured.
pub async fn nothing_to_capture(t: &mut Transcript) {
    let count = capture_all(t, false).await;
    t.check("nothing was captured", count == 0);
}

/// Calls the operations with or without string members and requests all members.
///
/// Returns the number of calls with captured attributes.
async fn capture_all(t: &mut Transcript, with_strings: bool) -> usize {
    let mut count = 0;
    let is_string = |member: &Member| matches!(member.shape, Shape::String(..) | Shape::Enum(_));
    for operation in model().operations() {
        if operation.input.iter().any(is_string) != with_strings {
            continue;
        }
        let names = || operation.input.iter().map(|member| member.name.to_owned());
        for (capture, emit) in [(true, false), (false, true), (false, false)] {
            let log = Log::default();
            let fixture = Fixture::new([Reply::ok("{}")]);
            let mut config = client::config(&fixture.settings).interceptor(Captured(log.clone()));
            if capture {
                config = config.capture_input_attributes(names());
            }
            if emit {
                config = config.emit_input_attributes(names());
            }
            let client = sdk::Client::from_conf(config.build());
            for input in [structure(&operation.input), Value::Structure(Vec::new())] {
                metrics::set_recording(true);
                let outcome = driver::call(&client, operation.name, &input).await;
                let measured = metrics::set_recording(false);
                let log = take(&log);
                count += usize::from(log.iter().any(|line| line.contains("the ")));
                let secret = log.iter().any(|line| line.contains("the metadata"));
                t.check("no secret is captured", !secret);
                t.show(operation.name, &(capture, emit, outcome.kind, log));
                t.note(measured.join("\n"));
            }
        }
    }
    count
}

/// Requests unknown and repeated names, for a client or for a call.
pub async fn requested(t: &mut Transcript) {
    let none: [&str; 0] = [];
    let requests = [
        (vec!["arn"], vec![]),
        (vec!["Arn", "ARN", "channel_arn", ""], vec!["arn"]),
        (vec!["arn", "arn"], vec!["arn"]),
        (vec![], vec![]),
    ];
    for (capture, emit) in requests {
        for per_call in [true, false] {
            let log = Log::default();
            let fixture = Fixture::new([Reply::ok("{}")]);
            let request = |config: sdk::config::Builder| {
                let config = config.capture_input_attributes(capture.clone());
                config
                    .emit_input_attributes(emit.clone())
                    .capture_input_attributes(none)
            };
            let mut config = client::config(&fixture.settings).interceptor(Captured(log.clone()));
            config = config.capture_input_attributes(["other"]);
            if !per_call {
                config = request(config);
            }
            let client = sdk::Client::from_conf(config.build());
            let call_config = if per_call {
                request(sdk::config::Builder::new())
            } else {
                sdk::config::Builder::new()
            };
            metrics::set_recording(true);
            let call = client
                .get_channel()
                .arn("the arn")
                .customize()
                .config_override(call_config);
            let outcome = crate::outcome::Outcome::new(call.send().await);
            fixture.report(
                t,
                &format!("{capture:?} {emit:?} per call {per_call}"),
                &outcome,
            );
            t.show("captured", &take(&log));
            let measured = metrics::set_recording(false);
            t.check("metrics are recorded", !measured.is_empty());
            t.note(measured.join("\n"));
        }
    }
}

/// Records the metrics of calls that succeed, fail or are never sent.
pub async fn metrics(t: &mut Transcript) {
    for replies in [
        vec![Reply::ok("{}")],
        vec![Reply::status(500, "{}"), Reply::ok("{}")],
        vec![Reply::status(500, "{}")],
        vec![Reply::error(400, "ValidationException")],
        vec![Reply::Failure(Failure::Io)],
        vec![Reply::Failure(Failure::Timeout), Reply::ok("{")],
        vec![Reply::Never],
    ] {
        let fixture = Fixture::new(replies.clone());
        let timeouts = aws_smithy_types::timeout::TimeoutConfig::builder();
        let timeouts = timeouts.operation_attempt_timeout(std::time::Duration::from_secs(3));
        let config = client::config(&fixture.settings).timeout_config(timeouts.build());
        let client = sdk::Client::from_conf(config.build());
        metrics::set_recording(true);
        let outcome = get_channel(&client).await;
        let measured = metrics::set_recording(false);
        t.check(
            "the duration of the call is recorded",
            measured
                .iter()
                .any(|line| line.starts_with("CRATE smithy.client.call.duration")),
        );
        fixture.report(t, &format!("{replies:?}"), &outcome);
        t.note(measured.join("\n"));
        metrics::set_recording(true);
        let result = client.untag_resource().send().await;
        let outcome = crate::outcome::Outcome::new(result);
        fixture.report(t, "an input that cannot be built", &outcome);
        t.note(metrics::set_recording(false).join("\n"));
    }
}
