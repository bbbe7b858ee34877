//! Random sequences of operations and control requests: none panics, and the state stays sound.

mod invariants;

use fastrand::Rng;

use super::*;
use crate::service::operations;
use crate::service::state::State;
use invariants::check;

/// Values that inputs are built from: known and unknown ARNs, and values at and beyond limits.
fn value(rng: &mut Rng, known: &[String], depth: usize) -> Value {
    match rng.u8(..if depth < 3 { 16 } else { 13 }) {
        0..=3 => json!(known.get(rng.usize(..known.len().max(1)))),
        4 => json!(unknown("channel")),
        5 => json!(rng.choice(["", "a", "TS", "BASIC", "ADVANCED_SD", "aws:a", "STARVING"])),
        6 => json!(rng.choice([
            "FRAGMENTED_MP4",
            "CUSTOM",
            "ALL",
            "NORMAL",
            "DISABLED",
            "INTERVAL"
        ])),
        7 => json!(rng.choice([0, 1, -1, 100, i64::MAX, i64::MIN])),
        8 => json!(rng.choice([0.5, -1e300, 1e300, 1.8e9])),
        9 => json!(rng.bool()),
        10 => json!("é".repeat(rng.usize(..600))),
        11 => json!(public_key(rng.u8(1..6))),
        12 => Value::Null,
        13 => (0..rng.usize(..4))
            .map(|_| value(rng, known, depth + 1))
            .collect(),
        _ => Value::Object(members(rng, known, depth + 1, 3)),
    }
}

/// The members of all inputs.
const MEMBERS: &[&str] = &[
    "adBreakId",
    "adConfigurationArn",
    "allowedCountries",
    "allowedOrigins",
    "arns",
    "authorized",
    "bucketName",
    "channelArn",
    "containerFormat",
    "destinationConfiguration",
    "durationSeconds",
    "enableStrictOriginEnforcement",
    "enabled",
    "failoverSlateConfigurationArn",
    "filterBy",
    "filterByName",
    "health",
    "latencyMode",
    "maxResults",
    "maxSlateDisplaySeconds",
    "mediaTailorPlaybackConfigurations",
    "metadata",
    "multitrackInputConfiguration",
    "name",
    "nextToken",
    "playbackRestrictionPolicyArn",
    "policy",
    "postRollConfiguration",
    "preset",
    "publicKeyMaterial",
    "recordingConfigurationArn",
    "recordingReconnectWindowSeconds",
    "renditionConfiguration",
    "resourceArn",
    "s3",
    "streamId",
    "tagKeys",
    "tags",
    "targetStartAt",
    "thumbnailConfiguration",
    "type",
    "viewerId",
    "viewerSessionVersionsLessThanOrEqualTo",
    "viewerSessions",
];

fn members(rng: &mut Rng, known: &[String], depth: usize, most: usize) -> Map<String, Value> {
    let mut members = Map::new();
    for _ in 0..rng.usize(..=most) {
        let name = rng.choice(MEMBERS).copied().unwrap_or_default();
        members.insert(name.to_owned(), value(rng, known, depth));
    }
    members
}

/// Returns an input that an operation may accept, with some members changed.
fn input(rng: &mut Rng, known: &[String]) -> Map<String, Value> {
    let arn = |rng: &mut Rng| json!(rng.choice(known).cloned().unwrap_or_default());
    let mut input = object(json!({
        "arn": arn(rng),
        "channelArn": arn(rng),
        "resourceArn": arn(rng),
        "arns": [arn(rng), arn(rng)],
        "metadata": "a",
        "viewerId": "v",
        "durationSeconds": 9,
        "tags": {},
        "tagKeys": ["a"],
        "destinationConfiguration": {
            "s3": { "bucketName": rng.choice(["shows", "missing-shows"]) },
        },
        "recordingReconnectWindowSeconds": rng.u32(..100),
        "mediaTailorPlaybackConfigurations": [{}],
        "publicKeyMaterial": public_key(1),
        "viewerSessions": [{ "channelArn": arn(rng), "viewerId": "v" }],
    }));
    for (member, resource_type) in [
        ("recordingConfigurationArn", ":recording-configuration/"),
        (
            "playbackRestrictionPolicyArn",
            ":playback-restriction-policy/",
        ),
        ("adConfigurationArn", ":ad-configuration/"),
        (
            "failoverSlateConfigurationArn",
            ":failover-slate-configuration/",
        ),
    ] {
        let arns: Vec<&String> = known
            .iter()
            .filter(|arn| arn.contains(resource_type))
            .collect();
        if let Some(arn) = rng.choice(arns).filter(|_| rng.bool()) {
            input.insert(member.to_owned(), json!(arn));
        }
    }
    if rng.u8(..4) == 0 {
        input.extend(members(rng, known, 0, 4));
    }
    input
}

/// Sends a random request to the control interface.
fn control(service: &Service, rng: &mut Rng, known: &[String]) {
    let routes = [
        "go-live",
        "go-live",
        "go-live",
        "end",
        "fail",
        "starve",
        "recover",
        "viewers",
        "advance",
        "settle",
        "playback",
        "fail-next",
        "unknown",
    ];
    let route = rng.choice(routes).unwrap_or_default();
    let channels: Vec<&String> = known
        .iter()
        .filter(|arn| arn.contains(":channel/"))
        .collect();
    let target = rng.choice(channels).cloned().unwrap_or_default();
    let track = json!({
        "videoHeight": rng.choice([0, 160, 720, 1080, i64::MAX, i64::MIN, -1]),
        "videoWidth": rng.choice([0, 1280, i64::MAX, -1]),
        "targetBitrate": rng.choice([0, 3_500_000, i64::MAX, i64::MIN]),
        "targetFramerate": rng.choice([0, 30, i64::MAX]),
    });
    let ingest = match rng.u8(..6) {
        0 => json!({ "videoConfigurations": [track] }),
        1 => json!({ "videoConfigurations": [track, track], "audioConfigurations": [] }),
        2 => json!({ "videoConfigurations": [] }),
        _ => Value::Null,
    };
    let priority = (rng.u8(..4) == 0).then(|| rng.choice([0, 1, 2, 3, i64::MAX]));
    let body = match route {
        "go-live" => json!({
            "channelArn": target,
            "ingest": ingest,
            "priority": priority,
            "connectingSeconds": rng.choice([0, 0, 5]),
        }),
        "starve" => json!({ "channelArn": target, "silent": rng.bool() }),
        "viewers" => json!({ "channelArn": target, "count": rng.choice([0, -1, 5, i64::MAX]) }),
        "advance" => json!({ "seconds": rng.choice([0.0, 0.5, 15.0, 40.0, 3e5, 6e6]) }),
        "settle" => json!({ "arn": rng.choice(known), "failed": rng.bool() }),
        "playback" => json!({ "url": value(rng, known, 3) }),
        "fail-next" => json!({ "operation": "*", "status": rng.u16(..) }),
        _ => json!({ "channelArn": target }),
    };
    let body = if rng.u8(..20) == 0 {
        value(rng, known, 0)
    } else {
        body
    };
    let _ = service
        .control()
        .request("POST", route, body.to_string().as_bytes());
}

/// Adds the ARNs in an output to the known ones.
fn remember(output: &Value, known: &mut Vec<String>) {
    match output {
        Value::String(string) if string.starts_with("arn:aws:ivs:") && !known.contains(string) => {
            known.push(string.clone());
        }
        Value::Array(values) => values.iter().for_each(|value| remember(value, known)),
        Value::Object(members) => members.values().for_each(|value| remember(value, known)),
        _ => {}
    }
}

/// Runs a random sequence, and checks the state, which also survives being stored.
fn run(seed: u64, quotas: Quotas) {
    let mut rng = Rng::with_seed(seed);
    let service = Service::new(Options {
        quotas,
        ..options()
    });
    let mut known: Vec<String> = Vec::new();
    let mut succeeded = 0;
    for step in 0..600 {
        if rng.u8(..4) == 0 {
            control(&service, &mut rng, &known);
        } else {
            let (operation, _) = rng.choice(operations::OPERATIONS).unwrap();
            let input = input(&mut rng, &known);
            if let Ok(output) = service.call(operation, input, &caller()) {
                remember(&Value::Object(output), &mut known);
                succeeded += 1;
            }
        }
        if step % 20 == 0 {
            let state = service.lock();
            check(&state);
            let stored = serde_json::to_value(&*state).unwrap();
            let read: State = serde_json::from_value(stored.clone()).unwrap();
            assert_eq!(
                serde_json::to_value(&read).unwrap(),
                stored,
                "seed {seed} step {step}"
            );
        }
        if known.len() > 40 {
            known.drain(..10);
        }
    }
    assert!(
        succeeded > 100,
        "seed {seed}: only {succeeded} calls succeeded"
    );
}

#[test]
fn random_sequences_keep_the_state_sound() {
    for seed in 0..30 {
        run(seed, Quotas::off());
    }
}

#[test]
fn random_sequences_with_quotas_keep_the_state_sound() {
    for seed in 100..110 {
        run(seed, Quotas::published());
    }
}

#[test]
fn random_inputs_never_panic() {
    let mut rng = Rng::with_seed(7);
    let service = service();
    let known = [channel(&service, json!({})), "x".to_owned()];
    for _ in 0..20 {
        for (operation, _) in operations::OPERATIONS {
            let input = members(&mut rng, &known, 0, 8);
            let _ = service.call(operation, input, &caller());
        }
    }
}
