//! The HTTP client. An application passes requests to its host; this one has scripted responses.

use std::sync::atomic::{AtomicUsize, Ordering};

use aws_sdk_ivs::config::SharedHttpClient;
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;

/// Status and body of each response. The client retries after the second one.
const RESPONSES: [(u16, &str); 4] = [
    (200, r#"{"channels":[{"name":"stage"},{}],"nextToken":"2"}"#),
    (503, "{}"),
    (200, r#"{"channels":[{"name":"foyer"}]}"#),
    (404, r#"{"__type":"ResourceNotFoundException"}"#),
];

/// Returns the HTTP client.
pub fn http_client() -> SharedHttpClient {
    let connector = SharedHttpConnector::new(Host::default());
    http_client_fn(move |_settings, _components| connector.clone())
}

#[derive(Debug, Default)]
struct Host {
    calls: AtomicUsize,
}

impl HttpConnector for Host {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let number = self.calls.fetch_add(1, Ordering::Relaxed);
        HttpConnectorFuture::ready(respond(number, &request))
    }
}

fn respond(number: usize, request: &HttpRequest) -> Result<HttpResponse, ConnectorError> {
    let signed = request.headers().get("authorization").unwrap_or_default();
    let body = request.body().bytes().unwrap_or_default();
    println!(
        "{} {} {}, signed: {}",
        request.method(),
        request.uri(),
        String::from_utf8_lossy(body),
        signed.contains("AKIDWASM")
    );
    let (status, body) = RESPONSES
        .get(number)
        .ok_or_else(|| ConnectorError::user("no response is left".into()))?;
    let status = (*status)
        .try_into()
        .map_err(|error| ConnectorError::other(Box::new(error), None))?;
    let mut response = HttpResponse::new(status, SdkBody::from(*body));
    response
        .headers_mut()
        .insert("x-amzn-requestid", "request-id");
    Ok(response)
}
