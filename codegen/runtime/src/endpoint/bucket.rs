//! Buckets that can stand in a host.

/// Whether the bucket `name` can be part of a host; with `allow_dots`, as several labels of one.
///
/// It is of 3 to 63 lower-case letters, digits, hyphens and, if allowed, dots, begins and ends with
/// a letter or digit, has no dot beside a dot or hyphen, and does not look like an IPv4 address.
pub fn is_virtual_hostable_s3_bucket(name: &str, allow_dots: bool) -> bool {
    let is_edge = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = name.as_bytes();
    let fits = |byte: &u8| is_edge(byte) || *byte == b'-' || (allow_dots && *byte == b'.');
    let is_beside = |pair: &[u8]| matches!(pair, b".." | b".-" | b"-.");
    (3..=63).contains(&bytes.len())
        && bytes.iter().all(fits)
        && bytes.first().is_some_and(is_edge)
        && bytes.last().is_some_and(is_edge)
        && !bytes.windows(2).any(is_beside)
        && !looks_like_ipv4(name)
}

/// Whether it is four numbers, of whatever size.
fn looks_like_ipv4(name: &str) -> bool {
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    name.split('.').count() == 4 && name.split('.').all(is_number)
}

#[cfg(test)]
mod tests {
    use super::is_virtual_hostable_s3_bucket;

    #[test]
    fn buckets() {
        for (name, plain, dotted) in [
            ("abc", true, true),
            ("a-b-1", true, true),
            ("bucket--usw2-az1--x-s3", true, true),
            ("a.b.c", false, true),
            ("1.2.3.a", false, true),
            ("1.2.3", false, true),
            ("192.168.1.1", false, false),
            ("999.999.999.999", false, false),
            ("ab", false, false),
            ("", false, false),
            ("Abc", false, false),
            ("a_bc", false, false),
            ("-abc", false, false),
            ("abc-", false, false),
            (".abc", false, false),
            ("abc.", false, false),
            ("a..b", false, false),
            ("a.-b", false, false),
            ("a-.b", false, false),
            ("äbc", false, false),
        ] {
            let found = [false, true].map(|dots| is_virtual_hostable_s3_bucket(name, dots));
            assert_eq!(found, [plain, dotted], "{name:?}");
        }
        assert!(is_virtual_hostable_s3_bucket(&"a".repeat(63), false));
        assert!(!is_virtual_hostable_s3_bucket(&"a".repeat(64), false));
    }
}
