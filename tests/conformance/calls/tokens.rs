//! Calls with a bearer token.

use conformance::{Http, Response};
use conformance_calls::config::Token;
use conformance_calls::error::{DisplayErrorContext, SdkError};

use crate::{Clock, client};

#[tokio::test]
async fn a_token_is_sent_in_the_authorization_header() {
    let http = Http::recording();
    let token = Token::new("the-token", None);
    let client = client(&http, &Clock::default(), |config| {
        config.token_provider(token)
    });
    client.whisper().send().await.expect("an output");
    let request = http.take().expect("a request");
    let sent: Vec<_> = request.headers().get_all("authorization").collect();
    assert_eq!(sent, ["Bearer the-token"]);
    assert!(
        request.headers().get("x-amz-date").is_none(),
        "the request is not signed"
    );

    // Without an `auth` trait, an operation uses the first auth scheme of the service: SigV4.
    client.grow().send().await.expect("an output");
    let request = http.take().expect("a request");
    let signed = request.headers().get("authorization").expect("a signature");
    assert!(signed.starts_with("AWS4-HMAC-SHA256 "), "{signed}");
}

#[tokio::test]
async fn without_a_token_nothing_is_sent() {
    let http = Http::with_response(Response::new(200, "{}"));
    let client = client(&http, &Clock::default(), |config| config);
    let error = client.whisper().send().await.expect_err("no token");
    assert!(matches!(error, SdkError::DispatchFailure(_)), "{error:?}");
    let message = DisplayErrorContext(&error).to_string();
    assert!(message.contains("auth"), "{message}");
    assert_eq!(http.count(), 0);
}

#[tokio::test]
async fn a_token_override_applies_to_one_call() {
    let http = Http::recording();
    let first = Token::new("first", None);
    let client = client(&http, &Clock::default(), |config| {
        config.token_provider(first)
    });
    let second = conformance_calls::Config::builder().token_provider(Token::new("second", None));
    let call = client.whisper().customize().config_override(second);
    let sent = || {
        let request = http.take().expect("a request");
        request.headers().get("authorization").map(str::to_owned)
    };
    call.send().await.expect("an output");
    assert_eq!(sent().as_deref(), Some("Bearer second"));
    client.whisper().send().await.expect("an output");
    assert_eq!(sent().as_deref(), Some("Bearer first"));
}
