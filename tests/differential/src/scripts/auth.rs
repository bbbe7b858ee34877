//! The selection of auth schemes, and unsigned calls.

use aws_runtime::auth::SigV4OperationSigningConfig;
use aws_smithy_runtime_api::client::auth::{
    AuthSchemeId, AuthSchemeOption, AuthSchemeOptionsFuture, AuthSchemePreference,
};
use aws_smithy_types::config_bag::Layer;
use aws_types::SigningName;

use super::{client, get_channel, sdk};
use crate::custom_auth_scheme::CustomAuthScheme;
use crate::fixture::Fixture;
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::transcript::Transcript;
use sdk::config::{ConfigBag, RuntimeComponents};

fn preference(schemes: &[&'static str]) -> AuthSchemePreference {
    AuthSchemePreference::from(
        schemes
            .iter()
            .map(|id| AuthSchemeId::from(*id))
            .collect::<Vec<_>>(),
    )
}

/// Returns a config that may have credentials and may allow unsigned calls.
fn config(fixture: &Fixture, credentials: bool, no_auth: bool) -> sdk::config::Builder {
    let mut config = match credentials {
        true => client::config(&fixture.settings),
        false => sdk::Config::builder()
            .behavior_version(sdk::config::BehaviorVersion::latest())
            .region(sdk::config::Region::new("us-west-2"))
            .time_source(fixture.clock.clone())
            .invocation_id_generator(fixture.settings.invocation_ids.clone())
            .interceptor(fixture.settings.interceptors[0].clone())
            .http_client(fixture.peer.clone()),
    };
    if no_auth {
        config.set_allow_no_auth();
    }
    config
}

pub async fn preferences(t: &mut Transcript) {
    for schemes in [
        None,
        Some(&[][..]),
        Some(&["sigv4"]),
        Some(&["noAuth"]),
        Some(&["aws.auth#sigv4"]),
        Some(&["sigv4a"]),
        Some(&["sigv4a", "noAuth", "sigv4"]),
        Some(&["sigv4", "noAuth"]),
        Some(&["unknown"]),
    ] {
        for (credentials, no_auth) in [(true, false), (true, true), (false, false), (false, true)] {
            let fixture = Fixture::new([Reply::ok("{}")]);
            let mut config = config(&fixture, credentials, no_auth);
            config.set_auth_scheme_preference(schemes.map(preference));
            let client = sdk::Client::from_conf(config.build());
            let outcome = get_channel(&client).await;
            let title = format!("{schemes:?}, credentials {credentials}, no auth {no_auth}");
            t.show("preference", &client.config().auth_scheme_preference());
            let sent = fixture.report_all(t, &title, &outcome);
            let signed = sent
                .iter()
                .any(|arrival| !arrival.header("authorization").is_empty());
            t.check(
                format_args!("{title}: unsigned without credentials"),
                credentials || !signed,
            );
            t.check(
                format_args!("{title}: only sent if allowed"),
                credentials || no_auth || sent.is_empty(),
            );
        }
    }
}

pub async fn per_call(t: &mut Transcript) {
    for no_auth in [true, false] {
        let fixture = Fixture::new([Reply::ok("{}")]);
        let client = sdk::Client::from_conf(config(&fixture, true, no_auth).build());
        let builder = sdk::config::Builder::new;
        let overrides = [
            builder().auth_scheme_preference(preference(&["noAuth"])),
            builder().allow_no_auth(),
            builder()
                .allow_no_auth()
                .auth_scheme_preference(preference(&["noAuth"])),
            builder().auth_scheme_resolver(CustomResolver(&["noAuth", "sigv4"])),
            builder(),
        ];
        for (number, call_config) in overrides.into_iter().enumerate() {
            let call = client
                .get_channel()
                .customize()
                .config_override(call_config);
            let outcome = Outcome::new(call.send().await);
            let sent = fixture.report_all(
                t,
                &format!("no auth {no_auth}, override {number}"),
                &outcome,
            );
            t.check(
                "at most one attempt, exactly one for an empty override",
                sent.len() <= 1 && (number < 4 || sent.len() == 1),
            );
        }
    }
}

/// A custom resolver that offers these schemes for `GetChannel`.
#[derive(Debug)]
struct CustomResolver(&'static [&'static str]);

impl sdk::config::auth::ResolveAuthScheme for CustomResolver {
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a sdk::config::auth::Params,
        _: &'a ConfigBag,
        _: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        if params.operation_name() != "GetChannel" {
            return AuthSchemeOptionsFuture::ready(Err("only one operation".into()));
        }
        let option = |id: &&'static str| {
            // Properties of the scheme take precedence over those of the operation.
            let mut layer = Layer::new("properties");
            layer.store_put(SigV4OperationSigningConfig {
                name: Some(SigningName::from_static("other")),
                ..SigV4OperationSigningConfig::default()
            });
            let option = AuthSchemeOption::builder().scheme_id(AuthSchemeId::from(*id));
            option
                .properties(layer.freeze())
                .build()
                .expect("an option")
        };
        AuthSchemeOptionsFuture::ready(Ok(self.0.iter().map(option).collect()))
    }
}

pub async fn resolvers(t: &mut Transcript) {
    for schemes in [
        &["sigv4"][..],
        &["noAuth"],
        &["custom"],
        &["custom", "sigv4"],
        &["unknown"],
        &[],
    ] {
        for pushed in [true, false] {
            let fixture = Fixture::new([Reply::status(500, "{}"), Reply::ok("{}")]);
            let mut config =
                config(&fixture, true, false).auth_scheme_resolver(CustomResolver(schemes));
            if pushed {
                config = config.push_auth_scheme(CustomAuthScheme);
            }
            let client = sdk::Client::from_conf(config.build());
            let outcome = get_channel(&client).await;
            let title = format!("{schemes:?}, pushed {pushed}");
            let sent = fixture.report_all(t, &title, &outcome);
            let custom_only = pushed && schemes == ["custom"];
            let signed = sent
                .iter()
                .any(|arrival| arrival.header("x-custom") == "signed");
            t.check(
                format_args!("{title}: the custom scheme signs"),
                signed || !custom_only,
            );
            let outcome = Outcome::new(client.list_channels().send().await);
            fixture.report(t, "another operation", &outcome);
        }
    }
}
