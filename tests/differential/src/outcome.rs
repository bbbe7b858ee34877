//! The result of a call in a comparable form.

use std::error::Error as StdError;
use std::fmt::Debug;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::error::operation::BuildError;
use aws_types::request_id::RequestId;
use serde_json::Value as Json;

use crate::lost_metadata;

/// The result of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// `Ok`, `BuildError`, or the variant of `SdkError`.
    pub kind: &'static str,
    /// The lines of the `Debug` output of an output or modeled error, with map entries sorted.
    pub debug: Vec<String>,
    /// The members of an output or modeled error; only [`call`](crate::ours::driver::call) sets
    /// them.
    pub members: Option<Json>,
    /// The messages of an error and its causes, without those that depend on the JSON parser.
    pub messages: Vec<String>,
    /// The variant of the operation's error.
    pub variant: Option<String>,
    pub code: Option<String>,
    pub message: Option<String>,
    pub request_id: Option<String>,
    pub status: Option<u16>,
    /// `false` if the official client does not see the code, so it does not retry by that code.
    pub retries_by_code: bool,
}

/// The metadata of an error, and `true` if it was added to an error of the official client.
fn complete<E>(error: &SdkError<E, HttpResponse>) -> (ErrorMetadata, bool)
where
    E: Debug + ProvideErrorMetadata,
{
    let meta = error.meta().clone();
    let is_official = std::any::type_name::<E>().starts_with("aws_sdk_ivs::");
    let is_bare =
        |inner: &E| meta.code().is_none() && format!("{inner:?}").starts_with("Unhandled");
    match (error.as_service_error(), error.raw_response()) {
        (Some(inner), Some(response)) if is_official && is_bare(inner) => {
            (lost_metadata::metadata(response), true)
        }
        _ => (meta, false),
    }
}

impl Outcome {
    fn empty(kind: &'static str) -> Self {
        Self {
            kind,
            debug: Vec::new(),
            members: None,
            messages: Vec::new(),
            variant: None,
            code: None,
            message: None,
            request_id: None,
            status: None,
            retries_by_code: true,
        }
    }

    /// Describes an input that could not be built.
    pub fn build_error(error: &BuildError) -> Self {
        Self {
            messages: messages(error),
            ..Self::empty("BuildError")
        }
    }

    /// Describes the result of a call.
    pub fn new<O, E>(result: Result<O, SdkError<E, HttpResponse>>) -> Self
    where
        O: Debug + RequestId,
        E: Debug + ProvideErrorMetadata + RequestId + StdError + Send + Sync + 'static,
    {
        match result {
            Ok(output) => Self {
                debug: sorted_debug(&output),
                request_id: output.request_id().map(str::to_owned),
                ..Self::empty("Ok")
            },
            Err(error) => Self::sdk_error(&error),
        }
    }

    fn sdk_error<E>(error: &SdkError<E, HttpResponse>) -> Self
    where
        E: Debug + ProvideErrorMetadata + RequestId + StdError + Send + Sync + 'static,
    {
        let kind = match error {
            SdkError::ConstructionFailure(_) => "ConstructionFailure",
            SdkError::TimeoutError(_) => "TimeoutError",
            SdkError::DispatchFailure(_) => "DispatchFailure",
            SdkError::ResponseError(_) => "ResponseError",
            SdkError::ServiceError(_) => "ServiceError",
            _ => "unknown",
        };
        let (meta, is_completed) = complete(error);
        let mut outcome = Self {
            code: meta.code().map(str::to_owned),
            message: meta.message().map(str::to_owned),
            request_id: error.request_id().map(str::to_owned),
            status: error
                .raw_response()
                .map(|response| response.status().as_u16()),
            ..Self::empty(kind)
        };
        let Some(inner) = error.as_service_error() else {
            outcome.messages = messages(error);
            return outcome;
        };
        let debug = format!("{inner:?}");
        let variant = debug.split('(').next().unwrap_or_default().to_owned();
        outcome.messages = vec![error.to_string(), inner.to_string()];
        if let (true, Some(code)) = (is_completed, meta.code()) {
            outcome.messages[1] = format!("{inner} ({code})");
            outcome.retries_by_code = false;
        }
        if variant == "Unhandled" {
            let source = describe_source(inner);
            outcome.messages.push(format!("source: {source}"));
            outcome.messages.push(format!("{meta:?}"));
        } else {
            outcome.debug = sorted_debug(inner);
        }
        outcome.variant = Some(variant);
        outcome
    }
}

/// Returns a time in the form of RFC 3339, or in seconds if it has none.
pub fn timestamp(time: &DateTime) -> Json {
    match time.fmt(Format::DateTime) {
        Ok(string) => Json::from(string),
        Err(_) => Json::from(time.as_secs_f64()),
    }
}

/// Describes the source of an unhandled error: metadata, a parser error, or another message.
fn describe_source(error: &(dyn StdError + 'static)) -> String {
    let Some(source) = error.source() else {
        return "none".to_owned();
    };
    let mut cause = Some(source);
    while let Some(error) = cause {
        if error.is::<ErrorMetadata>() {
            return "metadata".to_owned();
        }
        if error.is::<aws_smithy_json::deserialize::error::DeserializeError>()
            || error.is::<restjson1_runtime::json::JsonError>()
        {
            return "an invalid body".to_owned();
        }
        cause = error.source();
    }
    source.to_string()
}

/// Returns the messages of an error and all its causes, without the one that our client adds to
/// name the region and its source.
fn messages(error: &(dyn StdError + 'static)) -> Vec<String> {
    let mut messages = vec![error.to_string()];
    let mut cause = error.source();
    while let Some(error) = cause {
        messages.push(error.to_string());
        cause = error.source();
    }
    messages.retain(|message| !message.starts_with("the region \""));
    messages
}

/// Returns the lines of the `Debug` output with the entries of each map sorted.
///
/// Each client fills a separate map, so the order of entries differs. In the pretty format each
/// entry of a map of strings is one line. No other line starts with a quote and contains `": `,
/// because quotes within strings are escaped.
fn sorted_debug(value: &dyn Debug) -> Vec<String> {
    let debug = format!("{value:#?}");
    let mut lines: Vec<String> = debug.lines().map(str::to_owned).collect();
    let is_entry = |line: &String| line.trim_start().starts_with('"') && line.contains("\": ");
    let mut start = 0;
    while start < lines.len() {
        let length = lines[start..]
            .iter()
            .take_while(|line| is_entry(line))
            .count();
        lines[start..start + length].sort();
        start += length + 1;
    }
    lines
}
