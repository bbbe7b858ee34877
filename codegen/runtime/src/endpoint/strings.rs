//! What rules do with texts and lists of texts.

use aws_smithy_http::query::fmt_string;

/// The characters from `start` to before `end`, counted from the end if `reverse`; `None` where
/// `text` is too short or not all ASCII.
pub fn substring(text: &str, start: usize, end: usize, reverse: bool) -> Option<&str> {
    if !text.is_ascii() || start >= end || end > text.len() {
        return None;
    }
    match reverse {
        false => text.get(start..end),
        true => text.get(text.len() - end..text.len() - start),
    }
}

/// `text` in percent-encoding, but for letters, digits and `-_.~`.
pub fn uri_encode(text: &str) -> String {
    fmt_string(text)
}

/// The parts of `text` between `delimiter`s: `limit` of them at most, the last one with all that is
/// left, or however many there are where that is 0.
pub fn split<'a>(text: &'a str, delimiter: &str, limit: usize) -> Vec<&'a str> {
    match (delimiter, limit) {
        ("", _) => vec![text],
        (_, 0) => text.split(delimiter).collect(),
        _ => text.splitn(limit, delimiter).collect(),
    }
}

/// The element at `index`; from the end, and the last one is -1, where that is negative.
pub fn item<T: AsRef<str>>(list: &[T], index: isize) -> Option<&str> {
    let index = match usize::try_from(index) {
        Ok(index) => index,
        Err(_) => list.len().checked_sub(index.unsigned_abs())?,
    };
    list.get(index).map(AsRef::as_ref)
}

/// The elements of a list of whatever texts.
pub fn as_strs<T: AsRef<str>>(list: &[T]) -> Vec<&str> {
    list.iter().map(AsRef::as_ref).collect()
}

/// One of two values.
pub fn choose<T>(condition: bool, yes: T, no: T) -> T {
    if condition { yes } else { no }
}

#[cfg(test)]
mod tests {
    use super::{as_strs, choose, item, split, substring, uri_encode};

    #[test]
    fn substrings() {
        for (text, start, end, reverse, expected) in [
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
            let found = substring(text, start, end, reverse);
            assert_eq!(found, expected, "{text:?} {start}..{end} {reverse}");
        }
    }

    #[test]
    fn only_unreserved_characters_stay() {
        let unreserved = "ABCXYZabcxyz0189-_.~";
        assert_eq!(uri_encode(unreserved), unreserved);
        for byte in 0..128_u8 {
            let text = char::from(byte).to_string();
            let stays = byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
            let expected = if stays {
                text.clone()
            } else {
                format!("%{byte:02X}")
            };
            assert_eq!(uri_encode(&text), expected);
        }
        assert_eq!(uri_encode("ä€"), "%C3%A4%E2%82%AC");
    }

    #[test]
    fn parts() {
        for (text, delimiter, limit, expected) in [
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
            let found = split(text, delimiter, limit);
            assert_eq!(found, expected, "{text:?} {delimiter:?} {limit}");
        }
    }

    #[test]
    fn items() {
        let list = ["a".to_owned(), "b".to_owned()];
        let found = [0, 1, 2, -1, -2, -3].map(|index| item(&list, index));
        let expected = [Some("a"), Some("b"), None, Some("b"), Some("a"), None];
        assert_eq!(found, expected);
        assert_eq!(item::<&str>(&[], 0), None);
        assert_eq!(as_strs(&list), ["a", "b"]);
    }

    #[test]
    fn choices() {
        assert_eq!([choose(true, 1, 2), choose(false, 1, 2)], [1, 2]);
    }
}
