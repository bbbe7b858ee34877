//! The HTTP client that calls a fake without a socket.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http::{HeaderValue, Request, header};
use http_body_util::BodyExt;

use crate::handler::Handler;
use crate::wire::Reply;

/// An HTTP client whose requests are handled by a fake in this process, whatever their host.
///
/// Any client on the AWS SDK's runtime crates can use it, also the official `aws-sdk-ivs`.
#[derive(Clone)]
pub struct Connector(Arc<dyn Handler>);

impl Connector {
    pub(crate) fn new(handler: Arc<dyn Handler>) -> Self {
        Self(handler)
    }
}

impl fmt::Debug for Connector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Connector")
    }
}

impl HttpClient for Connector {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Connection {
            handler: Arc::clone(&self.0),
            sleep: components.sleep_impl(),
            read_timeout: settings.read_timeout(),
        })
    }
}

/// A connector with the settings of a client.
struct Connection {
    handler: Arc<dyn Handler>,
    sleep: Option<SharedAsyncSleep>,
    read_timeout: Option<Duration>,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Connection")
    }
}

impl HttpConnector for Connection {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let handler = Arc::clone(&self.handler);
        let (sleep, read_timeout) = (self.sleep.clone(), self.read_timeout);
        HttpConnectorFuture::new(async move {
            let request = complete(request).await?;
            let Reply { delay, response } = handler.handle(&request);
            if !delay.is_zero() {
                let timeout = read_timeout.filter(|timeout| *timeout < delay);
                let sleep = sleep.ok_or_else(|| {
                    ConnectorError::other(
                        "a delayed response needs a sleep implementation".into(),
                        None,
                    )
                })?;
                sleep.sleep(timeout.unwrap_or(delay)).await;
                if let Some(timeout) = timeout {
                    let message = format!("no response within {timeout:?}");
                    return Err(ConnectorError::timeout(message.into()));
                }
            }
            let Some(response) = response else {
                return Err(ConnectorError::io("connection reset by peer".into()));
            };
            HttpResponse::try_from(response.map(SdkBody::from))
                .map_err(|error| ConnectorError::other(error.into(), None))
        })
    }
}

/// Converts a request, with its complete body and the header `host`.
async fn complete(request: HttpRequest) -> Result<Request<Bytes>, ConnectorError> {
    let user_error = |error| ConnectorError::user(error);
    let request = request.try_into_http1x();
    let (mut parts, body) = request
        .map_err(|error| user_error(error.into()))?
        .into_parts();
    let body = body.collect().await.map_err(user_error)?.to_bytes();
    if let Some(authority) = parts.uri.authority() {
        let host = HeaderValue::try_from(authority.as_str());
        let host = host.map_err(|error| user_error(error.into()))?;
        parts.headers.entry(header::HOST).or_insert(host);
    }
    Ok(Request::from_parts(parts, body))
}
