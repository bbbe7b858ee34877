//! Validation of host labels.

/// Returns `true` if `label` is a valid host label, or several joined by dots if `allow_dots`.
pub fn is_valid_host_label(label: &str, allow_dots: bool) -> bool {
    if allow_dots {
        label.split('.').all(is_valid_segment)
    } else {
        is_valid_segment(label)
    }
}

fn is_valid_segment(segment: &str) -> bool {
    (1..=63).contains(&segment.len())
        && !segment.starts_with('-')
        && all_bytes(segment, |byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Returns `true` if `condition` holds for all bytes of `string`.
///
/// `Iterator::all` would be compiled for each condition.
pub(super) fn all_bytes(string: &str, condition: fn(u8) -> bool) -> bool {
    for byte in string.bytes() {
        if !condition(byte) {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_valid_host_label;

    #[test]
    fn host_labels_have_up_to_63_letters_digits_and_hyphens() {
        for (label, plain, dotted) in [
            ("us-east-1", true, true),
            ("a.b", false, true),
            ("", false, false),
            ("a..b", false, false),
            ("-a", false, false),
            ("a_b", false, false),
            ("ä", false, false),
        ] {
            assert_eq!(is_valid_host_label(label, false), plain, "{label:?}");
            assert_eq!(
                is_valid_host_label(label, true),
                dotted,
                "{label:?} with dots"
            );
        }
        assert!(is_valid_host_label(&"a".repeat(63), false));
        assert!(!is_valid_host_label(&"a".repeat(64), false));
    }
}
