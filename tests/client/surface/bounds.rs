//! Auto traits: the types that can be sent between threads and are `'static`.

use std::fmt::Debug;

use harness::Server;
use ivs_sdk::error::SdkError;
use ivs_sdk::operation::get_channel::{GetChannelError, GetChannelOutput};
use ivs_sdk::{Client, Config, config};

fn assert_shareable<T: Clone + Debug + Send + Sync + 'static>(_: &T) {}

fn assert_sendable<T: Send + 'static>(_: &T) {}

#[tokio::test]
async fn clients_builders_and_futures_can_be_sent_between_threads() {
    let server = Server::start([]).await;
    let builder: config::Builder = server.config();
    assert_shareable(&builder);
    let config: Config = builder.build();
    assert_shareable(&config);
    let client: Client = Client::from_conf(config);
    assert_shareable(&client);

    macro_rules! operations {
        ($($operation:ident),+ $(,)?) => {
            $({
                assert_shareable(&client.$operation());
                assert_sendable(&client.$operation().send());
                assert_sendable(&client.$operation().customize());
                assert_sendable(&client.$operation().customize().send());
                assert_shareable(client.$operation().as_input());
            })+
        };
    }
    operations!(
        batch_get_channel,
        batch_get_stream_key,
        batch_start_viewer_session_revocation,
        create_ad_configuration,
        create_channel,
        create_failover_slate_configuration,
        create_playback_restriction_policy,
        create_recording_configuration,
        create_stream_key,
        delete_ad_configuration,
        delete_channel,
        delete_failover_slate_configuration,
        delete_playback_key_pair,
        delete_playback_restriction_policy,
        delete_recording_configuration,
        delete_stream_key,
        get_ad_configuration,
        get_channel,
        get_failover_slate_configuration,
        get_playback_key_pair,
        get_playback_restriction_policy,
        get_recording_configuration,
        get_stream,
        get_stream_key,
        get_stream_session,
        import_playback_key_pair,
        insert_ad_break,
        list_ad_configurations,
        list_channels,
        list_failover_slate_configurations,
        list_playback_key_pairs,
        list_playback_restriction_policies,
        list_recording_configurations,
        list_stream_keys,
        list_stream_sessions,
        list_streams,
        list_tags_for_resource,
        put_metadata,
        start_viewer_session_revocation,
        stop_stream,
        tag_resource,
        untag_resource,
        update_ad_configuration,
        update_channel,
        update_failover_slate_configuration,
        update_playback_restriction_policy,
    );

    macro_rules! paginators {
        ($($operation:ident),+ $(,)?) => {
            $({
                assert_sendable(&client.$operation().into_paginator());
                assert_sendable(&client.$operation().into_paginator().send());
            })+
        };
    }
    paginators!(
        list_ad_configurations,
        list_channels,
        list_failover_slate_configurations,
        list_playback_key_pairs,
        list_playback_restriction_policies,
        list_recording_configurations,
        list_stream_keys,
        list_stream_sessions,
        list_streams,
    );
    assert_sendable(
        &client
            .list_ad_configurations()
            .into_paginator()
            .items()
            .send(),
    );
    assert_sendable(
        &client
            .list_failover_slate_configurations()
            .into_paginator()
            .items()
            .send(),
    );
    assert!(
        server.requests().is_empty(),
        "a future that is not awaited sends nothing"
    );
}

/// `SdkError` has a default for the raw response, so callers name only the service error.
type Outcome = Result<GetChannelOutput, SdkError<GetChannelError>>;

#[tokio::test]
async fn sdk_error_needs_only_the_service_error_parameter() {
    let server = Server::start([]).await;
    let client = server.client();
    let task = tokio::spawn(async move { client.get_channel().send().await });
    let outcome: Outcome = task.await.expect("a task without a panic");
    let error = ivs_sdk::Error::from(outcome.expect_err("the script is empty"));
    fn boxed(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> String {
        error.into().to_string()
    }
    assert_eq!(boxed(error), "unhandled error (EndOfScript)");
}
