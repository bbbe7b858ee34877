// …

/// The default resolver, which evaluates the model's endpoint rules.
#[derive(Debug)]
pub struct DefaultResolver {
    _private: (),
}

impl Default for DefaultResolver {
    fn default() -> Self {
        Self::new()
    }
}

impl DefaultResolver {
    /// Creates the resolver.
    #[inline]
    pub fn new() -> Self {
        Self { _private: () }
    }
}

impl ResolveEndpoint for DefaultResolver {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        EndpointFuture::ready(rules::resolve(params))
    }
}

// …

/// Parameters of endpoint resolution.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Params {
    pub(crate) region: Option<String>,
    pub(crate) kind_f: Option<String>,
}

impl Params {
    /// Returns a builder without values.
    #[inline]
    pub fn builder() -> ParamsBuilder {
        ParamsBuilder::default()
    }

    /// Returns the region.
    #[inline]
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// Returns the parameter ````Kind`\n```\nf();\n```\u{202e}```` of the rules.
    ///
    /// A kind.
    ///
    /// ```text
    /// f();
    /// ```
    #[deprecated(note = "\\- \\[x\\]")]
    #[inline]
    pub fn kind_f(&self) -> Option<&str> {
        self.kind_f.as_deref()
    }
}

// …

impl ParamsBuilder {
    // …

    /// Sets the parameter ````Kind`\n```\nf();\n```\u{202e}```` of the rules.
    ///
    /// A kind.
    ///
    /// ```text
    /// f();
    /// ```
    #[deprecated(note = "\\- \\[x\\]")]
    #[inline]
    pub fn kind_f(mut self, value: impl Into<String>) -> Self {
        self.kind_f = Some(value.into());
        self
    }

    /// Like [`kind_f`](Self::kind_f); `None` unsets the value.
    #[deprecated(note = "\\- \\[x\\]")]
    #[inline]
    pub fn set_kind_f(mut self, param: Option<String>) -> Self {
        self.kind_f = param;
        self
    }

    // …
}

// …
