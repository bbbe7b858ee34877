//! The measured calls.

use aws_sdk_ivs::Client;
use aws_sdk_ivs::types::{ChannelLatencyMode, ChannelType};

use crate::responses;
use crate::setup::InMemoryConnector;

const CHANNEL: &str = "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl";

/// A call and its response.
#[derive(Clone, Copy)]
pub(crate) enum Scenario {
    /// A page of 100 channels.
    ListChannels,
    /// A page of 1 MiB.
    ListChannelsLarge,
    /// A stream session with 200 events.
    GetStreamSession,
    /// An output with two structures.
    CreateChannel,
    /// A request with a label in the path and a map in the body.
    TagResource,
    /// An error response with status 403.
    Forbidden,
    /// An empty response.
    PutMetadata,
}

impl Scenario {
    /// Returns the scenario called `name`.
    pub(crate) fn named(name: &str) -> Self {
        match name {
            "list-channels" => Self::ListChannels,
            "list-channels-large" => Self::ListChannelsLarge,
            "get-stream-session" => Self::GetStreamSession,
            "create-channel" => Self::CreateChannel,
            "tag-resource" => Self::TagResource,
            "forbidden" => Self::Forbidden,
            "put-metadata" => Self::PutMetadata,
            _ => panic!("there is no scenario {name}"),
        }
    }

    /// Returns a connector that gives the scenario's response.
    pub(crate) fn connector(self) -> InMemoryConnector {
        let (status, error_code, body) = match self {
            Self::ListChannels => (200, None, responses::channels(100)),
            Self::ListChannelsLarge => (200, None, responses::mebibyte()),
            Self::GetStreamSession => (200, None, responses::stream_session(200)),
            Self::CreateChannel => (200, None, responses::created()),
            Self::TagResource => (200, None, "{}".to_owned()),
            Self::Forbidden => (403, Some("AccessDeniedException"), responses::denied()),
            Self::PutMetadata => (204, None, String::new()),
        };
        InMemoryConnector {
            status,
            error_code,
            body: body.into(),
        }
    }

    /// Makes the call and asserts that the response is correct.
    pub(crate) async fn call(self, client: &Client) {
        match self {
            Self::ListChannels => assert_eq!(list_channels(client).await, 100),
            Self::ListChannelsLarge => assert!(list_channels(client).await > 1000),
            Self::GetStreamSession => get_stream_session(client).await,
            Self::CreateChannel => create_channel(client).await,
            Self::TagResource => tag_resource(client).await,
            Self::Forbidden => forbidden(client).await,
            Self::PutMetadata => put_metadata(client).await,
        }
    }
}

async fn list_channels(client: &Client) -> usize {
    let page = client.list_channels().max_results(100).send().await;
    page.expect("a page").channels().len()
}

async fn get_stream_session(client: &Client) {
    let call = client.get_stream_session().channel_arn(CHANNEL);
    let result = call.stream_id("st-1A2b3C4d5E6f7G8h").send().await;
    let output = result.expect("a session");
    let session = output.stream_session().expect("a stream session");
    assert_eq!(session.truncated_events().len(), 200);
}

async fn create_channel(client: &Client) {
    let created = client
        .create_channel()
        .name("stage")
        .r#type(ChannelType::StandardChannelType)
        .latency_mode(ChannelLatencyMode::LowLatency)
        .authorized(true)
        .tags("team", "video")
        .send()
        .await
        .expect("a channel");
    assert!(created.channel().is_some() && created.stream_key().is_some());
}

async fn tag_resource(client: &Client) {
    let call = client.tag_resource().resource_arn(CHANNEL);
    call.tags("team", "video").send().await.expect("tagged");
}

async fn forbidden(client: &Client) {
    let result = client.get_channel().arn(CHANNEL).send().await;
    let error = result.expect_err("an error response").into_service_error();
    assert!(error.is_access_denied_exception());
}

async fn put_metadata(client: &Client) {
    let call = client.put_metadata().channel_arn(CHANNEL);
    let result = call.metadata(r#"{"scene":"kick-off"}"#).send().await;
    result.expect("success");
}
