//! Functions on strings and lists of strings.

use aws_smithy_http::query::fmt_string;

/// Returns the characters in `start..end`, counted from the end if `reverse`.
///
/// Returns `None` if `string` is too short or not ASCII.
pub fn substring(string: &str, start: usize, end: usize, reverse: bool) -> Option<&str> {
    if !string.is_ascii() || start >= end || end > string.len() {
        return None;
    }
    match reverse {
        false => string.get(start..end),
        true => string.get(string.len() - end..string.len() - start),
    }
}

/// Percent-encodes all characters except letters, digits and `-_.~`.
pub fn uri_encode(string: &str) -> String {
    fmt_string(string)
}

/// Splits `string` at `delimiter` into at most `limit` parts, or into all parts if `limit` is 0.
///
/// The last part has the rest of the string.
pub fn split<'a>(string: &'a str, delimiter: &str, limit: usize) -> Vec<&'a str> {
    match (delimiter, limit) {
        ("", _) => vec![string],
        (_, 0) => string.split(delimiter).collect(),
        _ => string.splitn(limit, delimiter).collect(),
    }
}

/// Returns the element at `index`. Negative indices count from the end; -1 is the last element.
pub fn item<T: AsRef<str>>(list: &[T], index: isize) -> Option<&str> {
    let index = match usize::try_from(index) {
        Ok(index) => index,
        Err(_) => list.len().checked_sub(index.unsigned_abs())?,
    };
    list.get(index).map(AsRef::as_ref)
}

/// Borrows the elements of a list as `&str`.
pub fn as_strs<T: AsRef<str>>(list: &[T]) -> Vec<&str> {
    list.iter().map(AsRef::as_ref).collect()
}

/// Returns `yes` if `condition` is true, else `no`.
pub fn choose<T>(condition: bool, yes: T, no: T) -> T {
    if condition { yes } else { no }
}

#[cfg(test)]
mod tests {
    use super::{as_strs, choose, item, split, substring, uri_encode};

    #[test]
    fn substrings_are_counted_from_either_end() {
        for (string, start, end, reverse, expected) in [
            ("abcdefg", 0, 4, false, Some("abcd")),
            ("abcdefg", 0, 4, true, Some("defg")),
            ("abcdefg", 1, 3, true, Some("ef")),
            ("abcdefg", 0, 7, false, Some("abcdefg")),
            ("abcdefg", 6, 7, true, Some("a")),
            ("abcdefg", 0, 8, false, None),
            ("abcdefg", 0, 8, true, None),
            ("abcdefg", 3, 3, false, None),
            ("abcdefg", 4, 3, false, None),
            ("", 0, 1, false, None),
            ("abcdëfg", 0, 4, false, None),
            ("\u{7f}a", 0, 1, false, Some("\u{7f}")),
        ] {
            let actual = substring(string, start, end, reverse);
            assert_eq!(actual, expected, "{string:?} {start}..{end} {reverse}");
        }
    }

    #[test]
    fn only_unreserved_characters_are_not_encoded() {
        let unreserved = "ABCXYZabcxyz0189-_.~";
        assert_eq!(uri_encode(unreserved), unreserved);
        for byte in 0..128_u8 {
            let string = char::from(byte).to_string();
            let stays = byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
            let expected = if stays {
                string.clone()
            } else {
                format!("%{byte:02X}")
            };
            assert_eq!(uri_encode(&string), expected);
        }
        assert_eq!(uri_encode("ä€"), "%C3%A4%E2%82%AC");
    }

    #[test]
    fn strings_are_split_into_at_most_limit_parts() {
        for (string, delimiter, limit, expected) in [
            ("a--b--c", "--", 0, &["a", "b", "c"][..]),
            ("a--b--c", "--", 1, &["a--b--c"]),
            ("a--b--c", "--", 2, &["a", "b--c"]),
            ("a--b--c", "--", 9, &["a", "b", "c"]),
            ("", "--", 0, &[""]),
            ("--", "--", 0, &["", ""]),
            ("aaa", "aa", 0, &["", "a"]),
            ("a.*b", ".*", 0, &["a", "b"]),
            ("abc", "", 0, &["abc"]),
        ] {
            let actual = split(string, delimiter, limit);
            assert_eq!(actual, expected, "{string:?} {delimiter:?} {limit}");
        }
    }

    #[test]
    fn negative_indices_count_from_the_end() {
        let list = ["a".to_owned(), "b".to_owned()];
        let actual = [0, 1, 2, -1, -2, -3].map(|index| item(&list, index));
        let expected = [Some("a"), Some("b"), None, Some("b"), Some("a"), None];
        assert_eq!(actual, expected);
        assert_eq!(item::<&str>(&[], 0), None);
        assert_eq!(as_strs(&list), ["a", "b"]);
    }

    #[test]
    fn choose_returns_yes_if_the_condition_is_true() {
        assert_eq!([choose(true, 1, 2), choose(false, 1, 2)], [1, 2]);
    }
}
