//! The one function that all requests pass, from the server and from the connector.

use bytes::Bytes;
use http::Request;

use crate::wire::Reply;

/// A service that handles complete requests.
pub(crate) trait Handler: Send + Sync {
    /// Handles a request, which has the header `host`.
    fn handle(&self, request: &Request<Bytes>) -> Reply;
}
