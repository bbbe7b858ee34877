//! Unit tests without sockets: every response comes from a rule of `aws-smithy-mocks`.

use aws_sdk_ivs::error::ProvideErrorMetadata;
use aws_sdk_ivs::operation::create_channel::{CreateChannelError, CreateChannelOutput};
use aws_sdk_ivs::operation::get_channel::GetChannelOutput;
use aws_sdk_ivs::operation::get_stream::{GetStreamError, GetStreamOutput};
use aws_sdk_ivs::operation::list_channels::ListChannelsOutput;
use aws_sdk_ivs::operation::list_streams::ListStreamsOutput;
use aws_sdk_ivs::operation::stop_stream::{StopStreamError, StopStreamOutput};
use aws_sdk_ivs::types::error::{ChannelNotBroadcasting, ServiceQuotaExceededException};
use aws_sdk_ivs::types::{Channel, ChannelSummary, StreamSummary};
use aws_sdk_ivs::{Client, Error};
use aws_smithy_mocks::{Rule, RuleMode, mock, mock_client};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::ErrorMetadata;

use crate::{audience, find_or_create_channel, stop_stream, wait_until_offline};

/// Returns a rule for `ListChannels` whose output has one channel, or none.
fn list_rule(arn: Option<&'static str>) -> Rule {
    mock!(Client::list_channels)
        .match_requests(|request| request.filter_by_name() == Some("news"))
        .then_output(move || {
            let channels = arn.map(|arn| ChannelSummary::builder().arn(arn).build());
            ListChannelsOutput::builder()
                .set_channels(Some(channels.into_iter().collect()))
                .build()
                .expect("the channels are set")
        })
}

#[tokio::test]
async fn an_existing_channel_is_returned() {
    let list = list_rule(Some("arn:1"));
    let get = mock!(Client::get_channel)
        .match_requests(|request| request.arn() == Some("arn:1"))
        .then_output(|| {
            let channel = Channel::builder().arn("arn:1").name("news").build();
            GetChannelOutput::builder().channel(channel).build()
        });
    let client = mock_client!(aws_sdk_ivs, [&list, &get]);
    let channel = find_or_create_channel(&client, "news")
        .await
        .expect("success")
        .expect("a channel");
    assert_eq!(channel.arn(), Some("arn:1"));
    assert_eq!((list.num_calls(), get.num_calls()), (1, 1));
}

#[tokio::test]
async fn a_missing_channel_is_created() {
    let list = list_rule(None);
    let create = mock!(Client::create_channel).then_compute_output(|request| {
        let channel = Channel::builder()
            .set_name(request.name().map(str::to_owned))
            .build();
        CreateChannelOutput::builder().channel(channel).build()
    });
    let client = mock_client!(aws_sdk_ivs, RuleMode::MatchAny, [&create, &list]);
    let channel = find_or_create_channel(&client, "news")
        .await
        .expect("success")
        .expect("a channel");
    assert_eq!(channel.name(), Some("news"));
    assert_eq!((list.num_calls(), create.num_calls()), (1, 1));
}

#[tokio::test]
async fn an_exceeded_quota_is_an_error_with_its_code() {
    let full = mock!(Client::create_channel).then_error(|| {
        let meta = ErrorMetadata::builder()
            .code("ServiceQuotaExceededException")
            .message("full");
        let error = ServiceQuotaExceededException::builder()
            .message("full")
            .meta(meta.build());
        CreateChannelError::ServiceQuotaExceededException(error.build())
    });
    let client = mock_client!(aws_sdk_ivs, RuleMode::MatchAny, [&list_rule(None), &full]);
    let error = find_or_create_channel(&client, "news")
        .await
        .expect_err("no room");
    assert_eq!(error.code(), Some("ServiceQuotaExceededException"));
    assert!(
        matches!(&error, Error::ServiceQuotaExceededException(full) if full.message() == Some("full"))
    );
}

#[tokio::test]
async fn stopping_a_stopped_stream_returns_false() {
    let stop = mock!(Client::stop_stream)
        .sequence()
        .output(|| StopStreamOutput::builder().build())
        .error(|| {
            StopStreamError::ChannelNotBroadcasting(ChannelNotBroadcasting::builder().build())
        })
        .build();
    let client = mock_client!(aws_sdk_ivs, [&stop]);
    assert!(stop_stream(&client, "arn:1").await.expect("success"));
    assert!(!stop_stream(&client, "arn:1").await.expect("success"));
    assert_eq!(stop.num_calls(), 2);
}

#[tokio::test]
async fn an_unavailable_service_is_called_again() {
    let stop = mock!(Client::stop_stream)
        .sequence()
        .http_status(503, None)
        .times(2)
        .output(|| StopStreamOutput::builder().build())
        .build();
    let client = mock_client!(aws_sdk_ivs, [&stop]);
    assert!(stop_stream(&client, "arn:1").await.expect("success"));
    assert_eq!(stop.num_calls(), 3);
}

#[tokio::test]
async fn an_http_response_is_parsed() {
    let stop = mock!(Client::stop_stream).then_http_response(|| {
        let body = r#"{"__type":"AccessDeniedException","exceptionMessage":"not yours"}"#;
        HttpResponse::new(
            StatusCode::try_from(403).expect("a status"),
            SdkBody::from(body),
        )
    });
    let client = mock_client!(aws_sdk_ivs, [&stop]);
    let error = stop_stream(&client, "arn:1")
        .await
        .expect_err("no permission");
    assert!(matches!(
        error,
        Error::AccessDeniedException(denied) if denied.exception_message() == Some("not yours")
    ));
}

#[tokio::test]
async fn viewers_of_all_pages_are_counted() {
    let page = |token: Option<&'static str>, viewers: i64| {
        move || {
            let stream = StreamSummary::builder().viewer_count(viewers).build();
            let page = ListStreamsOutput::builder().streams(stream);
            page.set_next_token(token.map(str::to_owned))
                .build()
                .expect("the streams are set")
        }
    };
    let first = mock!(Client::list_streams)
        .match_requests(|request| request.next_token().is_none())
        .then_output(page(Some("2"), 40));
    let second = mock!(Client::list_streams)
        .match_requests(|request| request.next_token() == Some("2"))
        .then_output(page(None, 2));
    let client = mock_client!(aws_sdk_ivs, [&first, &second]);
    assert_eq!(audience(&client).await.expect("success"), 42);
}

/// Tokio's paused clock skips the delays between the calls. Waiters recognize errors by their code.
#[tokio::test(start_paused = true)]
async fn the_end_of_a_stream_is_awaited() {
    let get = mock!(Client::get_stream)
        .sequence()
        .output(|| GetStreamOutput::builder().build())
        .times(2)
        .error(|| {
            let meta = ErrorMetadata::builder().code("ChannelNotBroadcasting");
            let offline = ChannelNotBroadcasting::builder().meta(meta.build());
            GetStreamError::ChannelNotBroadcasting(offline.build())
        })
        .build();
    let client = mock_client!(aws_sdk_ivs, [&get]);
    let calls = wait_until_offline(&client, "arn:1")
        .await
        .expect("the stream ended");
    assert_eq!((calls, get.num_calls()), (3, 3));
}
