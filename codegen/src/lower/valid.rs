//! Strings of the model that are sent in headers and URLs.

/// Returns `true` if the string can be in a header: visible ASCII characters, spaces and tabs.
pub(super) fn is_header_value(string: &str) -> bool {
    let is_allowed = |byte: u8| matches!(byte, b' '..=b'~' | b'\t');
    string.bytes().all(is_allowed)
}

/// Returns `true` if the string is a token of RFC 9110, such as a header name or method.
pub(super) fn is_token(string: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !string.is_empty() && string.bytes().all(is_allowed)
}

/// Returns `true` for a type and a subtype, with optional parameters.
pub(super) fn is_media_type(string: &str) -> bool {
    let essence = string.split(';').next().unwrap_or_default().trim_end();
    let types = essence.split_once('/');
    is_header_value(string)
        && types.is_some_and(|(first, second)| is_token(first) && is_token(second))
}

/// Returns `true` if the string can be part of the credential scope of a signature, as the names of
/// services and regions are, or `*` for all regions.
pub(super) fn is_scope_part(string: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._*".contains(&byte);
    string.bytes().all(is_allowed)
}

/// Returns `true` if the string can be the SDK id, which is in the user agent without spaces.
pub(super) fn is_sdk_id(string: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b" -._".contains(&byte);
    string.bytes().all(is_allowed) && !string.trim().is_empty()
}

/// Returns `true` if the string can be the name of a host, or labels of it.
pub(super) fn is_host(string: &str) -> bool {
    let is_label = |label: &str| {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        (1..=63).contains(&label.len()) && label.bytes().all(is_allowed) && !label.starts_with('-')
    };
    string.len() <= 253 && string.split('.').all(is_label)
}

/// Returns the reason why the string is not the URL of an endpoint; `None` if it is.
pub(super) fn url_problem(url: &str) -> Option<&'static str> {
    if !is_url_text(url) {
        return Some("it has a character that URLs cannot have");
    }
    let (scheme, rest) = url.split_once("://").unwrap_or_default();
    if !["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
    {
        return Some("it does not begin with `https://` or `http://`");
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let mut parts = authority.rsplit('@');
    let host_and_port = parts.next().unwrap_or_default();
    let has_one_user = parts.count() <= 1;
    let (host, port) = match host_and_port.split_once(']') {
        Some((address, after)) => (
            address.strip_prefix('[').unwrap_or("[]"),
            after.strip_prefix(':').or(after.is_empty().then_some("")),
        ),
        None => match host_and_port.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (host_and_port, Some("")),
        },
    };
    let is_port = |port: &str| port.is_empty() || port.parse::<u16>().is_ok();
    let is_host = !host.is_empty() && !host.contains(['[', ']', '%']);
    let is_valid = has_one_user && is_host && port.is_some_and(is_port);
    (!is_valid).then_some("it has no valid host and port")
}

/// Returns `true` if a URL can have all characters of the string.
pub(super) fn is_url_text(string: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    string.bytes().all(is_allowed)
}

/// Returns `true` if each `%` begins an escape.
pub(super) fn has_valid_escapes(uri: &str) -> bool {
    uri.split('%').skip(1).all(|rest| {
        let escape = rest.as_bytes().get(..2);
        escape.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    })
}

#[cfg(test)]
mod tests {
    use super::{
        has_valid_escapes, is_header_value, is_host, is_media_type, is_scope_part, is_sdk_id,
        is_token, url_problem,
    };

    fn assert_all(is_valid: fn(&str) -> bool, valid: &[&str], invalid: &[&str]) {
        for string in valid {
            assert!(is_valid(string), "{string:?}");
        }
        for string in invalid {
            assert!(!is_valid(string), "{string:?}");
        }
    }

    #[test]
    fn values_of_headers_have_no_control_characters() {
        assert_all(
            is_header_value,
            &["", "a b\t~"],
            &["a\r", "a\n", "\0", "\x7f", "é"],
        );
        let valid = [
            "text/csv",
            "image/svg+xml",
            "text/plain; charset=utf-8",
            "image/*",
        ];
        assert_all(
            is_media_type,
            &valid,
            &["", "text", "text/", "/csv", "a/b c", "a/b\r", "a/b; é"],
        );
        assert_all(
            is_scope_part,
            &["ivs", "us-east-1", "a.b_c", "*"],
            &["a/b", "a b", "a\r", "é"],
        );
        assert_all(
            is_token,
            &["GET", "x-a", "x.y_z!"],
            &["", "a b", "a:", "a\r", "é"],
        );
        let valid = ["IVS RealTime", "ivs", "a-b", "Lex V2"];
        assert_all(is_sdk_id, &valid, &["", "  ", "a\nb", "a/b", "é"]);
    }

    #[test]
    fn hosts_have_labels_of_letters_digits_and_hyphens() {
        let long = "a".repeat(64);
        let valid = ["amazonaws.com", "aws-global", "a_b", "1", &long[1..]];
        assert_all(
            is_host,
            &valid,
            &["", "a..b", ".a", "a.", "-a", "a/b", "a b", "é", &long],
        );
        assert_all(
            has_valid_escapes,
            &["", "a%20b%C3"],
            &["%", "a%2", "%zz", "%2%20"],
        );
    }

    #[test]
    fn urls_have_scheme_and_host() {
        for url in [
            "https://a",
            "HTTP://a.b:80/c?d",
            "https://[::1]:443/",
            "https://[::1]",
            "https://u:p@a.b",
            "https://a:",
        ] {
            assert_eq!(url_problem(url), None, "{url}");
        }
        for url in [
            "",
            "a",
            "/a",
            "a.example.com",
            "ftp://a",
            "https://",
            "https:///a",
            "https://:80",
            "https://a:b",
            "https://a:99999",
            "https://a:1:2",
            "https://[::1",
            "https://[]",
            "https://a[::1]",
            "https://[::1]a",
            "https://a@b@c",
            "https://a%20b",
            "https://a b",
            "https://a\r\n",
            "https://é",
            "https://a/{b}",
        ] {
            assert!(url_problem(url).is_some(), "{url:?}");
        }
    }
}
