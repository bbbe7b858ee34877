//! Operations.

use super::{
    EndpointBinding, Example, FieldValue, Location, Member, Name, PathField, Structure, Type,
    Waiter,
};

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The name of the operation's Rust type; as wire name, the shape's name.
    pub name: Name,
    /// The operation's module below `crate::operation`.
    pub module: String,
    /// The name of the module's file, without extension.
    pub module_file: String,
    /// The client's method: equal to `module`, except for keywords.
    pub method_name: String,
    /// The documentation.
    pub docs: Vec<String>,
    /// The paragraph with which the documentation begins; empty if there is none.
    pub summary: Vec<String>,
    /// The compiler's deprecation note; `None` if the operation is not deprecated.
    pub deprecated: Option<String>,
    /// The HTTP method.
    pub method: String,
    /// The URI path: fixed text and labels, in order.
    pub path: Vec<PathPart>,
    /// The input members sent in the query and in headers, by index, in the order on the wire.
    pub bindings: Vec<usize>,
    /// The fixed parameters of the query, for example `list` or `type=2`.
    pub query_literals: Vec<String>,
    /// The operation's input.
    pub input: Structure,
    /// The operation's output.
    pub output: Structure,
    /// The Rust name of the operation's error enum.
    pub error: String,
    /// The operation's modeled errors, sorted by variant name.
    pub errors: Vec<ErrorVariant>,
    /// The name of the fluent builder.
    pub fluent_builder: String,
    /// The pagination; `None` if the operation is not paginated.
    pub pagination: Option<Pagination>,
    /// The input members that telemetry may record, by index.
    pub telemetry: Vec<usize>,
    /// `true` if the output may contain sensitive values, which must not be printed.
    pub sensitive_output: bool,
    /// The values for parameters of the endpoint rules. A later value overrides an earlier one.
    pub endpoint: Vec<EndpointBinding>,
    /// The prefix of the endpoint's host, in order; empty if there is none.
    pub host_prefix: Vec<PathPart>,
    /// The input member that is an idempotency token, by index. If unset, it is generated.
    pub idempotency_token: Option<usize>,
    /// The authentication schemes, the preferred one first; `None` if they are the service's.
    pub auth: Option<Vec<AuthScheme>>,
    /// The optional HTTP features that the operation uses.
    pub http_options: HttpOptions,
    /// The waiters, sorted by module name.
    pub waiters: Vec<Waiter>,
    /// `true` if sending the request twice has the effect of sending it once.
    pub repeatable: bool,
    /// The examples, in the model's order.
    pub examples: Vec<Example>,
    /// The input of calls that other documentation shows: required members, as far as examples set
    /// them.
    pub sample: Vec<FieldValue>,
}

impl Operation {
    /// Returns the names of query parameters that a map of parameters cannot override.
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

/// The optional HTTP features of an operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HttpOptions {
    /// `true` if the body is not signed.
    pub unsigned_payload: bool,
    /// `true` if the request contains the MD5 checksum of its body.
    pub checksum: bool,
    /// `true` if the request body is compressed with gzip.
    pub compression: bool,
    /// `true` if the length of the streamed body must be known.
    pub requires_length: bool,
}

/// An authentication scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthScheme {
    /// AWS signature version 4.
    SigV4,
    /// A bearer token in the header `authorization`.
    Bearer,
    /// No authentication.
    None,
}

/// A part of a URI path or host prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathPart {
    /// Fixed text.
    Literal(String),
    /// The value of an input member.
    Label {
        /// The member, by index.
        member: usize,
        /// `true` if slashes in the value are not encoded.
        greedy: bool,
    },
}

/// An error of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorVariant {
    /// The name of the variant and of the error type; as wire name, the error code.
    pub name: Name,
    /// The suffix of the method `is_…`, in snake case.
    pub method: String,
    /// The documentation.
    pub docs: Vec<String>,
    /// The compiler's deprecation note; `None` if the error is not deprecated.
    pub deprecated: Option<String>,
    /// The cause if the model declares the error retryable, otherwise `None`.
    pub retryable: Option<Retryable>,
}

/// The cause of a retryable error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retryable {
    /// Throttling by the service.
    Throttling,
    /// A fault of the server.
    Server,
    /// A fault of the client.
    Client,
}

/// The pagination of an operation.
#[derive(Clone, Debug)]
pub struct Pagination {
    /// The input member with the token of the page, by index.
    pub input_token: usize,
    /// The path to the output member with the token of the next page, outermost member first.
    pub output_token: Vec<PathField>,
    /// The input member with the page size; `None` if there is none.
    pub page_size: Option<Member>,
    /// The page's items; `None` if the model declares none.
    pub items: Option<PageItems>,
    /// The name of the paginator.
    pub paginator: String,
}

/// The items of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageItems {
    /// The path to the output member, outermost member first.
    pub path: Vec<PathField>,
    /// The member's type, a list or map.
    pub ty: Type,
    /// The name of the paginator over items.
    pub paginator: String,
}
