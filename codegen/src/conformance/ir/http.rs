//! The protocol tests that a model defines (`smithy.test`).

use crate::ir::FieldValue;

/// The protocol tests of a client.
#[derive(Clone, Debug, Default)]
pub(crate) struct HttpTests {
    /// The tests of requests, sorted by operation module and id.
    pub(crate) requests: Vec<RequestTest>,
    /// The tests of responses, sorted by operation module and id.
    pub(crate) responses: Vec<ResponseTest>,
}

/// The names of a case and of the operation that it calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CaseInfo {
    /// The case's id in the model.
    pub(crate) id: String,
    /// The name of the test function.
    pub(crate) function: String,
    /// The operation's module.
    pub(crate) module: String,
    /// The client's method.
    pub(crate) method: String,
}

/// A test of the request built from an input.
#[derive(Clone, Debug)]
pub(crate) struct RequestTest {
    /// The case and its operation.
    pub(crate) info: CaseInfo,
    /// The input.
    pub(crate) input: Vec<FieldValue>,
    /// The HTTP method.
    pub(crate) method: String,
    /// The path, without query.
    pub(crate) path: String,
    /// The host, or host and base path, of the client's endpoint; `None` if any will do.
    pub(crate) host: Option<String>,
    /// The expected host, with the operation's prefix; `None` if any will do.
    pub(crate) resolved_host: Option<String>,
    /// Query parameters that must be present, encoded as `name=value` or `name`.
    pub(crate) query: Vec<String>,
    /// Names of query parameters that must be absent.
    pub(crate) forbidden_query: Vec<String>,
    /// Names of query parameters that must be present with any value.
    pub(crate) required_query: Vec<String>,
    /// Names and values of headers that must be present.
    pub(crate) headers: Vec<(String, String)>,
    /// Names of headers that must be absent.
    pub(crate) forbidden_headers: Vec<String>,
    /// Names of headers that must be present with any value.
    pub(crate) required_headers: Vec<String>,
    /// The body; `None` if any will do.
    pub(crate) body: Option<Body>,
}

/// An expected body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// JSON text, compared as a JSON value.
    Json(String),
    /// Bytes, compared for equality.
    Bytes(Vec<u8>),
}

/// A test of the output or error read from a response.
#[derive(Clone, Debug)]
pub(crate) struct ResponseTest {
    /// The case and its operation.
    pub(crate) info: CaseInfo,
    /// The HTTP status code of the response.
    pub(crate) status: u16,
    /// The headers of the response.
    pub(crate) headers: Vec<(String, String)>,
    /// The body of the response.
    pub(crate) body: Vec<u8>,
    /// The input: values for the members that every request needs.
    pub(crate) input: Vec<FieldValue>,
    /// The operation's error enum and the expected variant; `None` if an output is expected.
    pub(crate) error: Option<(String, String)>,
    /// The expected type, in `operation::MODULE` or, for an error, in `types::error`.
    pub(crate) ty: String,
    /// The expected value.
    pub(crate) expected: Vec<FieldValue>,
    /// `true` if `build` of the type's builder can fail.
    pub(crate) fallible: bool,
    /// The fields to compare.
    pub(crate) fields: Vec<ComparedField>,
}

/// A field that is compared with its expected value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ComparedField {
    /// The field's name.
    pub(crate) name: String,
    /// The method of comparison.
    pub(crate) comparison: FieldComparison,
}

/// A method of comparing two values of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldComparison {
    /// `==`.
    Equality,
    /// Equality of the debug format, for values that contain NaN.
    Debug,
    /// Equality of the collected bytes, for streams.
    Collected,
}
