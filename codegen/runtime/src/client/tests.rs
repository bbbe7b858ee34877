//! Tests of calls through the orchestrator.

use std::error::Error as _;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_components::SharedConfigValidator;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::error::operation::BuildError;
use aws_types::region::Region;

use super::{Call, Handle};
use crate::config::ConfigBuilder;
use crate::testing::{Connection, Greet, Input, SERVICE};

fn call(
    connection: &Connection,
    input: Result<Input, BuildError>,
    config_override: Option<ConfigBuilder>,
) -> Call<Greet> {
    let handle = Handle::new(connection.config().build(&SERVICE), false);
    Greet::call(&handle, input, config_override)
}

fn header(name: &str) -> impl Fn(&HttpRequest) -> String {
    move |request| request.headers().get(name).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_call_sends_a_signed_request_and_returns_the_output() {
    let connection = Connection::new([(200, r#"{"greetings": ["hi"]}"#)]);
    let output = call(&connection, Ok(Greet::input()), None)
        .await
        .expect("an output");
    assert_eq!(output.greetings, ["hi"]);
    let uris = connection.sent(|request| request.uri().to_owned());
    assert_eq!(uris, ["https://greeter.example.com/greet/you"]);
    let authorization = connection.sent(header("authorization")).remove(0);
    assert!(
        authorization.contains("/us-east-1/greeter/aws4_request"),
        "{authorization}"
    );
    let agent = connection.sent(header("x-amz-user-agent")).remove(0);
    assert!(agent.contains("api/greeter/1.2.3"), "{agent}");
}

#[tokio::test]
async fn an_error_response_is_the_operations_error() {
    let connection = Connection::new([(400, r#"{"code": "Shy"}"#)]);
    let error = call(&connection, Ok(Greet::input()), None)
        .await
        .expect_err("an error response");
    let SdkError::ServiceError(error) = error else {
        panic!("{error:?}");
    };
    assert_eq!(error.raw().status().as_u16(), 400);
    assert_eq!(error.err().code(), Some("Shy"));
}

#[tokio::test]
async fn an_invalid_input_is_not_sent() {
    let connection = Connection::default();
    let unbuilt = Err(BuildError::missing_field("name", "unset"));
    for input in [unbuilt, Ok(Input::default())] {
        let error = call(&connection, input, None)
            .await
            .expect_err("no request");
        assert!(
            matches!(error, SdkError::ConstructionFailure(_)),
            "{error:?}"
        );
        assert!(error.source().expect("a source").is::<BuildError>());
    }
    assert_eq!(connection.sent(|_| ()), []);
}

#[tokio::test]
async fn a_call_can_override_settings() {
    let connection = Connection::new([(200, "{}"), (200, "{}")]);
    let mut config = ConfigBuilder::default();
    config.store_or_unset(Some(Region::new("eu-west-1")));
    config.endpoint_url(Some("http://localhost:1".to_owned()));
    let handle = Handle::new(connection.config().build(&SERVICE), false);
    let overridden = Some(config);
    let call = |config| Greet::call(&handle, Ok(Greet::input()), config);
    call(overridden).await.expect("an output");
    call(None).await.expect("an output");
    let uris = connection.sent(|request| request.uri().to_owned());
    assert_eq!(uris[0], "http://localhost:1/greet/you");
    assert_eq!(uris[1], "https://greeter.example.com/greet/you");
    let authorizations = connection.sent(header("authorization"));
    assert!(
        authorizations[0].contains("/eu-west-1/greeter/"),
        "{authorizations:?}"
    );
    assert!(
        authorizations[1].contains("/us-east-1/greeter/"),
        "{authorizations:?}"
    );
}

#[tokio::test]
async fn overridden_credentials_only_apply_to_their_call() {
    let connection = Connection::new([(200, "{}"), (200, "{}"), (200, "{}")]);
    let handle = Handle::new(connection.config().build(&SERVICE), false);
    let call = |key: Option<&str>| {
        let config = key.map(|key| {
            let credentials = Credentials::new(key, "secret", None, None, "test");
            let mut config = ConfigBuilder::default();
            config.credentials_provider(Some(SharedCredentialsProvider::new(credentials)));
            config
        });
        Greet::call(&handle, Ok(Greet::input()), config)
    };
    for key in [None, Some("OTHER"), None] {
        call(key).await.expect("an output");
    }
    let authorizations = connection.sent(header("authorization"));
    let is_overridden = authorizations
        .iter()
        .map(|header| header.contains("Credential=OTHER/"));
    assert_eq!(is_overridden.collect::<Vec<_>>(), [false, true, false]);
}

#[tokio::test]
async fn a_call_starts_when_it_is_polled() {
    let connection = Connection::new([(200, "{}")]);
    drop(call(&connection, Ok(Greet::input()), None));
    let waiting = call(&connection, Ok(Greet::input()), None);
    assert_eq!(format!("{waiting:?}"), "Call");
    assert_eq!(connection.sent(|_| ()), []);
    waiting.await.expect("an output");
    assert_eq!(connection.sent(|_| ()), [()]);
}

#[test]
#[should_panic(expected = "Invalid client configuration: not today")]
fn an_invalid_configuration_panics() {
    let mut config = Connection::default().config();
    let validator = SharedConfigValidator::base_client_config_fn(|_, _| Err("not today".into()));
    config.components.push_config_validator(validator);
    Handle::new(config.build(&SERVICE), false);
}

#[test]
fn the_handle_returns_the_configuration() {
    let config = Connection::default().config().build(&SERVICE);
    let handle = Handle::new(config, false);
    let region = handle.config().layer().load::<Region>();
    assert_eq!(region.map(AsRef::as_ref), Some("us-east-1"));
}
