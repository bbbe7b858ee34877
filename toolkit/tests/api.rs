//! Traits that every public type must have.
#![forbid(unsafe_code)]

use std::error::Error;
use std::fmt::Debug;

use ivs_toolkit::{arn, events, ingest, playback, quota, recipes, recording};

/// A type that can be sent to threads, shared by them, and kept in statics.
fn assert_shareable<T: Debug + Send + Sync + Unpin + 'static>() {}

fn assert_error<T: Error + Send + Sync + Unpin + 'static>() {}

#[test]
fn every_type_is_send_and_sync_and_debug() {
    assert_shareable::<(arn::Arn, arn::ResourceType)>();
    assert_shareable::<(ingest::IngestUrl, ingest::Priority)>();
    assert_shareable::<(events::Event, events::Detail, events::OtherMembers)>();
    assert_shareable::<(events::StreamState, events::StreamEvent)>();
    assert_shareable::<(events::StreamHealth, events::HealthEvent)>();
    assert_shareable::<(events::LimitBreach, events::LimitName)>();
    assert_shareable::<(events::RecordingState, events::RecordingStatus)>();
    assert_shareable::<(events::AdBreakState, events::AdBreakEvent)>();
    assert_shareable::<(
        recording::Manifest,
        recording::RecordingStatus,
        recording::Prefix,
    )>();
    assert_shareable::<(recording::Media, recording::Hls, recording::Rendition)>();
    assert_shareable::<(recording::Thumbnails, recording::LatestThumbnail)>();
    assert_shareable::<(playback::TokenSigner, playback::PublicKey, playback::Claims)>();
    assert_shareable::<(playback::Resolution, playback::ReportingMode)>();
    assert_shareable::<(quota::Quota, quota::Rate)>();
    assert_shareable::<(recipes::LiveStatus, recipes::Viewer, recipes::TagChanges)>();
    assert_shareable::<recipes::Batch<ivs_sdk::types::Channel>>();
}

#[test]
fn every_error_is_one_for_question_marks_and_threads() {
    assert_error::<arn::ArnError>();
    assert_error::<events::EventError>();
    assert_error::<recording::ManifestError>();
    assert_error::<recording::PrefixError>();
    assert_error::<playback::KeyError>();
    assert_error::<playback::SignError>();
    assert_error::<playback::ClaimFault>();
    assert_error::<playback::VerifyError>();
    assert_error::<quota::ExceededError>();
    assert_error::<recipes::Error>();
    assert_error::<recipes::TagFault>();
}

/// `tokio::spawn` needs futures that are `Send`.
#[test]
fn every_recipe_can_be_spawned() {
    fn assert_send<T: Send>(_: impl FnOnce(&'static ivs_sdk::Client) -> T) {}
    let none: [String; 0] = [];
    let tags: [(String, String); 0] = [];
    assert_send(|client| recipes::live_status(client, "a"));
    assert_send(|client| recipes::reset_stream_key(client, "a"));
    assert_send(|client| recipes::delete_channel(client, "a"));
    assert_send(|client| recipes::put_metadata(client, "a", none.clone()));
    assert_send(|client| recipes::revoke_viewers(client, []));
    assert_send(|client| recipes::get_channels(client, none.clone()));
    assert_send(|client| recipes::get_stream_keys(client, none.clone()));
    assert_send(|client| recipes::sync_tags(client, "a", tags.clone()));
    assert_send(|client| recipes::record_to(client, "a"));
}
