//! The URL that the rules lead to.

use aws_smithy_http::endpoint::ResolveEndpointError;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::endpoint::Endpoint;
use http::Uri;

/// The endpoint at `url`.
///
/// # Errors
/// When `url` is not one of a scheme and a host. The runtime would panic at an empty one, and put
/// the whole request, secrets and all, into the error's text where it cannot read one.
pub fn from_url(url: String) -> Result<Endpoint, BoxError> {
    if is_plain(&url) {
        return Ok(Endpoint::builder().url(url).build());
    }
    let is_absolute = |uri: &Uri| uri.scheme().is_some() && uri.authority().is_some();
    // What is wrong with it, but not what it is: a password may stand in a URL.
    let reason = match Uri::try_from(&url) {
        Ok(uri) if is_absolute(&uri) => return Ok(Endpoint::builder().url(url).build()),
        Ok(_) => "the endpoint's URL has no scheme or no host".to_owned(),
        Err(error) => format!("the endpoint's URL cannot be read: {error}"),
    };
    Err(ResolveEndpointError::message(reason).into())
}

/// Whether `url` is `https://` and a host of letters, digits, dots and dashes, as nearly all are:
/// that is seen without taking it apart.
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
    fn what_is_plain_has_scheme_and_host() {
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
    fn a_url_has_scheme_and_host() {
        for url in ["https://a", "http://127.0.0.1:80/p?q", "https://u@a.b/"] {
            let endpoint = from_url(url.to_owned()).expect("a URL");
            assert_eq!(endpoint.url(), url);
        }
    }

    #[test]
    fn what_is_none_is_refused_and_not_shown() {
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
