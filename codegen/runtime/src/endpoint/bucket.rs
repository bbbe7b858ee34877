//! Validation of S3 bucket names in hosts.

/// Returns `true` if the bucket `name` can be part of a host, as several labels if `allow_dots`.
///
/// Valid names have 3 to 63 lower-case letters, digits, hyphens and, if allowed, dots. They start
/// and end with a letter or digit, have no dot next to a dot or hyphen, and do not look like IPv4
/// addresses.
pub fn is_virtual_hostable_s3_bucket(name: &str, allow_dots: bool) -> bool {
    let is_edge = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = name.as_bytes();
    let is_valid = |byte: &u8| is_edge(byte) || *byte == b'-' || (allow_dots && *byte == b'.');
    let is_invalid_pair = |pair: &[u8]| matches!(pair, b".." | b".-" | b"-.");
    (3..=63).contains(&bytes.len())
        && bytes.iter().all(is_valid)
        && bytes.first().is_some_and(is_edge)
        && bytes.last().is_some_and(is_edge)
        && !bytes.windows(2).any(is_invalid_pair)
        && !looks_like_ipv4(name)
}

/// Returns `true` if `name` is four numbers of any size, separated by dots.
fn looks_like_ipv4(name: &str) -> bool {
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    name.split('.').count() == 4 && name.split('.').all(is_number)
}

#[cfg(test)]
mod tests {
    use super::is_virtual_hostable_s3_bucket;

    #[test]
    fn bucket_names_are_valid_only_if_they_can_be_part_of_a_host() {
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
            let actual = [false, true].map(|dots| is_virtual_hostable_s3_bucket(name, dots));
            assert_eq!(actual, [plain, dotted], "{name:?}");
        }
        assert!(is_virtual_hostable_s3_bucket(&"a".repeat(63), false));
        assert!(!is_virtual_hostable_s3_bucket(&"a".repeat(64), false));
    }
}
