//! Auto traits: what may move between threads and outlive its scope.

use std::fmt::Debug;

use ivs_sdk::error::SdkError;
use ivs_sdk::operation::get_channel::{GetChannelError, GetChannelOutput};
use ivs_sdk::{Client, Config, config};

use harness::Server;

fn shared<T: Clone + Debug + Send + Sync + 'static>(_: &T) {}

fn sent<T: Send + 'static>(_: &T) {}

#[tokio::test]
async fn clients_and_their_parts_cross_threads() {
    let server = Server::start([]).await;
    let builder: config::Builder = server.config();
    shared(&builder);
    let config: Config = builder.build();
    shared(&config);
    let client: Client = Client::from_conf(config);
    shared(&client);

    macro_rules! operations {
        ($($operation:ident),+ $(,)?) => {
            $({
                shared(&client.$operation());
                sent(&client.$operation().send());
                sent(&client.$operation().customize());
                sent(&client.$operation().customize().send());
                shared(client.$operation().as_input());
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
                sent(&client.$operation().into_paginator());
                sent(&client.$operation().into_paginator().send());
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
    sent(
        &client
            .list_ad_configurations()
            .into_paginator()
            .items()
            .send(),
    );
    sent(
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

/// The alias has a default for the raw response, so that callers name one parameter only.
type Outcome = Result<GetChannelOutput, SdkError<GetChannelError>>;

#[tokio::test]
async fn sdk_error_is_named_by_its_service_error_alone() {
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
