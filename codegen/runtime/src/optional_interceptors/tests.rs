//! Calls of an operation with streams, an unsigned payload and an idempotency token.

use std::sync::OnceLock;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use http_body_util::{BodyExt as _, Full};

use crate::client::{Call, CallResult, Handle, Sender};
use crate::config::IdempotencyTokenProvider;
use crate::http::{RequestWriter, Response};
use crate::operation::{Empty, HttpOptions, Names, Operation};
use crate::plugin::OperationPlugin;
use crate::testing::{Connection, Error, SERVICE};

struct Sow;

#[derive(Debug, Default)]
struct Input {
    token: Option<String>,
    seeds: ByteStream,
}

#[derive(Debug, Default)]
struct Output {
    seeds: ByteStream,
    second: ByteStream,
}

impl Empty for Output {
    fn empty() -> Self {
        Self::default()
    }
}

impl Operation for Sow {
    type Input = Input;
    type Output = Output;
    type Error = Error;
    const NAMES: Names = crate::operation_names! {
        service: &SERVICE,
        id: "greeter",
        operation: "Sow",
        method: "PUT",
    };
    const HTTP_OPTIONS: HttpOptions = HttpOptions {
        idempotency_token: true,
        requires_length: true,
        streams_input: true,
        streams_output: true,
        unsigned_payload: true,
        ..HttpOptions::NONE
    };

    fn write_request(input: &Input, request: &mut RequestWriter) -> Result<(), BoxError> {
        request.path("/sow");
        request.query("token", &input.token)?;
        request.stream_payload("text/plain");
        Ok(())
    }

    fn read_output(response: &Response<'_>, output: &mut Output) -> Result<(), BoxError> {
        output.seeds = response.stream_payload();
        output.second = response.stream_payload();
        Ok(())
    }

    fn idempotency_token(input: &mut Input) -> Option<&mut Option<String>> {
        Some(&mut input.token)
    }

    fn stream(input: Input) -> ByteStream {
        input.seeds
    }
}

async fn sow(connection: &Connection, input: Input) -> CallResult<Output, Error> {
    static PLUGIN: OnceLock<OperationPlugin> = OnceLock::new();
    let mut config = connection.config();
    config.store_or_unset(Some(IdempotencyTokenProvider::fixed("generated")));
    let handle = Handle::new(config.build(&SERVICE), false);
    let plugin = || PLUGIN.get_or_init(OperationPlugin::of::<Sow>);
    Call::<Sow>::new(Sender::new(&handle), plugin, input).await
}

fn seeds(content: &'static str) -> Input {
    Input {
        seeds: ByteStream::from_static(content.as_bytes()),
        ..Input::default()
    }
}

#[tokio::test]
async fn streams_are_sent_and_received() {
    let connection = Connection::new([(200, "grown")]);
    let output = sow(&connection, seeds("seeds")).await.expect("an output");
    let first = output.seeds.collect().await.expect("bytes").into_bytes();
    assert_eq!(first.as_ref(), b"grown");
    let second = output.second.collect().await.expect("bytes").into_bytes();
    assert!(second.is_empty(), "the stream can be taken only once");
    let sent = connection.sent(|request| {
        let header = |name| request.headers().get(name).map(str::to_owned);
        assert_eq!(request.body().bytes(), Some(&b"seeds"[..]));
        let is_signed = header("authorization").is_some_and(|value| value.contains("Signature="));
        assert!(is_signed, "the headers are signed");
        ["content-type", "content-length", "x-amz-content-sha256"].map(header)
    });
    let expected = ["text/plain", "5", "UNSIGNED-PAYLOAD"].map(|value| Some(value.to_owned()));
    assert_eq!(sent, [expected]);
}

#[tokio::test]
async fn an_empty_stream_has_no_content_type() {
    let connection = Connection::new([(200, "")]);
    sow(&connection, seeds("")).await.expect("an output");
    let types = connection.sent(|request| request.headers().get("content-type").map(str::to_owned));
    assert_eq!(types, [None]);
}

#[tokio::test]
async fn the_body_of_an_error_response_is_loaded() {
    let connection = Connection::new([(400, r#"{"__type": "Shy", "message": "no"}"#)]);
    match sow(&connection, seeds("seeds")).await {
        Err(SdkError::ServiceError(context)) => match context.into_err() {
            Error::Shy(meta) => assert_eq!(meta.message(), Some("no")),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_stream_of_unknown_length_is_an_error_if_the_length_is_required() {
    let connection = Connection::new([]);
    let body = Full::from("seeds").map_frame(|frame| frame);
    let input = Input {
        seeds: ByteStream::new(SdkBody::from_body_1_x(body)),
        ..Input::default()
    };
    let error = sow(&connection, input).await.expect_err("no length");
    assert!(
        matches!(error, SdkError::ConstructionFailure(_)),
        "{error:?}"
    );
}

#[tokio::test]
async fn an_unset_token_is_generated() {
    for (token, expected) in [(None, "generated"), (Some("custom"), "custom")] {
        let connection = Connection::new([(200, "")]);
        let input = Input {
            token: token.map(str::to_owned),
            ..Input::default()
        };
        sow(&connection, input).await.expect("an output");
        let uris = connection.sent(|request| request.uri().to_owned());
        assert!(
            uris[0].ends_with(&format!("/sow?token={expected}")),
            "{uris:?}"
        );
    }
}
