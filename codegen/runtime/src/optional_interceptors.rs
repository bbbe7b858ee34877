//! Interceptors that only some operations require.

use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;

use crate::operation::Descriptor;

#[cfg(feature = "checksum")]
mod checksum;
#[cfg(feature = "compression")]
mod compression;
#[cfg(feature = "idempotency-tokens")]
mod idempotency_token;
#[cfg(all(test, feature = "idempotency-tokens", feature = "streaming"))]
mod tests;

/// Adds the interceptors that the [`HttpOptions`](crate::operation::HttpOptions) require.
pub(crate) fn push_interceptors(
    descriptor: &'static Descriptor,
    components: &mut RuntimeComponentsBuilder,
) {
    #[cfg(feature = "idempotency-tokens")]
    if descriptor.http_options.idempotency_token {
        components.push_interceptor(idempotency_token::interceptor(descriptor));
    }
    #[cfg(feature = "compression")]
    if descriptor.http_options.compression {
        components.push_interceptor(compression::interceptor());
    }
    #[cfg(feature = "checksum")]
    if descriptor.http_options.checksum {
        components.push_interceptor(checksum::interceptor());
    }
    let _ = (descriptor, components);
}
