//! Endpoints from the URLs of rules.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::endpoint::Endpoint;
use http::Uri;

use super::host::all_bytes;
use super::source::InvalidUrl;

/// Creates an endpoint from a URL.
///
/// # Errors
/// If `url` has no scheme or no host. The AWS runtime would panic if it is empty, and print the
/// complete request, including secrets, if it is invalid.
pub fn from_url(url: String) -> Result<Endpoint, BoxError> {
    match check(&url) {
        Ok(()) => Ok(Endpoint::builder().url(url).build()),
        Err(reason) => Err(InvalidUrl::new(&url, reason).into()),
    }
}

/// Creates an endpoint from the parts of a URL.
///
/// # Errors
/// See [`from_url`].
pub fn from_parts(parts: &[&str]) -> Result<Endpoint, BoxError> {
    from_url(parts.concat())
}

/// Returns `true` if [`from_url`] accepts `url`.
pub(crate) fn is_valid_url(url: &str) -> bool {
    check(url).is_ok()
}

fn check(url: &str) -> Result<(), String> {
    if is_plain(url) {
        return Ok(());
    }
    match Uri::try_from(url) {
        Ok(uri) if uri.scheme().is_some() && uri.authority().is_some() => Ok(()),
        Ok(_) => Err("has no scheme or no host".to_owned()),
        Err(error) => Err(format!("cannot be read: {error}")),
    }
}

/// Returns `true` if `url` is `https://` and a host of letters, digits, dots and dashes.
///
/// Almost all URLs are, and need no parsing.
fn is_plain(url: &str) -> bool {
    let host = url.strip_prefix("https://").unwrap_or_default();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    (1..=255).contains(&host.len()) && all_bytes(host, is_plain)
}

#[cfg(test)]
mod tests {
    use http::Uri;

    use super::{from_parts, from_url, is_plain};

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
            let (start, end) = url.split_at(9);
            let endpoint = from_parts(&[start, end]).expect("a URL");
            assert_eq!(endpoint.url(), url);
        }
    }

    #[test]
    fn invalid_urls_are_errors_that_name_them_without_secrets() {
        for (url, expected) in [
            ("", "the endpoint's URL \"\" cannot be read: empty string"),
            (
                "example.com",
                "the endpoint's URL \"example.com\" has no scheme or no host",
            ),
            (
                "https://user:pass word@a b",
                "the endpoint's URL \"…@a b\" cannot be read: invalid uri character",
            ),
        ] {
            let error = from_url(url.to_owned()).expect_err(url);
            assert_eq!(error.to_string(), expected);
        }
    }
}
