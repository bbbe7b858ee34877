//! Tests of playback, with tokens and policies.

mod player;

use super::*;
use crate::service::Denial;
use player::{NOW, Player, header, token};

#[test]
fn public_channels_need_no_token() {
    let player = Player::new(json!({}));
    assert_eq!(player.play(&player.url, None, None), None);
    assert_eq!(player.with_token("x", None), None);
    assert_eq!(player.viewers(), 2);
    player.service.control().end(&player.arn).unwrap();
    assert_eq!(player.play(&player.url, None, None), Some(Denial::NotLive));
    assert_eq!(
        player.play("https://example.com", None, None),
        Some(Denial::InvalidUrl)
    );
    call(
        &player.service,
        "DeleteChannel",
        json!({ "arn": player.arn }),
    );
    assert_eq!(
        player.play(&player.url, None, None),
        Some(Denial::UnknownChannel)
    );
    let elsewhere = player.url.replace("123456789012", "000000000000");
    assert_eq!(
        player.play(&elsewhere, None, None),
        Some(Denial::UnknownChannel)
    );
}

#[test]
fn private_channels_need_a_valid_token() {
    let player = Player::private();
    assert_eq!(player.with_claims(json!({}), None), None);
    assert_eq!(
        player.with_claims(json!({ "exp": NOW + 100_000_000 }), None),
        None
    );
    assert_eq!(
        player.play(&player.url, None, None),
        Some(Denial::TokenMissing)
    );
    let good = token(1, header(), player.claims(json!({})));
    assert_eq!(player.with_token(&good, None), None);
    assert_eq!(
        player.with_token(
            &token(1, json!({ "alg": "ES384" }), player.claims(json!({}))),
            None
        ),
        None
    );
    let foreign = token(3, header(), player.claims(json!({})));
    let (signed, signature) = good.rsplit_once('.').unwrap();
    let other_channel = json!({ "aws:channel-arn": unknown("channel") });
    let algorithm = token(1, json!({ "alg": "RS256" }), player.claims(json!({})));
    let kind = token(
        1,
        json!({ "alg": "ES384", "typ": "JOSE" }),
        player.claims(json!({})),
    );
    let text = token(1, header(), json!("claims"));
    for (token, denial) in [
        (String::new(), Denial::TokenMalformed),
        ("a.b.c".to_owned(), Denial::TokenMalformed),
        (format!("{good}."), Denial::TokenMalformed),
        (
            format!("{signed}.{}", &signature[..64]),
            Denial::TokenSignature,
        ),
        (format!("{signed}.%"), Denial::TokenMalformed),
        (foreign, Denial::TokenSignature),
        (algorithm, Denial::TokenAlgorithm),
        (kind, Denial::TokenMalformed),
        (text, Denial::TokenMalformed),
        (
            token(1, header(), player.claims(other_channel)),
            Denial::TokenChannel,
        ),
        ("a".repeat(2049), Denial::TokenTooLong),
    ] {
        assert_eq!(player.with_token(&token, None), Some(denial), "{token}");
    }
    for (changes, denial) in [
        (json!({ "exp": NOW }), Denial::TokenExpired),
        (json!({ "exp": "soon" }), Denial::TokenMalformed),
        (
            json!({ "exp": NOW + 601, "aws:viewer-id": "v" }),
            Denial::TokenLifetime,
        ),
        (json!({ "aws:viewer-id": "" }), Denial::TokenMalformed),
        (
            json!({ "aws:viewer-id": "v".repeat(41) }),
            Denial::TokenMalformed,
        ),
        (
            json!({ "aws:single-use-uuid": "v" }),
            Denial::TokenMalformed,
        ),
    ] {
        assert_eq!(
            player.with_claims(changes.clone(), None),
            Some(denial),
            "{changes}"
        );
    }
}

#[test]
fn token_of_a_deleted_key_does_not_play() {
    let player = Player::private();
    let pairs = call(&player.service, "ListPlaybackKeyPairs", json!({}));
    let second = pairs["keyPairs"][1]["arn"].clone();
    assert_eq!(player.with_claims(json!({}), None), None);
    call(
        &player.service,
        "DeletePlaybackKeyPair",
        json!({ "arn": second }),
    );
    assert_eq!(
        player.with_claims(json!({}), None),
        Some(Denial::TokenSignature)
    );
}

#[test]
fn single_use_token_plays_once() {
    let player = Player::private();
    let uuid = json!({ "aws:single-use-uuid": "6b1f0a52-93d4-4c1e-8d77-5a2c9e10f3b4" });
    player.service.control().end(&player.arn).unwrap();
    assert_eq!(
        player.with_claims(uuid.clone(), None),
        Some(Denial::NotLive)
    );
    player
        .service
        .control()
        .go_live(&player.arn, Encoder::default())
        .unwrap();
    assert_eq!(player.with_claims(uuid.clone(), None), None);
    assert_eq!(player.with_claims(uuid, None), Some(Denial::TokenSpent));
    advance(&player.service, 301);
    let later = json!({
        "aws:single-use-uuid": "7b1f0a52-93d4-4c1e-8d77-5a2c9e10f3b4", "exp": NOW + 600,
    });
    assert_eq!(player.with_claims(later, None), None);
    let state = player.service.lock();
    let spent = state.scopes.values().map(|scope| scope.spent_tokens.len());
    assert_eq!(spent.sum::<usize>(), 1, "expired tokens are forgotten");
}

#[test]
fn origins_of_the_token_are_checked() {
    let player = Player::private();
    let origins = "https://a.example, https://*.b.example";
    for (strict, origin, denial) in [
        (false, Some("https://a.example"), None),
        (false, Some("https://x.b.example"), None),
        (false, Some("https://c.example"), Some(Denial::Origin)),
        (false, None, None),
        (true, None, Some(Denial::Origin)),
        (true, Some("https://a.example"), None),
    ] {
        let changes = json!({
            "aws:access-control-allow-origin": origins, "aws:strict-origin-enforcement": strict,
        });
        assert_eq!(
            player.with_claims(changes, origin),
            denial,
            "{strict} {origin:?}"
        );
    }
    let origins = ["https://a.example"; 6].join(",");
    let six = json!({
        "aws:access-control-allow-origin": origins,
        "aws:strict-origin-enforcement": true,
    });
    let origin = Some("https://a.example");
    assert_eq!(
        player.with_claims(six, origin),
        Some(Denial::TokenMalformed)
    );
}

#[test]
fn revoked_viewers_do_not_play() {
    let player = Player::private();
    let version =
        |version: Value| json!({ "aws:viewer-id": "v", "aws:viewer-session-version": version });
    for number in [0, 1, 2] {
        assert_eq!(player.with_claims(version(json!(number)), None), None);
    }
    assert_eq!(
        player.with_claims(json!({ "aws:viewer-id": "w" }), None),
        None
    );
    assert_eq!(player.viewers(), 4);
    let revoke = |input: Value| {
        let mut input = input;
        input["channelArn"] = json!(player.arn);
        input["viewerId"] = json!("v");
        call(&player.service, "StartViewerSessionRevocation", input)
    };
    assert_eq!(revoke(json!({})), json!({}));
    assert_eq!(player.viewers(), 3);
    assert_eq!(
        player.with_claims(version(json!(0)), None),
        Some(Denial::TokenRevoked)
    );
    assert_eq!(player.with_claims(version(json!("1")), None), None);
    assert_eq!(player.viewers(), 4);
    revoke(json!({ "viewerSessionVersionsLessThanOrEqualTo": 1 }));
    revoke(json!({ "viewerSessionVersionsLessThanOrEqualTo": 0 }));
    assert_eq!(player.viewers(), 2);
    assert_eq!(
        player.with_claims(version(json!(1)), None),
        Some(Denial::TokenRevoked)
    );
    assert_eq!(
        player.with_claims(version(json!("x")), None),
        Some(Denial::TokenMalformed)
    );
    assert_eq!(player.with_claims(version(json!(2)), None), None);
    player.service.control().end(&player.arn).unwrap();
    player
        .service
        .control()
        .go_live(&player.arn, Encoder::default())
        .unwrap();
    assert_eq!(player.viewers(), 0);
}

#[test]
fn policy_restricts_public_channels_only() {
    let service = service();
    let policy = policy(
        &service,
        json!({
            "allowedCountries": ["US", "DE"], "allowedOrigins": ["https://a.example"],
        }),
    );
    let player = Player::on(service, json!({ "playbackRestrictionPolicyArn": policy }));
    let (good, bad) = (Some("https://a.example"), Some("https://b.example"));
    for (origin, country, denial) in [
        (good, Some("US"), None),
        (good, Some("de"), None),
        (good, Some("FR"), Some(Denial::Country)),
        (good, None, None),
        (bad, Some("US"), Some(Denial::Origin)),
        (None, None, None),
    ] {
        assert_eq!(
            player.play(&player.url, origin, country),
            denial,
            "{origin:?} {country:?}"
        );
    }
    let strict = json!({ "arn": policy, "enableStrictOriginEnforcement": true });
    call(&player.service, "UpdatePlaybackRestrictionPolicy", strict);
    assert_eq!(player.play(&player.url, None, None), Some(Denial::Origin));
    player.service.control().end(&player.arn).unwrap();
    call(
        &player.service,
        "UpdateChannel",
        json!({ "arn": player.arn, "authorized": true }),
    );
    player
        .service
        .control()
        .go_live(&player.arn, Encoder::default())
        .unwrap();
    import_key(&player.service, 2);
    assert_eq!(player.with_claims(json!({}), bad), None);
}
