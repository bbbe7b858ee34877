//! Idempotency tokens, by which a service recognizes a retried call.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{
    Intercept, SharedInterceptor, dyn_dispatch_hint,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use crate::config::IdempotencyTokenProvider;
use crate::operation::Descriptor;

pub(super) fn interceptor(descriptor: &'static Descriptor) -> SharedInterceptor {
    SharedInterceptor::permanent(IdempotencyToken(descriptor))
}

/// An interceptor that sets an unset token, once per call so that all attempts share it.
#[derive(Debug)]
struct IdempotencyToken(&'static Descriptor);

#[dyn_dispatch_hint]
impl Intercept for IdempotencyToken {
    fn name(&self) -> &'static str {
        "IdempotencyTokenInterceptor"
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(token) = (self.0.idempotency_token)(context.input_mut())
            && token.is_none()
        {
            let provider = config.load::<IdempotencyTokenProvider>();
            *token = Some(match provider {
                Some(provider) => provider.make_idempotency_token(),
                None => IdempotencyTokenProvider::random().make_idempotency_token(),
            });
        }
        Ok(())
    }
}
