//! Settings that only some services have.

#[cfg(feature = "bearer-auth")]
use aws_credential_types::provider::token::SharedTokenProvider;
#[cfg(feature = "bearer-auth")]
use aws_smithy_runtime_api::client::auth::http::HTTP_BEARER_AUTH_SCHEME_ID;
#[cfg(feature = "bearer-auth")]
use aws_smithy_runtime_api::client::identity::SharedIdentityResolver;
#[cfg(feature = "compression")]
use aws_smithy_types::config_bag::{Storable, StoreReplace};

#[cfg(any(feature = "bearer-auth", feature = "compression"))]
use super::ConfigBuilder;

/// `true` if request bodies must not be compressed.
#[cfg(feature = "compression")]
#[derive(Clone, Copy, Debug)]
pub struct DisableRequestCompression(pub bool);

#[cfg(feature = "compression")]
impl Storable for DisableRequestCompression {
    type Storer = StoreReplace<Self>;
}

/// The minimum size in bytes of request bodies that are compressed.
#[cfg(feature = "compression")]
#[derive(Clone, Copy, Debug)]
pub struct RequestMinCompressionSizeBytes(pub u32);

#[cfg(feature = "compression")]
impl Storable for RequestMinCompressionSizeBytes {
    type Storer = StoreReplace<Self>;
}

#[cfg(feature = "compression")]
impl ConfigBuilder {
    /// Disables the compression of request bodies, or enables it again.
    pub fn disable_request_compression(&mut self, disable: Option<bool>) {
        self.store_or_unset(disable.map(DisableRequestCompression));
    }

    /// Sets the minimum size in bytes of request bodies that are compressed.
    pub fn request_min_compression_size_bytes(&mut self, size: Option<u32>) {
        self.store_or_unset(size.map(RequestMinCompressionSizeBytes));
    }
}

#[cfg(feature = "bearer-auth")]
impl ConfigBuilder {
    /// Sets the provider of bearer tokens. `None` changes nothing.
    pub fn token_provider(&mut self, provider: Option<SharedTokenProvider>) {
        if let Some(provider) = provider {
            let scheme = HTTP_BEARER_AUTH_SCHEME_ID;
            self.components.set_identity_resolver(scheme, provider);
        }
    }

    /// Sets the identity resolver for bearer tokens.
    pub fn bearer_token_resolver(&mut self, resolver: SharedIdentityResolver) {
        let scheme = HTTP_BEARER_AUTH_SCHEME_ID;
        self.components.set_identity_resolver(scheme, resolver);
    }
}
