//! Parsers against input that nobody meant to write.
#![forbid(unsafe_code)]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ivs_toolkit::arn::Arn;
use ivs_toolkit::events::{Detail, Event};
use ivs_toolkit::playback::{
    Claims, KeyError, PublicKey, TokenSigner, VerifyError, key_pair_fingerprint, playback_url,
};
use ivs_toolkit::recording::{Manifest, Prefix};

const ARN: &str = "arn:aws:ivs:eu-west-1:123456789012:channel/Qw3rTy7UiOp1";
const PREFIX: &str = "ivs/v1/123456789012/Qw3rTy7UiOp1/2026/3/5/0/4/Zx4Cv6Bn8Ml0";
const SEC1: &str = include_str!("keys/sec1.pem");
const PKCS8: &str = include_str!("keys/pkcs8.pem");
const PUBLIC: &str = include_str!("keys/public.pem");
const MANIFEST: &str = r#"{"version":"v1","channel_arn":"a","recording_ended_at":"2026-11-30T10:15:16Z",
    "recording_status":"RECORDING_ENDED","media":{"hls":{"duration_ms":1,"path":"media/hls",
    "playlist":"master.m3u8","renditions":[{"path":"720p30","playlist":"playlist.m3u8",
    "resolution_width":1280,"resolution_height":720}]},"thumbnails":{"path":"media/thumbnails"}}}"#;

/// Returns an event whose `time` and `detail` are this JSON.
fn event(detail_type: &str, time: &str, detail: &str) -> String {
    format!(
        r#"{{"version":"0","id":"6b1f","detail-type":"{detail_type}","source":"aws.ivs",
        "account":"123456789012","time":{time},"region":"eu-west-1","resources":["{ARN}"],
        "detail":{detail}}}"#
    )
}

fn read(detail_type: &str, detail: &str) -> Event {
    let json = event(detail_type, r#""2026-11-30T09:15:07Z""#, detail);
    Event::from_json(json.as_bytes()).unwrap_or_else(|error| panic!("{error:?}: {json}"))
}

fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_796_030_000)
}

/// Calls `parse` with `count` damaged variants of the seeds, always the same ones.
fn damage(seeds: &[&str], count: usize, mut parse: impl FnMut(&[u8])) {
    let mut random = fastrand::Rng::with_seed(seeds.len() as u64 + count as u64);
    for seed in seeds {
        parse(seed.as_bytes());
    }
    for _ in 0..count {
        let mut bytes = seeds[random.usize(..seeds.len())].as_bytes().to_vec();
        for _ in 0..random.usize(1..4) {
            let at = random.usize(..=bytes.len());
            let end = random.usize(at..=bytes.len().min(at + 40));
            match random.u8(..5) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..end)),
                2 => bytes.insert(at, random.u8(..)),
                3 => bytes.insert(at, *random.choice(b"\"{}[]:,/.-0\\\0\n").expect("a byte")),
                _ => {
                    let copy = bytes[at..end].to_vec();
                    bytes.splice(at..at, copy);
                }
            }
        }
        parse(&bytes);
    }
}

#[test]
fn damaged_events_are_errors_or_survive_a_round_trip() {
    let states = r#"{"event_name":"Stream Start","channel_name":"c","stream_id":"st-1"}"#;
    let time = r#""2026-11-30T09:15:07.250+02:00""#;
    let seeds = [
        event("IVS Stream State Change", time, states),
        event("IVS Stage Update", time, r#"{"b" : 1.50, "a":[null]}"#),
        event(
            "IVS Recording State Change",
            time,
            r#"{"recording_status":"Recording End","recording_duration_ms":3605120}"#,
        ),
        event(
            "IVS Ad Break State Change",
            time,
            r#"{"event_name":"Ad Break Inserted","target_start_time":"2026-11-30T09:40:10Z"}"#,
        ),
    ];
    let mut accepted = 0;
    damage(&seeds.each_ref().map(|seed| &**seed), 20_000, |json| {
        let Ok(event) = Event::from_json(json) else {
            return;
        };
        accepted += 1;
        let written = event.to_json().expect("JSON");
        assert_eq!(
            Event::from_json(written.as_bytes()).expect("an event"),
            event
        );
        // Lambda reads events by way of serde.
        serde_json::from_str::<Event>(&written).expect("an event");
    });
    assert!(accepted > 1_000, "{accepted}");
}

#[test]
fn unknown_details_are_kept_byte_for_byte() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for detail in [
        r#"{"z":1, "a" :  2,"a":3}"#,
        "1E400",
        "123456789012345678901234567890.10",
        r#""\u00e9\ud83d\ude00""#,
        "null",
        "[ ]",
        &deep,
    ] {
        for detail_type in ["IVS Stage Update", "IVS Stream State Change", "", "é"] {
            let event = read(detail_type, detail);
            let Detail::Other {
                detail_type: kept_type,
                json,
            } = &event.detail
            else {
                panic!("{event:?}")
            };
            assert_eq!((&**kept_type, &**json), (detail_type, detail));
            let written = event.to_json().expect("JSON");
            assert!(written.contains(detail));
            let again = Event::from_json(written.as_bytes());
            assert_eq!(again.expect("an event"), event);
        }
    }
}

#[test]
fn details_of_a_wrong_form_are_kept_and_no_errors() {
    for (detail_type, detail) in [
        ("IVS Stream State Change", r#"{"event_name":1}"#),
        (
            "IVS Stream State Change",
            r#"{"event_name":"Stream Start","code":{}}"#,
        ),
        (
            "IVS Limit Breach",
            r#"{"limit_name":"Ingest Bitrate","limit_value":-1}"#,
        ),
        ("IVS Limit Breach", r#"{"limit_value":1.5}"#),
        (
            "IVS Recording State Change",
            r#"{"event_name":"Recording End"}"#,
        ),
        (
            "IVS Recording State Change",
            r#"{"recording_state":"Recording End"}"#,
        ),
        (
            "IVS Ad Break State Change",
            r#"{"event_name":"Ad Break Inserted","target_start_time":"9999-12-31T23:59:59-23:00"}"#,
        ),
    ] {
        let event = read(detail_type, detail);
        assert!(
            matches!(&event.detail, Detail::Other { json, .. } if json == detail),
            "{event:?}"
        );
    }
}

#[test]
fn times_that_cannot_be_written_again_are_errors() {
    for time in [
        r#""9999-12-31T23:59:59-23:00""#,
        r#""2026-02-30T00:00:00Z""#,
        r#""2026-11-30""#,
        "1796030107",
        "null",
        r#""""#,
    ] {
        let json = event("IVS Stream State Change", time, "{}");
        Event::from_json(json.as_bytes()).expect_err(time);
    }
    let json = event("x", r#""0001-01-01T00:00:00Z""#, "{}");
    let event = Event::from_json(json.as_bytes()).expect("an event");
    event.to_json().expect("JSON");
}

#[test]
fn json_that_is_no_event_is_an_error() {
    let envelope = event("x", r#""2026-11-30T09:15:07Z""#, "{}");
    let twice = envelope.replacen('{', r#"{"id":"2","#, 1);
    let with_mark = format!("\u{feff}{envelope}");
    let with_rest = format!("{envelope}{{}}");
    for json in ["\0", "null", "[]", "\"", &twice, &with_mark, &with_rest] {
        Event::from_json(json.as_bytes()).expect_err(json);
    }
    Event::from_json(b"\xff\xfe").expect_err("no UTF-8");
}

#[test]
fn damaged_manifests_are_errors_or_survive_a_round_trip() {
    let mut accepted = 0;
    damage(&[MANIFEST], 20_000, |json| {
        let Ok(manifest) = Manifest::from_json(json) else {
            return;
        };
        accepted += 1;
        for prefix in ["", "p", "/p//"] {
            let best = manifest.best_rendition();
            let keys = [
                Some(manifest.master_playlist(prefix)),
                best.map(|best| manifest.playlist(prefix, best)),
            ];
            assert!(
                keys.iter().flatten().all(|key| !key.starts_with('/')),
                "{keys:?}"
            );
        }
        let written = serde_json::to_vec(&manifest).expect("JSON");
        assert_eq!(Manifest::from_json(&written).expect("a manifest"), manifest);
    });
    assert!(accepted > 1_000, "{accepted}");
}

#[test]
fn empty_parts_of_a_key_are_skipped() {
    let manifest = |path: &str| {
        let json = MANIFEST
            .replace("media/hls", path)
            .replace("media/thumbnails", path);
        Manifest::from_json(json.as_bytes()).expect("a manifest")
    };
    for path in ["", "/", "//"] {
        assert_eq!(manifest(path).master_playlist("p/"), "p/master.m3u8");
        assert_eq!(manifest(path).thumbnails("p").as_deref(), Some("p/"));
    }
    assert_eq!(manifest("a/b").master_playlist(""), "a/b/master.m3u8");
}

#[test]
fn damaged_arns_and_prefixes_are_errors_or_survive_a_round_trip() {
    damage(&[ARN], 20_000, |bytes| {
        let arn = String::from_utf8_lossy(bytes);
        if let Ok(parsed) = arn.parse::<Arn>() {
            assert_eq!(parsed.to_string(), arn);
            assert!(arn.is_ascii() && arn.len() <= 128);
        }
    });
    damage(&[PREFIX], 20_000, |bytes| {
        let key = String::from_utf8_lossy(bytes);
        if let Ok(prefix) = key.parse::<Prefix>() {
            assert!(
                key.trim_start_matches('/').starts_with(&prefix.to_string()),
                "{key}"
            );
        }
    });
    for prefix in [
        "ivs/v1/1/a/65536/3/5/0/4/b",
        "ivs/v1/1/a/2026/256/5/0/4/b",
        "ivs/v1/1/a/-1/3/5/0/4/b",
    ] {
        prefix.parse::<Prefix>().expect_err(prefix);
    }
}

#[test]
fn damaged_keys_are_errors_or_sign() {
    let (mut accepted, public) = (0, PublicKey::from_pem(PUBLIC).expect("a key"));
    let claims = Claims::expiring_in(ARN, Duration::from_secs(60));
    damage(&[SEC1, PKCS8], 3_000, |bytes| {
        let pem = String::from_utf8_lossy(bytes);
        match TokenSigner::from_pem(&pem) {
            Ok(signer) => {
                accepted += 1;
                let token = signer.sign_at(&claims, now()).expect("a token");
                let verified = signer.public_key().verify_at(&token, now());
                assert_eq!(verified.expect("valid").channel_arn(), ARN);
            }
            Err(error) => assert!(!format!("{error} {error:?}").contains("MI")),
        }
    });
    assert!(accepted > 10, "{accepted}");
    damage(&[PUBLIC], 3_000, |bytes| {
        let pem = String::from_utf8_lossy(bytes);
        assert_eq!(
            key_pair_fingerprint(&pem).is_ok(),
            PublicKey::from_pem(&pem).is_ok()
        );
    });
    assert_eq!(public.to_pem(), PUBLIC);
}

#[test]
fn keys_from_environment_variables_are_read() {
    let windows = SEC1.replace('\n', "\\r\\n");
    let quoted = format!("\"{}\"", PKCS8.replace('\n', "\\n"));
    let real = SEC1.replace('\n', "\r\n");
    for pem in [windows, quoted, real, format!("\n\n  {SEC1}\n trailing")] {
        let signer = TokenSigner::from_pem(&pem).expect("a key");
        assert_eq!(signer.public_key().to_pem(), PUBLIC);
    }
    let encrypted = SEC1.replace("EC PRIVATE", "ENCRYPTED PRIVATE");
    let unfinished = SEC1.replace("-----END", "-----ENT");
    for pem in [encrypted, unfinished, SEC1.replace('-', "–")] {
        assert_eq!(
            TokenSigner::from_pem(&pem).err(),
            Some(KeyError::NoKey),
            "{pem}"
        );
    }
}

#[test]
fn damaged_tokens_are_not_valid() {
    let signer = TokenSigner::from_pem(SEC1).expect("a key");
    let claims = Claims::expiring_in(ARN, Duration::from_secs(60)).viewer_id("v");
    let token = signer.sign_at(&claims, now()).expect("a token");
    damage(&[&token], 3_000, |bytes| {
        let damaged = String::from_utf8_lossy(bytes);
        let verified = signer.public_key().verify_at(&damaged, now());
        assert_eq!(verified.is_ok(), damaged == token, "{damaged}");
    });
    let long = format!("{token}{}", "A".repeat(2_048));
    let verified = signer.public_key().verify_at(&long, now());
    assert_eq!(verified.err(), Some(VerifyError::Malformed));
}

#[test]
fn the_token_is_part_of_the_query_of_any_url() {
    for (url, expected) in [
        ("", "?token=t"),
        ("https://h/x.m3u8#start", "https://h/x.m3u8?token=t#start"),
        ("https://h/x.m3u8#a?b", "https://h/x.m3u8?token=t#a?b"),
        ("https://h/x.m3u8?a=b#c", "https://h/x.m3u8?a=b&token=t#c"),
    ] {
        assert_eq!(playback_url(url, "t"), expected);
    }
}
