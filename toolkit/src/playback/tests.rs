use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{
    ClaimFault, Claims, KeyError, PublicKey, ReportingMode, Resolution, SignError, TokenSigner,
    VerifyError, key_pair_fingerprint, playback_url,
};

const SEC1: &str = include_str!("../../tests/keys/sec1.pem");
const PKCS8: &str = include_str!("../../tests/keys/pkcs8.pem");
const PUBLIC: &str = include_str!("../../tests/keys/public.pem");
const CHANNEL: &str = "arn:aws:ivs:eu-west-1:123456789012:channel/Qw3rTy7UiOp1";

fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_796_030_000)
}

fn signer() -> TokenSigner {
    TokenSigner::from_pem(SEC1).expect("a key")
}

fn five_minutes() -> Claims {
    Claims::expiring_in(CHANNEL, Duration::from_secs(300))
}

fn everything() -> Claims {
    five_minutes()
        .viewer_id("v-81f2")
        .viewer_session_version(7)
        .allow_origin("https://shows.example.com")
        .allow_origin("https://*.example.net")
        .strict_origins()
        .single_use("123e4567-e89b-12d3-a456-426614174000")
        .max_resolution(Resolution::FullHd)
        .without_ads()
        .ads_player_param("age", "40")
        .ads_playback_config("main")
        .ads_reporting_mode(ReportingMode::Client)
}

#[test]
fn every_form_of_a_private_key_is_read() {
    let escaped = SEC1.replace('\n', "\\n");
    let windows = PKCS8.replace('\n', "\r\n");
    let params = include_str!("../../tests/keys/params.pem");
    for pem in [SEC1, PKCS8, &escaped, &windows, params] {
        let signer = TokenSigner::from_pem(pem).expect("a key");
        assert_eq!(signer.public_key().to_pem(), PUBLIC);
    }
}

#[cfg(feature = "aws-lc-rs")]
#[test]
fn a_private_key_without_its_public_half_is_read() {
    let pem = include_str!("../../tests/keys/without-public.pem");
    let signer = TokenSigner::from_pem(pem).expect("a key");
    assert_eq!(signer.public_key().to_pem(), PUBLIC);
}

#[test]
fn other_keys_are_errors() {
    let p256 = include_str!("../../tests/keys/p256.pem");
    let damaged = SEC1.replacen("Mi", "Mj", 1).replacen("MI", "MJ", 1);
    let cases = [
        ("", KeyError::NoKey),
        (PUBLIC, KeyError::NoKey),
        (p256, KeyError::Curve),
        (&*damaged, KeyError::Malformed),
    ];
    for (pem, error) in cases {
        assert_eq!(TokenSigner::from_pem(pem).err(), Some(error), "{pem}");
    }
    assert_eq!(PublicKey::from_pem(SEC1).err(), Some(KeyError::NoKey));
}

/// The digest that `openssl pkey -pubin -in public.pem -outform DER | md5sum` prints.
#[test]
fn the_fingerprint_is_that_of_the_service() {
    assert_eq!(
        key_pair_fingerprint(PUBLIC).as_deref(),
        Ok("23:fd:82:9b:f1:e1:cc:b4:52:e5:24:9c:28:aa:bf:3b")
    );
}

#[test]
fn debug_shows_no_key() {
    assert_eq!(format!("{:?}", signer()), "TokenSigner { .. }");
}

/// `jsonwebtoken` is another implementation, with other cryptography.
#[test]
fn another_implementation_accepts_the_token() {
    let token = signer().sign(&everything()).expect("a token");
    let key = jsonwebtoken::DecodingKey::from_ec_pem(PUBLIC.as_bytes()).expect("a key");
    let validation = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::ES384);
    let decoded = jsonwebtoken::decode::<serde_json::Value>(&token, &key, &validation);
    let decoded = decoded.expect("a valid token");
    assert_eq!(decoded.header.alg, jsonwebtoken::Algorithm::ES384);
    assert_eq!(decoded.header.typ.as_deref(), Some("JWT"));
    let mut claims = decoded.claims;
    let exp = claims["exp"].take().as_u64().expect("seconds");
    let now = super::claims::seconds(SystemTime::now());
    assert!((295..=300).contains(&(exp - now)), "{exp}");
    let expected = serde_json::json!({
        "aws:channel-arn": CHANNEL,
        "aws:access-control-allow-origin": "https://shows.example.com,https://*.example.net",
        "aws:strict-origin-enforcement": true,
        "aws:single-use-uuid": "123e4567-e89b-12d3-a456-426614174000",
        "aws:viewer-id": "v-81f2",
        "aws:viewer-session-version": 7,
        "aws:maximum-resolution": "FULL_HD",
        "aws:ads-opt-out": true,
        "aws:ads-player-params": { "age": "40" },
        "aws:ads-playback-config-name": "main",
        "aws:ads-reporting-mode": "CLIENT",
        "exp": null,
    });
    assert_eq!(claims, expected);
}

/// And its tokens are accepted here.
#[test]
fn a_token_of_another_implementation_is_verified() {
    let key = jsonwebtoken::EncodingKey::from_ec_pem(PKCS8.as_bytes()).expect("a key");
    let header = jsonwebtoken::Header::new(jsonwebtoken::Algorithm::ES384);
    let claims = serde_json::json!({ "aws:channel-arn": CHANNEL, "exp": 1_796_030_300_u64 });
    let token = jsonwebtoken::encode(&header, &claims, &key).expect("a token");
    let verified = signer()
        .public_key()
        .verify_at(&token, now())
        .expect("valid");
    assert_eq!(verified.channel_arn(), CHANNEL);
    assert_eq!(verified.expires(now()), now() + Duration::from_secs(300));
}

#[test]
fn the_claims_survive_a_round_trip() {
    let signer = signer();
    let token = signer.sign_at(&everything(), now()).expect("a token");
    let claims = signer.public_key().verify_at(&token, now()).expect("valid");
    assert_eq!(claims.content, everything().content);
    let expires = now() + Duration::from_secs(300);
    assert_eq!(claims.expires(now()), expires);
    let late = signer.public_key().verify_at(&token, expires);
    assert_eq!(late.err(), Some(VerifyError::Expired));
}

#[test]
fn faults_are_found_before_signing() {
    let minutes = |minutes: u64| Claims::expiring_in(CHANNEL, Duration::from_secs(60 * minutes));
    let uuid = "123e4567-e89b-12d3-a456-426614174000";
    let cases = [
        (
            Claims::expiring_in("channel", Duration::from_secs(1)),
            vec![ClaimFault::ChannelArn],
        ),
        (minutes(0), vec![ClaimFault::Expired]),
        (
            Claims::expiring_at(CHANNEL, UNIX_EPOCH),
            vec![ClaimFault::Expired],
        ),
        (minutes(60 * 24 * 365 * 4_000), vec![ClaimFault::TooLate]),
        (
            minutes(11).viewer_id("v"),
            vec![ClaimFault::RestrictedTooLong],
        ),
        (
            minutes(11).single_use(uuid),
            vec![ClaimFault::RestrictedTooLong],
        ),
        (minutes(10).viewer_id("v").single_use(uuid), vec![]),
        (minutes(60 * 24), vec![]),
        (minutes(1).viewer_id(""), vec![ClaimFault::ViewerId]),
        (
            minutes(1).viewer_id("é".repeat(41)),
            vec![ClaimFault::ViewerId],
        ),
        (minutes(1).viewer_id("\u{1f3ac}".repeat(40)), vec![]),
        (
            minutes(1).viewer_session_version(1),
            vec![ClaimFault::VersionWithoutViewer],
        ),
        (
            minutes(1).single_use("123e4567e89b12d3a456426614174000"),
            vec![ClaimFault::SingleUse],
        ),
        (
            minutes(1).allow_origin("*"),
            vec![ClaimFault::Origin("*".to_owned())],
        ),
        (minutes(1).allow_origin("https://*"), vec![]),
        (
            minutes(1)
                .allow_origin("https://a.example/path")
                .viewer_id(""),
            vec![
                ClaimFault::ViewerId,
                ClaimFault::Origin("https://a.example/path".to_owned()),
            ],
        ),
        (
            minutes(1).ads_player_param("n", "v".repeat(1_000)),
            vec![ClaimFault::PlayerParams(1_001)],
        ),
    ];
    for (claims, expected) in cases {
        match signer().sign_at(&claims, now()) {
            Ok(_) => assert!(expected.is_empty(), "{claims:?}"),
            Err(SignError::Claims(faults)) => assert_eq!(faults, expected, "{claims:?}"),
            Err(error) => panic!("{error}"),
        }
    }
}

#[test]
fn ten_minutes_are_the_most_to_the_second() {
    let signer = signer();
    let at = |milliseconds| now() + Duration::from_millis(milliseconds);
    // Signed at the first, expiring at the second.
    for (signed, expires, fault) in [
        (0, 600_000, None),
        (0, 600_999, None),
        (0, 601_000, Some(ClaimFault::RestrictedTooLong)),
        (999, 600_999, None),
        (999, 601_000, Some(ClaimFault::RestrictedTooLong)),
        (0, 999, Some(ClaimFault::Expired)),
        (0, 1_000, None),
        (999, 1_000, None),
    ] {
        let claims = Claims::expiring_at(CHANNEL, at(expires)).viewer_id("v");
        let token = signer.sign_at(&claims, at(signed));
        match (token, fault) {
            (Ok(token), None) => {
                let verify = |now| signer.public_key().verify_at(&token, now).err();
                assert_eq!(verify(at(signed)), None, "{signed} {expires}");
                assert_eq!(verify(at(expires)), Some(VerifyError::Expired));
                // A clock that is behind by a second.
                let early = verify(now() - Duration::from_secs(1));
                assert_eq!(early.is_some(), expires >= 600_000, "{early:?}");
            }
            (Err(SignError::Claims(faults)), Some(fault)) => assert_eq!(faults, [fault]),
            (token, fault) => panic!("{signed} {expires}: {token:?} instead of {fault:?}"),
        }
    }
}

#[test]
fn durations_that_overflow_are_too_long() {
    for duration in [Duration::MAX, Duration::from_secs(u64::MAX / 2)] {
        let error = signer().sign_at(&Claims::expiring_in(CHANNEL, duration), now());
        assert!(
            matches!(&error, Err(SignError::Claims(faults)) if *faults == [ClaimFault::TooLate]),
            "{error:?}"
        );
    }
    // A clock that was never set.
    let before = UNIX_EPOCH - Duration::from_secs(1);
    let claims = Claims::expiring_in(CHANNEL, Duration::from_secs(60));
    signer().sign_at(&claims, before).expect("a token");
}

#[test]
fn origins_are_a_scheme_and_a_host() {
    let fault = |origin: &str| {
        let claims = five_minutes().allow_origin(origin);
        signer()
            .sign_at(&claims, now())
            .err()
            .map(|error| error.to_string())
    };
    for origin in [
        "https://shows.example.com",
        "http://localhost:8080",
        "https://*.example.com",
        "https://[::1]:8080",
        "capacitor://localhost",
        "https://a.example,https://b.example",
    ] {
        assert_eq!(fault(origin), None, "{origin}");
    }
    for origin in [
        "",
        "null",
        "*",
        "shows.example.com",
        "https://",
        "://a",
        "https://:80",
        "https://a/",
        "https://a?b",
        "https://a#b",
        "https://u@a",
        "https://a b",
        "https://a*.example",
        "https://**",
        "https://a,",
        "https://a, https://b",
        "1ttps://a",
        "https://a\n",
    ] {
        let fault = fault(origin).expect(origin);
        assert!(fault.contains("is not a scheme and a host"), "{fault}");
    }
}

#[test]
fn five_origins_can_be_strict() {
    let with = |count| {
        (0..count).fold(five_minutes(), |claims, n| {
            claims.allow_origin(format!("https://{n}.example"))
        })
    };
    signer().sign_at(&with(6), now()).expect("not strict");
    signer()
        .sign_at(&with(5).strict_origins(), now())
        .expect("few enough");
    let error = signer()
        .sign_at(&with(6).strict_origins(), now())
        .expect_err("too many");
    assert_eq!(
        error.to_string(),
        "the service would reject the token: it has 6 origins, and at most 5 can be checked strictly"
    );
}

#[test]
fn long_tokens_are_errors() {
    let claims = five_minutes().allow_origin(format!("https://{}", "a".repeat(2_000)));
    let error = signer().sign_at(&claims, now()).expect_err("too long");
    assert!(
        matches!(error, SignError::TooLong(length) if length > 2_048),
        "{error}"
    );
}

#[test]
fn damaged_and_foreign_tokens_are_not_valid() {
    let signer = signer();
    let token = signer.sign_at(&five_minutes(), now()).expect("a token");
    let verify = |token: &str| signer.public_key().verify_at(token, now()).err();
    assert_eq!(verify(&token), None);

    let (message, signature) = token.rsplit_once('.').expect("three parts");
    let other = signer
        .sign_at(&five_minutes().without_ads(), now())
        .expect("a token");
    let (_, other_signature) = other.rsplit_once('.').expect("three parts");
    assert_eq!(
        verify(&format!("{message}.{other_signature}")),
        Some(VerifyError::Signature)
    );
    assert_eq!(
        verify(&format!("{message}.{signature}=")),
        Some(VerifyError::Malformed)
    );
    for broken in ["", ".", "..", message, "e30.e30.e30"] {
        assert_eq!(verify(broken), Some(VerifyError::Malformed), "{broken}");
    }

    let header = jsonwebtoken::Header::new(jsonwebtoken::Algorithm::HS256);
    let key = jsonwebtoken::EncodingKey::from_secret(&[1; 32]).expect("a key");
    let token = jsonwebtoken::encode(&header, &serde_json::json!({ "exp": 1 }), &key);
    assert_eq!(
        verify(&token.expect("a token")),
        Some(VerifyError::Algorithm)
    );
}

#[test]
fn the_token_is_added_to_the_url() {
    assert_eq!(
        playback_url("https://h/x.m3u8", "t"),
        "https://h/x.m3u8?token=t"
    );
    assert_eq!(
        playback_url("https://h/x.m3u8?a=b", "t"),
        "https://h/x.m3u8?a=b&token=t"
    );
}
