//! Operations.

use super::{EndpointBinding, Location, Member, Name, Structure, Waiter};

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
    /// The type of how it fails.
    pub error: String,
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
    /// What comes before the endpoint's host, in order.
    pub host_prefix: Vec<PathPart>,
    /// The input's token that is made up where it is unset, by index.
    pub idempotency_token: Option<usize>,
    /// How calls are signed, the preferred way first, where it is not as the service says.
    pub auth: Option<Vec<AuthScheme>>,
    /// What it asks of the runtime beside the usual.
    pub http_options: HttpOptions,
    /// Its waiters, by module name.
    pub waiters: Vec<Waiter>,
}

impl Operation {
    /// The names in the query that are fixed: a map of parameters does not touch them.
    pub fn fixed_query_names(&self) -> Vec<&str> {
        let literals = self.query_literals.iter();
        let literals = literals.map(|literal| literal.split('=').next().unwrap_or_default());
        let members = self.input.members.iter();
        let members = members.filter_map(|member| match &member.location {
            Location::Query(name) => Some(name.as_str()),
            _ => None,
        });
        literals.chain(members).collect()
    }
}

/// What some operations ask of the runtime beside the usual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HttpOptions {
    /// The body is not part of the signature.
    pub unsigned_payload: bool,
    /// The request carries the MD5 sum of its body.
    pub checksum: bool,
    /// The request's body is compressed with gzip.
    pub compression: bool,
    /// The length of the streamed body must be known.
    pub requires_length: bool,
}

/// A way of signing calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthScheme {
    /// AWS signatures.
    SigV4,
    /// A token in the header `authorization`.
    Bearer,
    /// Not at all.
    None,
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
    pub read_function: String,
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
