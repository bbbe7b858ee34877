//! Lists in headers.

/// Splits the value of a header that is a list.
///
/// An element in double quotes may contain commas, and quotes after backslashes. `None` if a quote
/// is not closed or something follows it.
pub(super) fn split(value: &str) -> Option<Vec<String>> {
    let mut elements = Vec::new();
    let mut rest = value.trim();
    loop {
        let (element, tail) = match rest.strip_prefix('"') {
            Some(quoted) => unquoted(quoted)?,
            None => {
                let end = rest.find(',').unwrap_or(rest.len());
                (rest[..end].trim().to_owned(), &rest[end..])
            }
        };
        elements.push(element);
        match tail.trim_start().strip_prefix(',') {
            Some(tail) => rest = tail.trim_start(),
            None if tail.trim().is_empty() => return Some(elements),
            None => return None,
        }
    }
}

/// Splits a string after the quote that ends it.
fn unquoted(quoted: &str) -> Option<(String, &str)> {
    let mut element = String::new();
    let mut characters = quoted.char_indices();
    loop {
        match characters.next()? {
            (index, '"') => return Some((element, &quoted[index + 1..])),
            (_, '\\') => element.push(characters.next()?.1),
            (_, character) => element.push(character),
        }
    }
}

/// Splits a list of dates such as `Mon, 16 Dec 2019 23:48:18 GMT`, each of which has one comma.
pub(super) fn split_dates(value: &str) -> Vec<String> {
    let parts: Vec<&str> = value.split(',').map(str::trim).collect();
    parts.chunks(2).map(|date| date.join(", ")).collect()
}

/// Returns the string as an element of a list, in double quotes if necessary.
pub(super) fn quoted(string: &str) -> String {
    if !string.contains([',', '"']) && string.trim() == string && !string.is_empty() {
        return string.to_owned();
    }
    format!("\"{}\"", string.replace('\\', r"\\").replace('"', r#"\""#))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_split_outside_of_quotes() {
        for (value, elements) in [
            ("a, b ,c", Some(vec!["a", "b", "c"])),
            (r#""b,c", "\"d\\e\"",f"#, Some(vec!["b,c", r#""d\e""#, "f"])),
            ("a,,b", Some(vec!["a", "", "b"])),
            (r#""a"#, None),
            (r#""a"b"#, None),
        ] {
            let elements = elements.map(|list| list.into_iter().map(str::to_owned).collect());
            assert_eq!(split(value), elements, "{value}");
        }
        assert_eq!(quoted(r#"a,"b\"#), r#""a,\"b\\""#);
        assert_eq!(
            split(&quoted(r#"a,"b\"#)),
            Some(vec![r#"a,"b\"#.to_owned()])
        );
    }

    #[test]
    fn dates_keep_their_commas() {
        let dates = "Mon, 16 Dec 2019 23:48:18 GMT, Tue, 17 Dec 2019 23:48:18 GMT";
        assert_eq!(
            split_dates(dates),
            [
                "Mon, 16 Dec 2019 23:48:18 GMT",
                "Tue, 17 Dec 2019 23:48:18 GMT"
            ]
        );
    }
}
