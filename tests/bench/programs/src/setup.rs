//! The client and its async runtime, deterministic and the same for both sides.

use std::time::{Duration, UNIX_EPOCH};

use aws_sdk_ivs::config::http::{HttpRequest, HttpResponse};
use aws_sdk_ivs::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_ivs::{Client, Config};
use aws_smithy_async::time::StaticTimeSource;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;

/// Builds a single-threaded runtime.
pub(crate) fn runtime() -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_time().build().expect("a runtime")
}

/// Builds a client with a fixed clock and the HTTP client `connector`.
pub(crate) fn client(connector: InMemoryConnector) -> Client {
    let now = UNIX_EPOCH + Duration::from_secs(1_795_000_000);
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "static"))
        .time_source(StaticTimeSource::new(now))
        .http_client(connector)
        .build();
    Client::from_conf(config)
}

/// A connector that returns the same response to every request.
#[derive(Clone, Debug)]
pub(crate) struct InMemoryConnector {
    pub(crate) status: u16,
    pub(crate) error_code: Option<&'static str>,
    pub(crate) body: Bytes,
}

impl HttpConnector for InMemoryConnector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        drop(request);
        let status = StatusCode::try_from(self.status).expect("a status");
        let mut response = HttpResponse::new(status, SdkBody::from(self.body.clone()));
        let headers = response.headers_mut();
        headers.insert("content-type", "application/json");
        headers.insert("x-amzn-requestid", "2f3d1c2e-3f0a-4a6c-9f2d-6f1f0a7b8c9d");
        if let Some(code) = self.error_code {
            headers.insert("x-amzn-errortype", code);
        }
        HttpConnectorFuture::ready(Ok(response))
    }
}

impl HttpClient for InMemoryConnector {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}
