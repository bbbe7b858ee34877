// …

/// Client for Example Garden.
///
/// Creating a client is expensive; create one per process with [`new`](Self::new) or
/// [`from_conf`](Self::from_conf) and clone it. Clones share connections, credentials and
/// settings.
#[derive(Clone, Debug)]
pub struct Client {
    handle: std::sync::Arc<restjson1_runtime::client::Handle>,
    config: std::sync::Arc<crate::config::Config>,
}

// …
