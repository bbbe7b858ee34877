//! Operations.

use super::{EndpointBinding, Member, Name, Structure};

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its type's name, and the shape's.
    pub name: Name,
    /// The module that holds it.
    pub module: String,
    /// The client's method: called like the module, but for keywords.
    pub method_name: String,
    /// Markdown.
    pub docs: Vec<String>,
    /// What the compiler says to whoever still uses it, where it is deprecated.
    pub deprecated: Option<String>,
    /// The HTTP method.
    pub method: String,
    /// The parts of the path, in order.
    pub path: Vec<PathPart>,
    /// The input's members in the query and in headers, by index, in the order on the wire.
    pub bindings: Vec<usize>,
    /// The fixed parts of the query.
    pub query_literals: Vec<String>,
    /// What it takes.
    pub input: Structure,
    /// What it gives.
    pub output: Structure,
    /// How it fails, by variant name.
    pub errors: Vec<ErrorVariant>,
    /// How its answer comes in pages.
    pub pagination: Option<Pagination>,
    /// The input's members that telemetry may record, by index.
    pub telemetry: Vec<usize>,
    /// Whether an answer may hold what must not be printed.
    pub sensitive_output: bool,
    /// What it says about the parameters of the endpoint rules; of two about one, the later counts.
    pub endpoint: Vec<EndpointBinding>,
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathPart {
    /// Text.
    Literal(String),
    /// A member's value, by index.
    Label {
        /// The member.
        member: usize,
        /// Whether slashes stay.
        greedy: bool,
    },
}

/// An error of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorVariant {
    /// The variant's and the error type's name, and the code.
    pub name: Name,
    /// The end of `is_…`.
    pub method: String,
    /// Markdown.
    pub docs: Vec<String>,
    /// What the compiler says to whoever still uses it, where it is deprecated.
    pub deprecated: Option<String>,
    /// Whether a retry may help, where the model says so.
    pub retryable: Option<Retryable>,
    /// The error type's inner function that reads an answer.
    pub read: String,
}

/// What the model says of retries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retryable {
    /// The service is short of capacity.
    Throttling,
    /// The server failed.
    Server,
    /// The request is to blame.
    Client,
}

/// How an answer comes in pages.
#[derive(Clone, Debug)]
pub struct Pagination {
    /// The input's token, by index.
    pub input_token: usize,
    /// The output's token, by index.
    pub output_token: usize,
    /// The input's page size.
    pub page_size: Option<Member>,
    /// The output's items, by index.
    pub items: Option<usize>,
}
