//! Error structures and their builders, and conversions to the error of the crate.

use super::{client, sdk};
use crate::fixture::Fixture;
use crate::peer::Reply;
use crate::transcript::Transcript;
use sdk::error::{ErrorMetadata, ProvideErrorMetadata as _};
use sdk::operation::RequestId as _;
use sdk::types::error;

/// Prints errors and their builders, and compares builders whose metadata was set or unset.
pub async fn builders(t: &mut Transcript) {
    macro_rules! all {
        ($($name:ident),+ $(,)?) => {$({
            let metadata = ErrorMetadata::builder().code("C").message("m").build();
            let empty = error::$name::builder();
            let mut unset = empty.clone().meta(metadata.clone());
            unset.set_meta(None);
            let mut default = empty.clone();
            default.set_meta(Some(ErrorMetadata::default()));
            let set = empty.clone().message("a").exception_message("b").meta(metadata);
            t.note(format_args!("{}", empty == unset));
            t.note(format_args!("{}", empty == default));
            for builder in [empty, unset, default, set] {
                t.note(format_args!("{builder:?}"));
                t.note(format_args!("{builder:#?}"));
                let error = builder.build();
                t.note(format_args!("{error:?} {error:#?} {error}"));
            }
        })+};
    }
    all!(
        AccessDeniedException,
        ChannelNotBroadcasting,
        ConflictException,
        InternalServerException,
        PendingVerification,
        ResourceNotFoundException,
        ServiceQuotaExceededException,
        ServiceUnavailable,
        StreamUnavailable,
        ThrottlingException,
        ValidationException,
    );
}

/// Converts errors with readable codes to the error of the crate.
pub async fn converted(t: &mut Transcript) {
    for (status, code) in [(400, "ThrottlingException"), (403, "Unheard"), (404, "")] {
        let reply = Reply::status(status, "{\"message\":\"m\"}");
        convert(t, reply.header("x-amzn-errortype", code)).await;
    }
}

/// Converts errors without a code or without a readable body.
pub async fn converted_without_code(t: &mut Transcript) {
    convert(t, Reply::status(413, "Payload Too Large")).await;
    convert(t, Reply::status(429, "{\"message\":\"slow down\"}")).await;
    for body in [&b"<html>"[..], b"\x1f\x8b\x08"] {
        let reply = Reply::status(429, body);
        convert(t, reply.header("x-amzn-errortype", "Unheard")).await;
    }
    convert(t, Reply::ok("[]")).await;
}

async fn convert(t: &mut Transcript, reply: Reply) {
    let fixture = Fixture::new([reply.header("x-amzn-requestid", "id")]);
    let client = sdk::Client::from_conf(client::config(&fixture.settings).build());
    let result = client.get_stream().channel_arn("arn").send().await;
    let error = sdk::Error::from(result.expect_err("an error"));
    t.note(format_args!(
        "{error}: {:?} {:?} {:?}",
        error.code(),
        error.message(),
        error.request_id()
    ));
}
