//! The HTTP method of an operation.

use crate::ast::Shape;
use crate::ast::ids::HTTP;
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::lower::valid::is_token;

const METHODS: [&str; 8] = [
    "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE",
];

/// Reports a method that requests cannot have, or that is probably misspelled.
pub(in crate::lower) fn check(operation: &Shape, method: &str, diagnostics: &mut Diagnostics) {
    let known = METHODS
        .iter()
        .find(|known| known.eq_ignore_ascii_case(method));
    let (severity, reason) = if !is_token(method) {
        let reason = format!("`{method}` is not a valid HTTP method");
        (Severity::Error, reason)
    } else if method.eq_ignore_ascii_case("CONNECT") {
        let reason = format!("requests with the method `{method}` have no path");
        (Severity::Error, reason)
    } else if known.is_some_and(|known| *known != method) {
        let reason = format!("the method `{method}` is not in upper case");
        (Severity::Warning, reason)
    } else {
        return;
    };
    let help = "use a method like `GET` or `POST`; case matters";
    let diagnostic = diagnostics
        .shape_trait(Code::HttpMethod, &operation.id, HTTP, reason, help)
        .below(["method".into()]);
    diagnostic.severity = severity;
    diagnostic.nearest = known.map(|known| (*known).to_owned());
}

#[cfg(test)]
mod tests {
    use crate::testing::{assert_diagnostic, client, client_with_warning};

    fn shapes(method: &str) -> String {
        format!(r#"{{"Op": {{"traits": {{"http": {{"method": "{method}"}}}}}}}}"#)
    }

    #[test]
    fn method_that_requests_cannot_have_is_an_error() {
        for method in ["", "GE T", "GET:", "É"] {
            let start = format!("E0408 t#Op: `{method}` is not a valid HTTP method");
            assert_diagnostic(&shapes(method), &start);
        }
        assert_diagnostic(
            &shapes("CONNECT"),
            "E0408 t#Op: requests with the method `CONNECT` have no path",
        );
    }

    #[test]
    fn method_in_lower_case_is_a_warning() {
        let start = "E0408 t#Op: the method `get` is not in upper case";
        let client = client_with_warning(&shapes("get"), start);
        assert_eq!(client.operations[0].method, "get");
    }

    #[test]
    fn other_tokens_are_methods() {
        for method in ["DELETE", "QUERY", "M-SEARCH", "version.control"] {
            assert_eq!(client(&shapes(method)).operations[0].method, method);
        }
    }
}
