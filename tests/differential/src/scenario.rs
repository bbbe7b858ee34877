//! Calls operations as standard input orders, on a real endpoint.
//!
//! Each line is a JSON object with `operation` and `input`; the result is a line of standard output.

use std::collections::BTreeMap;
use std::io::{BufRead as _, Write as _, stdin, stdout};

use anyhow::Context as _;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use serde_json::{Value as Json, json};

use crate::model::{Operation, Shape, model};
use crate::outcome::Outcome;
use crate::value::Value;
use crate::{official, ours};

/// The client that calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Client {
    Official,
    Ours,
}

/// Calls operations until standard input ends.
///
/// # Errors
/// Returns an error if a line is no call of the model, or cannot be read or written.
#[tokio::main(flavor = "current_thread")]
pub async fn run(client: Client, endpoint: &str) -> anyhow::Result<()> {
    let operations: BTreeMap<&str, Operation> = model()
        .operations()
        .into_iter()
        .map(|operation| (operation.name, operation))
        .collect();
    let official = official::client::loopback(endpoint);
    let ours = ours::client::loopback(endpoint);
    for line in stdin().lock().lines() {
        let call: Json = serde_json::from_str(&line?).context("a call is not JSON")?;
        let known = call["operation"]
            .as_str()
            .and_then(|name| operations.get(name));
        let known = known.with_context(|| format!("no operation of the model: {call}"))?;
        let input = value(&Shape::Structure(known.input.clone()), &call["input"])
            .with_context(|| format!("the input differs from the model: {call}"))?;
        let outcome = match client {
            Client::Official => official::driver::call(&official, known.name, &input).await,
            Client::Ours => ours::driver::call(&ours, known.name, &input).await,
        };
        writeln!(stdout(), "{}", result(outcome))?;
    }
    Ok(())
}

fn result(outcome: Outcome) -> Json {
    let Outcome {
        kind,
        members,
        messages,
        code,
        message,
        status,
        ..
    } = outcome;
    match (kind, members) {
        ("Ok", members) => json!({ "output": members }),
        ("ServiceError", members) => {
            let modeled = members.and_then(|mut members| {
                let message = members.get_mut("exceptionMessage")?.take();
                message.as_str().map(str::to_owned)
            });
            json!({ "error": { "code": code, "message": modeled.or(message), "status": status } })
        }
        _ => json!({ "failure": format!("{kind}: {}", messages.join(": ")) }),
    }
}

/// Converts JSON to a value of a shape; `None` if it has another form.
fn value(shape: &Shape, json: &Json) -> Option<Value> {
    let value = match shape {
        Shape::Boolean => Value::Boolean(json.as_bool()?),
        Shape::Integer(..) | Shape::Long => Value::Integer(json.as_i64()?),
        Shape::String(..) | Shape::Enum(_) => Value::String(json.as_str()?.to_owned()),
        Shape::Timestamp => {
            Value::Timestamp(DateTime::from_str(json.as_str()?, Format::DateTime).ok()?)
        }
        Shape::List(element, _) => {
            let values = json.as_array()?.iter().map(|json| value(element, json));
            Value::List(values.collect::<Option<_>>()?)
        }
        Shape::Map => {
            let entries = json.as_object()?.iter();
            let entries = entries.map(|(key, json)| Some((key.clone(), json.as_str()?.to_owned())));
            Value::Map(entries.collect::<Option<_>>()?)
        }
        Shape::Structure(members) => {
            let set = json.as_object()?.iter().map(|(name, json)| {
                let member = members.iter().find(|member| member.name == name)?;
                Some((name.clone(), value(&member.shape, json)?))
            });
            Value::Structure(set.collect::<Option<_>>()?)
        }
    };
    Some(value)
}
