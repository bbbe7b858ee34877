//! Checks of the literal parts of URLs, headers and signing properties.

use serde_json::Value;

use super::Reader;
use crate::diagnostics::Code;
use crate::ir::{Property, RuleValue, TemplatePart, Typed};
use crate::lower::valid::{is_header_value, is_scope_part, is_url_text, url_problem};

impl Reader<'_> {
    /// Returns the URL if its literal parts can be parts of a URL, or reports that they cannot.
    pub(super) fn url(&mut self, at: &Value, url: Typed) -> Option<Typed> {
        let problem = alternatives(&url)
            .into_iter()
            .find_map(|parts| template_problem(&parts));
        if let Some(problem) = problem {
            let reason = format!("the endpoint's URL cannot be valid: {problem}");
            let help = "write a URL like `https://service.{Region}.example.com`";
            self.problem(Code::EndpointUrl, at, reason, help);
            return None;
        }
        Some(url)
    }

    /// Returns a header's value if its literal parts can be in a header, or reports that they
    /// cannot.
    pub(super) fn header_value(&mut self, at: &Value, value: Typed) -> Option<Typed> {
        if are_literals(&value, is_header_value) {
            return Some(value);
        }
        let reason = "the value cannot be in a header";
        let help = "use visible ASCII characters, spaces and tabs";
        self.problem(Code::EndpointPart, at, reason, help);
        None
    }

    /// Returns a property of an auth scheme. Reports names of services and regions that cannot be
    /// in a signature.
    pub(super) fn signing_property(
        &mut self,
        name: &str,
        at: &Value,
        property: Property,
    ) -> Option<Property> {
        let strings = match (name, &property) {
            ("signingName" | "signingRegion", Property::String(_)) => {
                std::slice::from_ref(&property)
            }
            ("signingRegionSet", Property::List(list)) => list,
            _ => &[],
        };
        let is_valid = strings.iter().all(|string| match string {
            Property::String(string) => are_literals(string, is_scope_part),
            _ => true,
        });
        if !is_valid {
            let reason = format!("`{name}` cannot be in a signature");
            let help = "use letters, digits, hyphens, dots and underscores";
            self.problem(Code::EndpointPart, at, reason, help);
            return None;
        }
        Some(property)
    }
}

/// A part of a string: a literal, or `None` for a value known only at run time.
type Part<'a> = Option<&'a str>;

/// Returns the parts of each string that the value may be.
fn alternatives(typed: &Typed) -> Vec<Vec<Part<'_>>> {
    match &typed.value {
        RuleValue::String(string) => vec![vec![Some(string)]],
        RuleValue::Template(parts) => {
            let parts = parts.iter().map(|part| match part {
                TemplatePart::Literal(literal) => Some(literal.as_str()),
                TemplatePart::Value(_) => None,
            });
            vec![parts.collect()]
        }
        RuleValue::Choice(_, yes, no) => [alternatives(yes), alternatives(no)].concat(),
        RuleValue::First(values) => values.iter().flat_map(alternatives).collect(),
        _ => vec![vec![None]],
    }
}

/// Returns `true` if all literals have valid characters.
fn are_literals(value: &Typed, is_valid: fn(&str) -> bool) -> bool {
    alternatives(value)
        .iter()
        .all(|parts| parts.iter().flatten().all(|literal| is_valid(literal)))
}

/// Returns the reason why no values can complete the literal parts to a URL.
fn template_problem(parts: &[Part<'_>]) -> Option<&'static str> {
    let literals: String = parts.iter().flatten().copied().collect();
    if !is_url_text(&literals) {
        return url_problem(&literals);
    }
    // A digit can be a host label and a port. A value at the start may have any part of the URL.
    let sample =
        |parts: &[Part<'_>]| -> String { parts.iter().map(|part| part.unwrap_or("1")).collect() };
    match parts {
        [Some(start), None, ..]
            if ["http://", "https://"]
                .iter()
                .any(|scheme| scheme.starts_with(start) && scheme != start) =>
        {
            None
        }
        [Some(_), ..] => url_problem(&sample(parts)),
        [None, Some(next), ..] if next.starts_with("://") => {
            url_problem(&format!("https{}", sample(&parts[1..])))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::template_problem;

    #[test]
    fn templates_are_completed_with_sample_values() {
        for parts in [
            &[Some("https://a."), None, Some(".example.com")][..],
            &[Some("https://"), None, Some(":80/a")],
            &[Some("https://a:"), None],
            &[Some("https://["), None, Some("]:1")],
            &[None, Some("://"), None],
            &[None],
            &[None, Some("/a")],
            &[Some("http"), None, Some("://a")],
        ] {
            assert_eq!(template_problem(parts), None, "{parts:?}");
        }
        for parts in [
            &[Some("https://a "), None][..],
            &[Some("a."), None, Some(".example.com")],
            &[Some("https:///"), None],
            &[Some("https://"), None, Some(":port")],
            &[Some("ftp"), None],
            &[None, Some(":// "), None],
            &[None, Some(":///a")],
            &[None, Some("\r")],
        ] {
            assert!(template_problem(parts).is_some(), "{parts:?}");
        }
    }
}
