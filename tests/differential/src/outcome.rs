//! What a caller gets, in a form that can be compared.

use std::error::Error as StdError;
use std::fmt::Debug;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::error::operation::BuildError;
use aws_types::request_id::RequestId;

/// What a call came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// `Ok`, `Unbuilt`, or the variant of `SdkError`.
    pub kind: &'static str,
    /// The `Debug` text of an output or of a modelled error, map entries sorted.
    pub shown: Vec<String>,
    /// The texts of an error and of what caused it; only what is the same for all parsers of an
    /// answer that could not be read.
    pub texts: Vec<String>,
    /// The variant of the operation's error.
    pub variant: Option<String>,
    pub code: Option<String>,
    pub message: Option<String>,
    pub request_id: Option<String>,
    pub status: Option<u16>,
}

impl Outcome {
    fn new(kind: &'static str) -> Self {
        Self {
            kind,
            shown: Vec::new(),
            texts: Vec::new(),
            variant: None,
            code: None,
            message: None,
            request_id: None,
            status: None,
        }
    }

    /// An input that could not be built.
    pub fn unbuilt(error: &BuildError) -> Self {
        let texts = texts(error);
        Self {
            texts,
            ..Self::new("Unbuilt")
        }
    }

    /// What a call came to.
    pub fn of<O, E>(result: Result<O, SdkError<E, HttpResponse>>) -> Self
    where
        O: Debug + RequestId,
        E: Debug + ProvideErrorMetadata + RequestId + StdError + Send + Sync + 'static,
    {
        match result {
            Ok(output) => Self {
                shown: sorted(&output),
                request_id: output.request_id().map(str::to_owned),
                ..Self::new("Ok")
            },
            Err(error) => Self::failed(&error),
        }
    }

    fn failed<E>(error: &SdkError<E, HttpResponse>) -> Self
    where
        E: Debug + ProvideErrorMetadata + RequestId + StdError + Send + Sync + 'static,
    {
        let kind = match error {
            SdkError::ConstructionFailure(_) => "ConstructionFailure",
            SdkError::TimeoutError(_) => "TimeoutError",
            SdkError::DispatchFailure(_) => "DispatchFailure",
            SdkError::ResponseError(_) => "ResponseError",
            SdkError::ServiceError(_) => "ServiceError",
            _ => "another kind",
        };
        let meta = error.meta();
        let mut outcome = Self {
            code: meta.code().map(str::to_owned),
            message: meta.message().map(str::to_owned),
            request_id: error.request_id().map(str::to_owned),
            status: error
                .raw_response()
                .map(|response| response.status().as_u16()),
            ..Self::new(kind)
        };
        let Some(inner) = error.as_service_error() else {
            outcome.texts = texts(error);
            return outcome;
        };
        let shown = format!("{inner:?}");
        let variant = shown.split('(').next().unwrap_or_default().to_owned();
        outcome.texts = vec![error.to_string(), inner.to_string()];
        if variant == "Unhandled" {
            outcome.texts.push(format!("source: {}", source(inner)));
            outcome.texts.push(format!("{meta:?}"));
        } else {
            outcome.shown = sorted(inner);
        }
        outcome.variant = Some(variant);
        outcome
    }
}

/// What an unhandled error was made of: metadata, a failed parser, or what else it says.
fn source(error: &(dyn StdError + 'static)) -> String {
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
            return "a body that is not what it should be".to_owned();
        }
        cause = error.source();
    }
    format!("{source}")
}

/// The texts of an error and of all its causes.
fn texts(error: &(dyn StdError + 'static)) -> Vec<String> {
    let mut texts = vec![error.to_string()];
    let mut cause = error.source();
    while let Some(error) = cause {
        texts.push(error.to_string());
        cause = error.source();
    }
    texts
}

/// The `Debug` text in lines, with the entries of each map sorted: both sides fill maps of their own.
///
/// In the pretty form an entry of a map of texts is a line, and nothing else begins with a quote and
/// holds `": `, for texts are printed with their quotes escaped.
pub fn sorted(value: &dyn Debug) -> Vec<String> {
    let text = format!("{value:#?}");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
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
