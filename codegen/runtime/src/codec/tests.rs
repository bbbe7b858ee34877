//! Tests of requests and responses, without the orchestrator.

use aws_smithy_runtime_api::client::interceptors::context::Input as Erased;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SerializeRequest};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_types::request_id::RequestId;

use super::Codec;
use crate::json::JsonError;
use crate::operation::Descriptor;
use crate::testing::{Error, Greet, Input, Output};

const CODEC: Codec = Codec(&const { Descriptor::of::<Greet>() });

fn response(status: u16, headers: &[(&'static str, &'static str)], body: SdkBody) -> HttpResponse {
    let mut response = HttpResponse::new(status.try_into().expect("a status"), body);
    response.headers_mut().insert("x-amzn-requestid", "id");
    for (name, value) in headers {
        response.headers_mut().append(*name, *value);
    }
    response
}

fn deserialize(
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: &'static str,
) -> Result<Output, Error> {
    let response = response(status, headers, SdkBody::from(body));
    match CODEC.deserialize_nonstreaming_with_config(&response, &ConfigBag::base()) {
        Ok(output) => Ok(output.downcast().expect("an output")),
        Err(error) => {
            let mut inner = None;
            let _ = error.map_operation_error(|error| inner = Some(error));
            let error = inner.expect("the operation's error");
            Err(error.downcast().expect("the operation's error"))
        }
    }
}

#[test]
fn the_request_has_method_path_and_body() {
    let request = CODEC.serialize_input(Erased::erase(Greet::input()), &mut ConfigBag::base());
    let request = request.expect("a request");
    assert_eq!((request.method(), request.uri()), ("POST", "/greet/you"));
    assert_eq!(request.body().bytes(), Some(&b"{}"[..]));
}

#[test]
fn an_invalid_input_is_an_error() {
    for input in [
        Erased::erase(Input::default()),
        Erased::erase("a wrong input"),
    ] {
        assert!(
            CODEC
                .serialize_input(input, &mut ConfigBag::base())
                .is_err()
        );
    }
}

#[test]
fn only_2xx_is_a_success() {
    for status in [200, 201, 204, 299] {
        let output = deserialize(status, &[("x-amzn-errortype", "Shy")], r#"{"next": "a"}"#);
        let output = output.expect("an output");
        assert_eq!(output.next.as_deref(), Some("a"), "{status}");
    }
    assert_eq!(
        deserialize(200, &[], "").expect("an output"),
        Output::default()
    );
    for status in [100, 199, 300, 304, 400, 500, 599] {
        let error = deserialize(status, &[], r#"{"code": "Shy"}"#).expect_err("an error");
        assert!(matches!(error, Error::Shy(_)), "{status}: {error:?}");
    }
}

#[test]
fn an_invalid_output_is_unhandled_without_a_code() {
    for body in [
        " ",
        "null",
        "[]",
        "{",
        r#"{"next": 5}"#,
        r#"{"greetings": [null]}"#,
    ] {
        let error = deserialize(200, &[], body).expect_err(body);
        let Error::Unhandled(source, meta) = error else {
            panic!("{body}: {error:?}");
        };
        assert!(source.error().is::<JsonError>(), "{body}: {source:?}");
        assert_eq!((meta.code(), meta.message()), (None, None), "{body}");
        assert_eq!(meta.request_id(), Some("id"), "{body}");
    }
}

#[test]
fn a_modeled_error_has_the_metadata_of_the_response() {
    let body = r#"{"message": "go away", "next": null}"#;
    let error =
        deserialize(400, &[("x-amzn-errortype", "ns#Shy:url")], body).expect_err("an error");
    assert!(matches!(error, Error::Shy(_)), "{error:?}");
    assert_eq!(
        (error.code(), error.message()),
        (Some("Shy"), Some("go away"))
    );
    assert_eq!(error.meta().request_id(), Some("id"));
}

#[test]
fn an_unmodeled_error_is_unhandled_but_has_its_code() {
    for body in ["", "[1]", r#""x""#, r#"{"next": 5}"#] {
        let error = deserialize(400, &[("x-amzn-errortype", "Other")], body).expect_err(body);
        let Error::Unhandled(source, meta) = error else {
            panic!("{body}: {error:?}");
        };
        assert!(source.error().is::<ErrorMetadata>(), "{body}: {source:?}");
        assert_eq!(meta.code(), Some("Other"), "{body}");
        assert_eq!(meta.request_id(), Some("id"), "{body}");
    }
}

#[test]
fn an_error_without_a_code_keeps_message_and_request_id() {
    let error = deserialize(400, &[], r#"{"message": "m"}"#).expect_err("an error");
    let Error::Unhandled(source, meta) = error else {
        panic!("{error:?}");
    };
    assert_eq!((meta.code(), meta.message()), (None, Some("m")));
    assert_eq!(meta.request_id(), Some("id"));
    let source: &ErrorMetadata = source.error().downcast_ref().expect("metadata");
    assert_eq!(*source, meta);
}

#[test]
fn an_invalid_error_response_keeps_the_code_of_its_header() {
    let shy = ("x-amzn-errortype", "Shy");
    for (headers, body, code) in [
        (&[shy][..], "<html>", Some("Shy")),
        (&[shy], "[1]", Some("Shy")),
        (&[shy], r#"{"next": 5}"#, Some("Shy")),
        (&[shy, ("x-h", "a"), ("x-h", "b")], "{}", Some("Shy")),
        (&[("x-amzn-errortype", "Other")], "<html>", Some("Other")),
        (&[], "<html>", None),
    ] {
        let error = deserialize(400, headers, body).expect_err(body);
        let Error::Unhandled(_, meta) = error else {
            panic!("{body}: {error:?}");
        };
        assert_eq!(meta.code(), code, "{body}");
        assert_eq!(meta.request_id(), Some("id"), "{body}");
    }
}

#[test]
fn a_body_that_is_not_loaded_is_an_error() {
    let response = response(200, &[], SdkBody::taken());
    let result = CODEC.deserialize_nonstreaming_with_config(&response, &ConfigBag::base());
    assert!(!result.expect_err("no body").is_operation_error());
}
