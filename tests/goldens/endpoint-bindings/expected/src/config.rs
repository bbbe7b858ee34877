// …

impl Builder {
    // …

    /// Sets `Bed`.
    ///
    /// The bed to use.
    #[inline]
    pub fn bed(mut self, value: impl Into<String>) -> Self {
        self.set_bed(Some(value.into()));
        self
    }

    /// As [`bed`](Self::bed).
    #[inline]
    pub fn set_bed(&mut self, value: Option<String>) -> &mut Self {
        self.inner.store_or_unset(value.map(endpoint::settings::BedSetting));
        self
    }

    /// Sets `Wet`.
    #[inline]
    pub fn wet(mut self, value: impl Into<bool>) -> Self {
        self.set_wet(Some(value.into()));
        self
    }

    /// As [`wet`](Self::wet).
    #[inline]
    pub fn set_wet(&mut self, value: Option<bool>) -> &mut Self {
        self.inner.store_or_unset(value.map(endpoint::settings::WetSetting));
        self
    }

    /// Sets whether the account may be part of the endpoint.
    #[inline]
    pub fn account_id_endpoint_mode(
        mut self,
        value: impl Into<aws_types::endpoint_config::AccountIdEndpointMode>,
    ) -> Self {
        self.set_account_id_endpoint_mode(Some(value.into()));
        self
    }

    /// As [`account_id_endpoint_mode`](Self::account_id_endpoint_mode).
    #[inline]
    pub fn set_account_id_endpoint_mode(
        &mut self,
        value: Option<aws_types::endpoint_config::AccountIdEndpointMode>,
    ) -> &mut Self {
        self.inner.store_or_unset(value);
        self
    }

    // …
}

impl From<&aws_types::sdk_config::SdkConfig> for Builder {
    #[inline]
    fn from(config: &aws_types::sdk_config::SdkConfig) -> Self {
        let mut builder = Self {
            inner: restjson1_runtime::config::ConfigBuilder::from_sdk_config(
                config,
                SERVICE,
            ),
        };
        builder.set_account_id_endpoint_mode(config.account_id_endpoint_mode().cloned());
        builder
    }
}
