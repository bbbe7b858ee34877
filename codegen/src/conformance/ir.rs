//! The tests that a model states of its client.

mod http;

pub(crate) use http::{
    Body, CaseOf, ComparedBy, Field, Given, HttpTests, RequestTest, ResponseTest, Set,
};
pub use http::{LeftOut, LeftOutReason};

use crate::ir::{BuiltIn, EndpointParts, Name, ParameterValue};

/// The tests of a client.
#[derive(Clone, Debug, Default)]
pub(crate) struct Conformance {
    /// Those of the endpoint rules.
    pub(crate) endpoints: Vec<EndpointTest>,
    /// Those of the protocol.
    pub(crate) http: HttpTests,
}

/// A test of the endpoint rules.
#[derive(Clone, Debug)]
pub(crate) struct EndpointTest {
    /// The name of its function.
    pub(crate) function: String,
    /// What it is about, in one line.
    pub(crate) title: String,
    /// The parameters that are set.
    pub(crate) params: Vec<(Name, ParameterValue)>,
    /// Calls that come to the same.
    pub(crate) calls: Vec<EndpointCall>,
    /// What the rules come to.
    pub(crate) expected: ExpectedEndpoint,
    /// Whether a correction took the place of what the model expects.
    pub(crate) corrected: bool,
}

/// What the rules come to.
#[derive(Clone, Debug)]
pub(crate) enum ExpectedEndpoint {
    /// An endpoint, of which all parts are fixed.
    Endpoint(EndpointParts),
    /// An error with this text.
    Error(String),
}

/// A call of the client in a test of the endpoint rules.
#[derive(Clone, Debug)]
pub(crate) struct EndpointCall {
    /// The name of its function.
    pub(crate) function: String,
    /// The operation's name.
    pub(crate) operation: String,
    /// The client's method.
    pub(crate) method: String,
    /// What is set in the client's configuration.
    pub(crate) settings: Vec<CallSetting>,
    /// What is set in the input.
    pub(crate) input: Vec<Set>,
    /// What becomes of it.
    pub(crate) outcome: CallOutcome,
}

/// A setting of the client that makes a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CallSetting {
    /// One that clients of all services have.
    BuiltIn(BuiltIn, ParameterValue),
    /// One of this service's, by the setter's name.
    Own(String, ParameterValue),
    /// That there is no region, which clients in tests otherwise have.
    NoRegion,
}

/// What becomes of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CallOutcome {
    /// It is sent.
    Sent {
        /// The URL that it goes to: what is sent begins so.
        url: String,
        /// Whether the operation puts something before the host.
        prefixed: bool,
        /// Names and values of headers that must be there.
        headers: Vec<(String, String)>,
        /// Parts of the scope that it is signed for.
        scope: Vec<String>,
    },
    /// It fails with this text in its error, and nothing is sent.
    Failed(String),
}
