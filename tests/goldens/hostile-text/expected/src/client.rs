// …

/// Client for Example \*Garden\* & \_more\_, # \<b> \[x\] "y" \\ `z` --> {{ w }}.
///
/// Creating a client is expensive; create one per process with [`new`](Self::new) or
/// [`from_conf`](Self::from_conf) and clone it. Clones share connections, credentials and
/// settings.
///
/// # Operations
///
/// - **Operations**:
///   [`plant`](Self::plant)
///
/// The [front page](crate) has examples.
#[deprecated(
    note = "\\[OLD\\] use Map\\<Key>, \\*not\\* `this_one`, see <https://example.com/a_b> (since 2024 \\`\\`\\`)"
)]
#[derive(Clone, Debug)]
pub struct Client {
    handle: std::sync::Arc<restjson1_runtime::client::Handle>,
    config: std::sync::Arc<crate::config::Config>,
}

impl Client {
    /// Creates a client from a configuration that AWS clients share.
    ///
    /// # Panics
    /// Panics under the conditions of [`from_conf`](Self::from_conf).
    #[inline]
    #[track_caller]
    pub fn new(sdk_config: &aws_types::sdk_config::SdkConfig) -> Self {
        Self::from_conf(sdk_config.into())
    }

    /// Creates a client from `conf`.
    ///
    /// # Panics
    /// Panics if `conf` has no behavior version, or enables retries or timeouts without a
    /// sleep implementation.
    #[track_caller]
    pub fn from_conf(conf: crate::config::Config) -> Self {
        let latest = cfg!(feature = "behavior-version-latest");
        Self {
            handle: restjson1_runtime::client::Handle::new(conf.inner().clone(), latest),
            config: std::sync::Arc::new(conf),
        }
    }

    /// Returns the client's configuration.
    #[inline]
    pub fn config(&self) -> &crate::config::Config {
        &self.config
    }
}

impl Client {
    /// Plants. Bare CR , .
    ///
    /// ```text
    /// f();
    /// ```
    ///
    /// ```text
    /// f();
    /// ```
    ///
    /// The output is [`PlantOutput`](crate::operation::plant::PlantOutput);
    /// the error is [`PlantError`](crate::operation::plant::PlantError).
    #[inline]
    pub fn plant(&self) -> crate::operation::plant::builders::PlantFluentBuilder {
        crate::operation::plant::builders::PlantFluentBuilder::new(&self.handle)
    }
}

/// Methods that poll until a resource reaches a state.
///
/// Import this trait to use them.
pub trait Waiters {
    /// Grown\`
    ///
    /// ```text
    /// f();
    /// ```
    fn wait_until_grown(&self) -> crate::waiters::grown::GrownFluentBuilder;
}

impl Waiters for Client {
    #[inline]
    fn wait_until_grown(&self) -> crate::waiters::grown::GrownFluentBuilder {
        crate::waiters::grown::GrownFluentBuilder::new(self.handle.clone())
    }
}
