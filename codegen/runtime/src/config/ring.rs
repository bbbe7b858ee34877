//! The small default HTTP client: hyper 1 and rustls with ring, if no other default is compiled in.

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::Provider;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::{Builder, Connector};
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{Order, StaticRuntimePlugin};

/// Returns the plugin with the HTTP client, which is built like the AWS runtime's default client.
pub(super) fn http_client_plugin(behavior_version: BehaviorVersion) -> StaticRuntimePlugin {
    let proxies = proxies(behavior_version);
    let client = Builder::new().build_with_connector_fn(move |settings, components| {
        let mut connector = Connector::builder().tls_provider(Provider::Rustls(CryptoMode::Ring));
        connector.set_connector_settings(settings.cloned());
        if let Some(components) = components {
            connector.set_sleep_impl(components.sleep_impl());
        }
        connector.set_proxy_config(Some(proxies.clone()));
        connector.build()
    });
    let components = RuntimeComponentsBuilder::new("rustls_ring").with_http_client(Some(client));
    StaticRuntimePlugin::new()
        .with_order(Order::Defaults)
        .with_runtime_components(components)
}

/// Returns the proxies: those in `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, from the behavior
/// version on in which the AWS runtime's default client uses these variables.
fn proxies(behavior_version: BehaviorVersion) -> ProxyConfig {
    #[expect(deprecated, reason = "older versions are compared with this one")]
    let first = BehaviorVersion::v2025_08_07();
    if behavior_version.is_at_least(first) {
        ProxyConfig::from_env()
    } else {
        ProxyConfig::disabled()
    }
}

#[cfg(test)]
mod tests {
    use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;

    use super::proxies;

    #[test]
    #[expect(deprecated, reason = "older versions stay selectable")]
    fn the_behavior_version_decides_if_the_environment_selects_proxies() {
        for version in [BehaviorVersion::v2025_08_07(), BehaviorVersion::latest()] {
            assert!(proxies(version).is_from_env(), "{version:?}");
        }
        for version in [
            BehaviorVersion::v2023_11_09(),
            BehaviorVersion::v2025_01_17(),
        ] {
            assert!(proxies(version).is_disabled(), "{version:?}");
        }
    }
}
