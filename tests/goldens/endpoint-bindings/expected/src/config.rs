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

    /// Like [`bed`](Self::bed), by mutable reference.
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

    /// Like [`wet`](Self::wet), by mutable reference.
    #[inline]
    pub fn set_wet(&mut self, value: Option<bool>) -> &mut Self {
        self.inner.store_or_unset(value.map(endpoint::settings::WetSetting));
        self
    }

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
