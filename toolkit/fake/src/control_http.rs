//! The control interface over HTTP, below `/_fake/`.
//!
//! Its JSON is that of [`Control::request`]. Web pages of other origins cannot use it: a page that a
//! developer visits could otherwise control the fake behind the developer's back.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use serde_json::json;

use crate::service::Control;
use crate::wire::{Reply, json_response};

/// The start of the paths of the control interface.
pub(crate) const PREFIX: &str = "/_fake/";

/// Handles a request; `route` is the path after [`PREFIX`].
pub(crate) fn handle(control: Control<'_>, route: &str, request: &Request<Bytes>) -> Reply {
    let response = match foreign(request) {
        Some(message) => error(StatusCode::FORBIDDEN.as_u16(), message),
        None if route.is_empty() && request.method() == Method::GET => page(),
        None => match control.request(request.method().as_str(), route, request.body()) {
            Ok(body) => json_response(200, &body),
            Err(failure) => error(failure.status(), &failure.to_string()),
        },
    };
    Reply {
        delay: Duration::ZERO,
        response: Some(response),
    }
}

/// Returns the page that shows the fake and controls it.
fn page() -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(include_bytes!("control_http/page.html")));
    let headers = response.headers_mut();
    let mut add = |name, value| headers.insert(name, HeaderValue::from_static(value));
    add(header::CONTENT_TYPE, "text/html; charset=utf-8");
    add(
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; connect-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'",
    );
    response
}

fn error(status: u16, message: &str) -> Response<Bytes> {
    json_response(status, &json!({"message": message}))
}

/// Returns the reason why the request must not be served, if it comes from a foreign web page.
fn foreign(request: &Request<Bytes>) -> Option<&'static str> {
    let text = |name| request.headers().get(name)?.to_str().ok();
    let host = text(header::HOST).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    // A page of another name may have let this name resolve to 127.0.0.1.
    if !["127.0.0.1", "localhost", "[::1]"].contains(&name) {
        return Some("The host must be 127.0.0.1 or localhost.");
    }
    let origin = text(header::ORIGIN)?;
    (origin != format!("http://{host}")).then_some("The request comes from another origin.")
}
