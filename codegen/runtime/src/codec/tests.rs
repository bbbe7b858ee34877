//! Requests and answers of one operation, without the orchestrator.

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

fn answer(
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
fn a_request_has_the_operations_method_and_parts() {
    let request = CODEC.serialize_input(Erased::erase(Greet::input()), &mut ConfigBag::base());
    let request = request.expect("a request");
    assert_eq!((request.method(), request.uri()), ("POST", "/greet/you"));
    assert_eq!(request.body().bytes(), Some(&b"{}"[..]));
}

#[test]
fn an_input_that_cannot_be_sent_is_an_error() {
    for input in [Erased::erase(Input::default()), Erased::erase("another's")] {
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
        let output = answer(status, &[("x-amzn-errortype", "Shy")], r#"{"next": "a"}"#);
        let output = output.expect("an output");
        assert_eq!(output.next.as_deref(), Some("a"), "{status}");
    }
    assert_eq!(answer(200, &[], "").expect("an output"), Output::default());
    for status in [100, 199, 300, 304, 400, 500, 599] {
        let error = answer(status, &[], r#"{"code": "Shy"}"#).expect_err("an error");
        assert!(matches!(error, Error::Shy(_)), "{status}: {error:?}");
    }
}

#[test]
fn an_output_that_cannot_be_read_is_unhandled_without_a_code() {
    for body in [
        " ",
        "null",
        "[]",
        "{",
        r#"{"next": 5}"#,
        r#"{"greetings": [null]}"#,
    ] {
        let error = answer(200, &[], body).expect_err(body);
        let Error::Unhandled(source, meta) = error else {
            panic!("{body}: {error:?}");
        };
        assert!(source.is::<JsonError>(), "{body}: {source:?}");
        assert_eq!(meta, ErrorMetadata::default(), "{body}");
    }
}

#[test]
fn a_declared_error_keeps_what_the_response_says_of_it() {
    let body = r#"{"message": "go away", "next": null}"#;
    let error = answer(400, &[("x-amzn-errortype", "ns#Shy:url")], body).expect_err("an error");
    assert!(matches!(error, Error::Shy(_)), "{error:?}");
    assert_eq!(
        (error.code(), error.message()),
        (Some("Shy"), Some("go away"))
    );
    assert_eq!(error.meta().request_id(), Some("id"));
}

#[test]
fn an_undeclared_error_is_unhandled_but_keeps_its_code() {
    for body in ["", "[1]", r#""x""#, r#"{"next": 5}"#] {
        let error = answer(400, &[("x-amzn-errortype", "Other")], body).expect_err(body);
        let Error::Unhandled(source, meta) = error else {
            panic!("{body}: {error:?}");
        };
        assert!(source.is::<ErrorMetadata>(), "{body}: {source:?}");
        assert_eq!(meta.code(), Some("Other"), "{body}");
        assert_eq!(meta.request_id(), Some("id"), "{body}");
    }
}

#[test]
fn an_error_without_a_code_says_so_in_its_source_alone() {
    let error = answer(400, &[], r#"{"message": "m"}"#).expect_err("an error");
    let Error::Unhandled(source, meta) = error else {
        panic!("{error:?}");
    };
    let source = source.downcast::<ErrorMetadata>().expect("metadata");
    assert_eq!((source.code(), source.message()), (None, Some("m")));
    assert_eq!(meta, ErrorMetadata::default());
}

#[test]
fn an_error_that_cannot_be_read_loses_its_code() {
    let shy = ("x-amzn-errortype", "Shy");
    for (headers, body) in [
        (&[shy][..], "<html>"),
        (&[shy], "[1]"),
        (&[shy], r#"{"next": 5}"#),
        (&[shy, ("x-h", "a"), ("x-h", "b")], "{}"),
        (&[("x-amzn-errortype", "Other")], "<html>"),
    ] {
        let error = answer(400, headers, body).expect_err(body);
        let Error::Unhandled(_, meta) = error else {
            panic!("{body}: {error:?}");
        };
        assert_eq!(meta, ErrorMetadata::default(), "{body}");
    }
}

#[test]
fn a_body_that_was_not_loaded_is_an_error() {
    let response = response(200, &[], SdkBody::taken());
    let result = CODEC.deserialize_nonstreaming_with_config(&response, &ConfigBag::base());
    assert!(!result.expect_err("no body").is_operation_error());
}
