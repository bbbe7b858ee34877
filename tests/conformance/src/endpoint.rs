//! Expected endpoints.

use std::error::Error;

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::error::display::DisplayErrorContext;
use http::Uri;

use crate::Http;

/// The expected endpoint of a request.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint {
    /// The URL that the request URL starts with.
    pub url: &'static str,
    /// `true` if the operation adds a prefix to the host.
    pub prefixed: bool,
    /// Names and values of headers.
    pub headers: &'static [(&'static str, &'static str)],
    /// Parts of the signing scope.
    pub scope: &'static [&'static str],
}

impl Http {
    /// Compares the endpoint of the recorded request with `expected`.
    ///
    /// # Panics
    /// Panics if they differ, or if no request was sent; the message then contains `outcome`. If a
    /// request was sent, `outcome` is ignored, because the response is canned.
    pub fn check_endpoint<E: Error>(&self, outcome: Result<(), E>, expected: &Endpoint) {
        let Some(sent) = self.take() else {
            let error = outcome.err().map(DisplayErrorContext);
            panic!("nothing was sent: {error:?}");
        };
        if let Some(difference) = expected.difference(&sent) {
            panic!("{difference} in {sent:?}");
        }
    }

    /// Checks that a call failed before a request was sent.
    ///
    /// # Panics
    /// Panics if the call succeeded, if its error does not contain `message`, or if a request was
    /// sent.
    pub fn check_failure<E: Error>(&self, outcome: Result<(), E>, message: &str) {
        let error = outcome.expect_err("a call that fails");
        let error = DisplayErrorContext(error).to_string();
        assert!(error.contains(message), "{error}");
        assert_eq!(self.count(), 0, "{error}");
    }
}

impl Endpoint {
    /// Describes the first difference between `sent` and this endpoint.
    fn difference(&self, sent: &HttpRequest) -> Option<String> {
        let uri: Uri = sent.uri().parse().expect("a URI");
        let url: Uri = self.url.parse().expect("a URL");
        let [sent_host, host] =
            [&uri, &url].map(|uri| uri.authority().map_or("", |authority| authority.as_str()));
        let host_matches = match sent_host.strip_suffix(host) {
            Some(prefix) => prefix.is_empty() != self.prefixed,
            None => false,
        };
        let path = url.path().trim_end_matches('/');
        let path_matches = match uri.path().strip_prefix(path) {
            Some(rest) => rest.is_empty() || rest.starts_with('/'),
            None => false,
        };
        if uri.scheme() != url.scheme() || !host_matches || !path_matches {
            return Some(format!("not the endpoint {}", self.url));
        }
        for (name, value) in self.headers {
            let values: Vec<_> = sent.headers().get_all(*name).collect();
            if values.join(", ") != *value {
                return Some(format!("`{name}` is not `{value}`"));
            }
        }
        let signature = sent.headers().get("authorization").unwrap_or_default();
        let mut scope = self.scope.iter();
        let part = scope.find(|part| !signature.contains(**part))?;
        Some(format!("`{part}` is not in the signing scope"))
    }
}

#[cfg(test)]
mod tests {
    use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

    use super::Endpoint;

    const EXPECTED: Endpoint = Endpoint {
        url: "https://a.b/c",
        prefixed: false,
        headers: &[("x", "y, z")],
        scope: &["/here/", "/me/last"],
    };

    fn sent(uri: &str) -> HttpRequest {
        let mut request = HttpRequest::empty();
        request.set_uri(uri).expect("a URI");
        request.headers_mut().append("x", "y");
        request.headers_mut().append("x", "z");
        let signature = "key/today/here/me/last";
        request.headers_mut().insert("authorization", signature);
        request
    }

    #[test]
    fn a_uri_that_starts_with_the_endpoint_matches() {
        for uri in ["https://a.b/c", "https://a.b/c/d?e"] {
            assert_eq!(EXPECTED.difference(&sent(uri)), None, "{uri}");
        }
        let prefixed = Endpoint {
            prefixed: true,
            ..EXPECTED
        };
        assert_eq!(prefixed.difference(&sent("https://0.a.b/c/d")), None);
        assert!(prefixed.difference(&sent("https://a.b/c/d")).is_some());
    }

    #[test]
    fn differences_are_described() {
        for uri in [
            "http://a.b/c",
            "https://a.b:1/c",
            "https://0.a.b/c",
            "https://b/c",
            "https://a.b/cd",
            "https://a.b/d",
        ] {
            let difference = EXPECTED.difference(&sent(uri));
            let expected = "not the endpoint https://a.b/c";
            assert_eq!(difference.as_deref(), Some(expected), "{uri}");
        }
        for (headers, scope, expected) in [
            (&[("x", "y")][..], EXPECTED.scope, "`x` is not `y`"),
            (&[("w", "y")], EXPECTED.scope, "`w` is not `y`"),
            (&[], &["/there/"], "`/there/` is not in the signing scope"),
        ] {
            let endpoint = Endpoint {
                headers,
                scope,
                ..EXPECTED
            };
            let difference = endpoint.difference(&sent("https://a.b/c"));
            assert_eq!(difference.as_deref(), Some(expected));
        }
    }
}
