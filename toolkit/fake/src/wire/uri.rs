//! URI patterns of operations.

use std::borrow::Cow;

use serde::Deserialize;

/// A URI pattern such as `/tags/{resourceArn}?list&type=2`, parsed.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(from = "String")]
pub(super) struct Pattern {
    segments: Vec<Segment>,
    /// The parameters that the query must have, with the values that they must have.
    literals: Vec<(String, Option<String>)>,
}

#[derive(Debug, PartialEq)]
enum Segment {
    /// Fixed text.
    Literal(String),
    /// A label that is one segment.
    Label(String),
    /// A label of one segment or more.
    Greedy(String),
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        let (path, query) = text.split_once('?').unwrap_or((&text, ""));
        let parameters = query.split('&').filter(|parameter| !parameter.is_empty());
        let literals = parameters.map(|parameter| match parameter.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (parameter.to_owned(), None),
        });
        Self {
            segments: segments(path).map(segment).collect(),
            literals: literals.collect(),
        }
    }
}

fn segment(text: &str) -> Segment {
    let label = text
        .strip_prefix('{')
        .and_then(|text| text.strip_suffix('}'));
    match label {
        None => Segment::Literal(text.to_owned()),
        Some(name) => match name.strip_suffix('+') {
            Some(name) => Segment::Greedy(name.to_owned()),
            None => Segment::Label(name.to_owned()),
        },
    }
}

/// Returns the segments of a path, without that before the first slash.
pub(super) fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix('/').unwrap_or(path).split('/')
}

/// A parsed query: names and values, decoded, in order.
pub(super) type Query = Vec<(String, String)>;

impl Pattern {
    /// Returns the values of the labels by name, decoded, if the segments of the path and the query
    /// match.
    ///
    /// Labels are never empty.
    pub(super) fn match_labels(
        &self,
        path: &[&str],
        query: &[(String, String)],
    ) -> Option<Vec<(&str, String)>> {
        let is_present = |(name, value): &(String, Option<String>)| {
            let mut parameters = query.iter();
            parameters.any(|parameter| {
                parameter.0 == *name && value.as_deref().is_none_or(|value| parameter.1 == value)
            })
        };
        if !self.literals.iter().all(is_present) {
            return None;
        }
        let greedy = |segment: &Segment| matches!(segment, Segment::Greedy(_));
        let surplus = path.len().checked_sub(self.segments.len())?;
        if surplus > 0 && !self.segments.iter().any(greedy) {
            return None;
        }
        let mut labels = Vec::new();
        let mut rest = path;
        for segment in &self.segments {
            let length = if greedy(segment) { 1 + surplus } else { 1 };
            let (taken, remaining) = rest.split_at_checked(length)?;
            rest = remaining;
            match segment {
                Segment::Literal(text) => {
                    if percent_decoded(taken[0])? != percent_decoded(text)? {
                        return None;
                    }
                }
                Segment::Label(name) | Segment::Greedy(name) => {
                    let value = percent_decoded(&taken.join("/"))?.into_owned();
                    if value.is_empty() {
                        return None;
                    }
                    labels.push((name.as_str(), value));
                }
            }
        }
        Some(labels)
    }

    /// Returns a key that is greater for the more specific of two patterns that match one request.
    ///
    /// A literal is more specific than a label, a label than a greedy label, then a longer pattern,
    /// then one with more literals in the query.
    pub(super) fn specificity(&self) -> (Vec<u8>, usize) {
        let rank = |segment: &Segment| match segment {
            Segment::Literal(_) => 2,
            Segment::Label(_) => 1,
            Segment::Greedy(_) => 0,
        };
        (
            self.segments.iter().map(rank).collect(),
            self.literals.len(),
        )
    }
}

/// Parses the query of a URI; `None` if it is not UTF-8.
pub(super) fn parse_query(query: &str) -> Option<Query> {
    let parameters = query.split('&').filter(|parameter| !parameter.is_empty());
    parameters
        .map(|parameter| {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            let decoded = |text: &str| {
                let decoded = percent_decoded(&text.replace('+', " "))?.into_owned();
                Some(decoded)
            };
            Some((decoded(name)?, decoded(value)?))
        })
        .collect()
}

/// Decodes `%XX`; `None` if an escape is incomplete or the result is not UTF-8.
pub(super) fn percent_decoded(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let ([high, low], tail) = rest.split_first_chunk::<2>()?;
        let digit = |byte: u8| char::from(byte).to_digit(16);
        bytes.push((digit(*high)? * 16 + digit(*low)?) as u8);
        rest = tail;
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(pattern: &str, uri: &str) -> Option<Vec<(String, String)>> {
        let pattern = Pattern::from(pattern.to_owned());
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let path: Vec<&str> = segments(path).collect();
        let labels = pattern.match_labels(&path, &parse_query(query)?)?;
        let owned = labels
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value));
        Some(owned.collect())
    }

    fn pairs(pairs: &[(&str, &str)]) -> Option<Vec<(String, String)>> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Some(pairs.iter().map(owned).collect())
    }

    #[test]
    fn labels_are_decoded_and_never_empty() {
        assert_eq!(
            labels("/tags/{arn}", "/tags/arn%3Aaws%3Aivs%3A%3Achannel%2FAb%20"),
            pairs(&[("arn", "arn:aws:ivs::channel/Ab ")])
        );
        for uri in [
            "/tags/",
            "/tags",
            "/tags/a/b",
            "/tag/a",
            "/tags/%zz",
            "/tags/%ff",
            "/tags/a/",
        ] {
            assert_eq!(labels("/tags/{arn}", uri), None, "{uri}");
        }
    }

    #[test]
    fn greedy_labels_take_slashes() {
        let pattern = "/a/{key+}/{last}";
        assert_eq!(
            labels(pattern, "/a/b/c%2Fd/e"),
            pairs(&[("key", "b/c/d"), ("last", "e")])
        );
        assert_eq!(
            labels(pattern, "/a/b/c"),
            pairs(&[("key", "b"), ("last", "c")])
        );
        assert_eq!(labels(pattern, "/a/b"), None);
    }

    #[test]
    fn literals_of_the_query_must_be_present() {
        let pattern = "/a?list&type=2";
        assert_eq!(labels(pattern, "/a?type=2&list&x=1"), pairs(&[]));
        assert_eq!(labels(pattern, "/a?list=&type=2"), pairs(&[]));
        assert_eq!(labels(pattern, "/a?list&type=3"), None);
        assert_eq!(labels(pattern, "/a?type=2"), None);
    }

    #[test]
    fn the_more_specific_pattern_has_the_greater_key() {
        let key = |pattern: &str| Pattern::from(pattern.to_owned()).specificity();
        for (more, less) in [
            ("/a/b", "/a/{x}"),
            ("/a/{x}", "/a/{x+}"),
            ("/a/{x}/c", "/a/{x}/{y}"),
            ("/a/{x}/b", "/a/{x+}"),
            ("/a?b", "/a"),
        ] {
            assert!(key(more) > key(less), "{more} {less}");
        }
    }
}
