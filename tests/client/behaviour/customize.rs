//! Customization of a call or of a client.

use std::sync::{Arc, Mutex};

use aws_smithy_types::telemetry::CapturedTelemetryAttributes;
use harness::{Response, Server};
use ivs_sdk::config::interceptors::{
    BeforeTransmitInterceptorContextMut, BeforeTransmitInterceptorContextRef,
};
use ivs_sdk::config::{ConfigBag, Intercept, Region, RuntimeComponents};
use ivs_sdk::error::BoxError;
use ivs_sdk::operation::get_channel::GetChannelInput;
use ivs_sdk::{Client, config};

#[tokio::test]
async fn a_mutated_request_is_signed_with_its_changes() {
    let server = Server::start([Response::ok("{}")]).await;
    let call = server
        .client()
        .get_channel()
        .customize()
        .mutate_request(|request| {
            request.headers_mut().insert("x-amz-mine", "yes");
        });
    call.send().await.expect("an output");
    let sent = server.request();
    assert_eq!(sent.header("x-amz-mine"), "yes");
    assert!(
        sent.header("authorization").contains(";x-amz-mine;"),
        "{sent:?}"
    );
}

#[tokio::test]
async fn map_request_changes_the_request_or_fails() {
    let server = Server::start([Response::ok("{}")]).await;
    let call = server
        .client()
        .get_channel()
        .customize()
        .map_request(|mut request| {
            request.headers_mut().insert("x-amz-mine", "yes");
            Ok::<_, std::fmt::Error>(request)
        });
    call.send().await.expect("an output");
    assert_eq!(server.request().header("x-amz-mine"), "yes");

    let failing = server
        .client()
        .get_channel()
        .customize()
        .map_request(|_| Err(std::fmt::Error));
    failing.send().await.expect_err("an error of the closure");
    assert_eq!(server.requests().len(), 1);
}

/// Adds a header after signing.
#[derive(Debug)]
struct AddHeader;

impl Intercept for AddHeader {
    fn name(&self) -> &'static str {
        "AddHeader"
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        context
            .request_mut()
            .headers_mut()
            .insert("x-amz-late", "yes");
        Ok(())
    }
}

#[tokio::test]
async fn an_interceptor_applies_to_one_call_or_to_the_client() {
    let server = Server::start([(); 3].map(|()| Response::ok("{}"))).await;
    let client = server.client();
    client
        .get_channel()
        .customize()
        .interceptor(AddHeader)
        .send()
        .await
        .expect("an output");
    client.get_channel().send().await.expect("an output");
    let client = Client::from_conf(server.config().interceptor(AddHeader).build());
    client.get_channel().send().await.expect("an output");

    let requests = server.requests();
    let late = requests
        .iter()
        .map(|sent| sent.headers.contains_key("x-amz-late"));
    assert_eq!(late.collect::<Vec<_>>(), [true, false, true]);
    let authorization = requests[0].header("authorization");
    assert!(!authorization.contains("x-amz-late"), "{authorization}");
}

#[tokio::test]
async fn a_config_override_applies_to_one_call() {
    let server = Server::start([Response::ok("{}"), Response::ok("{}")]).await;
    let client = server.client();
    let override_ = config::Builder::new().region(Region::from_static("eu-west-1"));
    client
        .get_channel()
        .customize()
        .config_override(override_)
        .send()
        .await
        .expect("an output");
    client.get_channel().send().await.expect("an output");
    let [first, second] = <[_; 2]>::try_from(server.requests()).expect("two calls");
    assert!(
        first.header("authorization").contains("/eu-west-1/ivs/"),
        "{first:?}"
    );
    assert!(
        second.header("authorization").contains("/us-east-1/ivs/"),
        "{second:?}"
    );
}

#[tokio::test]
async fn an_input_can_be_read_and_sent_with_a_client() {
    let server = Server::start([Response::ok("{}")]).await;
    let client = server.client();
    let call = client.get_channel().arn("arn:channel");
    assert_eq!(call.get_arn().as_deref(), Some("arn:channel"));
    assert_eq!(
        call.as_input(),
        &GetChannelInput::builder().arn("arn:channel")
    );
    let input = call.as_input().clone();
    input.send_with(&client).await.expect("an output");
    assert_eq!(server.request().text(), r#"{"arn":"arn:channel"}"#);
}

/// Records the captured input attributes.
#[derive(Clone, Debug, Default)]
struct CaptureAttributes(Arc<Mutex<Vec<(String, String)>>>);

impl Intercept for CaptureAttributes {
    fn name(&self) -> &'static str {
        "CaptureAttributes"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let mut recorded = self.0.lock().expect("no panic under the lock");
        let captured = config.load::<CapturedTelemetryAttributes>();
        recorded.extend(
            captured
                .into_iter()
                .flat_map(|attributes| attributes.iter())
                .map(|(name, value)| (name.to_owned(), value.to_owned())),
        );
        recorded.sort();
        Ok(())
    }
}

#[tokio::test]
async fn configured_input_members_are_captured() {
    let server = Server::start([
        Response::ok("{}"),
        Response::new(204, ""),
        Response::ok("{}"),
    ])
    .await;
    let captured = CaptureAttributes::default();
    let config = server.config().interceptor(captured.clone());
    let config = config
        .capture_input_attributes(["channelArn", "durationSeconds", "adBreakId", "metadata"])
        .emit_input_attributes(["resourceArn"]);
    let client = Client::from_conf(config.build());

    let take = || std::mem::take(&mut *captured.0.lock().expect("no panic under the lock"));
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let call = client
        .insert_ad_break()
        .channel_arn("arn")
        .ad_break_id("ad")
        .duration_seconds(9);
    call.send().await.expect("an output");
    assert_eq!(
        take(),
        [pair("adBreakId", "ad"), pair("channelArn", "arn")],
        "strings only"
    );

    let call = client.put_metadata().channel_arn("arn").metadata("secret");
    call.send().await.expect("an output");
    assert_eq!(take(), [pair("channelArn", "arn")], "no secrets");

    let call = client.list_tags_for_resource().resource_arn("arn");
    call.send().await.expect("an output");
    assert_eq!(
        take(),
        [pair("resourceArn", "arn")],
        "emitted attributes are captured too"
    );
}
