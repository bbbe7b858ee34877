//! Tests of the behaviour, through the operations with JSON inputs and the control interface.

mod ads;
mod broadcasts;
mod channel_lists;
mod channels;
mod control_json;
mod coverage;
mod events;
mod faults;
mod key_pairs;
mod pages;
mod playback;
mod policies;
mod quotas;
mod random;
mod recording_configurations;
mod recordings;
mod regions;
mod sessions;
mod shapes;
mod slates;
mod state_file;
mod stream_keys;
mod streams;
mod tags;
mod takeovers;
mod viewer_sessions;

use std::sync::LazyLock;
use std::time::Duration;

use p384::ecdsa::SigningKey;
use p384::pkcs8::{EncodePublicKey, LineEnding};
use serde_json::{Map, Value, json};

use super::{Clock, Encoder, Limits, Options, Quotas, Service};
use crate::behaviour::{Behaviour, Caller};

const REGION: &str = "eu-west-1";
const ACCOUNT: &str = "123456789012";

fn caller() -> Caller {
    Caller {
        account: ACCOUNT.to_owned(),
        region: REGION.to_owned(),
        access_key: None,
    }
}

/// Returns the options of a repeatable service.
fn options() -> Options {
    Options {
        seed: Some(1),
        clock: Clock::manual(),
        ..Options::default()
    }
}

fn service() -> Service {
    Service::new(options())
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        other => panic!("not an object: {other}"),
    }
}

/// Returns a service with quotas that have these limits.
fn limited(limits: Limits) -> Service {
    let quotas = Quotas {
        limits,
        ..Quotas::default()
    };
    Service::new(Options {
        quotas,
        ..options()
    })
}

/// Calls an operation that succeeds, and checks that the output has the form of the model.
#[track_caller]
fn call(service: &Service, operation: &str, input: Value) -> Value {
    match service.call(operation, object(input), &caller()) {
        Ok(output) => {
            let output = Value::Object(output);
            shapes::check_output(operation, &output);
            output
        }
        Err(error) => panic!("{operation}: {error:?}"),
    }
}

/// Calls an operation that fails, and returns the code.
#[track_caller]
fn error(service: &Service, operation: &str, input: Value) -> String {
    match service.call(operation, object(input), &caller()) {
        Ok(output) => panic!("{operation} succeeded: {output:?}"),
        Err(error) => error.code,
    }
}

/// Asserts that inputs of an operation fail with a code.
#[track_caller]
fn errors(service: &Service, operation: &str, code: &str, inputs: impl IntoIterator<Item = Value>) {
    for input in inputs {
        assert_eq!(
            error(service, operation, input.clone()),
            code,
            "{operation} {input}"
        );
    }
}

/// Returns a string of an output.
#[track_caller]
fn string(output: &Value, pointer: &str) -> String {
    let value = output.pointer(pointer).and_then(Value::as_str);
    value
        .unwrap_or_else(|| panic!("no string {pointer} in {output}"))
        .to_owned()
}

/// Creates a resource and returns its ARN, which is at a pointer in the output.
#[track_caller]
fn create(service: &Service, operation: &str, input: Value, pointer: &str) -> String {
    string(&call(service, operation, input), pointer)
}

fn channel(service: &Service, input: Value) -> String {
    create(service, "CreateChannel", input, "/channel/arn")
}

fn live_channel(service: &Service, input: Value) -> String {
    let arn = channel(service, input);
    service.control().go_live(&arn, Encoder::default()).unwrap();
    arn
}

fn recording_configuration(service: &Service, mut input: Value) -> String {
    input["destinationConfiguration"] = json!({ "s3": { "bucketName": "shows" } });
    create(
        service,
        "CreateRecordingConfiguration",
        input,
        "/recordingConfiguration/arn",
    )
}

fn ad_configuration(service: &Service) -> String {
    let input = json!({ "mediaTailorPlaybackConfigurations": [media_tailor("main")] });
    create(
        service,
        "CreateAdConfiguration",
        input,
        "/adConfiguration/arn",
    )
}

fn media_tailor(name: &str) -> Value {
    let arn = format!("arn:aws:mediatailor:{REGION}:{ACCOUNT}:playbackConfiguration/{name}");
    json!({ "playbackConfigurationArn": arn })
}

fn slate(service: &Service) -> String {
    let pointer = "/failoverSlateConfiguration/arn";
    create(
        service,
        "CreateFailoverSlateConfiguration",
        json!({}),
        pointer,
    )
}

fn policy(service: &Service, input: Value) -> String {
    let pointer = "/playbackRestrictionPolicy/arn";
    create(service, "CreatePlaybackRestrictionPolicy", input, pointer)
}

/// Returns the private key of a number.
fn signing_key(number: u8) -> SigningKey {
    let mut bytes = [0; 48];
    bytes[47] = number;
    SigningKey::from_slice(&bytes).unwrap()
}

/// Returns the public key of a number below 8. Computing them takes a while without optimisation.
fn public_key(number: u8) -> String {
    static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let keys = (1..8).map(|number| *signing_key(number).verifying_key());
        keys.map(|key| key.to_public_key_pem(LineEnding::LF).unwrap())
            .collect()
    });
    KEYS[usize::from(number) - 1].clone()
}

fn import_key(service: &Service, number: u8) -> String {
    let input = json!({ "publicKeyMaterial": public_key(number) });
    create(service, "ImportPlaybackKeyPair", input, "/keyPair/arn")
}

fn advance(service: &Service, seconds: u64) {
    service
        .control()
        .advance(Duration::from_secs(seconds))
        .unwrap();
}

/// Returns the names of the events of a channel, oldest first.
fn event_names(service: &Service) -> Vec<String> {
    let names = ["event_name", "limit_name", "recording_status"];
    let name = |detail: &Value| {
        names
            .iter()
            .find_map(|name| detail[name].as_str().map(str::to_owned))
    };
    service
        .control()
        .events()
        .iter()
        .filter_map(|event| name(&event.detail))
        .collect()
}

/// An ARN of the caller that names nothing.
fn unknown(resource_type: &str) -> String {
    format!("arn:aws:ivs:{REGION}:{ACCOUNT}:{resource_type}/000000000000")
}
