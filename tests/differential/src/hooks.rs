//! An interceptor of every hook: it writes down what it is shown, and fails where it is told to.

use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    AfterDeserializationInterceptorContextRef, BeforeDeserializationInterceptorContextMut,
    BeforeDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextMut,
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut,
    BeforeTransmitInterceptorContextRef, FinalizerInterceptorContextMut,
    FinalizerInterceptorContextRef, InterceptorContext,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

/// The hooks in the order in which they come.
pub const HOOKS: [&str; 19] = [
    "read_before_execution",
    "modify_before_serialization",
    "read_before_serialization",
    "read_after_serialization",
    "modify_before_retry_loop",
    "read_before_attempt",
    "modify_before_signing",
    "read_before_signing",
    "read_after_signing",
    "modify_before_transmit",
    "read_before_transmit",
    "read_after_transmit",
    "modify_before_deserialization",
    "read_before_deserialization",
    "read_after_deserialization",
    "modify_before_attempt_completion",
    "read_after_attempt",
    "modify_before_completion",
    "read_after_execution",
];

/// The interceptor.
#[derive(Clone, Debug)]
pub struct Hooks {
    name: &'static str,
    fails: Option<&'static str>,
    log: Log,
}

/// What interceptors wrote, which may share it.
pub type Log = Arc<Mutex<Vec<String>>>;

/// What was written since it was asked last.
pub fn taken(log: &Log) -> Vec<String> {
    std::mem::take(&mut log.lock().unwrap_or_else(PoisonError::into_inner))
}

impl Hooks {
    pub fn new(name: &'static str, log: &Log) -> Self {
        Self {
            name,
            fails: None,
            log: log.clone(),
        }
    }

    /// Fails in this hook.
    pub fn failing(self, hook: &'static str) -> Self {
        Self {
            fails: Some(hook),
            ..self
        }
    }

    fn hear(&self, hook: &str, context: &InterceptorContext) -> Result<(), BoxError> {
        let line = format!("{}.{hook}: {}", self.name, seen(context));
        self.log
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(line);
        match self.fails {
            Some(fails) if fails == hook => Err(format!("{} fails in {hook}", self.name).into()),
            _ => Ok(()),
        }
    }
}

/// What there is to see at a point of a call.
fn seen(context: &InterceptorContext) -> String {
    let mut seen = Vec::new();
    let mut see = |what: &str, value: &dyn Debug| seen.push(format!("{what} {value:?}"));
    if let Some(input) = context.input() {
        see("input", input);
    }
    if let Some(request) = context.request() {
        let mut names: Vec<_> = request.headers().iter().map(|(name, _)| name).collect();
        names.sort_unstable();
        see("request", &(request.method(), request.uri(), names));
    }
    if let Some(response) = context.response() {
        see(
            "response",
            &(
                response.status().as_u16(),
                response.body().bytes().map(<[u8]>::len),
            ),
        );
    }
    match context.output_or_error() {
        Some(Ok(output)) => see("output", output),
        Some(Err(error)) => see("error", error),
        None => {}
    }
    without_parser(seen.join(", "))
}

/// The text without what a parser says: the two have parsers of their own, with words of their own.
pub fn without_parser(text: String) -> String {
    for parser in ["source: DeserializeError", "source: JsonError"] {
        if let Some((before, rest)) = text.split_once(parser)
            && let Some((_, after)) = rest.split_once(", meta:")
        {
            return format!("{before}source: a parser, meta:{after}");
        }
    }
    text
}

/// Hooks after the first, each with its context.
macro_rules! hooks {
    ($($hook:ident($($context:tt)+);)+) => {
        $(fn $hook(
            &self,
            context: $($context)+<'_>,
            _: &RuntimeComponents,
            _: &mut ConfigBag,
        ) -> Result<(), BoxError> {
            self.hear(stringify!($hook), context.inner())
        })+
    };
}

impl Intercept for Hooks {
    fn name(&self) -> &'static str {
        self.name
    }

    fn read_before_execution(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.hear("read_before_execution", context.inner())
    }

    hooks! {
        modify_before_serialization(&mut BeforeSerializationInterceptorContextMut);
        read_before_serialization(&BeforeSerializationInterceptorContextRef);
        read_after_serialization(&BeforeTransmitInterceptorContextRef);
        modify_before_retry_loop(&mut BeforeTransmitInterceptorContextMut);
        read_before_attempt(&BeforeTransmitInterceptorContextRef);
        modify_before_signing(&mut BeforeTransmitInterceptorContextMut);
        read_before_signing(&BeforeTransmitInterceptorContextRef);
        read_after_signing(&BeforeTransmitInterceptorContextRef);
        modify_before_transmit(&mut BeforeTransmitInterceptorContextMut);
        read_before_transmit(&BeforeTransmitInterceptorContextRef);
        read_after_transmit(&BeforeDeserializationInterceptorContextRef);
        modify_before_deserialization(&mut BeforeDeserializationInterceptorContextMut);
        read_before_deserialization(&BeforeDeserializationInterceptorContextRef);
        read_after_deserialization(&AfterDeserializationInterceptorContextRef);
        modify_before_attempt_completion(&mut FinalizerInterceptorContextMut);
        read_after_attempt(&FinalizerInterceptorContextRef);
        modify_before_completion(&mut FinalizerInterceptorContextMut);
        read_after_execution(&FinalizerInterceptorContextRef);
    }
}
