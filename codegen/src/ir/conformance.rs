//! The tests that a model states of its client.

use super::{BuiltIn, EndpointParts, HttpTests, Name, ParameterValue, Set};

/// The tests of a client.
#[derive(Clone, Debug, Default)]
pub struct Conformance {
    /// Those of the endpoint rules.
    pub endpoints: Vec<EndpointTest>,
    /// Those of the protocol.
    pub http: HttpTests,
}

/// A test of the endpoint rules.
#[derive(Clone, Debug)]
pub struct EndpointTest {
    /// The name of its function.
    pub function: String,
    /// What it is about, in one line.
    pub title: String,
    /// The parameters that are set.
    pub params: Vec<(Name, ParameterValue)>,
    /// Calls that come to the same.
    pub calls: Vec<EndpointCall>,
    /// What the rules come to.
    pub expected: ExpectedEndpoint,
    /// Whether a correction took the place of what the model expects.
    pub corrected: bool,
}

/// What the rules come to.
#[derive(Clone, Debug)]
pub enum ExpectedEndpoint {
    /// An endpoint, of which all parts are fixed.
    Endpoint(EndpointParts),
    /// An error with this text.
    Error(String),
}

/// A call of the client in a test of the endpoint rules.
#[derive(Clone, Debug)]
pub struct EndpointCall {
    /// The name of its function.
    pub function: String,
    /// The operation's name.
    pub operation: String,
    /// The client's method.
    pub method: String,
    /// What is set in the client's configuration.
    pub settings: Vec<CallSetting>,
    /// What is set in the input.
    pub input: Vec<Set>,
    /// What becomes of it.
    pub outcome: CallOutcome,
}

/// A setting of the client that makes a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallSetting {
    /// One that clients of all services have.
    BuiltIn(BuiltIn, ParameterValue),
    /// One of this service's, by the setter's name.
    Own(String, ParameterValue),
    /// That there is no region, which clients in tests otherwise have.
    NoRegion,
}

/// What becomes of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallOutcome {
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
