//! Playback of channels: the checks that the service makes when a player asks for a playlist.

use serde::Serialize;

use super::arn::{Arn, ResourceType};
use super::channel::Channel;
use super::clock::Timestamp;
use super::options::Options;
use super::origin;
use super::playback_restriction_policy::PlaybackRestrictionPolicy;
use super::session::View;
use super::state::{Scope, State, scope_key};
use super::token::{self, Token};

/// A player's request for a playlist.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request<'a> {
    /// The playback URL, with the token in its query.
    pub(crate) url: &'a str,
    pub(crate) origin: Option<&'a str>,
    pub(crate) country: Option<&'a str>,
}

/// The service's decision about a request for a playlist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Playback {
    /// `true` if the channel plays.
    pub plays: bool,
    /// The reason why it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Denial>,
    /// The reason for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// The reason why a channel does not play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Denial {
    /// The URL is not a playback URL.
    InvalidUrl,
    /// There is no such channel.
    UnknownChannel,
    /// The channel is private, and the URL has no token.
    TokenMissing,
    /// The token has more than 2,048 bytes.
    TokenTooLong,
    /// The token is not a JWT, or its header or claims are malformed.
    TokenMalformed,
    /// The token's algorithm is not ES384.
    TokenAlgorithm,
    /// No playback key pair of the account and region verifies the token.
    TokenSignature,
    /// The token is for another channel.
    TokenChannel,
    /// The token has expired.
    TokenExpired,
    /// The token has a viewer ID or is for single use, and lives longer than 10 minutes.
    TokenLifetime,
    /// The token is for single use, and was used.
    TokenSpent,
    /// The token's viewer was revoked.
    TokenRevoked,
    /// The origin is not among the allowed ones.
    Origin,
    /// The country is not among the allowed ones.
    Country,
    /// The channel is not live.
    NotLive,
}

impl Denial {
    fn message(self) -> &'static str {
        match self {
            Self::InvalidUrl => "the URL is not a playback URL",
            Self::UnknownChannel => "there is no such channel",
            Self::TokenMissing => "the channel is private, and the URL has no token",
            Self::TokenTooLong => "the token is longer than 2048 bytes",
            Self::TokenMalformed => "the token is not a JWT with the claims of the service",
            Self::TokenAlgorithm => "the token's algorithm is not ES384",
            Self::TokenSignature => "no playback key pair of the account and region verifies it",
            Self::TokenChannel => "the token is for another channel",
            Self::TokenExpired => "the token has expired",
            Self::TokenLifetime => {
                "a token with a viewer ID or for single use may expire in at most 10 minutes"
            }
            Self::TokenSpent => "the single-use token was used before",
            Self::TokenRevoked => "the viewer's sessions were revoked",
            Self::Origin => "the origin is not allowed",
            Self::Country => "the country is not allowed",
            Self::NotLive => "the channel is not live",
        }
    }
}

/// Decides about a request. If the channel plays, there is one viewer more.
pub(crate) fn play(state: &mut State, options: &Options, request: &Request<'_>) -> Playback {
    match decide(state, options, request) {
        Ok(()) => Playback {
            plays: true,
            reason: None,
            message: None,
        },
        Err(reason) => {
            let message = Some(reason.message().to_owned());
            Playback {
                plays: false,
                reason: Some(reason),
                message,
            }
        }
    }
}

fn decide(state: &mut State, options: &Options, request: &Request<'_>) -> Result<(), Denial> {
    let (arn, token) = parse_url(request.url).ok_or(Denial::InvalidUrl)?;
    let parsed = Arn::parse(&arn).ok_or(Denial::InvalidUrl)?;
    if !state
        .scopes
        .contains_key(&scope_key(parsed.account, parsed.region))
    {
        return Err(Denial::UnknownChannel);
    }
    let now = state.world.clock.now();
    let context = state.context(parsed.account, parsed.region, options, now);
    let scope = context.scope;
    let channel = scope.channels.get(&arn).ok_or(Denial::UnknownChannel)?;
    let token = if channel.authorized {
        Some(check_token(scope, channel, token, request, now)?)
    } else {
        check_policy(scope, channel, request)?;
        None
    };
    let session = scope
        .connected_session_mut(&arn)
        .filter(|session| session.start.is_some());
    let session = session.ok_or(Denial::NotLive)?;
    session.add_view(View {
        viewer_id: token.as_ref().and_then(|token| token.viewer_id.clone()),
        version: token.as_ref().map_or(0, Token::version),
    });
    scope
        .spent_tokens
        .retain(|_, expiry| *expiry > now.seconds());
    if let Some((uuid, expiry)) = token.and_then(Token::into_single_use) {
        scope.spent_tokens.insert(uuid, expiry);
    }
    Ok(())
}

/// Returns the channel's ARN and the token of a playback URL.
fn parse_url(url: &str) -> Option<(String, Option<&str>)> {
    let (base, query) = url
        .split_once('?')
        .map_or((url, None), |(base, it)| (base, Some(it)));
    let (host, path) = base.strip_prefix("https://")?.split_once('/')?;
    let file = path.strip_prefix("api/video/v1/")?.strip_suffix(".m3u8")?;
    let mut parts = file.split('.');
    let (region, account) = (parts.next()?, parts.next()?);
    let (kind, id) = (parts.next()?, parts.next()?);
    let region_of_host = host
        .strip_suffix(".playback.live-video.net")?
        .split_once('.')?
        .1;
    if kind != "channel" || parts.next().is_some() || region_of_host != region {
        return None;
    }
    let arn = Arn {
        region,
        account,
        resource_type: ResourceType::Channel,
        id,
    }
    .to_string();
    let mut parameters = query.into_iter().flat_map(|query| query.split('&'));
    Some((
        arn,
        parameters.find_map(|parameter| parameter.strip_prefix("token=")),
    ))
}

fn check_token(
    scope: &Scope,
    channel: &Channel,
    token: Option<&str>,
    request: &Request<'_>,
    now: Timestamp,
) -> Result<Token, Denial> {
    let keys = scope
        .playback_key_pairs
        .iter()
        .filter_map(|pair| pair.verifying_key());
    let token = token::verify(token.ok_or(Denial::TokenMissing)?, keys)?;
    token.check(&channel.arn, now.seconds())?;
    if token
        .single_use_uuid
        .as_ref()
        .is_some_and(|uuid| scope.spent_tokens.contains_key(uuid))
    {
        return Err(Denial::TokenSpent);
    }
    let revoked = token
        .viewer_id
        .as_ref()
        .and_then(|viewer| scope.revocations.get(&channel.arn)?.get(viewer));
    if revoked.is_some_and(|revoked| token.version() <= *revoked) {
        return Err(Denial::TokenRevoked);
    }
    let origins = token.origins();
    origin::check(origins, token.strict_origin_enforcement, request.origin)?;
    Ok(token)
}

fn check_policy(scope: &Scope, channel: &Channel, request: &Request<'_>) -> Result<(), Denial> {
    let policy = scope
        .playback_restriction_policies
        .get(&channel.playback_restriction_policy_arn);
    let Some(policy) = policy else { return Ok(()) };
    let PlaybackRestrictionPolicy {
        allowed_countries,
        allowed_origins,
        ..
    } = policy;
    // Players in unknown places are served.
    let abroad = request.country.is_some_and(|country| {
        let mut allowed = allowed_countries.iter();
        !allowed_countries.is_empty()
            && !allowed.any(|allowed| allowed.eq_ignore_ascii_case(country))
    });
    if abroad {
        return Err(Denial::Country);
    }
    let origins = allowed_origins.iter().map(String::as_str).collect();
    origin::check(
        origins,
        policy.enable_strict_origin_enforcement,
        request.origin,
    )
}

#[cfg(test)]
mod unit_tests {
    use super::*;

    #[test]
    fn only_playback_urls_are_parsed() {
        let host = "https://0123.eu-west-1.playback.live-video.net";
        let good = format!("{host}/api/video/v1/eu-west-1.1.channel.ab.m3u8?a=b&token=x.y.z");
        let arn = "arn:aws:ivs:eu-west-1:1:channel/ab".to_owned();
        assert_eq!(parse_url(&good), Some((arn, Some("x.y.z"))));
        for bad in [
            "",
            "https://a",
            &good.replace("https", "http"),
            &good.replace("channel", "stage"),
            &good.replace("playback.live-video.net", "example.net"),
            &good.replace("0123.eu-west-1", "0123.eu-west-2"),
            &good.replace(".ab.", ".ab.cd."),
            &good.replace(".m3u8", ".mp4"),
        ] {
            assert_eq!(parse_url(bad), None, "{bad}");
        }
    }
}
