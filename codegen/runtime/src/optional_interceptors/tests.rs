//! Calls of an operation that asks for all of it.

use std::sync::OnceLock;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use http_body_util::{BodyExt as _, Full};

use crate::client::{Call, CallResult, Handle};
use crate::config::IdempotencyTokenProvider;
use crate::http::{ErrorResponse, RequestWriter, Response};
use crate::operation::{HttpOptions, Names, Operation};
use crate::plugin::OperationPlugin;
use crate::testing::{Error, SERVICE, Wire};

struct Sow;

#[derive(Debug, Default)]
struct Input {
    token: Option<String>,
    seeds: ByteStream,
}

#[derive(Debug)]
struct Output {
    seeds: ByteStream,
    again: ByteStream,
}

impl Operation for Sow {
    type Input = Input;
    type Output = Output;
    type Error = Error;
    const NAMES: Names = crate::operation_names!(&SERVICE, "greeter", "Sow", "PUT");
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

    fn read_output(response: &Response<'_>) -> Result<Output, BoxError> {
        Ok(Output {
            seeds: response.stream_payload(),
            again: response.stream_payload(),
        })
    }

    fn read_error(_: &str, response: &ErrorResponse<'_>) -> Result<Option<Error>, BoxError> {
        Ok(Some(Error::Shy(response.take_metadata())))
    }

    fn idempotency_token(input: &mut Input) -> Option<&mut Option<String>> {
        Some(&mut input.token)
    }

    fn stream(input: Input) -> ByteStream {
        input.seeds
    }
}

async fn sow(wire: &Wire, input: Input) -> CallResult<Output, Error> {
    static PLUGIN: OnceLock<OperationPlugin> = OnceLock::new();
    let mut config = wire.config();
    config.store_or_unset(Some(IdempotencyTokenProvider::fixed("made-up")));
    let handle = Handle::new(config.build(&SERVICE), false);
    let plugin = PLUGIN.get_or_init(OperationPlugin::of::<Sow>);
    Call::new(&handle, plugin, Ok(input), None).await
}

fn seeds(text: &'static str) -> Input {
    Input {
        seeds: ByteStream::from_static(text.as_bytes()),
        ..Input::default()
    }
}

#[tokio::test]
async fn a_stream_goes_out_and_comes_in() {
    let wire = Wire::new([(200, "grown")]);
    let output = sow(&wire, seeds("seeds")).await.expect("an output");
    let text = output.seeds.collect().await.expect("bytes").into_bytes();
    assert_eq!(text.as_ref(), b"grown");
    let text = output.again.collect().await.expect("bytes").into_bytes();
    assert!(text.is_empty(), "there is but one stream");
    let sent = wire.sent(|request| {
        let header = |name| request.headers().get(name).map(str::to_owned);
        assert_eq!(request.body().bytes(), Some(&b"seeds"[..]));
        let is_signed = header("authorization").is_some_and(|it| it.contains("Signature="));
        assert!(is_signed, "only the body is not signed");
        ["content-type", "content-length", "x-amz-content-sha256"].map(header)
    });
    let expected = ["text/plain", "5", "UNSIGNED-PAYLOAD"].map(|text| Some(text.to_owned()));
    assert_eq!(sent, [expected]);
}

#[tokio::test]
async fn an_empty_stream_is_no_body_and_has_no_type() {
    let wire = Wire::new([(200, "")]);
    sow(&wire, seeds("")).await.expect("an output");
    let types = wire.sent(|request| request.headers().get("content-type").map(str::to_owned));
    assert_eq!(types, [None]);
}

#[tokio::test]
async fn a_refusal_is_read_as_a_whole() {
    let wire = Wire::new([(400, r#"{"__type": "Shy", "message": "no"}"#)]);
    match sow(&wire, seeds("seeds")).await {
        Err(SdkError::ServiceError(context)) => match context.into_err() {
            Error::Shy(meta) => assert_eq!(meta.message(), Some("no")),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_length_of_a_stream_can_be_needed() {
    let wire = Wire::new([]);
    let body = Full::from("seeds").map_frame(|frame| frame);
    let input = Input {
        seeds: ByteStream::new(SdkBody::from_body_1_x(body)),
        ..Input::default()
    };
    let error = sow(&wire, input).await.expect_err("no length");
    assert!(
        matches!(error, SdkError::ConstructionFailure(_)),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_token_is_made_up_where_it_is_unset() {
    for (own, expected) in [(None, "made-up"), (Some("own"), "own")] {
        let wire = Wire::new([(200, "")]);
        let input = Input {
            token: own.map(str::to_owned),
            ..Input::default()
        };
        sow(&wire, input).await.expect("an output");
        let uris = wire.sent(|request| request.uri().to_owned());
        assert!(
            uris[0].ends_with(&format!("/sow?token={expected}")),
            "{uris:?}"
        );
    }
}
