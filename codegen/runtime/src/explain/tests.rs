//! Tests of the explanations of errors.

use std::io;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{ConnectorError, CreateUnhandledError as _, SdkError};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::ErrorMetadata;

use super::{Explain, Facts, Failure, Hint, StandardKind};
use crate::client::Handle;
use crate::error::{BoxError, Inner};
use crate::testing::{Connection, Error, Greet, SERVICE};

const FACTS: Facts<StandardKind> = Facts {
    kinds: &[("Shy", StandardKind::Conflict)],
    hints: &[
        Hint {
            operation: "Greet",
            error: "Shy",
            text: "Wait before `{operation}`",
        },
        Hint {
            operation: "",
            error: "Connection",
            text: "Check the region.",
        },
        Hint {
            operation: "Leave",
            error: "Other",
            text: "never printed",
        },
    ],
};

type GreetError = SdkError<Error, HttpResponse>;

fn kind(error: &impl Explain) -> StandardKind {
    error.failure().kind(&FACTS)
}

fn report(error: &impl Explain) -> String {
    error.failure().report(&FACTS)
}

/// Returns the error of a call with this response.
async fn call(status: u16, body: &'static str) -> GreetError {
    let connection = Connection::new([(status, body)]);
    let handle = Handle::new(connection.config().build(&SERVICE), false);
    let call = Greet::call(&handle, Ok(Greet::input()), None);
    call.await.expect_err("an error")
}

fn dispatch(error: ConnectorError) -> GreetError {
    SdkError::dispatch_failure(error)
}

fn io_error(kind: io::ErrorKind) -> ConnectorError {
    ConnectorError::io(io::Error::from(kind).into())
}

#[tokio::test]
async fn kinds_come_from_codes_then_from_statuses() {
    for (status, body, expected) in [
        (400, r#"{"code": "Shy"}"#, StandardKind::Conflict),
        (
            400,
            r#"{"code": "ThrottlingException"}"#,
            StandardKind::Throttled,
        ),
        (
            403,
            r#"{"code": "ExpiredTokenException"}"#,
            StandardKind::Credentials,
        ),
        (403, r#"{"code": "Strange"}"#, StandardKind::AccessDenied),
        (404, "", StandardKind::NotFound),
        (418, "", StandardKind::Other),
        (429, "", StandardKind::Throttled),
        (503, "<html>", StandardKind::ServiceUnavailable),
        (200, "<html>", StandardKind::MalformedResponse),
        (
            200,
            r#"{"greetings": [1]}"#,
            StandardKind::MalformedResponse,
        ),
    ] {
        let error = call(status, body).await;
        assert_eq!(kind(&error), expected, "{status} {body}");
        let transient = matches!(
            expected,
            StandardKind::Throttled | StandardKind::ServiceUnavailable
        );
        assert_eq!(error.failure().is_retryable(), transient, "{status} {body}");
        assert!(error.failure().was_sent());
        assert_eq!(error.failure().operation(), Some("Greet"));
    }
}

#[tokio::test]
async fn a_report_states_everything_but_the_body() {
    let error = call(
        409,
        r#"{"code": "Shy", "message": "go away", "secret": "s3cret"}"#,
    )
    .await;
    let text = report(&error);
    let start = "`Greet` failed: conflict (Shy, HTTP 409): too shy to say more. 1 attempt in ";
    assert!(text.starts_with(start), "{text}");
    assert!(text.ends_with(" ms. Hint: Wait before `Greet`."), "{text}");
    assert!(
        !text.contains("s3cret") && !text.contains("service error"),
        "{text}"
    );
    assert_eq!(error.failure().attempts(), Some(1));
    assert!(error.failure().raw().is_some());

    let error = call(200, r#"{"greetings": ["a", 77123]}"#).await;
    let text = report(&error);
    assert_eq!(
        text,
        "`Greet` failed: malformed response (HTTP 200). Cause: cannot read the JSON: expected a \
         string at line 1 column 21, in `greetings[1]`."
    );
}

#[test]
fn only_failures_before_the_first_byte_are_unsent() {
    let credentials = || CredentialsError::not_loaded("none");
    let interceptor = || ConnectorError::other("odd".into(), None);
    for (error, sent, expected) in [
        (
            SdkError::construction_failure("no name"),
            false,
            StandardKind::Construction,
        ),
        (
            SdkError::timeout_error("too slow"),
            true,
            StandardKind::Timeout,
        ),
        (
            dispatch(io_error(io::ErrorKind::ConnectionRefused)),
            false,
            StandardKind::Connection,
        ),
        (
            dispatch(io_error(io::ErrorKind::ConnectionReset)),
            true,
            StandardKind::Connection,
        ),
        (
            dispatch(io_error(io::ErrorKind::ConnectionReset).never_connected()),
            false,
            StandardKind::Connection,
        ),
        (
            dispatch(ConnectorError::timeout("read".into())),
            true,
            StandardKind::Timeout,
        ),
        (
            dispatch(ConnectorError::timeout(
                "HTTP connect timeout occurred after 1s".into(),
            )),
            false,
            StandardKind::Timeout,
        ),
        (
            dispatch(ConnectorError::user("bad request".into())),
            false,
            StandardKind::Construction,
        ),
        (
            dispatch(ConnectorError::other(credentials().into(), None)),
            false,
            StandardKind::Credentials,
        ),
        (dispatch(interceptor()), true, StandardKind::Connection),
    ] {
        assert_eq!(error.failure().was_sent(), sent, "{error:?}");
        assert_eq!(kind(&error), expected, "{error:?}");
        let unsent = report(&error).contains("The request was not sent.");
        assert_eq!(unsent, !sent, "{error:?}");
        assert_eq!(error.failure().attempts(), None);
    }
}

#[test]
fn causes_are_one_line_each_and_not_repeated() {
    let refused = dispatch(ConnectorError::io("a\n\tb".into()));
    assert_eq!(
        report(&refused),
        "`Greet` failed: connection. Cause: io error: a b. Hint: Check the region."
    );
    let long = "x".repeat(2_000);
    let text = report(&dispatch(ConnectorError::io(long.into())));
    assert!(text.contains("x… Hint") && text.len() < 700, "{text}");
}

#[test]
fn an_unhandled_error_explains_the_failure_in_it() {
    let failure: GreetError = dispatch(io_error(io::ErrorKind::ConnectionRefused));
    let error = Error::create_unhandled_error(BoxError::from(failure), None);
    assert!(!error.failure().was_sent());
    assert_eq!(error.failure().operation(), Some("Greet"));

    let meta = ErrorMetadata::builder().code("Shy").message("no").build();
    let error = Error::create_unhandled_error("cause".into(), Some(meta));
    assert_eq!(kind(&error), StandardKind::Conflict);
    let crate_error = Failure::of_content(Inner::Modeled(&error));
    assert_eq!(crate_error.operation(), None);
    let text = crate_error.report(&FACTS);
    assert_eq!(
        text,
        "the call failed: conflict (Shy): too shy to say more."
    );
}

#[test]
fn a_response_that_breaks_off_is_a_connection_error_with_its_response() {
    let response = HttpResponse::new(200.try_into().expect("a status"), SdkBody::empty());
    let error: GreetError = SdkError::response_error("cut off", response);
    assert_eq!(kind(&error), StandardKind::Connection);
    assert!(error.failure().raw().is_some() && error.failure().was_sent());
    assert_eq!(
        report(&error),
        "`Greet` failed: connection (HTTP 200). Cause: cut off. Hint: Check the region."
    );
}
