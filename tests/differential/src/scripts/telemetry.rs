//! Input members that telemetry asks for, and what is measured.

use aws_smithy_types::telemetry::CapturedTelemetryAttributes;

use super::{client, driver, get_channel, sdk};
use crate::hooks::{Log, taken};
use crate::meters;
use crate::model::{Member, Shape, model};
use crate::peer::{Failure, Reply};
use crate::stage::Stage;
use crate::transcript::Transcript;
use crate::value::Value;
use sdk::config::interceptors::BeforeTransmitInterceptorContextRef;
use sdk::config::{ConfigBag, Intercept, RuntimeComponents};
use sdk::error::BoxError;

/// Writes down what was captured of the input.
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
        let captured = config.load::<CapturedTelemetryAttributes>();
        let captured = captured.map(|captured| {
            let mut pairs: Vec<_> = captured.iter().collect();
            pairs.sort_unstable();
            format!("{pairs:?}")
        });
        self.0
            .lock()
            .expect("no panic")
            .push(captured.unwrap_or("nothing".to_owned()));
        Ok(())
    }
}

/// A value of each kind, the same in every run.
fn value(name: &str, shape: &Shape) -> Value {
    match shape {
        Shape::Boolean => Value::Boolean(true),
        Shape::Integer(..) | Shape::Long => Value::Integer(7),
        Shape::Text(..) => Value::Text(format!("the {name}")),
        Shape::Enum(values) => Value::Text(values[0].to_owned()),
        Shape::Time => Value::Time(aws_smithy_types::DateTime::from_secs(1)),
        Shape::List(element, _) => Value::List(vec![value(name, element)]),
        Shape::Map => Value::Map([("key".to_owned(), "value".to_owned())].into()),
        Shape::Structure(members) => structure(members),
    }
}

fn structure(members: &[Member]) -> Value {
    let member = |member: &Member| (member.name.to_owned(), value(member.name, &member.shape));
    Value::Structure(members.iter().map(member).collect())
}

/// Every member of every operation is asked for.
pub async fn captured(t: &mut Transcript) {
    let any = of_operations(t, true).await;
    t.check("something was captured", any > 40);
}

/// Operations that have no member to capture: nothing is left for interceptors to find.
pub async fn nothing_to_capture(t: &mut Transcript) {
    let any = of_operations(t, false).await;
    t.check("nothing was captured", any == 0);
}

/// The operations that have a text among their members, or those that have none. Returns how often
/// something was captured.
async fn of_operations(t: &mut Transcript, with_text: bool) -> usize {
    let mut any = 0;
    let text = |member: &Member| matches!(member.shape, Shape::Text(..) | Shape::Enum(_));
    for operation in model().operations() {
        if operation.input.iter().any(text) != with_text {
            continue;
        }
        let names = || operation.input.iter().map(|member| member.name.to_owned());
        for (capture, emit) in [(true, false), (false, true), (false, false)] {
            let log = Log::default();
            let stage = Stage::new([Reply::ok("{}")]);
            let mut config = client::config(&stage.settings).interceptor(Captured(log.clone()));
            if capture {
                config = config.capture_input_attributes(names());
            }
            if emit {
                config = config.emit_input_attributes(names());
            }
            let client = sdk::Client::from_conf(config.build());
            for input in [structure(&operation.input), Value::Structure(Vec::new())] {
                meters::listen(true);
                let outcome = driver::call(&client, operation.name, &input).await;
                let measured = meters::listen(false);
                let log = taken(&log);
                any += usize::from(log.iter().any(|line| line.contains("the ")));
                let secret = log.iter().any(|line| line.contains("the metadata"));
                t.check("no secret is captured", !secret);
                t.show(operation.name, &(capture, emit, outcome.kind, log));
                t.note(measured.join("\n"));
            }
        }
    }
    any
}

/// Names that no member has, names that are asked for twice, and requests of calls.
pub async fn asked(t: &mut Transcript) {
    let none: [&str; 0] = [];
    let asked = [
        (vec!["arn"], vec![]),
        (vec!["Arn", "ARN", "channel_arn", ""], vec!["arn"]),
        (vec!["arn", "arn"], vec!["arn"]),
        (vec![], vec![]),
    ];
    for (capture, emit) in asked {
        for of_call in [true, false] {
            let log = Log::default();
            let stage = Stage::new([Reply::ok("{}")]);
            let ask = |config: sdk::config::Builder| {
                let config = config.capture_input_attributes(capture.clone());
                config
                    .emit_input_attributes(emit.clone())
                    .capture_input_attributes(none)
            };
            let mut config = client::config(&stage.settings).interceptor(Captured(log.clone()));
            config = config.capture_input_attributes(["other"]);
            if !of_call {
                config = ask(config);
            }
            let client = sdk::Client::from_conf(config.build());
            let own = if of_call {
                ask(sdk::config::Builder::new())
            } else {
                sdk::config::Builder::new()
            };
            meters::listen(true);
            let call = client
                .get_channel()
                .arn("the arn")
                .customize()
                .config_override(own);
            let outcome = crate::outcome::Outcome::of(call.send().await);
            stage.report(
                t,
                &format!("{capture:?} {emit:?} of the call {of_call}"),
                &outcome,
            );
            t.show("captured", &taken(&log));
            let measured = meters::listen(false);
            t.check("measured", !measured.is_empty());
            t.note(measured.join("\n"));
        }
    }
}

/// What is measured of calls that go well, badly, and not at all.
pub async fn measured(t: &mut Transcript) {
    for replies in [
        vec![Reply::ok("{}")],
        vec![Reply::status(500, "{}"), Reply::ok("{}")],
        vec![Reply::status(500, "{}")],
        vec![Reply::error(400, "ValidationException")],
        vec![Reply::Fails(Failure::Io)],
        vec![Reply::Fails(Failure::Timeout), Reply::ok("{")],
        vec![Reply::Never],
    ] {
        let stage = Stage::new(replies.clone());
        let timeouts = aws_smithy_types::timeout::TimeoutConfig::builder();
        let timeouts = timeouts.operation_attempt_timeout(std::time::Duration::from_secs(3));
        let config = client::config(&stage.settings).timeout_config(timeouts.build());
        let client = sdk::Client::from_conf(config.build());
        meters::listen(true);
        let outcome = get_channel(&client).await;
        let measured = meters::listen(false);
        t.check(
            "measured",
            measured
                .iter()
                .any(|line| line.starts_with("CRATE smithy.client.call.duration")),
        );
        stage.report(t, &format!("{replies:?}"), &outcome);
        t.note(measured.join("\n"));
        meters::listen(true);
        let result = client.untag_resource().send().await;
        let outcome = crate::outcome::Outcome::of(result);
        stage.report(t, "an input that cannot be built", &outcome);
        t.note(meters::listen(false).join("\n"));
    }
}
