//! The intermediate representation (IR): all decisions of lowering, as data that emitters print.
//!
//! Rust names are stored beside the names on the wire. Lists are in the order in which they are
//! printed. "By index" means an index into the structure's `members`. Documentation is stored as
//! lines of Markdown.

use std::collections::BTreeSet;

mod constraints;
mod endpoint;
mod example;
mod facts;
mod operation;
mod rules;
mod shape;
mod types;
mod value;
mod waiter;

pub use constraints::{Bounds, Constraints, MemberRule};
pub use endpoint::{
    BindingSource, BuiltIn, Endpoint, EndpointBinding, InputPath, Parameter, ParameterKind,
    ParameterValue, Partition, PathEnd, PathField, Setting, StringStep,
};
pub use example::{Example, ExampleError, ExampleOutcome};
pub use facts::{ErrorFacts, ErrorHint, ErrorKind};
pub use operation::{
    AuthScheme, ErrorVariant, HttpOptions, Operation, PageItems, Pagination, PathPart, Retryable,
};
pub use rules::{
    Condition, EndpointParts, Function, Outcome, Ownership, Property, Rule, RuleType, RuleValue,
    TemplatePart, Typed,
};
pub use shape::{
    Absent, BuilderForm, Document, Enum, EnumValue, Literal, Location, Member, MemberDocs,
    MessageForm, Payload, PayloadKind, Presence, Role, Structure, Union, Usage, Variant,
};
pub use types::{BigNumber, Scalar, TimestampFormat, Type, TypeRef};
pub use value::{FieldValue, TypedValue};
pub use waiter::{
    Acceptor, Comparison, Matcher, Operand, Path, PathStep, Predicate, State, Waiter,
};

/// A client crate.
#[derive(Clone, Debug)]
pub struct Client {
    /// The service.
    pub service: Service,
    /// The operations, sorted by module name.
    pub operations: Vec<Operation>,
    /// The structures below inputs, outputs and errors, sorted by Rust name.
    pub structures: Vec<Structure>,
    /// The unions, sorted by Rust name.
    pub unions: Vec<Union>,
    /// The enums, sorted by Rust name.
    pub enums: Vec<Enum>,
    /// The error structures of all operations, sorted by Rust name.
    pub errors: Vec<Structure>,
    /// The kinds of errors, and hints.
    pub error_facts: ErrorFacts,
    /// The endpoint rules of the service.
    pub endpoint: Endpoint,
    /// The partitions that the endpoint rules can resolve.
    pub partitions: Vec<Partition>,
    /// The operations that the client lacks, sorted by name.
    pub skipped: Vec<Skipped>,
    /// The index of the operation that examples call; `None` if there are no operations.
    pub example: Option<usize>,
    /// The index of an operation that is not safe to repeat, for the documentation of the setting
    /// about retries; `None` if all are safe.
    pub unsafe_example: Option<usize>,
    /// The resources, in the order of documentation. Each operation is in one of them.
    pub resources: Vec<Resource>,
    /// The text of an overlay for the crate's front page; empty if there is none.
    pub front_page: Vec<String>,
    /// The pages of the guide.
    pub guide: Vec<Page>,
    /// The optional features of the runtime crate that the client needs.
    pub features: BTreeSet<Feature>,
}

/// An optional feature of the runtime crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feature {
    /// Authentication with a bearer token.
    BearerAuth,
    /// Numbers of arbitrary size.
    BigNumbers,
    /// Lists in headers, payloads and other rarely used HTTP bindings.
    Bindings,
    /// MD5 checksums of request bodies.
    Checksum,
    /// Compressed request bodies.
    Compression,
    /// The functions of the endpoint rules' language.
    EndpointRules,
    /// Generated idempotency tokens.
    IdempotencyTokens,
    /// Streamed bodies, which are not held in memory.
    Streaming,
    /// Waiters.
    Waiters,
}

impl Feature {
    /// Returns the feature's name in the runtime crate's manifest.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BearerAuth => "bearer-auth",
            Self::BigNumbers => "big-numbers",
            Self::Bindings => "bindings",
            Self::Checksum => "checksum",
            Self::Compression => "compression",
            Self::EndpointRules => "endpoint-rules",
            Self::IdempotencyTokens => "idempotency-tokens",
            Self::Streaming => "streaming",
            Self::Waiters => "waiters",
        }
    }
}

/// An operation that the client lacks, because it streams events.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// The operation's name in the model.
    pub operation: String,
    /// The shape ids of the members that stream events.
    pub members: Vec<String>,
}

/// A resource of the service, or the operations without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// The name in Markdown, for example `Channels`.
    pub name: String,
    /// The operations, by index.
    pub operations: Vec<usize>,
}

/// The placeholder for the name of the package, in pages of the documentation.
pub(crate) const CRATE_NAME: &str = "{{ crate_name }}";

/// The placeholder for the name of the library crate.
pub(crate) const LIB_NAME: &str = "{{ lib_name }}";

/// A page of the guide, with placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The name of the module.
    pub module: String,
    /// The name of the module's file, without extension.
    pub file: String,
    /// The text.
    pub docs: Vec<String>,
}

/// A service.
#[derive(Clone, Debug)]
pub struct Service {
    /// The service shape's name.
    pub name: String,
    /// The service's title as plain text, for example `Amazon Interactive Video Service`.
    pub title: String,
    /// The title in Markdown.
    pub markdown_title: String,
    /// The SDK id in lower case without spaces, used in user agents and tracing spans.
    pub id: String,
    /// The service name in SigV4 signatures; `None` if the service does not use SigV4.
    pub signing_name: Option<String>,
    /// The authentication schemes, the preferred one first.
    pub auth: Vec<AuthScheme>,
    /// The API version, for example `2020-07-14`.
    pub version: String,
    /// The documentation.
    pub docs: Vec<String>,
    /// The documentation without links to items, for README.md.
    pub readme: Vec<String>,
    /// The compiler's deprecation note; `None` if the service is not deprecated.
    pub deprecated: Option<String>,
}

/// A Rust identifier and the name on the wire.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The Rust identifier, escaped if necessary, for example `r#type`.
    pub rust: String,
    /// The name in the model or on the wire, for example `type`.
    pub wire: String,
}
