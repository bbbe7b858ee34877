//! Which scheme signs a call, and calls that nothing signs.

use aws_runtime::auth::SigV4OperationSigningConfig;
use aws_smithy_runtime_api::client::auth::{
    AuthSchemeId, AuthSchemeOption, AuthSchemeOptionsFuture, AuthSchemePreference,
};
use aws_smithy_types::config_bag::Layer;
use aws_types::SigningName;

use super::{client, get_channel, sdk};
use crate::outcome::Outcome;
use crate::own_scheme::OwnScheme;
use crate::peer::Reply;
use crate::stage::Stage;
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

/// A client with credentials or without, and with leave to do without or none.
fn config(stage: &Stage, credentials: bool, no_auth: bool) -> sdk::config::Builder {
    let mut config = match credentials {
        true => client::config(&stage.settings),
        false => sdk::Config::builder()
            .behavior_version(sdk::config::BehaviorVersion::latest())
            .region(sdk::config::Region::new("us-west-2"))
            .time_source(stage.clock.clone())
            .invocation_id_generator(stage.settings.invocation_ids.clone())
            .interceptor(stage.settings.interceptors[0].clone())
            .http_client(stage.peer.clone()),
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
        Some(&["unheard-of"]),
    ] {
        for (credentials, no_auth) in [(true, false), (true, true), (false, false), (false, true)] {
            let stage = Stage::new([Reply::ok("{}")]);
            let mut config = config(&stage, credentials, no_auth);
            config.set_auth_scheme_preference(schemes.map(preference));
            let client = sdk::Client::from_conf(config.build());
            let outcome = get_channel(&client).await;
            let what = format!("{schemes:?}, credentials {credentials}, no auth {no_auth}");
            t.show("preference", &client.config().auth_scheme_preference());
            let sent = stage.report_all(t, &what, &outcome);
            let signed = sent
                .iter()
                .any(|one| !one.header("authorization").is_empty());
            t.check(what.clone(), credentials || !signed);
            t.check(what, credentials || no_auth || sent.is_empty());
        }
    }
}

pub async fn by_call(t: &mut Transcript) {
    for no_auth in [true, false] {
        let stage = Stage::new([Reply::ok("{}")]);
        let client = sdk::Client::from_conf(config(&stage, true, no_auth).build());
        let builder = sdk::config::Builder::new;
        let overrides = [
            builder().auth_scheme_preference(preference(&["noAuth"])),
            builder().allow_no_auth(),
            builder()
                .allow_no_auth()
                .auth_scheme_preference(preference(&["noAuth"])),
            builder().auth_scheme_resolver(Own(&["noAuth", "sigv4"])),
            builder(),
        ];
        for (number, own) in overrides.into_iter().enumerate() {
            let call = client.get_channel().customize().config_override(own);
            let outcome = Outcome::of(call.send().await);
            let sent = stage.report_all(
                t,
                &format!("no auth {no_auth}, override {number}"),
                &outcome,
            );
            t.check("sent", sent.len() <= 1 && (number < 4 || sent.len() == 1));
        }
    }
}

/// A resolver of the caller's.
#[derive(Debug)]
struct Own(&'static [&'static str]);

impl sdk::config::auth::ResolveAuthScheme for Own {
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
            // A scheme's own properties come before the operation's.
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
        &["own"],
        &["own", "sigv4"],
        &["nothing"],
        &[],
    ] {
        for pushed in [true, false] {
            let stage = Stage::new([Reply::status(500, "{}"), Reply::ok("{}")]);
            let mut config = config(&stage, true, false).auth_scheme_resolver(Own(schemes));
            if pushed {
                config = config.push_auth_scheme(OwnScheme);
            }
            let client = sdk::Client::from_conf(config.build());
            let outcome = get_channel(&client).await;
            let what = format!("{schemes:?}, pushed {pushed}");
            let sent = stage.report_all(t, &what, &outcome);
            let own = pushed && schemes == ["own"];
            let signed = sent.iter().any(|one| one.header("x-own") == "signed");
            t.check(
                what,
                signed == (pushed && schemes.first() == Some(&"own")) || !own,
            );
            let outcome = Outcome::of(client.list_channels().send().await);
            stage.report(t, "another operation", &outcome);
        }
    }
}
