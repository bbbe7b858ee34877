//! The intermediate representation: all that the emitters print, decided.
//!
//! Plain data. Kinds are enums; a Rust name stands beside the name on the wire; lists are in the
//! order in which they are printed.

use std::collections::BTreeSet;

mod endpoint;
mod operation;
mod rules;
mod shape;
mod types;
mod waiter;

pub use endpoint::{
    BindingSource, BuiltIn, Endpoint, EndpointBinding, InputPath, Parameter, ParameterKind,
    ParameterValue, Partition, PathEnd, PathField, Setting, StringStep,
};
pub use operation::{
    AuthScheme, ErrorVariant, HttpOptions, Operation, Pagination, PathPart, Retryable,
};
pub use rules::{
    Condition, EndpointParts, Function, Outcome, Ownership, Property, Rule, RuleType, TemplatePart,
    Typed, Value as RuleValue,
};
pub use shape::{
    Absent, BuilderForm, Document, Enum, EnumValue, Literal, Location, Member, Payload,
    PayloadKind, Presence, Role, Structure, Union, Usage, Variant,
};
pub use types::{BigNumber, Scalar, TimestampFormat, Type, TypeRef};
pub use waiter::{
    Acceptor, Comparison, Matcher, Operand, Path, PathStep, Predicate, State, Waiter,
};

/// A client crate.
#[derive(Clone, Debug)]
pub struct Client {
    /// The service.
    pub service: Service,
    /// The operations, by module name.
    pub operations: Vec<Operation>,
    /// The structures that inputs and outputs are made of, by name.
    pub structures: Vec<Structure>,
    /// The unions, by name.
    pub unions: Vec<Union>,
    /// The enums, by name.
    pub enums: Vec<Enum>,
    /// The errors that operations declare, by name.
    pub errors: Vec<Structure>,
    /// The rules by which a call's endpoint is found.
    pub endpoint: Endpoint,
    /// The partitions that the rules know.
    pub partitions: Vec<Partition>,
    /// The operations that are left out, by name.
    pub skipped: Vec<Skipped>,
    /// What the client needs of the runtime beside the usual.
    pub features: BTreeSet<Feature>,
}

/// A feature of the runtime crate that only some clients need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feature {
    /// Calls with a token in the header `authorization`.
    BearerAuth,
    /// Numbers of any size.
    BigNumbers,
    /// Lists in headers, payloads and other bindings that are seldom used.
    Bindings,
    /// MD5 sums of bodies.
    Checksum,
    /// Compressed bodies.
    Compression,
    /// The library of the endpoint rules' language.
    EndpointRules,
    /// Tokens that are made up.
    IdempotencyTokens,
    /// Bodies that are not held in memory.
    Streaming,
    /// Waiters.
    Waiters,
}

impl Feature {
    /// The feature's name in the manifest.
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

/// An operation that the client is made without.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// The operation's name.
    pub operation: String,
    /// The ids of the members through which it streams events.
    pub members: Vec<String>,
}

/// A service.
#[derive(Clone, Debug)]
pub struct Service {
    /// The service shape's name.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// The id under which the SDKs know it, as it stands in user agents and spans.
    pub id: String,
    /// The name that requests are signed for; `None` where none is.
    pub signing_name: Option<String>,
    /// How calls are signed, the preferred way first.
    pub auth: Vec<AuthScheme>,
    /// The API's version.
    pub version: String,
    /// Markdown.
    pub docs: Vec<String>,
    /// The same for a page that knows no items.
    pub readme: Vec<String>,
    /// What the compiler says to whoever still uses it, where it is deprecated.
    pub deprecated: Option<String>,
}

/// A name in Rust, and the one on the wire that it stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The Rust identifier, `r#type` for example.
    pub rust: String,
    /// The name in the model and on the wire.
    pub wire: String,
}
