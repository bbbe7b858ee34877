//! Parsing of URLs.

use std::net::{Ipv4Addr, Ipv6Addr};

use http::Uri;

/// The parts of a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url<'a> {
    /// The scheme: `http` or `https`.
    pub scheme: &'static str,
    /// The host, and the port if the URL has one.
    pub authority: &'a str,
    /// The path, or `/` if the URL has none.
    pub path: &'a str,
    /// The path with a slash at both ends.
    pub normalized_path: String,
    /// `true` if the host is an IPv4 or IPv6 address.
    pub is_ip: bool,
}

/// Parses an HTTP URL. Returns `None` for other strings, and if there is a query or fragment.
pub fn parse_url(url: &str) -> Option<Url<'_>> {
    if url.contains(['?', '#']) {
        return None;
    }
    let uri = Uri::try_from(url).ok()?;
    let scheme = match uri.scheme_str()? {
        "http" => "http",
        "https" => "https",
        _ => return None,
    };
    let (_, rest) = url.split_once("://")?;
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let authority = authority.rsplit('@').next()?;
    let (host, port) = split_port(authority);
    let is_port = port.is_empty() || port.parse::<u16>().is_ok();
    if host.is_empty() || !is_port {
        return None;
    }
    let bare = path.trim_matches('/');
    Some(Url {
        scheme,
        authority,
        path: if path.is_empty() { "/" } else { path },
        normalized_path: match bare {
            "" => "/".to_owned(),
            _ => format!(
                "/{}/",
                path.strip_prefix('/').map_or(path, without_trailing_slash)
            ),
        },
        is_ip: is_ip(host),
    })
}

/// Removes one trailing slash.
fn without_trailing_slash(path: &str) -> &str {
    path.strip_suffix('/').unwrap_or(path)
}

/// Splits host and port, which may be empty. Brackets enclose the colons of IPv6 addresses.
fn split_port(authority: &str) -> (&str, &str) {
    let after_brackets = authority.rfind(']').map_or(0, |end| end + 1);
    match authority[after_brackets..].find(':') {
        Some(colon) => {
            let (host, port) = authority.split_at(after_brackets + colon);
            (host, &port[1..])
        }
        None => (authority, ""),
    }
}

fn is_ip(host: &str) -> bool {
    let inner = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    match inner {
        Some(inner) => inner.parse::<Ipv6Addr>().is_ok(),
        None => host.parse::<Ipv4Addr>().is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::parse_url;

    #[test]
    fn a_url_is_split_into_parts() {
        for (string, scheme, authority, path, normalized, is_ip) in [
            (
                "https://example.com",
                "https",
                "example.com",
                "/",
                "/",
                false,
            ),
            (
                "https://example.com/",
                "https",
                "example.com",
                "/",
                "/",
                false,
            ),
            (
                "http://a.b:80/c/d",
                "http",
                "a.b:80",
                "/c/d",
                "/c/d/",
                false,
            ),
            ("http://a.b/c/d/", "http", "a.b", "/c/d/", "/c/d/", false),
            ("https://127.0.0.1", "https", "127.0.0.1", "/", "/", true),
            (
                "http://127.0.0.1:8000/a",
                "http",
                "127.0.0.1:8000",
                "/a",
                "/a/",
                true,
            ),
            ("https://[fe80::1]", "https", "[fe80::1]", "/", "/", true),
            (
                "https://[::1]:443/x",
                "https",
                "[::1]:443",
                "/x",
                "/x/",
                true,
            ),
            ("https://999.1.1.1", "https", "999.1.1.1", "/", "/", false),
            (
                "https://me:secret@a.b/c",
                "https",
                "a.b",
                "/c",
                "/c/",
                false,
            ),
            ("http://99_ab-.com", "http", "99_ab-.com", "/", "/", false),
        ] {
            let url = parse_url(string).unwrap_or_else(|| panic!("{string}"));
            assert_eq!((url.scheme, url.authority), (scheme, authority), "{string}");
            assert_eq!(
                (url.path, &*url.normalized_path),
                (path, normalized),
                "{string}"
            );
            assert_eq!(url.is_ip, is_ip, "{string}");
        }
        let url = parse_url("HTTPS://a.b").expect("a URL");
        assert_eq!((url.scheme, url.authority), ("https", "a.b"));
    }

    #[test]
    fn other_strings_and_urls_with_query_or_fragment_are_rejected() {
        for string in [
            "",
            "example.com",
            "/path",
            "https://",
            "https:///path",
            "https://:80",
            "ftp://example.com",
            "https://example.com?query",
            "https://example.com/path?a=b",
            "https://example.com/path?",
            "https://example.com/#part",
            "https://example.com:port",
            "https://example.com:99999",
            "https://exa mple.com",
        ] {
            assert_eq!(parse_url(string), None, "{string:?}");
        }
    }
}
