//! The elements of lists in headers, by RFC 9110, section 5.6.1.

use std::borrow::Cow;

use aws_smithy_http::header::ParseError;

/// The syntax of elements without quotes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Elements {
    /// Elements end at a comma.
    Plain,
    /// Elements are dates such as `Thu, 01 Jan 1970 00:00:00 GMT`, with a comma after the weekday.
    HttpDates,
}

/// Returns the elements in all of `values`, the values of one header.
///
/// White space around elements and empty elements are skipped. A quoted element may contain commas
/// and escapes, and may be empty.
///
/// # Errors
/// If a value is not UTF-8, or a quoted element has no end or is followed by other characters.
pub(super) fn elements<'a>(
    values: impl Iterator<Item = &'a [u8]>,
    syntax: Elements,
) -> Result<Vec<Cow<'a, str>>, ParseError> {
    let mut elements = Vec::new();
    for value in values {
        let value = std::str::from_utf8(value);
        let mut rest = value.map_err(|_| ParseError::new("header was not valid utf-8"))?;
        loop {
            rest = rest.trim_start_matches([' ', '\t', ',']);
            if rest.is_empty() {
                break;
            }
            let element;
            (element, rest) = match rest.strip_prefix('"') {
                Some(quoted) => unquote(quoted)?,
                None => unquoted(rest, syntax),
            };
            elements.push(element);
        }
    }
    Ok(elements)
}

/// Splits after a quoted element, of which the opening quote was removed.
fn unquote(quoted: &str) -> Result<(Cow<'_, str>, &str), ParseError> {
    let (mut element, mut start) = (Cow::Borrowed(""), 0);
    loop {
        let special = quoted[start..].find(['"', '\\']);
        let end = start + special.ok_or(ParseError::new("a quoted element has no end"))?;
        element += &quoted[start..end];
        let rest = &quoted[end + 1..];
        if quoted[end..].starts_with('"') {
            let rest = rest.trim_start_matches([' ', '\t']);
            if rest.is_empty() || rest.starts_with(',') {
                return Ok((element, rest));
            }
            return Err(ParseError::new("expected a comma after a quoted element"));
        }
        let escaped = rest.chars().next();
        let escaped = escaped.ok_or(ParseError::new("a quoted element has no end"))?;
        start = end + 1;
        element += &quoted[start..start + escaped.len_utf8()];
        start += escaped.len_utf8();
    }
}

/// Splits after an element without quotes, which is not empty.
fn unquoted(value: &str, syntax: Elements) -> (Cow<'_, str>, &str) {
    let mut commas = value.match_indices(',').map(|(index, _)| index);
    let mut end = commas.next();
    let is_weekday = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphabetic());
    if syntax == Elements::HttpDates && end.is_some_and(|end| is_weekday(&value[..end])) {
        end = commas.next();
    }
    let (element, rest) = value.split_at(end.unwrap_or(value.len()));
    (Cow::Borrowed(element.trim_end_matches([' ', '\t'])), rest)
}

#[cfg(test)]
mod tests {
    use super::{Elements, elements};

    fn list(values: &[&str], syntax: Elements) -> Option<Vec<String>> {
        let values = values.iter().map(|value| value.as_bytes());
        let elements = elements(values, syntax).ok()?;
        Some(elements.into_iter().map(Into::into).collect())
    }

    #[test]
    fn white_space_and_empty_elements_are_skipped() {
        for (value, expected) in [
            ("", &[][..]),
            (" , ,\t,", &[]),
            ("a", &["a"]),
            ("a,b", &["a", "b"]),
            (" a\t , \tb c ", &["a", "b c"]),
            (",a,,b,", &["a", "b"]),
        ] {
            let list = list(&[value], Elements::Plain).expect(value);
            assert_eq!(list, expected, "{value}");
        }
        let list = list(&["a, b", "", "c"], Elements::Plain);
        assert_eq!(list.expect("a list"), ["a", "b", "c"]);
    }

    #[test]
    fn quoted_elements_may_contain_anything() {
        for (value, expected) in [
            (r#""""#, &[""][..]),
            (r#""" , "a,b""#, &["", "a,b"]),
            (r#"" a ",b"#, &[" a ", "b"]),
            (r#""\"\\\a\é","" "#, &["\"\\aé", ""]),
            (r#"a"b,c""#, &["a\"b", "c\""]),
        ] {
            let list = list(&[value], Elements::Plain).expect(value);
            assert_eq!(list, expected, "{value}");
        }
        for invalid in [
            r#"""#,
            r#""a"#,
            r#""a\"#,
            r#""a\""#,
            r#""a"b"#,
            r#""a" "b""#,
        ] {
            assert_eq!(list(&[invalid], Elements::Plain), None, "{invalid}");
        }
        assert!(elements([&b"\xff"[..]].into_iter(), Elements::Plain).is_err());
    }

    #[test]
    fn dates_contain_a_comma() {
        const FIRST: &str = "Thu, 01 Jan 1970 00:00:00 GMT";
        const SECOND: &str = "Fri, 02 Jan 1970 00:00:00 GMT";
        for (value, expected) in [
            (format!("{FIRST},{SECOND}"), &[FIRST, SECOND][..]),
            (format!(", {FIRST} ,, {SECOND} ,"), &[FIRST, SECOND]),
            (format!("\"{FIRST}\", {SECOND}"), &[FIRST, SECOND]),
            ("1, 2".to_owned(), &["1", "2"]),
            ("Thu".to_owned(), &["Thu"]),
        ] {
            let list = list(&[&value], Elements::HttpDates).expect(&value);
            assert_eq!(list, expected, "{value}");
        }
    }
}
