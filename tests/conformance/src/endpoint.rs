//! Where a call must go.

use std::error::Error;

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::error::display::DisplayErrorContext;
use http::Uri;

use crate::Http;

/// The endpoint of a call as a case describes it.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint {
    /// Its URL; the call's begins with it.
    pub url: &'static str,
    /// Whether the operation puts something before the host.
    pub prefixed: bool,
    /// Names and values of headers.
    pub headers: &'static [(&'static str, &'static str)],
    /// Parts of the scope that the call is signed for.
    pub scope: &'static [&'static str],
}

impl Http {
    /// Compares where a call went with what is `expected`.
    ///
    /// # Panics
    /// Where they differ, or nothing was sent. `outcome` then says why; else it is of no interest,
    /// the answer having been none of the service's.
    pub fn check_endpoint<E: Error>(&self, outcome: Result<(), E>, expected: &Endpoint) {
        let Some(sent) = self.take() else {
            let error = outcome.err().map(DisplayErrorContext);
            panic!("nothing was sent: {error:?}");
        };
        if let Some(difference) = expected.difference(&sent) {
            panic!("{difference} in {sent:?}");
        }
    }

    /// Checks that a call failed with this text in its error, before anything was sent.
    ///
    /// # Panics
    /// Where it did not.
    pub fn check_failure<E: Error>(&self, outcome: Result<(), E>, text: &str) {
        let error = outcome.expect_err("a call that fails");
        let error = DisplayErrorContext(error).to_string();
        assert!(error.contains(text), "{error}");
        assert_eq!(self.count(), 0, "{error}");
    }
}

impl Endpoint {
    /// What is otherwise in what was `sent`.
    fn difference(&self, sent: &HttpRequest) -> Option<String> {
        let uri: Uri = sent.uri().parse().expect("a URI");
        let url: Uri = self.url.parse().expect("a URL");
        let [called, host] = [&uri, &url].map(|uri| uri.authority().map_or("", |own| own.as_str()));
        let is_host = match called.strip_suffix(host) {
            Some(before) => before.is_empty() != self.prefixed,
            None => false,
        };
        let path = url.path().trim_end_matches('/');
        let is_path = match uri.path().strip_prefix(path) {
            Some(rest) => rest.is_empty() || rest.starts_with('/'),
            None => false,
        };
        if uri.scheme() != url.scheme() || !is_host || !is_path {
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
        Some(format!("`{part}` is not signed for"))
    }
}

#[cfg(test)]
mod tests {
    use super::Endpoint;
    use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

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
    fn what_begins_with_the_endpoint_goes_there() {
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
    fn what_is_otherwise_is_said() {
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
            (&[], &["/there/"], "`/there/` is not signed for"),
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
