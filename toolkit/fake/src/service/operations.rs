//! All operations of the service.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::context::Context;
use super::error::{Outcome, internal, validation};
use super::{
    ad_configuration, channel, failover_slate, playback_key_pair, playback_restriction_policy,
    recording_configuration, stream, stream_key, stream_session, tags, viewer_session,
};

type Object = Map<String, Value>;

/// An operation: its input and output are objects.
pub(crate) type Operation = fn(&mut Context<'_>, Object) -> Outcome<Object>;

/// Reads the input, handles it, and writes the output.
fn run<I: DeserializeOwned, O: Serialize>(
    context: &mut Context<'_>,
    input: Object,
    handle: fn(&mut Context<'_>, I) -> Outcome<O>,
) -> Outcome<Object> {
    let input = serde_json::from_value(Value::Object(input))
        .map_err(|error| validation(format!("Invalid input: {error}")))?;
    match serde_json::to_value(handle(context, input)?).map_err(internal)? {
        Value::Object(output) => Ok(output),
        _ => Err(internal("the output is not an object")),
    }
}

/// Declares the table of operations: their names and what handles them.
macro_rules! operations {
    ($($name:literal => $handle:path,)*) => {
        /// The operations by name, sorted.
        pub(crate) const OPERATIONS: &[(&str, Operation)] =
            &[$(($name, |context, input| run(context, input, $handle)),)*];
    };
}

operations! {
    "BatchGetChannel" => channel::batch_get,
    "BatchGetStreamKey" => stream_key::batch_get,
    "BatchStartViewerSessionRevocation" => viewer_session::revoke_batch,
    "CreateAdConfiguration" => ad_configuration::create,
    "CreateChannel" => channel::create,
    "CreateFailoverSlateConfiguration" => failover_slate::create,
    "CreatePlaybackRestrictionPolicy" => playback_restriction_policy::create,
    "CreateRecordingConfiguration" => recording_configuration::create,
    "CreateStreamKey" => stream_key::create,
    "DeleteAdConfiguration" => ad_configuration::delete,
    "DeleteChannel" => channel::delete,
    "DeleteFailoverSlateConfiguration" => failover_slate::delete,
    "DeletePlaybackKeyPair" => playback_key_pair::delete,
    "DeletePlaybackRestrictionPolicy" => playback_restriction_policy::delete,
    "DeleteRecordingConfiguration" => recording_configuration::delete,
    "DeleteStreamKey" => stream_key::delete,
    "GetAdConfiguration" => ad_configuration::get,
    "GetChannel" => channel::get,
    "GetFailoverSlateConfiguration" => failover_slate::get,
    "GetPlaybackKeyPair" => playback_key_pair::get,
    "GetPlaybackRestrictionPolicy" => playback_restriction_policy::get,
    "GetRecordingConfiguration" => recording_configuration::get,
    "GetStream" => stream::get,
    "GetStreamKey" => stream_key::get,
    "GetStreamSession" => stream_session::get,
    "ImportPlaybackKeyPair" => playback_key_pair::import,
    "InsertAdBreak" => stream::insert_ad_break,
    "ListAdConfigurations" => ad_configuration::list,
    "ListChannels" => channel::list,
    "ListFailoverSlateConfigurations" => failover_slate::list,
    "ListPlaybackKeyPairs" => playback_key_pair::list,
    "ListPlaybackRestrictionPolicies" => playback_restriction_policy::list,
    "ListRecordingConfigurations" => recording_configuration::list,
    "ListStreamKeys" => stream_key::list,
    "ListStreamSessions" => stream_session::list,
    "ListStreams" => stream::list,
    "ListTagsForResource" => tags::list,
    "PutMetadata" => stream::put_metadata,
    "StartViewerSessionRevocation" => viewer_session::revoke_one,
    "StopStream" => stream::stop,
    "TagResource" => tags::tag,
    "UntagResource" => tags::untag,
    "UpdateAdConfiguration" => ad_configuration::update,
    "UpdateChannel" => channel::update,
    "UpdateFailoverSlateConfiguration" => failover_slate::update,
    "UpdatePlaybackRestrictionPolicy" => playback_restriction_policy::update,
}

/// Returns the operation of a name.
pub(crate) fn find(name: &str) -> Option<Operation> {
    let index = OPERATIONS
        .binary_search_by(|(operation, _)| (*operation).cmp(name))
        .ok()?;
    OPERATIONS.get(index).map(|(_, operation)| *operation)
}

/// Returns `true` if an operation only reads, so that a state file stays as it is.
pub(crate) fn is_read_only(name: &str) -> bool {
    name.starts_with("Get") || name.starts_with("List") || name.starts_with("BatchGet")
}
