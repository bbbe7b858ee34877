//! A player of a live channel, with tokens.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p384::ecdsa::Signature;
use p384::ecdsa::signature::Signer;

use crate::service::tests::*;
use crate::service::{Denial, Playback};

/// The time of the manual clock, in seconds.
pub(super) const NOW: i64 = 1_767_225_600;

pub(super) fn token(key: u8, header: Value, claims: Value) -> String {
    let part = |value: Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(header), part(claims));
    let signature: Signature = signing_key(key).sign(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

pub(super) fn header() -> Value {
    json!({ "alg": "ES384", "typ": "JWT" })
}

/// A service with a live channel and its playback URL.
pub(super) struct Player {
    pub(super) service: Service,
    pub(super) arn: String,
    pub(super) url: String,
}

impl Player {
    pub(super) fn new(settings: Value) -> Self {
        Self::on(service(), settings)
    }

    pub(super) fn on(service: Service, settings: Value) -> Self {
        let created = call(&service, "CreateChannel", settings);
        let arn = string(&created, "/channel/arn");
        service.control().go_live(&arn, Encoder::default()).unwrap();
        Self {
            service,
            arn,
            url: string(&created, "/channel/playbackUrl"),
        }
    }

    pub(super) fn private() -> Self {
        let player = Self::new(json!({ "authorized": true }));
        import_key(&player.service, 1);
        import_key(&player.service, 2);
        player
    }

    pub(super) fn claims(&self, changes: Value) -> Value {
        let mut claims = json!({ "aws:channel-arn": self.arn, "exp": NOW + 300 });
        for (name, value) in object(changes) {
            claims[name] = value;
        }
        claims
    }

    /// Plays with the claims in a valid token.
    pub(super) fn with_claims(&self, changes: Value, origin: Option<&str>) -> Option<Denial> {
        self.with_token(&token(2, header(), self.claims(changes)), origin)
    }

    pub(super) fn with_token(&self, token: &str, origin: Option<&str>) -> Option<Denial> {
        self.play(&format!("{}?token={token}", self.url), origin, None)
    }

    pub(super) fn play(
        &self,
        url: &str,
        origin: Option<&str>,
        country: Option<&str>,
    ) -> Option<Denial> {
        let Playback {
            plays,
            reason,
            message,
        } = self
            .service
            .control()
            .playback(url, origin, country)
            .unwrap();
        assert_eq!((plays, plays), (reason.is_none(), message.is_none()));
        reason
    }

    pub(super) fn viewers(&self) -> i64 {
        let stream = call(
            &self.service,
            "GetStream",
            json!({ "channelArn": self.arn }),
        );
        stream["stream"]["viewerCount"].as_i64().unwrap()
    }
}
