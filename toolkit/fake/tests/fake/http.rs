//! A minimal HTTP client, for requests that `ivs-sdk` does not send.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::Value;

/// A response: its status, its head in lower case, and its body.
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Response {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

/// Sends a request to an endpoint such as `http://127.0.0.1:1234`.
pub(crate) fn send(
    endpoint: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Response {
    let address = endpoint.strip_prefix("http://").expect("a URL");
    let mut stream = TcpStream::connect(address).expect("a server");
    let mut head = format!("{method} {path} HTTP/1.1\r\nconnection: close\r\n");
    if !headers.iter().any(|(name, _)| *name == "host") {
        head.push_str(&format!("host: {address}\r\n"));
    }
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
    stream.write_all(head.as_bytes()).expect("sent");
    stream.write_all(body.as_bytes()).expect("sent");
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("a response");
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    Response {
        status: status.expect("a status"),
        head: head.to_lowercase(),
        body: body.to_owned(),
    }
}

/// Sends a request to the control interface, and returns the body of the successful response.
pub(crate) fn control(endpoint: &str, route: &str, body: &str) -> Value {
    let response = send(endpoint, "POST", &format!("/_fake/{route}"), &[], body);
    assert_eq!(response.status, 200, "{route}: {}", response.body);
    response.json()
}
