//! An interceptor that logs every hook and can fail in one of them.

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

/// The hooks in execution order.
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

/// An interceptor that logs every hook.
#[derive(Clone, Debug)]
pub struct Hooks {
    name: &'static str,
    failing_hook: Option<&'static str>,
    log: Log,
}

/// A log that interceptors can share.
pub type Log = Arc<Mutex<Vec<String>>>;

/// Returns the lines logged since the previous call.
pub fn take(log: &Log) -> Vec<String> {
    std::mem::take(&mut log.lock().unwrap_or_else(PoisonError::into_inner))
}

impl Hooks {
    pub fn new(name: &'static str, log: &Log) -> Self {
        Self {
            name,
            failing_hook: None,
            log: log.clone(),
        }
    }

    /// Makes the interceptor fail in `hook`.
    pub fn failing(self, hook: &'static str) -> Self {
        Self {
            failing_hook: Some(hook),
            ..self
        }
    }

    fn record(&self, hook: &str, context: &InterceptorContext) -> Result<(), BoxError> {
        let line = format!("{}.{hook}: {}", self.name, describe(context));
        self.log
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(line);
        match self.failing_hook {
            Some(failing) if failing == hook => {
                Err(format!("{} fails in {hook}", self.name).into())
            }
            _ => Ok(()),
        }
    }
}

/// Describes the state of a call at a hook.
fn describe(context: &InterceptorContext) -> String {
    let mut parts = Vec::new();
    let mut add = |name: &str, value: &dyn Debug| parts.push(format!("{name} {value:?}"));
    if let Some(input) = context.input() {
        add("input", input);
    }
    if let Some(request) = context.request() {
        let mut names: Vec<_> = request.headers().iter().map(|(name, _)| name).collect();
        names.sort_unstable();
        add("request", &(request.method(), request.uri(), names));
    }
    if let Some(response) = context.response() {
        add(
            "response",
            &(
                response.status().as_u16(),
                response.body().bytes().map(<[u8]>::len),
            ),
        );
    }
    match context.output_or_error() {
        Some(Ok(output)) => add("output", output),
        Some(Err(error)) => add("error", error),
        None => {}
    }
    hide_parser_error(parts.join(", "))
}

/// Removes the parser's error from a string, because the two parsers word their errors differently.
pub fn hide_parser_error(string: String) -> String {
    for error in ["source: DeserializeError", "source: JsonError"] {
        if let Some((before, rest)) = string.split_once(error)
            && let Some((_, after)) = rest.split_once(", meta:")
        {
            return format!("{before}source: a parser, meta:{after}");
        }
    }
    string
}

/// Implements the hooks that have the same parameters: all except the first.
macro_rules! hooks {
    ($($hook:ident($($context:tt)+);)+) => {
        $(fn $hook(
            &self,
            context: $($context)+<'_>,
            _: &RuntimeComponents,
            _: &mut ConfigBag,
        ) -> Result<(), BoxError> {
            self.record(stringify!($hook), context.inner())
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
        self.record("read_before_execution", context.inner())
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
