//! Endpoints from the URLs of rules.

use aws_smithy_http::endpoint::ResolveEndpointError;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::endpoint::Endpoint;
use http::Uri;

/// Creates an endpoint from a URL.
///
/// # Errors
/// If `url` has no scheme or no host. The AWS runtime would panic if it is empty, and print the
/// complete request, including secrets, if it is invalid.
pub fn from_url(url: String) -> Result<Endpoint, BoxError> {
    if is_plain(&url) {
        return Ok(Endpoint::builder().url(url).build());
    }
    let is_absolute = |uri: &Uri| uri.scheme().is_some() && uri.authority().is_some();
    // The message must not contain the URL, which may contain a password.
    let reason = match Uri::try_from(&url) {
        Ok(uri) if is_absolute(&uri) => return Ok(Endpoint::builder().url(url).build()),
        Ok(_) => "the endpoint's URL has no scheme or no host".to_owned(),
        Err(error) => format!("the endpoint's URL cannot be read: {error}"),
    };
    Err(ResolveEndpointError::message(reason).into())
}

/// Returns `true` if `url` is `https://` and a host of letters, digits, dots and dashes.
///
/// Almost all URLs are, and need no parsing.
fn is_plain(url: &str) -> bool {
    let host = url.strip_prefix("https://").unwrap_or_default();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    (1..=255).contains(&host.len()) && host.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use http::Uri;

    use super::{from_url, is_plain};

    #[test]
    fn plain_urls_have_scheme_and_host() {
        for url in [
            "https://ivs.us-east-1.amazonaws.com",
            "https://-",
            "https://.",
            "https://A9",
        ] {
            assert!(is_plain(url), "{url}");
            let uri = Uri::try_from(url).expect(url);
            assert_eq!(uri.host(), url.strip_prefix("https://"));
        }
        for url in [
            "",
            "https://",
            "http://a",
            "https://a/",
            "https://a:1",
            "https://a b",
            "a",
        ] {
            assert!(!is_plain(url), "{url}");
        }
        assert!(!is_plain(&format!("https://{}", "a".repeat(256))));
    }

    #[test]
    fn urls_need_scheme_and_host() {
        for url in ["https://a", "http://127.0.0.1:80/p?q", "https://u@a.b/"] {
            let endpoint = from_url(url.to_owned()).expect("a URL");
            assert_eq!(endpoint.url(), url);
        }
    }

    #[test]
    fn invalid_urls_are_errors_that_do_not_contain_them() {
        for url in [
            "",
            "secret",
            "/secret",
            "secret.example.com",
            "https://",
            "https://sec ret",
        ] {
            let error = from_url(url.to_owned()).expect_err(url).to_string();
            assert!(error.contains("the endpoint's URL"), "{error}");
            assert!(!error.contains("sec"), "{error}");
        }
    }
}
