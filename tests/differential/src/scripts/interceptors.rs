//! The order, changes and errors of interceptors.

use aws_smithy_runtime_api::client::interceptors::context::Output;

use super::{client, get_channel, sdk};
use crate::fixture::Fixture;
use crate::hooks::{HOOKS, Hooks, Log, take};
use crate::outcome::Outcome;
use crate::peer::{Failure, Reply};
use crate::transcript::Transcript;
use sdk::config::interceptors::{
    BeforeDeserializationInterceptorContextMut, BeforeSerializationInterceptorContextMut,
    FinalizerInterceptorContextMut,
};
use sdk::config::{Builder, ConfigBag, Intercept, RuntimeComponents, SharedInterceptor};
use sdk::error::BoxError;
use sdk::operation::get_channel::{GetChannelInput, GetChannelOutput};

/// Makes a call with interceptors of the client and of the call.
async fn call(
    t: &mut Transcript,
    title: &str,
    replies: Vec<Reply>,
    client_hooks: Vec<Hooks>,
    call_hooks: Vec<Hooks>,
    log: &Log,
) {
    let fixture = Fixture::new(replies);
    let mut config = client::config(&fixture.settings);
    for hooks in client_hooks {
        config.push_interceptor(SharedInterceptor::new(hooks));
    }
    let client = sdk::Client::from_conf(config.build());
    let mut call = client.get_channel().arn("arn").customize();
    for hooks in call_hooks {
        call = call.interceptor(hooks);
    }
    let outcome = Outcome::new(call.send().await);
    fixture.report_all(t, title, &outcome);
    for line in take(log) {
        t.note(line);
    }
}

pub async fn order(t: &mut Transcript) {
    let failed = || Reply::status(500, "{}");
    for replies in [
        vec![Reply::ok("{}")],
        vec![failed(), Reply::ok(r#"{"channel":{"arn":"a"}}"#)],
        vec![failed()],
        vec![Reply::error(400, "ValidationException")],
        vec![Reply::Failure(Failure::User)],
        vec![Reply::Failure(Failure::Io), Reply::ok("{")],
    ] {
        let log = Log::default();
        let hooks = |name| Hooks::new(name, &log);
        let title = format!("{replies:?}");
        let before = t.lines().len();
        call(
            t,
            &title,
            replies,
            vec![hooks("A"), hooks("B")],
            vec![hooks("C"), hooks("D")],
            &log,
        )
        .await;
        let last = t.lines()[before..]
            .iter()
            .any(|line| line.starts_with("C.read_after_execution:"));
        t.check(format_args!("{title}: the last hook runs"), last);
    }
}

/// Makes calls in which one hook fails, in an interceptor of the client or of the call.
pub async fn failures(t: &mut Transcript) {
    for hook in HOOKS {
        for in_client in [true, false] {
            for replies in [vec![Reply::ok("{}")], vec![Reply::status(500, "{}")]] {
                let log = Log::default();
                let failing = Hooks::new("F", &log).failing(hook);
                let other = Hooks::new("H", &log);
                let title = format!("{hook} fails, in the client {in_client}");
                let (client_hooks, call_hooks) = match in_client {
                    true => (vec![failing, other], vec![]),
                    false => (vec![other], vec![failing]),
                };
                let before = t.lines().len();
                call(t, &title, replies, client_hooks, call_hooks, &log).await;
                let ok = t.lines()[before..]
                    .iter()
                    .any(|line| line.starts_with("  got Ok"));
                t.check(format_args!("{title}: an error"), !ok);
            }
        }
    }
}

/// An interceptor that makes the named change, with the types of the crate.
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
        self.replace_output("attempt", context);
        Ok(())
    }

    fn modify_before_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.replace_output("completion", context);
        Ok(())
    }
}

impl Changes {
    /// Replaces the output or error if `hook` is the change to make.
    fn replace_output(self, hook: &str, context: &mut FinalizerInterceptorContextMut<'_>) {
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
            let fixture = Fixture::new([reply.clone()]);
            let config = client::config(&fixture.settings).interceptor(Changes(change));
            let outcome = get_channel(&sdk::Client::from_conf(config.build())).await;
            let title = format!("{change} of the client, {reply:?}");
            let sent = fixture.report_all(t, &title, &outcome);
            let changed = sent
                .iter()
                .all(|arrival| arrival.request.body.contains("changed"));
            t.check(
                format_args!("{title}: the changed input is sent"),
                change != "input" || changed,
            );

            let client = client::client(&fixture.settings);
            let call = client
                .get_channel()
                .arn("arn")
                .customize()
                .interceptor(Changes(change));
            let outcome = Outcome::new(call.send().await);
            fixture.report_all(t, &format!("{change} of the call, {reply:?}"), &outcome);
        }
    }
}

/// Registers interceptors in every way and writes the resulting order.
pub async fn registration(t: &mut Transcript) {
    let log = Log::default();
    let fixture = Fixture::new([Reply::ok("{}")]);
    let hooks = |name| Hooks::new(name, &log);
    let shared = |name| SharedInterceptor::new(hooks(name));
    let mut config = client::config(&fixture.settings).interceptor(hooks("1"));
    config.push_interceptor(shared("2"));
    let names = |config: &sdk::Config| {
        config
            .interceptors()
            .map(|interceptor| interceptor.name())
            .collect::<Vec<_>>()
    };
    let built = config.clone().build();
    t.show("of the client", &names(&built));
    let mut call_config = Builder::new().interceptor(hooks("3"));
    call_config.push_interceptor(shared("4"));
    let client = sdk::Client::from_conf(built);
    let call = client.get_channel().customize();
    let call = call
        .interceptor(hooks("5"))
        .config_override(call_config)
        .interceptor(hooks("6"));
    let outcome = Outcome::new(call.send().await);
    fixture.report(t, "all", &outcome);
    let order: String = take(&log)
        .iter()
        .filter(|line| line.contains("read_before_signing"))
        .map(|line| &line[..1])
        .collect();
    t.show("order", &order);
    t.check("all six interceptors run", order.len() == 6);
    config.set_interceptors([shared("7")]);
    let built = config.build();
    t.show("replaced", &names(&built));
    let outcome = get_channel(&sdk::Client::from_conf(built)).await;
    fixture.report(t, "set", &outcome);
    t.show("logged", &take(&log).len());
}
