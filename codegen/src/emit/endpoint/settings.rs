//! Settings of the client that only its endpoint rules use.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::tokens::{deprecated, doc, docs, ident, prefixed};
use crate::identifier::bare;
use crate::ir::{BuiltIn, Endpoint, Parameter, ParameterKind, Setting};
use crate::printable::escape;

fn all(endpoint: &Endpoint) -> impl Iterator<Item = (&Parameter, &Setting)> {
    let parameters = endpoint.parameters.iter();
    parameters.filter_map(|parameter| Some((parameter, parameter.setting.as_ref()?)))
}

fn has_account_mode(endpoint: &Endpoint) -> bool {
    let mut parameters = endpoint.parameters.iter();
    parameters.any(|parameter| parameter.built_in == Some(BuiltIn::AccountIdMode))
}

/// Returns `config/endpoint/settings.rs`, if there are such settings.
pub(super) fn holders(endpoint: &Endpoint) -> Option<TokenStream> {
    let holders = all(endpoint).map(|(parameter, setting)| {
        let name = ident(&setting.type_name);
        let ty = super::setters::owned(parameter);
        let line = doc(&format!(
            "The setting {}.",
            escape::code(&parameter.name.wire)
        ));
        quote! {
            #line
            #[derive(Clone, Debug)]
            pub(crate) struct #name(pub(crate) #ty);

            impl Storable for #name {
                type Storer = StoreReplace<Self>;
            }
        }
    });
    let holders: Vec<_> = holders.collect();
    (!holders.is_empty()).then(|| {
        quote! {
            //! Settings that only the endpoint rules use.

            use aws_smithy_types::config_bag::{Storable, StoreReplace};

            #(#holders)*
        }
    })
}

/// Returns the setters of the configuration's builder.
pub(in crate::emit) fn setters(endpoint: &Endpoint) -> TokenStream {
    let setters = all(endpoint).map(|(parameter, setting)| {
        let (name, set) = (
            ident(&parameter.name.rust),
            prefixed("set_", &parameter.name.rust),
        );
        let holder = ident(&setting.type_name);
        let line = doc(&format!("Sets {}.", escape::code(&parameter.name.wire)));
        let more = (!setting.docs.is_empty()).then(|| {
            let lines = docs(&setting.docs);
            quote!(#[doc = ""] #lines)
        });
        let bare_name = bare(&parameter.name.rust);
        let set_docs = doc(&format!(
            "Like [`{bare_name}`](Self::{bare_name}), by mutable reference."
        ));
        let deprecated = deprecated(&parameter.deprecated);
        let ty = match parameter.kind {
            ParameterKind::Boolean => quote!(bool),
            ParameterKind::String | ParameterKind::StringArray => quote!(String),
        };
        quote! {
            #line
            #more
            #deprecated
            #[inline]
            pub fn #name(mut self, value: impl Into<#ty>) -> Self {
                self.#set(Some(value.into()));
                self
            }

            #set_docs
            #deprecated
            #[inline]
            pub fn #set(&mut self, value: Option<#ty>) -> &mut Self {
                self.inner.store_or_unset(value.map(endpoint::settings::#holder));
                self
            }
        }
    });
    let setters: Vec<_> = setters.collect();
    let account = has_account_mode(endpoint).then(|| {
        quote! {
            /// Sets the mode of account ids in endpoints: preferred, disabled or required.
            #[inline]
            pub fn account_id_endpoint_mode(
                mut self,
                value: impl Into<aws_types::endpoint_config::AccountIdEndpointMode>,
            ) -> Self {
                self.set_account_id_endpoint_mode(Some(value.into()));
                self
            }

            /// Like [`account_id_endpoint_mode`](Self::account_id_endpoint_mode), by mutable
            /// reference.
            #[inline]
            pub fn set_account_id_endpoint_mode(
                &mut self,
                value: Option<aws_types::endpoint_config::AccountIdEndpointMode>,
            ) -> &mut Self {
                self.inner.store_or_unset(value);
                self
            }
        }
    });
    quote!(#(#setters)* #account)
}

/// Returns the statement that copies the account id mode from the shared configuration.
pub(in crate::emit) fn shared(endpoint: &Endpoint) -> Option<TokenStream> {
    has_account_mode(endpoint).then(|| {
        quote! {
            builder.set_account_id_endpoint_mode(config.account_id_endpoint_mode().cloned());
        }
    })
}

/// Returns the function that adds the account id of the credentials to the parameters.
pub(super) fn finalize_params(endpoint: &Endpoint) -> Option<TokenStream> {
    let mut parameters = endpoint.parameters.iter();
    let account = parameters.find(|parameter| parameter.built_in == Some(BuiltIn::AccountId))?;
    let field = ident(&account.name.rust);
    Some(quote! {
        fn finalize_params<'a>(
            &'a self,
            params: &'a mut aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
        ) -> Result<(), aws_smithy_runtime_api::box_error::BoxError> {
            let account = restjson1_runtime::endpoint::take_account_id(params);
            if let (Some(account), Some(params)) = (account, params.get_mut::<Params>()) {
                params.#field.get_or_insert(account);
            }
            Ok(())
        }
    })
}
