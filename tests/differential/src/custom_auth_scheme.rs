//! A custom auth scheme that writes the client's access key id to a custom header.

use aws_credential_types::Credentials;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign,
};
use aws_smithy_runtime_api::client::identity::{Identity, SharedIdentityResolver};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::{GetIdentityResolver, RuntimeComponents};
use aws_smithy_types::config_bag::ConfigBag;

/// The auth scheme `custom`.
#[derive(Debug)]
pub struct CustomAuthScheme;

impl AuthScheme for CustomAuthScheme {
    fn scheme_id(&self) -> AuthSchemeId {
        AuthSchemeId::from("custom")
    }

    fn identity_resolver(
        &self,
        resolvers: &dyn GetIdentityResolver,
    ) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(AuthSchemeId::from("sigv4"))
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for CustomAuthScheme {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        _: AuthSchemeEndpointConfig<'_>,
        _: &RuntimeComponents,
        _: &ConfigBag,
    ) -> Result<(), BoxError> {
        let credentials = identity.data::<Credentials>();
        let key = credentials.map_or("none", Credentials::access_key_id);
        request.headers_mut().insert("x-custom", "signed");
        request.headers_mut().insert("x-custom-key", key.to_owned());
        Ok(())
    }
}
