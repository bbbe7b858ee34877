//! Interceptors: their order, what they see and change, and what becomes of their failures.

use aws_smithy_runtime_api::client::interceptors::context::Output;

use super::{client, get_channel, sdk};
use crate::hooks::{HOOKS, Hooks, Log, taken};
use crate::outcome::Outcome;
use crate::peer::{Failure, Reply};
use crate::stage::Stage;
use crate::transcript::Transcript;
use sdk::config::interceptors::{
    BeforeDeserializationInterceptorContextMut, BeforeSerializationInterceptorContextMut,
    FinalizerInterceptorContextMut,
};
use sdk::config::{Builder, ConfigBag, Intercept, RuntimeComponents, SharedInterceptor};
use sdk::error::BoxError;
use sdk::operation::get_channel::{GetChannelInput, GetChannelOutput};

/// A call with interceptors of the client and of the call.
async fn call(
    t: &mut Transcript,
    what: &str,
    replies: Vec<Reply>,
    client_s: Vec<Hooks>,
    call_s: Vec<Hooks>,
    log: &Log,
) {
    let stage = Stage::new(replies);
    let mut config = client::config(&stage.settings);
    for hooks in client_s {
        config.push_interceptor(SharedInterceptor::new(hooks));
    }
    let client = sdk::Client::from_conf(config.build());
    let mut call = client.get_channel().arn("arn").customize();
    for hooks in call_s {
        call = call.interceptor(hooks);
    }
    let outcome = Outcome::of(call.send().await);
    stage.report_all(t, what, &outcome);
    for line in taken(log) {
        t.note(line);
    }
}

pub async fn order(t: &mut Transcript) {
    let bad = || Reply::status(500, "{}");
    for replies in [
        vec![Reply::ok("{}")],
        vec![bad(), Reply::ok(r#"{"channel":{"arn":"a"}}"#)],
        vec![bad()],
        vec![Reply::error(400, "ValidationException")],
        vec![Reply::Fails(Failure::User)],
        vec![Reply::Fails(Failure::Io), Reply::ok("{")],
    ] {
        let log = Log::default();
        let hooks = |name| Hooks::new(name, &log);
        let what = format!("{replies:?}");
        let before = t.lines().len();
        call(
            t,
            &what,
            replies,
            vec![hooks("A"), hooks("B")],
            vec![hooks("C"), hooks("D")],
            &log,
        )
        .await;
        let heard = |hook: &str| {
            t.lines()[before..]
                .iter()
                .any(|line| line.starts_with(&format!("C.{hook}:")))
        };
        let last = heard("read_after_execution");
        t.check(format_args!("{what}: the last hook"), last);
    }
}

/// Each hook fails, in an interceptor of the client's and in one of the call's.
pub async fn failures(t: &mut Transcript) {
    for hook in HOOKS {
        for of_client in [true, false] {
            for replies in [vec![Reply::ok("{}")], vec![Reply::status(500, "{}")]] {
                let log = Log::default();
                let fails = Hooks::new("F", &log).failing(hook);
                let hears = Hooks::new("H", &log);
                let what = format!("{hook} fails, of the client {of_client}");
                let (client_s, call_s) = match of_client {
                    true => (vec![fails, hears], vec![]),
                    false => (vec![hears], vec![fails]),
                };
                let before = t.lines().len();
                call(t, &what, replies, client_s, call_s, &log).await;
                let ok = t.lines()[before..]
                    .iter()
                    .any(|line| line.starts_with("  got Ok"));
                t.check(what, !ok);
            }
        }
    }
}

/// Changes what there is to change, in the crate's own types.
#[derive(Clone, Copy, Debug)]
struct Changes(&'static str);

impl Intercept for Changes {
    fn name(&self) -> &'static str {
        "Changes"
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if self.0 == "input" {
            let input = context.input_mut().downcast_mut::<GetChannelInput>();
            input.ok_or("no input")?.arn = Some("changed".to_owned());
        }
        Ok(())
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let response = context.response_mut();
        match self.0 {
            "status" => *response.status_mut() = 503.try_into()?,
            "body" => *response.body_mut() = r#"{"channel":{"name":"changed"}}"#.into(),
            "header" => {
                response.headers_mut().insert("x-amzn-requestid", "changed");
                response
                    .headers_mut()
                    .insert("x-amzn-errortype", "ConflictException");
            }
            _ => {}
        }
        Ok(())
    }

    fn modify_before_attempt_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.output("attempt", context);
        Ok(())
    }

    fn modify_before_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.output("completion", context);
        Ok(())
    }
}

impl Changes {
    /// Puts another output in the place of whatever there is.
    fn output(self, hook: &str, context: &mut FinalizerInterceptorContextMut<'_>) {
        if self.0 == hook {
            let channel = sdk::types::Channel::builder().name("changed").build();
            let output = GetChannelOutput::builder().channel(channel).build();
            let output = Output::erase(output);
            context.inner_mut().set_output_or_error(Ok(output));
        }
    }
}

pub async fn changes(t: &mut Transcript) {
    for change in [
        "input",
        "status",
        "body",
        "header",
        "attempt",
        "completion",
        "nothing",
    ] {
        for reply in [
            Reply::ok("{}"),
            Reply::error(500, "Odd"),
            Reply::error(400, "ValidationException"),
        ] {
            let stage = Stage::new([reply.clone()]);
            let config = client::config(&stage.settings).interceptor(Changes(change));
            let outcome = get_channel(&sdk::Client::from_conf(config.build())).await;
            let what = format!("{change} of the client, {reply:?}");
            let sent = stage.report_all(t, &what, &outcome);
            let changed = sent.iter().all(|one| one.sent.body.contains("changed"));
            t.check(what, change != "input" || changed);

            let client = client::client(&stage.settings);
            let call = client
                .get_channel()
                .arn("arn")
                .customize()
                .interceptor(Changes(change));
            let outcome = Outcome::of(call.send().await);
            stage.report_all(t, &format!("{change} of the call, {reply:?}"), &outcome);
        }
    }
}

/// All the ways to hand over an interceptor, and their order.
pub async fn ways(t: &mut Transcript) {
    let log = Log::default();
    let stage = Stage::new([Reply::ok("{}")]);
    let hooks = |name| Hooks::new(name, &log);
    let shared = |name| SharedInterceptor::new(hooks(name));
    let mut config = client::config(&stage.settings).interceptor(hooks("1"));
    config.push_interceptor(shared("2"));
    let names = |config: &sdk::Config| {
        config
            .interceptors()
            .map(|one| one.name())
            .collect::<Vec<_>>()
    };
    let built = config.clone().build();
    t.show("of the client", &names(&built));
    let mut own = Builder::new().interceptor(hooks("3"));
    own.push_interceptor(shared("4"));
    let client = sdk::Client::from_conf(built);
    let call = client.get_channel().customize();
    let call = call
        .interceptor(hooks("5"))
        .config_override(own)
        .interceptor(hooks("6"));
    let outcome = Outcome::of(call.send().await);
    stage.report(t, "all", &outcome);
    let order: String = taken(&log)
        .iter()
        .filter(|line| line.contains("read_before_signing"))
        .map(|line| &line[..1])
        .collect();
    t.show("order", &order);
    t.check("all six", order.len() == 6);
    config.set_interceptors([shared("7")]);
    let built = config.build();
    t.show("set in the place of the others", &names(&built));
    let outcome = get_channel(&sdk::Client::from_conf(built)).await;
    stage.report(t, "set", &outcome);
    t.show("heard", &taken(&log).len());
}
