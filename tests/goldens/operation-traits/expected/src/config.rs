// …

impl Config {
    // …

    /// Returns `true` if compression of request bodies is disabled, or `None` if unset.
    #[inline]
    pub fn disable_request_compression(&self) -> Option<bool> {
        self.inner
            .layer()
            .load::<restjson1_runtime::config::DisableRequestCompression>()
            .map(|disable| disable.0)
    }

    /// Returns the minimum size in bytes of request bodies to compress, if it was set.
    #[inline]
    pub fn request_min_compression_size_bytes(&self) -> Option<u32> {
        self.inner
            .layer()
            .load::<restjson1_runtime::config::RequestMinCompressionSizeBytes>()
            .map(|size| size.0)
    }

    // …
}

// …

impl Builder {
    // …

    /// Sets the provider of the idempotency tokens for inputs that have none.
    #[inline]
    pub fn idempotency_token_provider(
        mut self,
        value: impl Into<restjson1_runtime::config::IdempotencyTokenProvider>,
    ) -> Self {
        self.set_idempotency_token_provider(Some(value.into()));
        self
    }

    /// Like [`idempotency_token_provider`](Self::idempotency_token_provider), by mutable reference.
    #[inline]
    pub fn set_idempotency_token_provider(
        &mut self,
        value: Option<restjson1_runtime::config::IdempotencyTokenProvider>,
    ) -> &mut Self {
        self.inner.store_or_unset(value);
        self
    }

    /// Sets whether compression of request bodies is disabled.
    #[inline]
    pub fn disable_request_compression(
        mut self,
        value: impl Into<Option<bool>>,
    ) -> Self {
        self.set_disable_request_compression(value.into());
        self
    }

    /// Like [`disable_request_compression`](Self::disable_request_compression), by mutable reference.
    #[inline]
    pub fn set_disable_request_compression(&mut self, value: Option<bool>) -> &mut Self {
        self.inner.disable_request_compression(value);
        self
    }

    /// Sets the minimum size in bytes of request bodies to compress.
    #[inline]
    pub fn request_min_compression_size_bytes(
        mut self,
        value: impl Into<Option<u32>>,
    ) -> Self {
        self.set_request_min_compression_size_bytes(value.into());
        self
    }

    /// Like [`request_min_compression_size_bytes`](Self::request_min_compression_size_bytes), by mutable reference.
    #[inline]
    pub fn set_request_min_compression_size_bytes(
        &mut self,
        value: Option<u32>,
    ) -> &mut Self {
        self.inner.request_min_compression_size_bytes(value);
        self
    }

    // …
}

// …
