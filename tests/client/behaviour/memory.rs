//! The memory that reading a response takes.

use std::fmt;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use ivs_sdk::config::http::HttpResponse;
use ivs_sdk::types::Channel;

/// An HTTP client that responds from memory, in the thread that is measured.
#[derive(Clone)]
struct Memory(&'static str);

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memory")
    }
}

impl HttpConnector for Memory {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        let status = 200.try_into().expect("a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(self.0))))
    }
}

impl HttpClient for Memory {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

/// Returns the number of channels in `body`, and the highest number of bytes in use while it is
/// read, including one copy of the body.
fn read_channels(body: String) -> (usize, u64) {
    let client = Memory(body.leak());
    let config = ivs_sdk::Config::builder()
        .with_test_defaults_v2()
        .http_client(client);
    let client = ivs_sdk::Client::from_conf(config.build());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.expect("a runtime");
    let mut channels = 0;
    let counted = allocation_counter::measure(|| {
        let output = runtime.block_on(client.batch_get_channel().send());
        channels = output.expect("an output").channels().len();
    });
    (channels, counted.bytes_max)
}

#[test]
fn a_list_of_empty_structures_takes_the_memory_of_the_structures() {
    let count = 100_000;
    let needed = (count * size_of::<Channel>()) as u64;
    // A call itself takes less than 100 KB.
    let limit = |body: &str| needed + body.len() as u64 + 100_000;
    let elements = "{},".repeat(count - 1);
    let body = format!(r#"{{"channels":[{elements}{{}}]}}"#);
    let first_limit = limit(&body);
    let (channels, peak) = read_channels(body);
    assert_eq!(channels, count);
    assert!(peak <= first_limit, "{peak} bytes for {needed}");

    // Bytes after the short elements do not count as more of them.
    let name = "a".repeat(3 * count);
    let body = format!(r#"{{"channels":[{elements}{{"name":"{name}"}}]}}"#);
    let limit = limit(&body) + name.len() as u64;
    let (channels, peak) = read_channels(body);
    assert_eq!(channels, count);
    assert!(peak <= limit, "{peak} bytes for {needed}");
}
