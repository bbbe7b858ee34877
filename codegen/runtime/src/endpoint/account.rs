//! The account ID of the caller.

use aws_credential_types::attributes::AccountId;
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::identity::Identity;

/// Takes the identity out of `params` and returns its account ID, if it has one.
///
/// The identity must not stay in the parameters, because they are logged.
pub fn take_account_id(params: &mut EndpointResolverParams) -> Option<String> {
    let identity = params.get_property_mut::<Identity>()?;
    let identity = std::mem::replace(identity, Identity::new((), None));
    let account = identity.property::<AccountId>()?;
    Some(account.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use aws_credential_types::Credentials;
    use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
    use aws_smithy_runtime_api::client::identity::Identity;

    use super::take_account_id;

    #[test]
    fn the_account_id_of_credentials_is_taken_once() {
        let credentials = Credentials::builder()
            .access_key_id("a")
            .secret_access_key("b")
            .account_id("123456789012")
            .provider_name("test")
            .build();
        let mut params = EndpointResolverParams::new(());
        assert_eq!(take_account_id(&mut params), None);
        params.set_property(Identity::from(credentials));
        let account = take_account_id(&mut params);
        assert_eq!(account.as_deref(), Some("123456789012"));
        assert_eq!(take_account_id(&mut params), None);
        params.set_property(Identity::from(Credentials::for_tests()));
        assert_eq!(take_account_id(&mut params), None);
    }
}
